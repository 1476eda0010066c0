"""What the cleaning notebooks call: a group of sources read, cleaned, looked at and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from laporan.clean import cleaner
from laporan.clean.koreksi import correct, read_corrections, with_offers
from laporan.clean.ledger import Cleaned, nothing_read
from laporan.clean.own_words import listed_words
from laporan.clean.schema import check_source
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings, load_settings
from laporan.dasar.temuan import Temuan
from laporan.read.folder import find_files
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES
from laporan.store.freshness import GROUPS, fingerprint
from laporan.store.month_data import MonthData, gather_month, write_cleaned

HEAD = 5


class Kalimat(str):
    """A text that a notebook shows as it is, without quotes and without markup."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Give the text itself."""
        return str(self)


@dataclass(frozen=True)
class Sumber:
    """One cleaned source, to look at; where there is nothing to show, a sentence says so."""

    nama: str
    bulan: Bulan
    bersih: Cleaned | None

    @property
    def baris(self) -> pd.DataFrame | Kalimat:
        """The rows of each file: in, taken, rejected, excluded."""
        if self.bersih is None:
            return self._not_supplied
        return self.bersih.berkas

    @property
    def dikecualikan(self) -> pd.DataFrame | Kalimat:
        """The rules that left out rows, with the first rows of each as examples."""
        if self.bersih is None:
            return self._not_supplied
        if self.bersih.dikecualikan.empty:
            return Kalimat("Tidak ada baris yang dikecualikan.")
        return self.bersih.dikecualikan

    @property
    def ditolak(self) -> pd.DataFrame | Kalimat:
        """The rejected rows: where and why, not what stands in them."""
        if self.bersih is None:
            return self._not_supplied
        if self.bersih.ditolak.empty:
            return Kalimat("Tidak ada baris yang ditolak.")
        return self.bersih.ditolak[["berkas", "baris", "kolom", "alasan"]]

    @property
    def peringatan(self) -> Kalimat:
        """What the analyst should look into."""
        if self.bersih is None:
            return self._not_supplied
        return Kalimat("\n".join(self.bersih.peringatan) or "Tidak ada peringatan.")

    @property
    def tabel(self) -> pd.DataFrame | Kalimat:
        """The first rows of the cleaned table."""
        if self.bersih is None:
            return self._not_supplied
        return self.bersih.tabel.head(HEAD)

    @property
    def _not_supplied(self) -> Kalimat:
        source = SOURCES[self.nama]
        return Kalimat(
            f"{source.label}: tidak ada berkas {source.pattern} untuk {self.bulan.label}."
        )


@dataclass(frozen=True)
class Kelompok:
    """A cleaned group of sources, and the fingerprint of what it was cleaned from."""

    project: Project
    bulan: Bulan
    nama: str
    sidik: str
    sumber: Mapping[str, Cleaned]

    def __getitem__(self, nama: str) -> Sumber:
        """Give one source, to look at."""
        return Sumber(nama, self.bulan, self.sumber.get(nama))

    def simpan(self) -> Kalimat:
        """Write the cleaned tables and their book, and say which."""
        write_cleaned(self.project, self.bulan, self.nama, list(self.sumber.values()), self.sidik)
        written = ", ".join(self.sumber) or "tidak ada"
        return Kalimat(f"Tabel bersih {self.bulan.label} yang ditulis: {written}.")


def bersihkan(bulan: str, group: str, project: Project | None = None) -> Kelompok:
    """Read and clean the sources of a group.

    Parameters
    ----------
    bulan
        ``YYYY-MM``.
    group
        The cleaning notebook's name, such as ``bersih-tiket``.
    project
        The folders; those of the environment if None.

    Raises
    ------
    CallError
        If it is no month.
    LaporanError
        If the month's folder or tickets are missing, or a file cannot be read.
    """
    month = Bulan.parse(bulan)
    project = project or Project.find()
    # Before the files are read: what changes from here on makes the group stale.
    sidik = fingerprint(project, month, group)
    cleaned = clean_group(project, month, group)
    return Kelompok(project, month, group, sidik, {source.sumber: source for source in cleaned})


def clean_group(project: Project, bulan: Bulan, group: str) -> list[Cleaned]:
    """Read and clean the sources of a group that were supplied; write nothing."""
    settings = load_settings(project.settings_file, bulan)
    cleaned = [_clean_or_tell(project, bulan, name, settings) for name in GROUPS[group]]
    return [source for source in cleaned if source is not None]


def _clean_or_tell(project: Project, bulan: Bulan, name: str, settings: Settings) -> Cleaned | None:
    """Clean a source; of a side source that can't be read, give what is wrong with it."""
    try:
        return clean_source(project, bulan, name, settings)
    except LaporanError as error:
        if SOURCES[name].required:
            raise
        return nothing_read(name, _unread(project, bulan, name, error))


def clean_source(project: Project, bulan: Bulan, name: str, settings: Settings) -> Cleaned | None:
    """Read, correct, clean and check a source; give nothing if it was not supplied."""
    tables = read_source(project.raw(bulan), name, settings)
    if not tables:
        return None
    # What analysts list as a topic or channel of theirs names nobody.
    words = listed_words(settings)
    tables = [replace(table, kata=words) for table in tables]
    source, corrections = SOURCES[name], read_corrections(project.raw(bulan))
    corrected = correct(tables, corrections.of(name), source, settings)
    cleaned = check_source(cleaner(name)(corrected.tables, bulan, settings), bulan, settings)
    offered = with_offers(cleaned, corrected.tables, source, settings)
    temuan = (*corrected.temuan, *offered.temuan)
    return replace(offered, temuan=temuan, koreksi=corrected.koreksi)


def clean_month(project: Project, bulan: Bulan) -> MonthData:
    """Read, clean and check all sources of a month that were supplied; write nothing.

    A source that cannot be read is a finding that blocks, and does not hide the others.
    """
    settings = load_settings(project.settings_file, bulan)
    cleaned: list[Cleaned] = []
    unread: list[Temuan] = []
    for name in SOURCES:
        try:
            source = clean_source(project, bulan, name, settings)
        except LaporanError as error:
            # A setting that cannot be stops several sources with the same words.
            if all(finding.pesan != str(error) for finding in unread):
                unread.append(_unread(project, bulan, name, error))
        else:
            cleaned += [source] if source is not None else []
    month = gather_month(project, bulan, cleaned)
    return replace(month, temuan=(*unread, *month.temuan))


def _unread(project: Project, bulan: Bulan, name: str, error: LaporanError) -> Temuan:
    """Make a finding of what stopped a source, under the file that the message names."""
    files = [path.name for path in find_files(project.raw(bulan), SOURCES[name])]
    named = [file for file in files if str(error).startswith(file)]
    return Temuan(
        "berkas terbaca",
        str(error),
        menghentikan=True,
        sumber=name,
        berkas=max(named, key=len, default=""),
    )
