"""Own figures, reckoned again: what doesn't change when its table does was typed."""

from __future__ import annotations

import ast
import io
import math
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, fields
from functools import partial

from IPython.core.inputtransformer2 import TransformerManager

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.measure.own_figures import OwnFigure
from laporan.prove.said.altered import CHANGES, altered_report
from laporan.prove.said.own_cells import is_section
from laporan.prove.said.said import Unproven
from laporan.sections.report import Report, opened_as

# A figure that moves by less reads the same: it is typed, and something was added for show.
_LEAST, _LARGE = 1e-3, 10
Cells = Sequence[tuple[int, ast.Module]]


@dataclass(frozen=True)
class _Trial(Report):
    """An opened month that only notes which figures its cells give, whatever they are."""

    given: dict[str, Angka] = field(default_factory=dict)

    def angka(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Angka | None:
        """Find a figure; an own one as it was given in this trial."""
        if indikator in self.given:
            return self.given[indikator]
        return super().angka(indikator, dimensi, kategori, bulan)

    def ukur(
        self,
        kunci: str,
        nilai: float,
        /,
        *,
        satuan: str,
        arti: str,
        dari: str = "",
        sumber: str = "",
    ) -> Angka:
        """Note an own figure."""
        self.given[kunci] = Angka(str(self.bulan), kunci, "", "", float(nilai), satuan)
        return self.given[kunci]


@dataclass(frozen=True)
class _Run:
    """What cells gave when they were run: figures, and what stopped a cell."""

    given: Mapping[str, Angka]
    stopped: Mapping[int, Exception]


def doubted_figures(
    sources: Mapping[int, str], bulan: Bulan, own: Mapping[str, OwnFigure]
) -> Iterator[Unproven]:
    """Find the own figures that their cells type and do not reckon from the table they name.

    The cells that give own figures are run again, with what they rest on, in a namespace of their
    own and with altered tables, until each figure has moved. Last they are run with the tables as
    they are, so that files which they write are left as they were; a figure that comes out
    otherwise then can't be proven either.

    Parameters
    ----------
    sources
        The code of the executed report's code cells, by number.
    bulan, own
        The report's month and its own figures.
    """
    reckoned = {name: each for name, each in own.items() if not each.is_typed}
    if not reckoned:
        return
    cells = needed_cells(sources)
    named = [each for _, tree in cells for each in _constants(tree)]
    reasons: dict[str, str] = {}
    for dari in dict.fromkeys(each.indikator.sumber[0] for each in reckoned.values()):
        still = {name: each for name, each in reckoned.items() if dari in each.indikator.sumber}
        stopped: dict[int, Exception] = {}
        for change in range(len(CHANGES)):
            alter = partial(altered_report, sumber=dari, change=change, named=named)
            run = _run(cells, bulan, alter)
            still = {name: each for name, each in still.items() if not _moved(each, run)}
            stopped |= run.stopped
            if not still:
                break
        for name in still:
            raised = stopped.get(_cell_of(name, cells))
            reasons[name] = _STOPPED.format(dari, raised) if raised else _TYPED.format(dari)
    again = _run(cells, bulan, lambda lap: lap)
    for name, each in reckoned.items():
        angka = again.given.get(name)
        if angka is None or not math.isclose(angka.nilai, each.angka.nilai, rel_tol=1e-9):
            reasons[name] = _UNSTABLE
    for name, reason in reasons.items():
        figure = reckoned[name]
        text = figure.angka.text("" if figure.angka.nilai.is_integer() else "2")
        sentence = f"{name}: {figure.indikator.nama}"
        yield Unproven(_cell_of(name, cells), "lap.ukur", sentence, text, "", reason)


_TYPED = (
    "tidak berubah ketika tabel {} diubah, jadi diketik, bukan dihitung, dan memerlukan sumber=,"
)
_STOPPED = "tidak dapat diuji: selnya gagal ketika tabel {} diubah ({!r}),"
_UNSTABLE = (
    "tidak dapat diuji: selnya, dijalankan lagi bersama sel yang menjadi dasarnya, memberi nilai "
    "lain,"
)


def needed_cells(sources: Mapping[int, str]) -> Cells:
    """Give the cells that give own figures, and those before them that they rest on."""
    found: list[tuple[int, ast.Module]] = []
    wanted: set[str] = set()
    transform = TransformerManager().transform_cell  # type: ignore[no-untyped-call]
    for number, source in sorted(sources.items(), reverse=True):
        try:
            tree = ast.parse(transform(source))
        except SyntaxError:  # such as a cell of another language
            continue
        if _gives_figures(tree) or wanted & _makes(tree, section=is_section(source)):
            found.append((number, tree))
            wanted |= {
                node.id
                for node in ast.walk(tree)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            }
    return found[::-1]


def _constants(tree: ast.AST) -> Iterator[str | float]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | float | int):
            yield node.value


def _gives_figures(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == "ukur" for node in ast.walk(tree))


def _makes(tree: ast.AST, *, section: bool) -> set[str]:
    """Give the names that a cell binds, or whose objects it changes."""
    made: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                made.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                made.add(name)
            case ast.alias(name=name, asname=other):
                made.add(other or name.partition(".")[0])
            case (
                ast.Attribute(ctx=ast.Store() | ast.Del())
                | ast.Subscript(ctx=ast.Store() | ast.Del())
            ):
                made |= _root(node)
            case ast.Expr(value=ast.Call(func=called)) if not section:
                made |= _root(called)
    return made


def _root(node: ast.expr) -> set[str]:
    """Give the name that an expression such as ``tabel.loc[0]`` begins with."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _cell_of(name: str, cells: Cells) -> int:
    """Give the number of the cell that gives an own figure, 0 where none names it."""
    return next(
        (
            number
            for number, tree in cells
            if _gives_figures(tree)
            and any(
                isinstance(each, ast.Constant) and each.value == name for each in ast.walk(tree)
            )
        ),
        0,
    )


def _run(cells: Cells, bulan: Bulan, change: Callable[[Report], Report]) -> _Run:
    """Run cells in a namespace of their own; one that raises does not stop those below it."""
    given: dict[str, Angka] = {}
    stopped: dict[int, Exception] = {}

    def trial(lap: Report) -> Report:
        other = change(lap)
        return _Trial(
            **{each.name: getattr(other, each.name) for each in fields(Report)}, given=given
        )

    space: dict[str, object] = {"__name__": "__main__"}
    with opened_as(trial), redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, tree in cells:
            try:
                exec(compile(tree, f"sel ke-{number}", "exec"), space)
            except Exception as error:
                stopped[number] = error
            space["bulan"] = str(bulan)  # as papermill gives it
    return _Run(given, stopped)


def _moved(figure: OwnFigure, run: _Run) -> bool:
    before, angka = figure.angka.nilai, run.given.get(figure.indikator.kunci)
    if angka is None or not math.isfinite(angka.nilai):
        return False
    return abs(angka.nilai - before) > _LEAST * min(abs(before), _LARGE)
