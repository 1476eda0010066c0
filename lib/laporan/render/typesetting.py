"""Typst, with the theme's fonts alone, in a process of its own."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from laporan.dasar.errors import LaporanError

# Typst keeps what it made for the next time, a fifth of a gigabyte a report, and can't be told to
# let it go: a process that makes many reports would grow with each. To start one takes a tenth of
# a second.
_CHILD = """
import pickle, sys
import typst
source, options = pickle.load(sys.stdin.buffer)
try:
    made = typst.compile(source, **options)
except RuntimeError as error:
    made = str(error)
pickle.dump(made, sys.stdout.buffer)
"""


def compile_typst(source: Path, look: Path, made: str, **options: Any) -> list[bytes]:
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
    told = {"root": "/", "font_paths": [str(look / "huruf")], "ignore_system_fonts": True}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input=pickle.dumps((str(source), told | options)),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip()[-300:] or f"status {done.returncode}"
        raise LaporanError(f"{made} tidak dapat disusun: Typst terhenti ({why}).")
    pages = pickle.loads(done.stdout)
    if isinstance(pages, str):
        raise LaporanError(f"{made} tidak dapat disusun oleh Typst: {pages}")
    return list(pages) if isinstance(pages, list) else [pages]
