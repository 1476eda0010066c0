"""Editions as pages: JSON filled into a template of HTML, all of it escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from laporan.dasar.brand import load_brand
from laporan.dasar.brand_style import css_variables, font_faces
from laporan.render.look import html_logo


class Pages:
    """The templates of pages, read once for all editions, with the report's style and letters."""

    def __init__(self) -> None:
        theme = files("laporan.render") / "theme"
        self._templates = Environment(
            loader=FileSystemLoader(str(theme)),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        brand = load_brand()
        styles = [(theme / name).read_text("utf-8") for name in ("laporan.css", "edisi.css")]
        self._ours = {
            "gaya": font_faces(brand) + css_variables(brand) + "".join(styles),
            "logo": html_logo(brand.logo).replace("$$", "$") if brand.logo else "",
        }

    def edition(self, edition: Mapping[str, Any]) -> str:
        """Give the page of an edition."""
        head = {name: edition[name] for name in ("judul", "subjudul", "contoh")}
        return self._edition.render(edisi=edition, **head, **self._ours)

    def index(self, record: Mapping[str, Any], archive: str = "") -> str:
        """Give the page that leads to all editions, and to their archive where it has a name."""
        made_up = next((each["contoh"] for each in record["edisi"]), "")
        head = {"judul": record["label"], "subjudul": record["rentang"], "contoh": made_up}
        template = self._templates.get_template("edisi-daftar.html")
        return template.render(edisi=record["edisi"], arsip=archive, **head, **self._ours)

    @cached_property
    def _edition(self) -> Template:
        return self._templates.get_template("edisi.html")
