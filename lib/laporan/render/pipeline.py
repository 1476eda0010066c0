"""A month from raw exports to finished files, in one execution of the report."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from laporan.check.prepared import read_findings
from laporan.dasar.bulan import Bulan
from laporan.dasar.made_files import JEJAK, OWN_FIGURES, SAID
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.measure.indikator import Indikator
from laporan.measure.own_figures import from_record
from laporan.read.folder import CATATAN, check_folder
from laporan.render.document import Document, read_document
from laporan.render.engines import ENGINES, engine_versions
from laporan.render.formats import FORMATS
from laporan.render.formats.format import Beside
from laporan.render.jejak import REPORT, list_inputs, make_trace, same_basis, write_trace
from laporan.render.notebook.cleaning import clean_months, stale_months
from laporan.render.notebook.progress import Progress
from laporan.render.notebook.runner import Runner
from laporan.render.output import check_writable, month_locks, publish, staging
from laporan.render.own_told import tell_own
from laporan.render.reused import tell_found, tell_reused
from laporan.render.spoken import read_said, told_unproven, write_spoken
from laporan.render.whole_page import whole_page
from laporan.store.freshness import needed_months


@dataclass(frozen=True)
class Request:
    """What is to be rendered, all of it checked."""

    project: Project
    months: Sequence[Bulan]
    formats: Sequence[str]
    engine: str

    def check(self) -> None:
        """Check what is cheap to check, before anything is begun.

        Raises
        ------
        LaporanError
            If a month has no folder, or the output can't be written.
        """
        for bulan in self.months:
            check_folder(self.project.raw(bulan))
        check_writable(self.project.out)


@dataclass(frozen=True)
class Rendered:
    """A month that was rendered: its files, what was warned of, what it took, what was found."""

    bulan: Bulan
    files: Sequence[Path]
    warnings: Sequence[str]
    took: str = ""
    found: str = ""


def render(request: Request) -> list[Rendered]:
    """Render the months, one after the other, in one kernel.

    Raises
    ------
    LaporanError
        If data, machine or settings stand in the way; then no file of that month is changed.
    """
    request.check()
    project = request.project
    rendered: list[Rendered] = []
    with Runner(project.root, project.environment) as runner:
        for bulan in request.months:
            with (
                month_locks(project, bulan),
                Progress(f"Laporan {bulan.label}", len(request.formats) + 1) as progress,
            ):
                rendered.append(render_month(request, bulan, runner, progress))
    return rendered


def render_month(request: Request, bulan: Bulan, runner: Runner, progress: Progress) -> Rendered:
    """Render a month whose locks are held.

    Parameters
    ----------
    request, bulan
        How, and which one.
    runner
        A running kernel.
    progress
        Told what runs.

    Raises
    ------
    LaporanError
        If data, machine or settings stand in the way; then no file of the month is changed.
    """
    project, begun = request.project, time.time()
    with staging(project.output(bulan)) as folder:
        document = execute_month(project, bulan, runner, folder, progress)
        labels = ", ".join(FORMATS[name].label for name in request.formats)
        progress.say(f"Menyusun {labels} dengan {request.engine}")
        ENGINES[request.engine](document, request.formats, folder, lambda _: progress.advance())
        progress.step("Menyimpan")
        files = finish(project, bulan, folder, request.engine)
    took = tell_reused(project, bulan, begun)
    found = tell_found(project, bulan)
    return Rendered(bulan, files, tuple(progress.warned), took, found)


def execute_month(
    project: Project, bulan: Bulan, runner: Runner, folder: Path, progress: Progress
) -> Document:
    """Clean what is stale and execute the report.

    Parameters
    ----------
    project, bulan
        What is executed.
    runner
        A running kernel.
    folder
        Where the files go that come from the data alone: the figures and their quality.
    progress
        Told what runs.

    Returns
    -------
    Document
        The report, with pictures by absolute paths.

    Raises
    ------
    LaporanError
        If the data are not fit, or a cell fails.
    """
    source, executed = project.notebooks / REPORT, folder / REPORT
    stale = stale_months(project, needed_months(project, bulan))
    progress.expect(sum(map(len, stale.values())) + _count_cells(source))
    clean_months(project, stale, runner, progress.step)
    progress.say("Menjalankan notebook laporan")
    runner.execute(source, executed, {"bulan": str(bulan)}, progress.advance)
    runner.run(
        "from laporan.render.filling import fill_report\n"
        f"fill_report({str(bulan)!r}, {str(executed)!r})"
    )
    document = read_document(executed).located([project.notebooks, project.root])
    for warning in document.warnings:
        progress.warn(warning)
    write_spoken(executed, document, project.raw(bulan) / CATATAN, folder / SAID)
    executed.unlink()
    runner.run(
        "from laporan.render.results import write_results\n"
        f"write_results({str(bulan)!r}, {str(folder)!r})"
    )
    said = read_said(folder / SAID)
    for warning in told_unproven(said):
        progress.warn(warning)
    return tell_own(document, said.own, _read_own(folder))


def finish(project: Project, bulan: Bulan, folder: Path, engine: str) -> list[Path]:
    """Give the staged files of a month their provenance, and move them to their place.

    A format that was not made this time stays only where inputs and code are still the same.
    """
    target = project.output(bulan)
    page = folder / FORMATS["html"].file
    said = read_said(folder / SAID)
    (folder / SAID).unlink()
    own = _read_own(folder)
    (folder / OWN_FIGURES).unlink()
    if page.is_file():
        inputs = list_inputs(project, needed_months(project, bulan))
        page.write_text(whole_page(page.read_text("utf-8"), inputs, own), "utf-8")
    versions, settings = engine_versions(engine), load_settings(project.settings_file, bulan)
    _, ditahan = read_findings(project, bulan)
    told = {"terbukti": said.record, "ditahan": ditahan}

    def trace_of(files: Sequence[Path]) -> dict[str, Any]:
        return make_trace(project, bulan, engine, versions, files) | told

    left = [target / each.file for each in FORMATS.values() if not (folder / each.file).exists()]
    left = [path for path in left if path.is_file()]
    kept = left if left and same_basis(target / JEJAK, trace_of(())) else []
    for each in FORMATS.values():
        if (folder / each.file).is_file():
            others = [path for path in folder.iterdir() if path.name != each.file]
            each.finish(folder / each.file, Beside(bulan, settings, [*others, *kept]))
    write_trace(folder / JEJAK, trace_of([*folder.iterdir(), *kept]))
    for path in left:
        if path not in kept:
            path.unlink()
    return publish(folder, target)


def _read_own(folder: Path) -> Mapping[str, Indikator]:
    """Read what the figures of analysts' cells are."""
    return from_record(json.loads((folder / OWN_FIGURES).read_text("utf-8")))


def _count_cells(notebook: Path) -> int:
    cells: list[Mapping[str, str]] = json.loads(notebook.read_text("utf-8"))["cells"]
    return sum(cell["cell_type"] == "code" for cell in cells)
