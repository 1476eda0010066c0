"""A step of a month, done by a worker: it is told names, and leaves what it has to say in a file.

Only what is here crosses a network: folders, formats, months, digests of the code. What a step says
of the data lies in the run's folder, which all workers share.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, partial
from pathlib import Path
from traceback import extract_tb

from laporan import project_root
from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS, Jenis
from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import printable
from laporan.dasar.project import Project
from laporan.dasar.whole_file import write_whole
from laporan.render.edisi.edition_set import make_editions
from laporan.render.jejak import code_version, libraries
from laporan.render.many.warm_kernel import warm_runner
from laporan.render.notebook.cleaning import clean_months, stale_months
from laporan.render.notebook.progress import Progress
from laporan.render.output import month_locks
from laporan.render.pipeline import Request, render_month

CLEAN, MEASURE, REPORT = "bersih", "angka", "laporan"
# By the name of the kind.
EDITIONS: Mapping[str, str] = {name: f"edisi-{name}" for name in JENIS}


@dataclass(frozen=True)
class Run:
    """What all tasks of a run share.

    Attributes
    ----------
    project
        The folders; reports find those of the month before in `Project.printed`.
    folder
        Where the tasks' own words and figures go, until the run is over.
    code
        What `code_mark` gave where the run was begun.
    formats, engine
        How reports are made; editions are made in one way only.
    """

    project: Project
    folder: Path
    code: str
    formats: Sequence[str] = ()
    engine: str = ""

    def told(self, step: str, bulan: Bulan) -> Path:
        """Give the file with what a step said."""
        return self.folder / f"{step}-{bulan}.json"

    def figures(self, bulan: Bulan) -> Path:
        """Give the file with the figures that a month's report is going to print."""
        return self.folder / f"{bulan}.csv"


@dataclass(frozen=True)
class Told:
    """What came of a step: why it failed, or what was made, and what is said of a report."""

    failed: str = ""
    files: Sequence[str] = ()
    warnings: Sequence[str] = ()
    took: str = ""
    found: str = ""


def do_step(run: Run, step: str, month: str) -> None:
    """Do a step of a month, and write what came of it to the run's folder.

    A month that fails is no error here: the others go on.

    Raises
    ------
    LaporanError
        If this worker can't do any: it has other code, other libraries, or another folder.
    """
    _refuse_other_worker(run)
    bulan = Bulan.parse(month)
    try:
        told = _STEPS[step](run, bulan)
    except LaporanError as error:
        told = Told(failed=str(error))
    except Exception as error:
        # Whatever it is, it is this month's: it is told with its place, and counts as failed.
        at = extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}:{at.lineno}"
        told = Told(failed=printable(f"galat program {type(error).__name__}: {error} (di {where})"))
    write_whole(run.told(step, bulan), json.dumps(asdict(told), ensure_ascii=False))


def read_told(run: Run, step: str, bulan: Bulan) -> Told:
    """Read what came of a step.

    Raises
    ------
    LaporanError
        If nothing is there: the worker wrote it elsewhere.
    """
    try:
        return Told(**json.loads(run.told(step, bulan).read_text("utf-8")))
    except FileNotFoundError as error:
        raise LaporanError(
            f"Pekerja tidak menulis ke {run.folder} yang terlihat di sini. Semua pekerja harus "
            "memakai folder yang sama, dengan alamat yang sama."
        ) from error


@cache
def code_mark() -> str:
    """Digest the code and the libraries as this process found them when it was first asked."""
    told = [code_version()["sha256"], libraries()]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _refuse_other_worker(run: Run) -> None:
    here, root = project_root(), run.project.root
    if here is None or here.resolve() != root.resolve():
        raise LaporanError(
            f"Ada pekerja yang tidak dimulai di folder proyek {root}. Mulailah setiap pekerja "
            "dari folder itu."
        )
    if not run.folder.is_dir():
        raise LaporanError(
            f"Ada pekerja yang tidak melihat folder {run.folder}. Semua pekerja harus memakai "
            "folder yang sama, dengan alamat yang sama."
        )
    if code_mark() != run.code:
        raise LaporanError(
            "Ada pekerja dengan kode atau pustaka yang lain dari di sini; hasilnya tidak akan "
            "sama. Pasanglah pustaka yang sama (constraints.txt), lalu mulai ulang pekerjanya."
        )


def _clean(run: Run, bulan: Bulan) -> Told:
    with warm_runner(run.project) as runner:
        clean_months(run.project, stale_months(run.project, [bulan]), runner)
    return Told()


def _measure(run: Run, bulan: Bulan) -> Told:
    with warm_runner(run.project) as runner:
        runner.run(
            "from laporan.render.many.next_base import write_figures\n"
            f"write_figures({str(bulan)!r}, {str(run.figures(bulan))!r})"
        )
    return Told()


def _report(run: Run, bulan: Bulan) -> Told:
    request = Request(run.project, [bulan], run.formats, run.engine)
    with (
        warm_runner(run.project) as runner,
        month_locks(run.project, bulan),
        Progress(f"Laporan {bulan.label}", 0, shown=False) as progress,
    ):
        done = render_month(request, bulan, runner, progress)
    return Told("", [str(path) for path in done.files], done.warnings, done.took, done.found)


def _editions(jenis: Jenis, run: Run, bulan: Bulan) -> Told:
    with (
        warm_runner(run.project) as runner,
        month_locks(run.project, bulan),
        Progress(f"{jenis.label} {bulan.label}", 0, shown=False) as progress,
    ):
        files = make_editions(run.project, bulan, jenis, runner, progress)
    return Told("", [str(path) for path in files])


_STEPS: Mapping[str, Callable[[Run, Bulan], Told]] = {
    CLEAN: _clean,
    MEASURE: _measure,
    REPORT: _report,
    **{EDITIONS[name]: partial(_editions, jenis) for name, jenis in JENIS.items()},
}
