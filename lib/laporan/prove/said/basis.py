"""What can prove what a report says: its figures, its listed rows, its settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
from babel.numbers import format_decimal

from laporan.check.quality import WHOLE_MONTH
from laporan.dasar import indonesian
from laporan.dasar.arah import find_arah
from laporan.dasar.bilangan import find_bilangan, plainly
from laporan.dasar.bulan import Bulan
from laporan.dasar.inert import visible
from laporan.dasar.made_files import MUTU
from laporan.dasar.regions.official_regions import gazetteer
from laporan.measure import INDIKATOR, Angka
from laporan.measure.angka import figures_of
from laporan.measure.keputusan.siaran import DAN
from laporan.read.declaration import Between
from laporan.read.sources import SOURCES
from laporan.sections.report import Report
from laporan.show import file_origin, row_origin, setting_origin
from laporan.show.origin import definition_origin, rule_origin

_LONGEST = 2000  # rows; what is longer is counted, not listed

Rows = Mapping[str, tuple[frozenset[str], ...]]


@dataclass(frozen=True, eq=False)
class Basis:
    """What proves a report.

    Attributes
    ----------
    bulan
        The report's month.
    figures
        Each figure by the token of its key.
    rows
        What is listed by the token of its origin: the texts of its cells.
    texts
        Texts that are quoted as a whole: what the checks found, why a figure is not there.
    names
        What is called so: figures, categories, regions, what stands in listed rows and settings.
    """

    bulan: Bulan
    figures: Mapping[str, Angka]
    rows: Rows
    texts: frozenset[str]
    names: frozenset[str]

    def of_kind(self, start: str) -> list[Angka]:
        """Give the figures whose tokens begin so: all categories of a kind."""
        return [figure for token, figure in self.figures.items() if token.startswith(start)]

    @cached_property
    def telling_names(self) -> tuple[str, ...]:
        """The names that hold a number or a word of direction, in small plain letters."""
        plain = {plainly(squeeze(name))[0] for name in self.names}
        return tuple(sorted({n.lower() for n in plain if _tells(n)}, key=len, reverse=True))


def basis_of(lap: Report) -> Basis:
    """Gather what proves an opened month."""
    known = figures_of(lap.ukuran.tabel)
    figures = {each.token: each for figure in known for each in (figure, *figure.tepi.values())}
    rows: dict[str, list[frozenset[str]]] = {}
    for origin, row in _listed(lap):
        rows.setdefault(origin, []).append(row)
    return Basis(
        lap.bulan,
        figures,
        {origin: tuple(each) for origin, each in rows.items()},
        frozenset(squeeze(each) for each in _quoted(lap)),
        frozenset(_names(lap, figures.values())),
    )


def _quoted(lap: Report) -> Iterator[str]:
    yield from (str(finding) for finding in lap.bersih.temuan if finding.menahan)
    yield from (reason.text() for reason in lap.ukuran.tiada)


def squeeze(text: str) -> str:
    """Make all white space single spaces, as a reader sees it."""
    return " ".join(visible(text).split())


def forms_of_cell(cell: Any) -> set[str]:
    """Give the forms in which a cell of a listed row may be printed."""
    if isinstance(cell, list | tuple):
        return {", ".join(map(str, cell)), *(form for each in cell for form in forms_of_cell(each))}
    if cell is None or isinstance(cell, bool | Mapping) or pd.isna(cell):
        return set()
    if isinstance(cell, date):
        return {indonesian.tanggal(cell)}
    if isinstance(cell, int | float):
        return {indonesian.angka(cell), format_decimal(cell, locale=indonesian.LOCALE), str(cell)}
    return {squeeze(str(cell))}


def _tells(name: str) -> bool:
    """Tell whether a name holds a claim, and letters besides."""
    spans = [*find_bilangan(name), *((start, end) for start, end, _ in find_arah(name.lower()))]
    rest = [c for at, c in enumerate(name) if not any(a <= at < b for a, b in spans)]
    return bool(spans) and any(c.isalpha() for c in rest)


def _listed(lap: Report) -> Iterator[tuple[str, frozenset[str]]]:
    for origin, cells in _cells(lap):
        yield origin, frozenset(form for cell in cells for form in forms_of_cell(cell))


def _cells(lap: Report) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for sumber, table in lap.tables.items():
        if len(table) > _LONGEST or "nomor" in table:
            continue
        attended = _attended(lap) if sumber == "video_conference" else table
        yield from zip(
            lap.origins(sumber), attended.itertuples(index=False, name=None), strict=False
        )
        together = file_origin(lap.bulan, indonesian.daftar(lap.files(sumber)))
        for row in table.itertuples(index=False, name=None):
            yield together, row
    yield from _account(lap)
    for event in lap.peristiwa:
        yield row_origin(lap.bulan, event.berkas, event.baris), (event.peristiwa,)
    for action in lap.tindak_lanjut:
        yield row_origin(lap.bulan, action.berkas, action.baris), action.cells
    yield from _settings(lap.settings)
    for indikator in INDIKATOR.values():
        told = (indikator.nama, indikator.definisi)
        yield definition_origin(indikator.kunci), told
    for name, source in SOURCES.items():
        for check in source.checks:
            if isinstance(check, Between):
                yield rule_origin(name), (check.lowest, check.highest)


def _account(lap: Report) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Give the account of each source's files, and that of the month."""
    books = ("baris", "diambil", "dikecualikan", "ditolak")
    files, found = lap.bersih.berkas, Counter(each.sumber for each in lap.bersih.temuan)
    for sumber, own in files.groupby("sumber"):
        origin = file_origin(lap.bulan, indonesian.daftar(lap.files(str(sumber))))
        sums = [int(own[name].sum()) for name in books]
        yield origin, (SOURCES[str(sumber)].label, len(own), *sums, found[str(sumber)])
    whole = file_origin(lap.bulan, MUTU)
    yield whole, (*(int(files[name].sum()) for name in books), "nihil")
    for sumber in found.keys() - set(files["sumber"]):
        label = SOURCES[sumber].label if sumber else WHOLE_MONTH
        yield whole, (label, 0, found[sumber])


