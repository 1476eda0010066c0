"""A source of a month, read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings, load_settings
from laporan.read.attendance_report import read_attendance
from laporan.read.declaration import Source
from laporan.read.folder import cannot_open, check_folder, columns_of, find_files
from laporan.read.header import Columns
from laporan.read.raw_table import RawTable
from laporan.read.sources import SOURCES
from laporan.read.spoilt_cells import refuse_dated_numbers, refuse_formula_errors
from laporan.read.tabular import read_tabular
from laporan.read.workbook import is_workbook, read_workbook

# So many rows a sheet of Excel holds: of the old kind, and of the new one.
SHEET_ROWS = (65_536, 1_048_576)


def read_source(folder: Path, name: str, settings: Settings | None = None) -> list[RawTable]:
    """Read all files of a source in a month's folder.

    Parameters
    ----------
    folder
        The month's raw exports.
    name
        A name of `SOURCES`.
    settings
        The analysts' settings; the package's own if None.

    Returns
    -------
    list[RawTable]
        Empty if the source was not supplied.

    Raises
    ------
    LaporanError
        If the folder or the tickets are missing, or a file cannot be read.
    """
    source = SOURCES[name]
    check_folder(folder)
    files = find_files(folder, source)
    if not files and source.required:
        raise LaporanError(
            f"Tidak ada berkas {source.pattern} di {folder}. Tiket wajib ada: ekspor tiket bulan "
            "itu dari Deskpro ke folder tersebut, satu berkas untuk setiap halaman. "
            f"Yang ada di sana: {', '.join(sorted(p.name for p in folder.iterdir())) or 'kosong'}."
        )
    settings = load_settings() if settings is None else settings
    tables = [table for path in files for table in _read_file(path, source, settings)]
    return _warn_of_cut(tables, source)


def _read_file(path: Path, source: Source, settings: Settings) -> list[RawTable]:
    columns = columns_of(source, settings)
    try:
        if source.attendance:
            tables = [read_attendance(path)]
        elif is_read_as_workbook(path, source):
            tables = [read_workbook(path, columns, source.counts)]
        else:
            tables = read_tabular(path, columns, stacked=source.stacked)
    except OSError as error:
        raise cannot_open(path, error) from error
    for table in tables:
        refuse_formula_errors(table.berkas, table.data[_known(table, columns)])
        _check_numbers(table, source)
    return [_warn_of_nothing(table) for table in tables]


def is_read_as_workbook(path: Path, source: Source) -> bool:
    """Tell whether a file of a source is a workbook: by its content, where it may be a text."""
    if source.text_pattern:
        return path.suffix.casefold() != ".csv" or is_workbook(path.read_bytes())
    return source.workbook


def _known(table: RawTable, columns: Columns) -> list[str]:
    return [str(name) for name in table.data if name in columns.names]


def _check_numbers(table: RawTable, source: Source) -> None:
    for column in table.data.columns.intersection(list(source.counts)):
        for baris, cell in table.data[column].dropna().items():
            kolom = table.judul.get(str(column), str(column))
            refuse_dated_numbers(table.berkas, int(str(baris)), [cell], kolom=kolom)


def _warn_of_nothing(table: RawTable) -> RawTable:
    if len(table.data) or len(table.rusak):
        return table
    judul = table.keterangan.get("judul")
    block = f" (tabel {judul})" if judul else ""
    warning = f"{table.berkas}{block} berisi judul kolom tanpa satu baris pun."
    return replace(table, peringatan=(*table.peringatan, warning))


def _warn_of_cut(tables: Sequence[RawTable], source: Source) -> list[RawTable]:
    tables = [_warn_of_full_sheet(table) for table in tables]
    if not tables or source.page_rows is None:
        return tables
    last = tables[-1]
    if len(last.data) + len(last.rusak) != source.page_rows:
        return tables
    warning = (
        f"{last.berkas} berisi tepat {angka(source.page_rows)} baris, batas satu halaman "
        "ekspor. Barangkali masih ada halaman berikutnya yang belum diunduh."
    )
    return [*tables[:-1], replace(last, peringatan=(*last.peringatan, warning))]


def _warn_of_full_sheet(table: RawTable) -> RawTable:
    """Say that a table ends where a sheet of Excel ends, as one that did not fit does."""
    last = table.data.index[-1] if len(table.data) else 0
    if last not in SHEET_ROWS and len(table.data) + 1 not in SHEET_ROWS:
        return table
    warning = (
        f"{table.berkas} berakhir tepat di baris {angka(int(last))}, batas satu lembar Excel. "
        "Barangkali baris sesudahnya hilang saat disimpan. Ekspor ulang, bila perlu sebagian demi "
        "sebagian."
    )
    return replace(table, peringatan=(*table.peringatan, warning))
