"""The embedded engine: pandoc and Typst from their wheels."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import pypandoc
import typst

from laporan.dasar.errors import LaporanError
from laporan.render.document import MARKDOWN, Document
from laporan.render.look import FILTERS, write_look
from laporan.render.output_formats import FILES


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
        Names as in :data:`laporan.render.output_formats.FILES`.
    target
        The folder that the files go to.
    progress
        Told each format that is done.
    """
    with tempfile.TemporaryDirectory(prefix="laporan-") as name:
        look = Path(name)
        write_look(look)
        with ThreadPoolExecutor() as pool:
            tasks = {
                pool.submit(_MAKERS[name], document, look, target / FILES[name]): name
                for name in formats
            }
            for task in as_completed(tasks):
                task.result()
                progress(tasks[task])


def _make_html(document: Document, look: Path, path: Path) -> None:
    sections = ("--section-divs", "--toc", "--toc-depth=2")
    text = _convert(document, look, "html5", "laporan.html", "laporan.css", *sections)
    path.write_text(text, "utf-8")


def _make_slides(document: Document, look: Path, path: Path) -> None:
    reveal = ("-V", f"reveal-folder={look / 'reveal'}", "--slide-level=2")
    text = _convert(document, look, "revealjs", "slide.html", "slide.css", *reveal)
    path.write_text(text, "utf-8")


def _make_pdf(document: Document, look: Path, path: Path) -> None:
    source = look / "laporan-isi.typ"
    source.write_text(_run_pandoc(document, look, "typst", "laporan.typ"), "utf-8")
    try:
        pdf = typst.compile(
            str(source),
            root="/",
            font_paths=[str(look / "huruf")],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except RuntimeError as error:
        raise LaporanError(f"PDF tidak dapat disusun oleh Typst: {error}") from error
    path.write_bytes(pdf)


_MAKERS: dict[str, Callable[[Document, Path, Path], None]] = {
    "html": _make_html,
    "slide": _make_slides,
    "pdf": _make_pdf,
}


def _convert(
    document: Document, look: Path, writer: str, template: str, css: str, *options: str
) -> str:
    page = ("--css", str(look / css), "--embed-resources")
    return _run_pandoc(document, look, writer, template, *page, *options)


def _run_pandoc(document: Document, look: Path, writer: str, template: str, *options: str) -> str:
    filters = [f"--lua-filter={look / name}" for name in FILTERS]
    arguments = ["--standalone", "--wrap=none", f"--template={look / template}", *filters, *options]
    try:
        return str(
            pypandoc.convert_text(document.markdown, writer, format=MARKDOWN, extra_args=arguments)
        )
    except RuntimeError as error:
        raise LaporanError(f"Laporan tidak dapat disusun oleh pandoc: {error}") from error
