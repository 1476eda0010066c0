"""Editions on paper: JSON filled into a template of Typst, which takes all of it for text."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from laporan.dasar.brand import font_folder, load_brand
from laporan.dasar.brand_style import FONTS
from laporan.dasar.errors import LaporanError
from laporan.dasar.letters import typeset
from laporan.render.look import typst_colors, typst_logo

TEMPLATE, LETTERS = "edisi.typ", "huruf"
_LOGO = "  // logo\n"


class Papers:
    """A template and its letters, read once for all editions.

    Parameters
    ----------
    folder
        Where the template and the letters are written.
    text
        All that will be set, to know the letters that it needs.
    """

    def __init__(self, folder: Path, text: str) -> None:
        brand, self._needed = load_brand(), typeset(text)
        theme = (files("laporan.render") / "theme" / TEMPLATE).read_text("utf-8")
        logo = typst_logo(brand.logo).replace("$$", "$") if brand.logo else ""
        head = typst_colors(brand, self._needed.families)
        (folder / TEMPLATE).write_text(head + theme.replace(_LOGO, logo), "utf-8")
        letters = folder / LETTERS
        letters.mkdir()
        own = [font_folder() / f"source-sans-pro-{name}.ttf" for name in FONTS]
        for file in (*own, *(face.path for face in self._needed.faces)):
            shutil.copyfile(file, letters / file.name)
        self._compiler = typst.Compiler(
            str(folder / TEMPLATE),
            root="/",
            font_paths=[str(letters)],
            ignore_system_fonts=True,
        )

    def edition(self, edition: Mapping[str, Any]) -> bytes:
        """Give the PDF of an edition.

        Raises
        ------
        LaporanError
            If Typst can't set it.
        """
        told = json.dumps(_shown(edition, self._needed.shown), ensure_ascii=False)
        try:
            pdf = self._compiler.compile(sys_inputs={"edisi": told}, pdf_standards=["ua-1"])
        except RuntimeError as error:
            raise LaporanError(
                f"PDF {edition['judul']} tidak dapat disusun oleh Typst: {error}"
            ) from error
        assert isinstance(pdf, bytes)
        return pdf


def _shown(told: Any, shown: Any) -> Any:
    """Give the same with names for the letters that no font has."""
    match told:
        case str():
            return shown(told)
        case Mapping():
            return {name: _shown(each, shown) for name, each in told.items()}
        case list():
            return [_shown(each, shown) for each in told]
        case _:
            return told
