"""The two engines by name, and which one to take."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from importlib.metadata import version

import pypandoc

from laporan.dasar.errors import LaporanError
from laporan.render.pandoc import render_pandoc
from laporan.render.quarto import find_quarto, render_quarto

ENGINES: Mapping[str, Callable[..., None]] = {"quarto": render_quarto, "pandoc": render_pandoc}


def choose_engine(name: str | None) -> str:
    """Take the engine asked for, else Quarto where it is installed, else the embedded one.

    Raises
    ------
    LaporanError
        If Quarto is asked for and not installed.
    """
    if name == "quarto" and find_quarto() is None:
        raise LaporanError(
            "Quarto tidak terpasang: perintah quarto tidak ada di PATH. "
            "Pasanglah dari https://quarto.org, atau pakailah --engine pandoc."
        )
    return name or ("quarto" if find_quarto() else "pandoc")


def is_installed(name: str, versions: Mapping[str, str]) -> bool:
    """Tell whether an engine is here, in those versions of its parts."""
    if name not in ENGINES or (name == "quarto" and find_quarto() is None):
        return False
    return engine_versions(name) == dict(versions)


def engine_versions(name: str) -> dict[str, str]:
    """Give the versions of an engine's parts."""
    if name == "pandoc":
        return {
            "pandoc": pypandoc.get_pandoc_version(),
            "typst": version("typst"),
            "reveal.js": version("sphinx-revealjs"),
        }
    quarto = str(find_quarto())
    done = subprocess.run([quarto, "--version"], capture_output=True, text=True, check=True)
    return {"quarto": done.stdout.strip()}
