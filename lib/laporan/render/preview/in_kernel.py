"""What a preview does within its kernel: names as they were before a cell, and the page.

The page is made there as the cells are run there: a kernel that begins anew takes up all of a
changed ``lib/``.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib as mpl

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.measure.own_figures import Kept, all_kept, keep_only, own_figures, with_own
from laporan.prove.said.said import Spoken
from laporan.read.folder import CATATAN
from laporan.render.document import read_document
from laporan.render.filling import fill_report
from laporan.render.formats import FORMATS
from laporan.render.jejak import list_inputs
from laporan.render.pandoc import render_pandoc
from laporan.render.spoken import told_unproven, write_spoken
from laporan.render.whole_page import whole_page
from laporan.store.freshness import needed_months

# Before each cell, in order: the names and what they stood for, matplotlib's settings, and the
# figures that cells had reckoned.
_before: list[tuple[dict[str, Any], dict[Any, Any], Kept]] = []


def begin() -> None:
    """Keep what is to be gone back to, before each cell that will be run."""
    _shell().events.register("pre_run_cell", _keep)


def go_back(cells: int) -> None:
    """Let names stand for what they did after so many cells, and forget those made since.

    matplotlib's settings and own figures go back, too.

    Without it a name that a cell no longer gives would live on, and the preview would show what a
    render can't. What a cell changed within an object of a cell above stays changed.
    """
    if cells >= len(_before):
        return
    shell, (names, style, figures) = _shell(), _before[cells]
    del _before[cells:]
    shell.displayhook.flush()
    for name in shell.user_ns.keys() - names.keys():
        del shell.user_ns[name]
    shell.user_ns.update(names)
    mpl.rcParams.update(style)
    keep_only(figures)


def write_page(bulan: str, executed: str, page: str, warnings: str, spoken: str) -> None:
    """Make the page of an executed notebook, and list what is doubtful in it, and what it says.

    Texts instead of paths: this is called by code that is sent to the kernel.
    """
    project, month, notebook = Project.find(), Bulan.parse(bulan), Path(executed)
    fill_report(bulan, executed)
    document = read_document(notebook).located([project.notebooks, project.root])
    render_pandoc(document, ["html"], notebook.parent)
    plain = notebook.with_name(FORMATS["html"].file).read_text("utf-8")
    own = {name: each.indikator for name, each in own_figures(month).items()}
    inputs = list_inputs(project, needed_months(project, month))
    Path(page).write_text(whole_page(plain, inputs, own), "utf-8")
    Path(warnings).write_text(json.dumps(document.warnings), "utf-8")
    write_spoken(notebook, document, project.raw(month) / CATATAN, Path(spoken))


def list_unproven(bulan: str, spoken: str, unproven: str) -> None:
    """List what the page says and nothing proves, and the own figures that their cells type."""
    # Only here: a module of the report's that fails is told in the place of the cell that needs it.
    from laporan.check.prepared import read_prepared
    from laporan.prove.said.basis import basis_of
    from laporan.prove.said.done_again import doubted_figures
    from laporan.prove.said.proof import prove_said
    from laporan.sections.report import report_of

    project, month = Project.find(), Bulan.parse(bulan)
    prepared = read_prepared(project, month)
    if prepared is None:
        return  # The exports have changed, and the page will be made anew.
    lap = report_of(project, month, replace(prepared, ukuran=with_own(prepared.ukuran)))
    document = Spoken.from_record(json.loads(Path(spoken).read_text("utf-8")))
    said = prove_said(document, basis_of(lap))
    with mpl.rc_context():  # the cells that are run again may set it
        doubted = tuple(doubted_figures(document.sources, month, own_figures(month)))
    told = told_unproven(replace(said, unproven=(*said.unproven, *doubted)))
    Path(unproven).write_text(json.dumps(list(told)), "utf-8")


def _keep(_: object) -> None:
    style = {name: value for name, value in mpl.rcParams.copy().items() if name != "backend"}
    _before.append((dict(_shell().user_ns), style, all_kept()))


def _shell() -> Any:
    from IPython.core.getipython import get_ipython

    return get_ipython()
