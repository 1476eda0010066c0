"""What a check found: where, what stands there, what may stand there, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from laporan.dasar.indonesian import angka, daftar

# So many row numbers are named in a text; so many are kept to be looked up.
NAMED, KEPT = 5, 100
MENGHENTIKAN, MENAHAN, PERINGATAN = "menghentikan", "menahan", "peringatan"


@dataclass(frozen=True)
class Temuan:
    """A finding of one check about one file, or about the month.

    Parameters
    ----------
    pemeriksaan
        The check's name.
    pesan
        What was found, what is allowed and what to do, without the place.
    menghentikan
        Whether it blocks: no report is made. Otherwise it is a warning.
    sumber
        The source's name; empty for the month as a whole.
    berkas
        The file; empty where no single file is at fault.
    kolom
        The column, headed as in the file.
    baris
        The first of the rows, as numbered in the file.
    jumlah
        How many rows there are.
    usulan
        Lines of corrections that would settle it, as far as the reason.
    menahan
        Whether it withholds its source's figures, and blocks no report.
    """

    pemeriksaan: str
    pesan: str
    menghentikan: bool = False
    sumber: str = ""
    berkas: str = ""
    kolom: str = ""
    baris: tuple[int, ...] = ()
    jumlah: int = 0
    usulan: tuple[str, ...] = ()
    menahan: bool = False

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Temuan:
        """Make it from what ``dataclasses.asdict`` gave and JSON kept."""
        lists = {name: tuple(record.get(name, ())) for name in ("baris", "usulan")}
        return cls(**{**record, **lists})

    @property
    def tingkat(self) -> str:
        """The grade as readers see it."""
        if self.menghentikan:
            return MENGHENTIKAN
        return MENAHAN if self.menahan else PERINGATAN

    @property
    def tempat(self) -> str:
        """The place within the file: ``baris 3 dan 7, kolom 'Kanal'``."""
        parts = [rows_text(self.baris, self.jumlah)] if self.baris else []
        if self.kolom:
            parts.append(f"kolom {self.kolom!r}")
        return ", ".join(parts)

    @property
    def kalimat(self) -> str:
        """The message as a sentence; a file's name stays as it is."""
        named = bool(self.berkas) and self.pesan.startswith(self.berkas)
        return self.pesan if named else self.pesan[:1].upper() + self.pesan[1:]

    @property
    def di_dalam_berkas(self) -> str:
        """The text as it stands under the file's name."""
        return f"{self.tempat}: {self.pesan}" if self.tempat else self.kalimat

    def __str__(self) -> str:
        """Give the text as it stands alone; a reader's message names its file itself."""
        if self.berkas and not self.pesan.startswith(self.berkas):
            place = f"{self.berkas}, {self.tempat}" if self.tempat else self.berkas
            return f"{place}: {self.pesan}"
        text = self.di_dalam_berkas
        return text if self.berkas else text[:1].upper() + text[1:]


def rows_text(baris: Sequence[int], jumlah: int) -> str:
    """Name the rows, ``baris 3 dan 7``; of many the count and the first, ``12 baris (3, 7, …)``."""
    named = [str(number) for number in baris[:NAMED]]
    if jumlah > len(named):
        return f"{angka(jumlah)} baris ({', '.join(named)}, …)"
    return f"baris {daftar(named)}"


@dataclass(frozen=True)
class Pemeriksaan:
    """A check that was run, and how it ended.

    Parameters
    ----------
    nama
        Its name, as in the findings.
    harapan
        What was expected.
    sumber
        The source's name; empty for the month as a whole.
    menghentikan
        Whether it blocks.
    diperiksa, gagal
        How many rows or figures were looked at, and how many are not as expected.
    """

    nama: str
    harapan: str
    sumber: str = ""
    menghentikan: bool = False
    diperiksa: int = 0
    gagal: int = 0

    @property
    def tingkat(self) -> str:
        """The grade as readers see it."""
        return MENGHENTIKAN if self.menghentikan else PERINGATAN
