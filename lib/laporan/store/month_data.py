"""Cleaned months on the disk: written whole or not at all, read as they were written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from laporan.clean.koreksi import LISTED, read_corrections
from laporan.clean.ledger import Cleaned
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import daftar
from laporan.dasar.inert import guard
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings, load_settings
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.dasar.whole_file import put, write_whole
from laporan.read.folder import meant_for, unknown_files
from laporan.read.recognition import candidates, free_name, surely
from laporan.read.sources import SOURCES
from laporan.store.freshness import (
    GROUPS,
    account_file,
    files_lock,
    read_account,
    table_file,
)
from laporan.store.lazy import Lazy

BOOKS = {
    "berkas": ("berkas", "baris", "diambil", "ditolak", "dikecualikan"),
    "dikecualikan": ("berkas", "aturan", "jumlah", "contoh_baris"),
    "ditolak": ("berkas", "baris", "kolom", "isi", "alasan"),
    "koreksi": LISTED,
}
TEXTS = {"sumber", "berkas", "aturan", "contoh_baris", "kolom", "isi", "alasan",
         "lembar", "lama", "baru", "tanggal"}  # fmt: skip


@dataclass(frozen=True)
class MonthData:
    """A cleaned month.

    Parameters
    ----------
    bulan
        The month.
    tables
        The cleaned tables, by source; a source that was not supplied has none.
    berkas, dikecualikan, ditolak
        The books of all sources, as in `Cleaned`, with ``sumber`` before.
    temuan
        What checks found: about the folder, then in the order of the sources.
    pemeriksaan
        The checks that were run.
    asal
        ``berkas`` and ``baris`` of each row of the sources whose rows a report lists.
    koreksi
        What was corrected, a book as the others.
    ditahan
        The sources that were supplied and whose figures are withheld; they have no table.
    """

    bulan: Bulan
    tables: Mapping[str, pd.DataFrame]
    berkas: pd.DataFrame
    dikecualikan: pd.DataFrame
    ditolak: pd.DataFrame
    temuan: tuple[Temuan, ...] = ()
    pemeriksaan: tuple[Pemeriksaan, ...] = ()
    asal: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    koreksi: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["sumber", *BOOKS["koreksi"]])
    )

    ditahan: tuple[str, ...] = ()

    def without(self, sources: Iterable[str]) -> MonthData:
        """Give it without the tables of sources that are withheld."""
        ditahan = tuple(dict.fromkeys((*self.ditahan, *sources)))
        left = Lazy((name for name in self.tables if name not in ditahan), self.tables.__getitem__)
        return replace(self, tables=left, ditahan=ditahan)

    def tabel(self, sumber: str) -> pd.DataFrame:
        """Give a copy of a cleaned table, to work on.

        Raises
        ------
        CallError
            If there is no such source.
        LaporanError
            If the month has no file of it.
        """
        if sumber in self.tables:
            return self.tables[sumber].copy()
        there = daftar(self.tables) or "(tidak ada)"
        if sumber in self.ditahan:
            raise LaporanError(
                f"{SOURCES[sumber].label} ({sumber}) {self.bulan.label} ditahan, karena ada temuan "
                f"yang membuat angkanya keliru; lihat mutu.html. Tabel yang ada: {there}."
            )
        if sumber in SOURCES:
            source = SOURCES[sumber]
            raise LaporanError(
                f"{source.label} ({sumber}) tidak diserahkan untuk {self.bulan.label}: tidak ada "
                f"berkas {source.pattern}. Tabel yang ada: {there}."
            )
        near = get_close_matches(sumber, SOURCES, n=1)
        meant = f" Maksudnya {near[0]}?" if near else ""
        raise CallError(f"Tabel {sumber!r} tidak dikenal.{meant} Tabel yang ada: {there}.")


def write_cleaned(
    project: Project, bulan: Bulan, group: str, cleaned: Sequence[Cleaned], sidik: str
) -> None:
    """Write a group's cleaned tables and its book.

    The book goes first and comes last: a write that was broken off leaves the group stale, and
    no half of it is ever read. The month's ``ditolak.csv`` is renewed.

    Parameters
    ----------
    project, bulan, group
        Where to.
    cleaned
        The sources that were supplied.
    sidik
        The fingerprint, taken before the raw files were read.

    Raises
    ------
    LaporanError
        If the folder cannot be written.
    """
    with files_lock(project, bulan):
        try:
            _write_group(project, bulan, group, cleaned, sidik)
        except OSError as error:
            raise LaporanError(
                f"Folder {project.processed(bulan)} tidak dapat ditulisi: {error.strerror}. "
                "Periksa izinnya dan sisa ruang penyimpanan."
            ) from error


def load_month(project: Project, bulan: Bulan) -> MonthData:
    """Read a cleaned month; its tables are read when they are asked for.

    Raises
    ------
    LaporanError
        If one of its groups has not been cleaned.
    """
    with files_lock(project, bulan):
        books: dict[str, dict[str, Any]] = {}
        marks: dict[str, str] = {}
        for group in GROUPS:
            account = read_account(project, bulan, group)
            if account is None:
                raise LaporanError(
                    f"Bulan {bulan} belum dibersihkan ({group}). Jalankan: laporan clean {bulan}."
                )
            books |= account["sumber"]
            marks |= dict.fromkeys(account["sumber"], account["sidik"])

    def read(name: str) -> pd.DataFrame:
        return _read_table(project, bulan, name, marks[name])

    return _month(project, bulan, Lazy(books, read), books)


def _read_table(project: Project, bulan: Bulan, name: str, sidik: str) -> pd.DataFrame:
    """Read a table as long as it is the one whose book was read."""
    with files_lock(project, bulan):
        account = read_account(project, bulan, SOURCES[name].group)
        if account is None or account["sidik"] != sidik:
            raise LaporanError(
                f"Tabel {name} {bulan.label} dibersihkan lagi sejak bulan itu dibuka. Jalankan "
                "siapkan dan buka sekali lagi."
            )
        return pd.read_parquet(table_file(project, bulan, name))


def gather_month(project: Project, bulan: Bulan, cleaned: Sequence[Cleaned]) -> MonthData:
    """Put the cleaned sources of a month together without writing them."""
    tables = {source.sumber: source.tabel for source in cleaned}
    return _month(project, bulan, tables, {source.sumber: _book(source) for source in cleaned})


def _month(
    project: Project,
    bulan: Bulan,
    tables: Mapping[str, pd.DataFrame],
    books: Mapping[str, Mapping[str, Any]],
) -> MonthData:
    return MonthData(
        bulan=bulan,
        tables=tables,
        berkas=_join(books, "berkas"),
        dikecualikan=_join(books, "dikecualikan"),
        ditolak=_join(books, "ditolak"),
        koreksi=_join(books, "koreksi"),
        temuan=(
            *_find_unknown(project, bulan),
            *read_corrections(project.raw(bulan)).temuan,
            *_findings(books),
        ),
        pemeriksaan=tuple(
            Pemeriksaan(**check) for book in books.values() for check in book["pemeriksaan"]
        ),
        asal=Lazy(
            (name for name, book in books.items() if "asal" in book),
            lambda name: pd.DataFrame(books[name]["asal"]),
        ),
    )


def _write_group(
    project: Project, bulan: Bulan, group: str, cleaned: Sequence[Cleaned], sidik: str
) -> None:
    account = account_file(project, bulan, group)
    present = {source.sumber: source for source in cleaned}
    account.unlink(missing_ok=True)
    for name in GROUPS[group]:
        target = table_file(project, bulan, name)
        if name in present:
            put(target, partial(present[name].tabel.to_parquet, index=False))
        else:
            target.unlink(missing_ok=True)
    book = {"sidik": sidik, "sumber": {name: _book(source) for name, source in present.items()}}
    write_whole(account, json.dumps(book, ensure_ascii=False, indent=1))
    _write_ditolak(project, bulan)


def _book(cleaned: Cleaned) -> dict[str, Any]:
    listed = SOURCES[cleaned.sumber].listed and len(cleaned.asal) == len(cleaned.tabel)
    return {
        **({"asal": cleaned.asal.to_dict("list")} if listed else {}),
        "berkas": cleaned.berkas.to_dict("records"),
        "dikecualikan": cleaned.dikecualikan.to_dict("records"),
        "ditolak": cleaned.ditolak.to_dict("records"),
        "koreksi": cleaned.koreksi.to_dict("records"),
        "temuan": [asdict(finding) for finding in cleaned.temuan],
        "pemeriksaan": [asdict(check) for check in cleaned.pemeriksaan],
    }


def _join(books: Mapping[str, Mapping[str, Any]], name: str) -> pd.DataFrame:
    rows = [{"sumber": source, **row} for source, book in books.items() for row in book[name]]
    columns = ("sumber", *BOOKS[name])
    return pd.DataFrame(rows, columns=list(columns)).astype(
        {column: "str" if column in TEXTS else "int64" for column in columns}
    )


def _write_ditolak(project: Project, bulan: Bulan) -> None:
    books: dict[str, Mapping[str, Any]] = {}
    for group in GROUPS:
        account = read_account(project, bulan, group)
        books |= account["sumber"] if account else {}
    rows = _join(books, "ditolak")[list(BOOKS["ditolak"])]
    texts = [name for name in rows.columns if name in TEXTS]
    rows = rows.assign(**{name: rows[name].map(guard) for name in texts})
    write_whole(project.processed(bulan) / "ditolak.csv", rows.to_csv(index=False))


def _findings(books: Mapping[str, Mapping[str, Any]]) -> Iterator[Temuan]:
    for book in books.values():
        yield from map(Temuan.from_record, book["temuan"])


def _find_unknown(project: Project, bulan: Bulan) -> list[Temuan]:
    folder = project.raw(bulan)
    unknown = unknown_files(folder) if folder.is_dir() else []
    if not unknown:
        return []
    settings = load_settings(project.settings_file, bulan)
    return [_unknown(folder / name, settings) for name in unknown]


def _unknown(path: Path, settings: Settings) -> Temuan:
    """Tell of what is not read; where it was meant for a source, the figures would lack it."""
    name = path.name
    pattern = meant_for(name)
    if pattern is None:
        pesan = (
            "nama berkas ini tidak dikenal, sehingga tidak dibaca. "
            + (_looks_like(path, settings) or "Periksa ejaannya;")
            + " nama setiap sumber ada di data/README.md."
        )
        return Temuan("berkas dikenal", pesan, berkas=name)
    pesan = (
        f"tidak dibaca, padahal namanya mirip {pattern}. Bila isinya untuk laporan, taruh langsung "
        f"di folder bulan itu dengan nama {pattern}: keluarkan dari arsip atau folder, tunggu "
        "sampai unduhannya selesai, atau simpan ulang dalam jenis itu. Bila bukan, pindahkan."
    )
    sumber = next((each.name for each in SOURCES.values() if each.pattern == pattern), "")
    return Temuan("berkas dikenal", pesan, menghentikan=True, sumber=sumber, berkas=name)


def _looks_like(path: Path, settings: Settings) -> str:
    """Say which source a file is of by what is in it, and how it would have to be named."""
    try:
        source = surely(candidates(path, settings))
    except (LaporanError, OSError):
        return ""
    if source is None:
        return ""
    free = free_name(source, path, path.parent)
    return f"Isinya tampak seperti {source.label}; bila benar, ganti namanya menjadi {free};"
