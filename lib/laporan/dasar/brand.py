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
class Logo:
    """The sign of who publishes: an SVG file, and what it shows for those who don't see it."""

    path: Path
    alt: str

    @property
    def svg(self) -> str:
        """The picture itself.

        Raises
        ------
        LaporanError
            If there is no such picture.
        """
        try:
            text = self.path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _no_logo(f"berkas {self.path} tidak dapat dibaca") from error
        if "<svg" not in text:
            raise _no_logo(f"berkas {self.path.name} bukan SVG")
        return text


def _no_logo(why: str) -> LaporanError:
    return LaporanError(
        f"_brand.yml: logo tidak dapat dipakai, {why}. Tulislah logo: {{path: logo.svg, alt: "
        "Lambang …}, dengan berkas SVG menurut letaknya dari folder proyek, atau hapus barisnya."
    )


@dataclass(frozen=True)
class Brand:
    """The look that all formats share.

    Attributes
    ----------
    colors
        Name to ``#rrggbb``, the palette of ``_brand.yml``.
    family
        The type family of text and charts.
    logo
        The sign on the first page; none unless ``_brand.yml`` has one.
    """

    colors: Mapping[str, str]
    family: str
    logo: Logo | None = None

    def __getitem__(self, name: str) -> str:
        """Give the colour of a name."""
        return self.colors[name]

    def kanal(self, name: str) -> str:
        """Give the colour of a channel; one that the palette does not know is muted."""
        return self.colors.get(name.lower().replace(" ", "-"), self.colors["redup"])


@cache
def load_brand() -> Brand:
    """Read ``_brand.yml`` in the project's root."""
    root = find_root()
    content = yaml.safe_load((root / "_brand.yml").read_text("utf-8"))
    return Brand(
        colors=content["color"]["palette"],
        family=content["typography"]["base"]["family"],
        logo=_logo(root, content.get("logo")),
    )


def _logo(root: Path, told: object) -> Logo | None:
    match told:
        case None:
            return None
        case {"path": str(path), "alt": str(alt)} if alt.strip():
            return Logo(root / path, alt)
        case _:
            raise _no_logo(f"isinya {told!r}")


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
