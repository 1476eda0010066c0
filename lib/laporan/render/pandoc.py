"""The embedded engine: pandoc and Typst from their wheels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from laporan.dasar.scratch import scratch
from laporan.render.formats import FORMATS
from laporan.render.look import write_look
from laporan.render.office.pixels import in_pixels

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
        chosen = {name: FORMATS[name] for name in formats}
        reports = {
            pixels: (in_pixels(document, look) if pixels else document).tree
            for pixels in {each.pixels for each in chosen.values()}
        }
        for each in chosen.values():
            each.prepare(look)
        with ThreadPoolExecutor() as pool:
            tasks = {
                pool.submit(each.make, reports[each.pixels], look, target / each.file): name
                for name, each in chosen.items()
            }
            for task in as_completed(tasks):
                task.result()
                progress(tasks[task])
