"""Colours and type, as ``_brand.yml`` has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import yaml

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import find_root


@dataclass(frozen=True)
class Brand:
    """The look that all formats share.

    Attributes
    ----------
    colors
        Name to ``#rrggbb``, the palette of ``_brand.yml``.
    family
        The type family of text and charts.
    """

    colors: Mapping[str, str]
    family: str

    def __getitem__(self, name: str) -> str:
        """Give the colour of a name."""
        return self.colors[name]

    def kanal(self, name: str) -> str:
        """Give the colour of a channel; one that the palette does not know is muted."""
        return self.colors.get(name.lower().replace(" ", "-"), self.colors["redup"])


@cache
def load_brand() -> Brand:
    """Read ``_brand.yml`` in the project's root."""
    content = yaml.safe_load((find_root() / "_brand.yml").read_text("utf-8"))
    return Brand(colors=content["color"]["palette"], family=content["typography"]["base"]["family"])


def reveal_folder() -> Path:
    """Find reveal.js where the ``sphinx-revealjs`` wheel keeps it; Sphinx is not imported."""
    spec = find_spec("sphinx_revealjs")
    if spec is None or spec.origin is None:
        raise LaporanError(
            "Paket sphinx-revealjs tidak terpasang. Jalankan lagi pemasangan menurut README."
        )
    return Path(spec.origin).parent / "_static" / "revealjs"


def font_folder() -> Path:
    """Find the folder of the family's font files (ttf and woff)."""
    return reveal_folder() / "dist" / "theme" / "fonts" / "source-sans-pro"