def _attended(lap: Report) -> pd.DataFrame:
    """Give the meetings beside the reports of their day, where each has one of the other."""
    meetings, reports = lap.tables["video_conference"], lap.tables.get("kehadiran")
    if reports is None or reports.empty:
        return meetings
    once = reports[~reports["tanggal"].duplicated(keep=False)]
    beside = once.assign(menit=once["durasi_detik"].astype("Float64") / 60)
    return meetings.merge(beside, on="tanggal", how="left")


def _settings(settings: Any, name: str = "") -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Give each setting under its name, and a table of settings row by row."""
    if isinstance(settings, Mapping):
        for key, value in settings.items():
            inner = f"{name}.{key}" if name else str(key)
            yield setting_origin(inner), (value,)
            if name:
                yield setting_origin(name), (key, value)
            yield from _settings(value, inner)


def _names(lap: Report, figures: Iterable[Angka]) -> Iterator[str]:
    for figure in figures:
        yield figure.kategori
        yield from figure.kategori.split(DAN)
        yield figure.dimensi.partition(":")[2]
    yield from gazetteer().by_pemda
    yield from gazetteer().by_bare
    yield from _texts(lap.settings)
    yield from (str(name) for name in lap.bersih.berkas["berkas"])
    yield from (source.label for source in SOURCES.values())
    yield from (indikator.nama for indikator in INDIKATOR.values())
    for table in lap.tables.values():
        if len(table) <= _LONGEST and "nomor" not in table:
            for column in table.select_dtypes(exclude="number"):
                for cell in table[column].dropna().unique():
                    if isinstance(cell, str):
                        yield cell


def _texts(settings: Any) -> Iterator[str]:
    if isinstance(settings, str):
        yield settings
    elif isinstance(settings, Mapping):
        for value in settings.values():
            yield from _texts(value)
    elif isinstance(settings, list | tuple):
        for value in settings:
            yield from _texts(value)
