"""What a format is, and pandoc as all of them use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypandoc

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import Settings
from laporan.render.look import FILTER, FIRST_PAGE


@dataclass(frozen=True)
class Beside:
    """What a finished file stands beside.

    Attributes
    ----------
    bulan, settings
        Its month, and what is set for that.
    files
        The other files of the month, finished.
    """

    bulan: Bulan
    settings: Settings
    files: Sequence[Path]


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
        What Quarto calls it, in its settings; nothing where the embedded engine makes it always.
    make
        Makes the file by the embedded engine: from the report as pandoc reads it, with the theme in
        a folder.
    asked
        Whether it is only made for those who ask for it.
    published
        Whether it is published, where it was made.
    pixels
        Whether its pictures are pixels, as it shows no drawings.
    prepare
        Writes what it needs in the theme's folder besides the theme, whichever engine makes it.
    finish
        Gives the file that an engine made what the engine could not, among the others of its
        month.
    """

    name: str
    label: str
    file: str
    isi: str
    quarto: str
    make: Callable[[str, Path, Path], None]
    asked: bool = False
    published: bool = True
    pixels: bool = False
    prepare: Callable[[Path], None] = lambda _: None
    finish: Callable[[Path, Beside], None] = lambda _, __: None


def first_page(shape: str, look: Path) -> tuple[str, ...]:
    """Give pandoc's options for the first page alone, as a letter, a picture or a message."""
    return f"--lua-filter={look / FIRST_PAGE}", f"--metadata=bentuk:{shape}"


def run_pandoc(report: str, look: Path, writer: str, template: str, *options: str) -> str:
    """Let pandoc write the report by the theme's filter and a template of it.

    Parameters
    ----------
    report
        As pandoc has read it, in JSON.

    Raises
    ------
    LaporanError
        If pandoc fails.
    """
    theme = [f"--template={look / template}", f"--lua-filter={look / FILTER}"]
    arguments = ["--standalone", "--wrap=none", "--mathml", *options, *theme]
    return _convert(report, writer, *arguments)


def write_file(report: str, look: Path, path: Path, writer: str, *options: str) -> None:
    """Let pandoc write the report by the theme's filter into a file, by no template of the theme.

    Raises
    ------
    LaporanError
        If pandoc fails.
    """
    arguments = ["--wrap=none", *options, f"--lua-filter={look / FILTER}"]
    _convert(report, writer, *arguments, file=path)


def _convert(report: str, writer: str, *arguments: str, file: Path | None = None) -> str:
    try:
        return str(
            pypandoc.convert_text(
                report, writer, format="json", extra_args=arguments, outputfile=file
            )
        )
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
