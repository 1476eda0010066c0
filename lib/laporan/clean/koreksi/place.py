"""Where a correction points: the row by its key, the column by its heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
import pandas as pd

from laporan.clean.ids import plain_numbers
from laporan.clean.koreksi.meant import meant
from laporan.clean.texts import hide_persons
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.inert import shorten
from laporan.read.declaration import Source
from laporan.read.header import LONGEST_SHOWN, fold
from laporan.read.raw_table import RawTable

# Between file, sheet and row.
MARK = "!"
# No sheet and no text has rows of more digits.
_ROW = re.compile(r"\s*\d{1,12}\s*")
# So many rows or columns are named.
NAMED = 12


@dataclass(frozen=True)
class Place:
    """A row of a source's tables: which table, which of its rows, and where analysts find it."""

    tabel: int
    posisi: int
    berkas: str
    lembar: str
    baris: int

    def __str__(self) -> str:
        """Write it as a key."""
        sheet = [self.lembar] if self.lembar else []
        return MARK.join([self.berkas, *sheet, str(self.baris)])


class WrongPlaceError(LaporanError):
    """A key or a column that leads nowhere, or to several places."""


class Places:
    """The rows of a source's tables, to be found by their keys.

    Parameters
    ----------
    tables
        What the reader gave.
    source
        The source's declaration.
    """

    def __init__(self, tables: Sequence[RawTable], source: Source) -> None:
        self._tables, self.source = tables, source

    @cached_property
    def ids(self) -> pd.Series[str]:
        """The ids of all rows, table by table; missing where there are none."""
        cells = [
            table.data.get(self.source.nomor, pd.Series(None, table.data.index, dtype="str"))
            for table in self._tables
        ]
        return plain_numbers(pd.concat([each.astype("str") for each in cells], ignore_index=True))

    @cached_property
    def _shared(self) -> pd.Series[bool]:
        """Which rows have an id that others have, too, or none."""
        return self.ids.isna() | self.ids.duplicated(keep=False)

    @cached_property
    def _starts(self) -> list[int]:
        """The place of each table's first row among all rows."""
        return [0, *accumulate(len(table.data) for table in self._tables)]

    @property
    def _files(self) -> list[str]:
        return list(dict.fromkeys(table.berkas for table in self._tables))

    def find(self, kunci: str) -> Place:
        """Find the row of a key.

        Raises
        ------
        WrongPlaceError
            If there is none, or there are several.
        """
        found = self._by_place(kunci) if MARK in kunci else self._by_id(kunci)
        if len(found) == 1:
            return found[0]
        listed = daftar(map(str, found[:NAMED]))
        more = f" dan {angka(len(found) - NAMED)} lainnya" if len(found) > NAMED else ""
        raise WrongPlaceError(
            f"{_shown(kunci)} cocok dengan {angka(len(found))} baris: {listed}{more}. Pilih satu "
            "di antaranya sebagai kunci, atau tulis satu baris koreksi untuk masing-masing."
        )

    def in_file(self, berkas: str, baris: int) -> list[Place]:
        """List the rows of a file that have a number, one a sheet or a table."""
        return [
            self._place(at, int(posisi))
            for at, table in enumerate(self._tables)
            if table.berkas == berkas
            for posisi in np.flatnonzero(table.data.index.to_numpy() == baris)
        ]

    def key_of(self, place: Place) -> str:
        """Give the key by which a row is found: its id, where no other row has it."""
        at = self._starts[place.tabel] + place.posisi
        if not self.source.nomor or self._shared.iloc[at]:
            return str(place)
        return str(self.ids.iloc[at])

    def column(self, place: Place, kolom: str) -> str:
        """Find a column of a row's table by its heading there, or by our name of it.

        Raises
        ------
        WrongPlaceError
            If the table has none of that name.
        """
        named = self.named(place, kolom)
        if named is not None:
            return named
        table = self._tables[place.tabel]
        listed = [table.judul.get(str(name), str(name)) for name in table.data]
        raise WrongPlaceError(
            f"{shorten(kolom, LONGEST_SHOWN)!r} bukan kolom {place.berkas} yang dibaca"
            f"{meant(kolom, listed)}. Kolom yang ada: {', '.join(listed)}; * untuk seluruh baris."
        )

    def named(self, place: Place, kolom: str) -> str | None:
        """Give our name of a column of a row's table; None if it has none of that heading."""
        table = self._tables[place.tabel]
        names = [str(name) for name in table.data]
        headed = {fold(name): name for name in names}
        headed |= {fold(heading): name for name, heading in table.judul.items() if name in names}
        return headed.get(fold(kolom))

    def _place(self, at: int, posisi: int) -> Place:
        table = self._tables[at]
        ends = accumulate(count for _, count in table.lembar)
        sheets = zip((name for name, _ in table.lembar), ends, strict=True)
        lembar = next((name for name, end in sheets if posisi < end), "")
        return Place(at, posisi, table.berkas, lembar, int(table.data.index[posisi]))

    def _by_id(self, kunci: str) -> list[Place]:
        sheets = [name for name, _ in self._tables[0].lembar[:1]]
        example = MARK.join([self._files[0], *sheets, "5"])
        if not self.source.nomor:
            raise WrongPlaceError(
                f"{_shown(kunci)}: baris sumber ini tidak bernomor. Sebutkan berkas dan barisnya, "
                f"misalnya {example}."
            )
        wanted = plain_numbers(pd.Series([kunci], dtype="str")).iloc[0]
        rows = np.flatnonzero(self.ids.eq(wanted).fillna(False))
        if not len(rows):
            near = meant(str(wanted), self.ids.dropna().unique())
            raise WrongPlaceError(
                f"{_shown(kunci)} tidak ada di kolom {self.source.nomor!r} {daftar(self._files)}"
                f"{near}. Betulkan nomornya, atau sebutkan berkas dan barisnya, misalnya "
                f"{example}. Bila barisnya sudah tidak ada di ekspor, hapus baris koreksi ini."
            )
        tables = (bisect_right(self._starts, row) - 1 for row in rows)
        return [
            self._place(at, int(row) - self._starts[at])
            for at, row in zip(tables, rows, strict=True)
        ]

    def _by_place(self, kunci: str) -> list[Place]:
        berkas = self._file_of(kunci)
        lembar, _, number = kunci[len(berkas) + 1 :].rpartition(MARK)
        own = [table for table in self._tables if table.berkas == berkas]
        sheets = [name for table in own for name, _ in table.lembar]
        if sheets and not lembar and len(sheets) > 1:
            raise WrongPlaceError(
                f"{_shown(kunci)} tidak menyebut lembarnya; {berkas} dibaca dari lembar "
                f"{daftar(sheets)}. Tulislah misalnya {berkas}!{sheets[0]}!{number}."
            )
        if lembar and lembar not in sheets:
            there = f"lembar yang dibaca: {daftar(sheets)}" if sheets else "berkas itu tanpa lembar"
            example = MARK.join([berkas, *sheets[:1], number])
            raise WrongPlaceError(
                f"{_shown(kunci)}: lembar {lembar!r} tidak ada{meant(lembar, sheets)}; {there}. "
                f"Tulislah misalnya {example}."
            )
        if not _ROW.fullmatch(number):
            raise WrongPlaceError(
                f"{_shown(kunci)}: {shorten(number, LONGEST_SHOWN)!r} bukan nomor baris. Tulislah "
                f"nomor baris seperti yang tampak di Excel, misalnya {berkas}!5."
            )
        found = self.in_file(berkas, int(number))
        found = [place for place in found if not lembar or place.lembar == lembar]
        if not found:
            raise WrongPlaceError(f"{_shown(kunci)}: {_why_not(own, int(number))}")
        return found

    def _file_of(self, kunci: str) -> str:
        named = [name for name in self._files if kunci.startswith(name + MARK)]
        if named:
            return max(named, key=len)
        berkas = kunci.partition(MARK)[0]
        raise WrongPlaceError(
            f"{_shown(kunci)}: berkas {shorten(berkas, LONGEST_SHOWN)!r} bukan berkas sumber ini"
            f"{meant(berkas, self._files)}. Yang ada: {daftar(self._files)}."
        )


def _why_not(tables: Sequence[RawTable], baris: int) -> str:
    """Say why a row of a file can't be corrected."""
    books = [book for table in tables for book in (table.rusak, table.dilewati)]
    told = [
        str(reason)
        for book in books
        for number, reason in book.itertuples(index=False)
        if number == baris
    ]
    if told:
        return (
            f"baris itu memang tidak dibaca ({told[0]}), sehingga tidak ada yang dikoreksi. Hapus "
            "baris koreksi ini."
        )
    numbers = [int(number) for table in tables for number in table.data.index]
    span = (
        f"baris datanya {angka(min(numbers))} sampai {angka(max(numbers))}"
        if numbers
        else "berkas itu tanpa baris data"
    )
    return (
        f"baris itu tidak ada atau kosong; {span}. Betulkan nomornya; bila barisnya sudah tidak "
        "ada di ekspor, hapus baris koreksi ini."
    )


def _shown(kunci: str) -> str:
    """Show a key: an id that is somebody's address or number is none to be shown."""
    return repr(shorten(hide_persons(pd.Series([kunci], dtype="str")).iloc[0], LONGEST_SHOWN))
