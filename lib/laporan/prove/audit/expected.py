"""What each finished file must say, block by block, from the report's Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypandoc

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import find_root
from laporan.prove.audit.blocks import Block, read_blocks
from laporan.render.document import MARKDOWN
from laporan.render.look import FILTER, write_frame

HTML, SLIDE, PDF = "laporan.html", "slide.html", "laporan.pdf"
_WRITERS = {
    HTML: ("html5", ("--section-divs", "--toc", "--toc-depth=2")),
    SLIDE: ("revealjs", ("--slide-level=2",)),
}


def expected_blocks(markdown: str, scratch: Path) -> Mapping[str, list[Block]]:
    """Give the blocks of both pages, by the theme's own filter and templates.

    Pictures, fonts and style are left out: they hold no text.

    Parameters
    ----------
    scratch
        A folder for the filter and templates.
    """
    write_frame(scratch)
    with ThreadPoolExecutor() as pool:
        pages = pool.map(lambda name: _page(markdown, scratch, name), _WRITERS)
        return {name: read_blocks(page) for name, page in zip(_WRITERS, pages, strict=True)}


def _page(markdown: str, theme: Path, name: str) -> str:
    writer, options = _WRITERS[name]
    arguments = [
        *("--standalone", "--wrap=none", f"--template={theme / name}"),
        *(f"--lua-filter={theme / FILTER}", *options),
    ]
    try:
        return str(
            pypandoc.convert_text(
                markdown, writer, format=MARKDOWN, extra_args=arguments, cworkdir=str(find_root())
            )
        )
    except RuntimeError as error:
        raise LaporanError(f"Laporan tidak dapat disusun ulang oleh pandoc: {error}") from error
