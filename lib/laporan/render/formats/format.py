"""What a format is, and pandoc as all of them use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypandoc

from laporan.dasar.errors import LaporanError
from laporan.prove.said.said import MARKDOWN
from laporan.render.look import FILTER

# As pandoc hands on what it has read.
_READ = "json"


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
        Makes the file by the embedded engine: from the report as pandoc reads it, with the theme in
        a folder.
    """

    name: str
    label: str
    file: str
    isi: str
    quarto: str
    make: Callable[[str, Path, Path], None]


def read_report(markdown: str) -> str:
    """Let pandoc read the report, once for all formats that it writes.

    Raises
    ------
    LaporanError
        If pandoc fails.
    """
    return _convert(markdown, MARKDOWN, _READ)


def run_pandoc(report: str, look: Path, writer: str, template: str, *options: str) -> str:
    """Let pandoc write the report by the theme's filter and a template of it.

    Parameters
    ----------
    report
        As :func:`read_report` gives it.

    Raises
    ------
    LaporanError
        If pandoc fails.
    """
    theme = [f"--template={look / template}", f"--lua-filter={look / FILTER}"]
    arguments = ["--standalone", "--wrap=none", "--mathml", *theme, *options]
    return _convert(report, _READ, writer, *arguments)


def _convert(text: str, reader: str, writer: str, *arguments: str) -> str:
    try:
        return str(pypandoc.convert_text(text, writer, format=reader, extra_args=arguments))
    except RuntimeError as error:
        raise LaporanError(f"Laporan tidak dapat disusun oleh pandoc: {error}") from error


def write_page(
    report: str, look: Path, path: Path, writer: str, template: str, *options: str
) -> None:
    """Write the report as one self-contained page, with the style sheet of its template's name."""
    style = look / f"{Path(template).stem}.css"
    page = ("--css", str(style), "--embed-resources")
    text = run_pandoc(report, look, writer, template, *page, *options)
    path.write_text(text, "utf-8")
