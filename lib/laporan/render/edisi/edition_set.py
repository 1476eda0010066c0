"""All editions of a kind: their notebook is executed once, then filled in for each reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis
from laporan.dasar.errors import LaporanError
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.read.folder import check_folder
from laporan.render.edisi.edition_pages import Pages
from laporan.render.edisi.edition_papers import Papers
from laporan.render.jejak import EDITIONS, make_trace, write_trace
from laporan.render.notebook.cleaning import clean_months, stale_months
from laporan.render.notebook.progress import Progress
from laporan.render.notebook.runner import Runner
from laporan.render.office.package_bytes import write_package
from laporan.render.output import check_writable, month_locks, publish, staging
from laporan.sections.edisi.edition import MIME
from laporan.store.freshness import needed_months

INDEX = "index.html"
ENGINE = "typst"


def render_editions(project: Project, bulan: Bulan, jenis: Jenis) -> list[Path]:
    """Make the editions of a month, and of a kind, in a kernel of their own.

    Returns
    -------
    list of Path
        The finished files: a page and a paper a reader, the index, the archive, the figures, and
        where all of it comes from.

    Raises
    ------
    LaporanError
        If data, machine or settings stand in the way; then no file is changed.
    """
    check_folder(project.raw(bulan))
    check_writable(project.out)
    with (
        Runner(project.root, project.environment) as runner,
        month_locks(project, bulan),
        Progress(f"{jenis.label} {bulan.label}", 2) as progress,
    ):
        return make_editions(project, bulan, jenis, runner, progress)


def make_editions(
    project: Project, bulan: Bulan, jenis: Jenis, runner: Runner, progress: Progress
) -> list[Path]:
    """Make the editions of a month whose locks are held.

    Parameters
    ----------
    project, bulan, jenis
        Of what.
    runner
        A running kernel.
    progress
        Told what runs.

    Returns
    -------
    list of Path
        The finished files.

    Raises
    ------
    LaporanError
        If data, machine or settings stand in the way; then no file is changed.
    """
    target = project.editions(bulan, jenis.nama)
    with staging(target) as folder:
        record = _execute(project, bulan, jenis, runner, progress)
        progress.step(f"Mengisi {len(record['edisi'])} edisi")
        progress.expect(len(record["edisi"]))
        for name, content in fill_editions(record, progress.advance):
            (folder / name).write_bytes(content)
        _write_archive(folder, record)
        trace = make_trace(project, bulan, ENGINE, engine_parts(), folder.iterdir())
        made_up = any(edition["contoh"] for edition in record["edisi"])
        told = {"edisi": jenis.nama, "contoh": trace["contoh"] or made_up}
        write_trace(folder / JEJAK, trace | told)
        progress.step("Menyimpan")
        _take_away(target, keep={path.name for path in folder.iterdir()})
        return publish(folder, target)


def _write_archive(folder: Path, record: Mapping[str, Any]) -> None:
    """Pack all that readers get; the index within the archive does not lead to the archive."""
    parts = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    parts[INDEX] = Pages().index(record).encode()
    write_package(folder / archive_name(record), parts)


def engine_parts() -> dict[str, str]:
    """Give the versions of what fills the templates."""
    return {name: version(name) for name in (ENGINE, "jinja2")}


def archive_name(record: Mapping[str, Any]) -> str:
    """Name the archive of all editions."""
    return f"edisi-{record['jenis']}-{record['bulan']}.zip"


def fill_editions(
    record: Mapping[str, Any], on_edition: Callable[[], None] = lambda: None
) -> Iterator[tuple[str, bytes]]:
    """Fill the templates; nothing but the record plays a part in it.

    Parameters
    ----------
    record
        What the notebook gave.
    on_edition
        Called after each edition.

    Yields
    ------
    str, bytes
        A file's name, and its content.
    """
    with scratch() as look:
        pages = Pages()
        papers = Papers(look, json.dumps(record["edisi"], ensure_ascii=False))
        for edition in record["edisi"]:
            yield f"{edition['berkas']}.html", pages.edition(edition).encode()
            yield f"{edition['berkas']}.pdf", papers.edition(edition)
            on_edition()
    yield INDEX, pages.index(record, archive_name(record)).encode()
    yield UKURAN, record["ukuran"].encode()


def _execute(
    project: Project, bulan: Bulan, jenis: Jenis, runner: Runner, progress: Progress
) -> Mapping[str, Any]:
    """Clean what is stale, run the notebook, and take what its last cell gave."""
    with scratch() as folder:
        stale = stale_months(project, needed_months(project, bulan))
        progress.expect(sum(map(len, stale.values())))
        clean_months(project, stale, runner, progress.step)
        progress.say("Menjalankan notebook edisi")
        executed = folder / EDITIONS
        parameters = {"bulan": str(bulan), "jenis": jenis.nama}
        runner.execute(project.notebooks / EDITIONS, executed, parameters)
        return read_record(executed)


def read_record(executed: Path) -> Mapping[str, Any]:
    """Read the editions out of their executed notebook.

    Raises
    ------
    LaporanError
        If no cell gave any.
    """
    cells = json.loads(executed.read_text("utf-8"))["cells"]
    outputs = [each.get("data", {}) for cell in cells for each in cell.get("outputs", ())]
    records = [data[MIME] for data in outputs if MIME in data]
    if not records:
        raise LaporanError(
            f"Notebook {executed.name} tidak memberi edisi apa pun. Sel terakhirnya harus "
            "e.susun(lap, angka), tanpa titik koma di belakangnya."
        )
    found: Mapping[str, Any] = records[-1]
    return found


def _take_away(target: Path, keep: set[str]) -> None:
    """Take away the editions of readers that are no more."""
    for path in target.glob("*.*"):
        if path.name not in keep and path.is_file():
            path.unlink()
