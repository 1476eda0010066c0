"""The embedded engine: pandoc and Typst from their wheels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from laporan.dasar.scratch import scratch
from laporan.render.formats import FORMATS
from laporan.render.formats.format import read_report
from laporan.render.look import write_look

if TYPE_CHECKING:
    from laporan.render.document import Document


def render_pandoc(
    document: Document,
    formats: Iterable[str],
    target: Path,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Make the files of the formats.

    Parameters
    ----------
    document
        The report, with pictures by absolute paths.
    formats
        Names as in :data:`laporan.render.formats.FORMATS`.
    target
        The folder that the files go to.
    progress
        Told each format that is done.
    """
    with scratch() as look:
        write_look(look, document.letters)
        document = document.write_files(look / "gambar")
        report = read_report(document.markdown)
        with ThreadPoolExecutor() as pool:
            tasks = {
                pool.submit(FORMATS[name].make, report, look, target / FORMATS[name].file): name
                for name in formats
            }
            for task in as_completed(tasks):
                task.result()
                progress(tasks[task])
