"""A month's folder with the lists that are kept by hand, and what to export: ``laporan new``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from laporan.clean.listed_days import parse_listed_days
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import tanggal
from laporan.dasar.project import Project
from laporan.dasar.regions.official_regions import gazetteer
from laporan.dasar.settings import Settings, load_settings
from laporan.read.declaration import Known, Kolom, Setting, Source, Tipe, resolved
from laporan.read.folder import find_files
from laporan.read.reader import read_source
from laporan.read.recognition import file_name
from laporan.read.sources import SOURCES

# How a declaration says that a list comes from no system.
BY_HAND = "diisi sendiri"
# Rows that are made ready for typing.
ROWS = 500
# Excel takes a list of choices of so many characters in a cell's rule; a longer one lies apart.
_LONGEST_LIST = 255
_APART = "pilihan"


def begin_month(project: Project, bulan: Bulan) -> str:
    """Make a month's folder and its lists, and say what is to be exported.

    What lies there already stays as it is.

    Raises
    ------
    LaporanError
        If the folder cannot be written.
    """
    folder, settings = project.raw(bulan), load_settings(project.settings_file, bulan)
    lines = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in SOURCES.values():
            lines.append(_prepare(project, bulan, source, settings))
    except OSError as error:
        raise LaporanError(
            f"Folder {folder} tidak dapat ditulisi: {error.strerror}. Periksa izinnya."
        ) from error
    return "\n".join(
        [
            f"{folder}:",
            *lines,
            "",
            f"Masa setiap ekspor: {tanggal(bulan.first_day)} sampai {tanggal(bulan.last_day)}.",
            f"Berikutnya: laporan collect {bulan} FOLDER-UNDUHAN.",
        ]
    )


def _prepare(project: Project, bulan: Bulan, source: Source, settings: Settings) -> str:
    """Make a list where there is none; give the source's line of the checklist."""
    folder = project.raw(bulan)
    present = find_files(folder, source)
    if present:
        return f"[x] {', '.join(path.name for path in present)}: {source.label}, sudah ada"
    if BY_HAND not in source.dari:
        extra = " (tambahan)" if source.extra else ""
        how = f"\n      {source.unduh}." if source.unduh else ""
        return f"[ ] {source.pattern}: {source.label}{extra}, dari {source.dari}{how}"
    name = file_name(source, 1, ".xlsx")
    rows = _carried(project, bulan, source, settings)
    _write_list(folder / name, bulan, source, settings, rows)
    carried = f"; {len(rows)} baris dibawa dari {bulan.previous.label}" if len(rows) else ""
    return f"[ ] {name}: {source.label}, dibuat untuk diisi{carried}"


def _carried(
    project: Project, bulan: Bulan, source: Source, settings: Settings
) -> Sequence[dict[str, str]]:
    """Give what last month's list holds for this one: rows of this month, or what goes on.

    A list without dates goes on with the names in its first column.
    """
    before = project.raw(bulan.previous)
    names = _headings(source)
    if not before.is_dir() or not find_files(before, source):
        return []
    tables = [table.data for table in read_source(before, source.name, settings)]
    rows = pd.concat(tables, ignore_index=True).reindex(columns=names)
    dated = _title(source, Tipe.TANGGAL)
    if dated is None:
        return [{names[0]: str(name)} for name in rows[names[0]].dropna()]
    days = parse_listed_days(rows[dated], bulan)
    own = days.dt.year.eq(bulan.tahun) & days.dt.month.eq(bulan.nomor)
    return [
        {str(key): str(value) for key, value in row.items() if pd.notna(value)}
        for row in rows[own].to_dict("records")
    ]


def _write_list(
    target: Path, bulan: Bulan, source: Source, settings: Settings, rows: Sequence[dict[str, str]]
) -> None:
    names = _headings(source)
    with target.open("xb") as file:
        book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
        book.set_properties({"created": datetime(bulan.tahun, bulan.nomor, 1)})
        page = book.add_worksheet(bulan.label)
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmmm yyyy"})
        page.freeze_panes(1, 0)
        dated = _title(source, Tipe.TANGGAL)
        apart: Any = None
        for place, name in enumerate(names):
            page.set_column(place, place, max(14, len(name) + 4), day if name == dated else None)
            page.write_string(0, place, name, bold)
            rule = _rule(source, name, bulan, settings)
            choices = rule.get("source", [])
            if sum(len(choice) + 1 for choice in choices) > _LONGEST_LIST:
                apart = apart or book.add_worksheet(_APART)
                apart.hide()
                apart.write_column(0, place, choices)
                column = xlsxwriter.utility.xl_col_to_name(place, col_abs=True)
                rule["source"] = f"={_APART}!{column}$1:{column}${len(choices)}"
            if rule:
                page.data_validation(1, place, ROWS, place, rule)
        for number, row in enumerate(rows, 1):
            for place, name in enumerate(names):
                _write_cell(
                    page, number, place, row.get(name, ""), bulan if name == dated else None, day
                )
        book.close()


def _write_cell(page: Any, row: int, place: int, text: str, dated: Bulan | None, day: Any) -> None:
    if dated:
        moment = parse_listed_days(pd.Series([text], dtype="str"), dated).iloc[0]
        page.write_datetime(row, place, moment.to_pydatetime(), day)
    elif text.isdecimal() and len(text) < 16:
        page.write_number(row, place, int(text))
    elif text:
        page.write_string(row, place, text)


def _rule(source: Source, name: str, bulan: Bulan, settings: Settings) -> dict[str, Any]:
    """Give the rule of a column's cells, as Excel has it; nothing where anything may stand."""
    if name == _title(source, Tipe.TANGGAL):
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": bulan.first_day,
            "maximum": bulan.last_day,
            "error_type": "warning",
            "error_title": "Tanggal",
            "error_message": f"Tanggalnya di luar {bulan.label}: tidak akan dihitung.",
        }
    if name in source.counts:
        return {
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_title": "Jumlah",
            "error_message": "Isilah bilangan bulat tanpa pemisah ribuan.",
        }
    choices = _choices(source, name, settings)
    if not choices:
        return {}
    return {
        "validate": "list",
        "source": choices,
        "error_type": "information",
        "error_title": name,
        "error_message": "Tidak ada di daftar; ditulis apa adanya, dan diperingatkan.",
    }


def _choices(source: Source, name: str, settings: Settings) -> list[str]:
    """Give the values that a column is known to have; for who was served, the regions."""
    kolom = next((each for each in source.table if _title_of(each) == name), None)
    if kolom is None:
        return []
    if kolom.name == "pengguna_layanan":
        return sorted(gazetteer().by_pemda)
    found: list[str] = []
    for check in source.checks:
        if isinstance(check, Known) and check.column == kolom.name:
            found += [*check.values]  # noqa: PD011, no frame
            for each in check.settings:
                found += map(str, resolved(Setting(each), settings))
    return found


def _headings(source: Source) -> list[str]:
    return [column.name for column in source.columns if column.read]


def _title(source: Source, tipe: Tipe) -> str | None:
    return next((_title_of(kolom) for kolom in source.table if kolom.tipe is tipe), None)


def _title_of(kolom: Kolom) -> str:
    return str(kolom.judul or kolom.name)
