"""Corrections put into the tables that a reader gave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from laporan.clean.dates import read_date
from laporan.clean.koreksi.place import MARK, Place, Places, WrongPlaceError
from laporan.clean.koreksi.value import wrong_value
from laporan.clean.koreksi.written import PEMERIKSAAN, SELURUH_BARIS, Koreksi
from laporan.clean.texts import hide_persons
from laporan.dasar.inert import shorten
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.declaration import Isi, Source
from laporan.read.header import LONGEST_SHOWN, tidy
from laporan.read.private_columns import kind_of
from laporan.read.raw_table import RawTable, book_of_rows

_MIDNIGHT = " 00:00:00"  # of a workbook's cell that holds a date
# What is told of a correction that was made, without who made it.
LISTED = ("berkas", "lembar", "baris", "kolom", "lama", "baru", "alasan", "tanggal")


@dataclass(frozen=True)
class Corrected:
    """A source's tables with its corrections.

    Attributes
    ----------
    tables
        The tables; those without corrections are the same.
    koreksi
        What was corrected, a row each, in the columns of `LISTED`; personal cells by their shape.
    temuan
        The lines that don't fit the exports.
    """

    tables: list[RawTable]
    koreksi: pd.DataFrame
    temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True)
class _Edit:
    """A correction that fits: its row, and its column in our spelling (``*`` for the row)."""

    koreksi: Koreksi
    place: Place
    kolom: str

    @property
    def row(self) -> tuple[int, int]:
        return self.place.tabel, self.place.posisi


def correct(
    tables: Sequence[RawTable], koreksi: Sequence[Koreksi], source: Source, settings: Settings
) -> Corrected:
    """Make a source's corrections; each is held against what the export says.

    Parameters
    ----------
    tables
        What the reader gave.
    koreksi
        The corrections of this source.
    """
    edits: list[_Edit] = []
    found: list[Temuan] = []
    places = Places(tables, source)
    for each in koreksi:
        edit, wrong = _examine(each, tables, places, source, settings)
        found += wrong
        edits += [edit] if edit is not None else []
    clashes = _clashing(edits)
    found += [edit.koreksi.finding("kunci", pesan) for edit, pesan in clashes]
    left = [edit for edit in edits if all(edit is not other for other, _ in clashes)]
    made = [
        _with(table, [e for e in left if e.place.tabel == at]) for at, table in enumerate(tables)
    ]
    rows = [_told(edit, tables, source, settings) for edit in left]
    listed = pd.DataFrame(rows, columns=list(LISTED))
    return Corrected(made, listed, tuple(sorted(found, key=lambda finding: finding.baris)))


def _examine(
    koreksi: Koreksi,
    tables: Sequence[RawTable],
    places: Places,
    source: Source,
    settings: Settings,
) -> tuple[_Edit | None, list[Temuan]]:
    """Find what a correction points at, and hold it against that."""
    asked = "kunci"
    try:
        place = places.find(koreksi.kunci)
        if koreksi.kolom == SELURUH_BARIS:
            return _examine_row(_Edit(koreksi, place, SELURUH_BARIS), tables)
        asked = "kolom"
        kolom = places.column(place, koreksi.kolom)
    except WrongPlaceError as error:
        return None, [koreksi.finding(asked, str(error))]
    cell = _cell(tables, place, kolom)
    show = _shower(kolom, source, settings)
    wrong = _wrong_cell(cell, koreksi, place, show)
    told = [koreksi.finding("lama", wrong)] if wrong else []
    refused = wrong_value(koreksi.baru, kolom, source, settings)
    told += [koreksi.finding("baru", refused)] if refused else []
    return (None if told else _Edit(koreksi, place, kolom)), told


def _examine_row(edit: _Edit, tables: Sequence[RawTable]) -> tuple[_Edit | None, list[Temuan]]:
    """Hold a correction that takes out a row against any of its cells."""
    koreksi, place = edit.koreksi, edit.place
    if not koreksi.lama:
        if MARK not in koreksi.kunci:
            return edit, []
        pesan = (
            "kosong, sehingga tidak dapat dipastikan bahwa baris yang dikeluarkan masih baris yang "
            "dimaksud bila ekspornya diganti. Isilah dengan isi salah satu selnya."
        )
        return edit, [koreksi.finding("lama", pesan, menghentikan=False)]
    cells = tables[place.tabel].data.iloc[place.posisi].dropna()
    if any(is_same(str(cell), koreksi.lama) for cell in cells):
        return edit, []
    pesan = (
        f"tidak satu pun sel di {place} berisi “{_shape(koreksi.lama)}”; ekspornya barangkali "
        "diganti atau sudah diperbaiki. Betulkan kuncinya, atau hapus baris koreksi ini."
    )
    return None, [koreksi.finding("lama", pesan)]


def _cell(tables: Sequence[RawTable], place: Place, kolom: str) -> str:
    cell = tables[place.tabel].data[kolom].iloc[place.posisi]
    return "" if pd.isna(cell) else str(cell)


def _wrong_cell(cell: str, koreksi: Koreksi, place: Place, show: _Shower) -> str:
    if is_same(cell, koreksi.lama):
        return ""
    if is_same(cell, koreksi.baru):
        return (
            f"di {place} kolom {koreksi.kolom!r} sudah tertulis {show(cell)}: ekspornya sudah "
            "diperbaiki. Hapus baris koreksi ini."
        )
    return (
        f"di {place} kolom {koreksi.kolom!r} tertulis {show(cell)}, bukan {show(koreksi.lama)}. "
        "Ekspornya barangkali diganti. Periksa: bila sudah benar, hapus baris koreksi ini; bila "
        "masih keliru, tulis isinya sekarang di kolom lama."
    )


def is_same(one: str, other: str) -> bool:
    """Tell whether two cells say the same: by their texts, or as the same date without a time."""
    first, second = (tidy(cell).removesuffix(_MIDNIGHT) for cell in (one, other))
    if first == second:
        return True
    day = None if ":" in first + second else read_date(first)
    return day is not None and day == read_date(second)


class _Shower:
    """Shows the cells of a column in messages and lists: personal ones by their shape."""

    def __init__(self, is_open: bool) -> None:
        self._is_open = is_open

    def text(self, cell: str) -> str:
        """Give what is listed of a cell."""
        if not self._is_open:
            return shorten(_shape(cell), LONGEST_SHOWN)
        return shorten(hide_persons(pd.Series([cell], dtype="str")).iloc[0], LONGEST_SHOWN)

    def __call__(self, cell: str) -> str:
        """Quote it within a sentence."""
        return f"“{self.text(cell)}”" if cell else "kosong"


def _shape(cell: str) -> str:
    """Keep nothing but the shape: what is listed is published, and ``Mei`` is a name, too."""
    return re.sub(r"\d", "9", re.sub(r"[^\W\d_]", "x", cell))


def _shower(kolom: str, source: Source, settings: Settings) -> _Shower:
    return _Shower(kind_of(source.name, kolom, settings) is Isi.TERBUKA)


def _clashing(edits: Sequence[_Edit]) -> list[tuple[_Edit, str]]:
    """Find the corrections of what an earlier line corrects, or takes out, too."""
    out = {edit.row: edit for edit in edits if edit.kolom == SELURUH_BARIS}
    first: dict[tuple[int, int, str], _Edit] = {}
    clashes: list[tuple[_Edit, str]] = []
    for edit in edits:
        earlier = first.setdefault((*edit.row, edit.kolom), edit)
        line = f"baris {earlier.koreksi.baris} {edit.koreksi.berkas}"
        if earlier is not edit:
            clashes.append((edit, f"{edit.place} sudah dikoreksi oleh {line}. Sisakan satu."))
        elif edit.kolom != SELURUH_BARIS and edit.row in out:
            line = f"baris {out[edit.row].koreksi.baris} {edit.koreksi.berkas}"
            clashes.append((edit, f"{edit.place} dikeluarkan oleh {line}. Sisakan satu."))
    return clashes


def _with(table: RawTable, edits: Sequence[_Edit]) -> RawTable:
    if not edits:
        return table
    cells = [edit for edit in edits if edit.kolom != SELURUH_BARIS]
    taken = [edit for edit in edits if edit.kolom == SELURUH_BARIS]
    out = pd.Series(range(len(table.data))).isin([edit.place.posisi for edit in taken]).to_numpy()
    sheets = Counter(edit.place.lembar for edit in taken)
    numbers = table.data.index[out]
    left_out = book_of_rows("aturan", numbers, [PEMERIKSAAN] * len(numbers))
    return replace(
        table,
        data=table.data.assign(**dict(_columns(table.data, cells)))[~out],
        dilewati=pd.concat([table.dilewati, left_out], ignore_index=True),
        lembar=tuple((name, count - sheets[name]) for name, count in table.lembar),
    )


def _columns(data: pd.DataFrame, edits: Sequence[_Edit]) -> Iterator[tuple[str, pd.Series[str]]]:
    for kolom in dict.fromkeys(edit.kolom for edit in edits):
        here = [edit for edit in edits if edit.kolom == kolom]
        cells = data[kolom].copy()
        cells.iloc[[edit.place.posisi for edit in here]] = [
            edit.koreksi.baru or None for edit in here
        ]
        yield kolom, cells


def _told(
    edit: _Edit, tables: Sequence[RawTable], source: Source, settings: Settings
) -> Mapping[str, object]:
    koreksi, place = edit.koreksi, edit.place
    show = _shower(edit.kolom, source, settings)
    whole = edit.kolom == SELURUH_BARIS
    reason = hide_persons(pd.Series([koreksi.alasan], dtype="str")).iloc[0]
    return {
        "berkas": place.berkas,
        "lembar": place.lembar,
        "baris": place.baris,
        "kolom": tables[place.tabel].judul.get(edit.kolom, edit.kolom),
        "lama": "" if whole else show.text(koreksi.lama),
        "baru": "" if whole else show.text(koreksi.baru),
        "alasan": reason,
        "tanggal": koreksi.tanggal.isoformat(),
    }
