"""Typst, with the theme's fonts alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typst

from laporan.dasar.errors import LaporanError


def typeset(source: Path, look: Path, made: str, **options: Any) -> list[bytes]:
    """Give the pages that Typst makes of a file; what is no picture is one.

    Parameters
    ----------
    source
        The Typst file.
    look
        The theme's folder, which holds the fonts: those of a machine would change the bytes.
    made
        What is made, as it begins a sentence of the error.
    options
        What :func:`typst.compile` is told besides, such as ``format`` and ``ppi``.

    Raises
    ------
    LaporanError
        If Typst can't make it.
    """
    try:
        pages = typst.compile(
            str(source),
            root="/",
            font_paths=[str(look / "huruf")],
            ignore_system_fonts=True,
            **options,
        )
    except RuntimeError as error:
        raise LaporanError(f"{made} tidak dapat disusun oleh Typst: {error}") from error
    return list(pages) if isinstance(pages, list) else [pages]
