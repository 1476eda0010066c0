"""What a format is, and pandoc as all of them use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc

from laporan.dasar.errors import LaporanError
from laporan.prove.said.said import MARKDOWN
from laporan.render.look import FILTER

# To name a format, none of the libraries is needed that a document loads.
if TYPE_CHECKING:
    from laporan.render.document import Document


@dataclass(frozen=True)
class Format:
    """A form of the report.

    Attributes
    ----------
    name, label
        As people type it, and as they read it.
    file, isi
        The file that it becomes, and what readers find in it.
    quarto
        What Quarto calls it, in ``_quarto.yml``.
    make
        Makes the file by the embedded engine: from the report, with the theme in a folder.
    """

    name: str
    label: str
    file: str
    isi: str
    quarto: str
    make: Callable[[Document, Path, Path], None]


def run_pandoc(document: Document, look: Path, writer: str, template: str, *options: str) -> str:
    """Let pandoc write the report by the theme's filter and a template of it.

    Raises
    ------
    LaporanError
        If pandoc fails.
    """
    theme = [f"--template={look / template}", f"--lua-filter={look / FILTER}"]
    arguments = ["--standalone", "--wrap=none", "--mathml", *theme, *options]
    try:
        return str(
            pypandoc.convert_text(document.markdown, writer, format=MARKDOWN, extra_args=arguments)
        )
    except RuntimeError as error:
        raise LaporanError(f"Laporan tidak dapat disusun oleh pandoc: {error}") from error


def write_page(
    document: Document, look: Path, path: Path, writer: str, template: str, *options: str
) -> None:
    """Write the report as one self-contained page, with the style sheet of its template's name."""
    style = look / f"{Path(template).stem}.css"
    page = ("--css", str(style), "--embed-resources")
    text = run_pandoc(document, look, writer, template, *page, *options)
    path.write_text(text, "utf-8")
