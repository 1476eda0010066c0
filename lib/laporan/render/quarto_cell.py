"""The cell of ``index.qmd``: the executed report, as Quarto takes it once for each format."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.render.formats import FORMATS
from laporan.render.look import write_letters
from laporan.render.notebook.progress import Progress
from laporan.render.notebook.runner import Runner
from laporan.render.office.pixels import in_pixels
from laporan.render.output import month_locks
from laporan.render.pipeline import execute_month
from laporan.render.quarto import write_text
from laporan.render.quarto_run import Executed, QuartoRun, read_executed
from laporan.show import Markdown
from laporan.store.month_asked import find_month

INFO_VARIABLE = "QUARTO_EXECUTE_INFO"
PROFILE_VARIABLE = "QUARTO_PROFILE"
_TEXT, _PIXELS = "laporan.md", "laporan-piksel.md"


def susun(bulan: str) -> Markdown:
    """Give the report of a month as one document.

    It is executed once for all formats of a render. A format that asks again is being rendered
    again, by a preview, and gets the report as it is by then.

    Parameters
    ----------
    bulan
        ``2023-07``; Quarto's parameter.

    Raises
    ------
    CallError
        If it is no month.
    LaporanError
        If the data are not fit, or a cell of the report fails.
    """
    project, month = find_month(bulan)
    work = QuartoRun(project.root).work
    wanted = target_format(os.environ)
    executed = read_executed(work)
    chosen = next((each for each in FORMATS.values() if each.quarto == wanted), None)
    pixels = chosen is not None and chosen.pixels
    if executed is None or executed.bulan != str(month) or wanted in executed.formats:
        # A render of several formats asks for pages first.
        drawn = pixels or bool(os.environ.get(PROFILE_VARIABLE))
        executed = Executed(str(month), warnings=_execute(project, month, work, pixels=drawn))
    replace(executed, formats=(*executed.formats, wanted)).write(work)
    if chosen is not None:
        chosen.prepare(QuartoRun(project.root).look)
    return Markdown((work / (_PIXELS if pixels else _TEXT)).read_text("utf-8"))


def _execute(project: Project, bulan: Bulan, work: Path, *, pixels: bool) -> tuple[str, ...]:
    """Execute the report, and give what was warned of.

    Parameters
    ----------
    pixels
        Whether a format of this render shows no drawings.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    with (
        month_locks(project, bulan),
        Runner(project.root, project.environment) as runner,
        Progress(f"Laporan {bulan.label}", 0) as progress,
    ):
        document = execute_month(project, bulan, runner, work, progress)
    write_letters(QuartoRun(project.root).look, document.letters)
    text = write_text(document, work / "gambar", project.root)
    (work / _TEXT).write_text(text, "utf-8")
    if pixels:
        drawn = in_pixels(document.write_files(work / "sel"), QuartoRun(project.root).look)
        text = write_text(drawn, work / "piksel", project.root)
        (work / _PIXELS).write_text(text, "utf-8")
    return tuple(progress.warned)


def target_format(environment: Mapping[str, str]) -> str:
    """Tell which format Quarto executes for."""
    info = json.loads(Path(environment[INFO_VARIABLE]).read_text("utf-8"))
    return str(info["format"]["identifier"]["target-format"])
