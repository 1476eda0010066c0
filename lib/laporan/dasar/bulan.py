"""The month of a report."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from laporan.dasar.errors import CallError

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@dataclass(frozen=True, order=True)
class Bulan:
    """A calendar month; its text is ``YYYY-MM``, its label ``Juli 2023``."""

    tahun: int
    nomor: int

    @classmethod
    def parse(cls, text: object) -> Bulan:
        """Read ``YYYY-MM``.

        Raises
        ------
        CallError
            If the text is no month between 2000-01 and 2099-12.
        """
        match = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", str(text), flags=re.ASCII)
        if match is None:
            raise CallError(
                f"Bulan {str(text)!r} tidak dikenal. "
                "Tulislah sebagai TAHUN-BULAN, misalnya 2023-07 untuk Juli 2023."
            )
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def parse_range(cls, text: str) -> list[Bulan]:
        """Read one month, or a range ``2023-01..2023-07`` with both ends."""
        first, dots, last = text.partition("..")
        start = cls.parse(first)
        end = cls.parse(last) if dots else start
        if end < start:
            raise CallError(
                f"Rentang {text!r} terbalik: bulan pertama harus sebelum bulan terakhir, "
                f"misalnya {end}..{start}."
            )
        return list(start.until(end))

    @classmethod
    def of(cls, day: date) -> Bulan:
        """Give the month of a date."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        """Give ``YYYY-MM``."""
        return f"{self.tahun:04d}-{self.nomor:02d}"

    @property
    def nama(self) -> str:
        """The name alone, ``Juli``."""
        return NAMA_BULAN[self.nomor - 1]

    @property
    def label(self) -> str:
        """The name with the year, ``Juli 2023``."""
        return f"{self.nama} {self.tahun}"

    @property
    def first_day(self) -> date:
        """The first day."""
        return date(self.tahun, self.nomor, 1)

    @property
    def last_day(self) -> date:
        """The last day."""
        return date(self.tahun, self.nomor, calendar.monthrange(self.tahun, self.nomor)[1])

    def shift(self, months: int) -> Bulan:
        """Give the month that many months later, or earlier if negative."""
        index = self.tahun * 12 + self.nomor - 1 + months
        return Bulan(index // 12, index % 12 + 1)

    @property
    def previous(self) -> Bulan:
        """The month before."""
        return self.shift(-1)

    @property
    def year_before(self) -> Bulan:
        """The same month of the year before."""
        return self.shift(-12)

    def until(self, end: Bulan) -> list[Bulan]:
        """Give all months from this one to ``end``, both included."""
        count = (end.tahun - self.tahun) * 12 + end.nomor - self.nomor
        return [self.shift(step) for step in range(count + 1)]

    @property
    def year_to_date(self) -> list[Bulan]:
        """The months from January to this one."""
        return Bulan(self.tahun, 1).until(self)
