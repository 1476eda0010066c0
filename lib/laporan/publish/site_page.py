"""What all pages of the site share; lxml builds them, so that whatever a file holds stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.check.quality.plain_table import text
from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.measure.angka import Angka
from laporan.publish.changes import MISSING
from laporan.publish.issues import FEED, PAGE, Version
from laporan.render.look import css_variables, font_faces
from laporan.show import plain

TITLE = "Laporan Layanan Informasi DJPK"
STYLE = "gaya.css"
# Nothing is fetched from elsewhere and nothing runs, whatever a file smuggles in. A page that is
# opened from a folder has no origin of its own, so "self" alone would not let its style in.
_POLICY = "default-src 'none'; style-src 'self' file:; font-src data:; img-src 'self' file:"

Part: TypeAlias = HtmlElement | str


def page(title: str, subtitle: str, trail: Sequence[tuple[str, str]], parts: Iterable[Part],
         *, root: str, head: Iterable[HtmlElement] = ()) -> bytes:  # fmt: skip
    """Make a page.

    Parameters
    ----------
    title, subtitle
        The heading; the subtitle may be empty.
    trail
        Names and addresses of the pages above, from the archive on.
    parts
        The content.
    root
        The way to the site's root: empty, or ``../`` as often as it takes.
    head
        What the page says of itself to others than readers.
    """
    above = E.nav(
        E.ol(*(E.li(E.a(name, href=address)) for name, address in trail)),
        CLASS("jejak-laman"),
        {"aria-label": "Letak laman ini"},
    )
    document = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.meta(name="color-scheme", content="light dark"),
            E.title(f"{title}: {subtitle}" if subtitle else title),
            *head,
            E.link(rel="stylesheet", href=root + STYLE),
            E.link(
                rel="alternate", type="application/atom+xml", href=root + FEED, title="Umpan Atom"
            ),
        ),
        E.body(
            E.a("Langsung ke isi", CLASS("lewati"), href="#isi"),
            E.header(
                E.div(
                    *([above] if trail else []),
                    E.h1(title),
                    *([E.p(subtitle, CLASS("subjudul"))] if subtitle else []),
                    CLASS("kepala-isi"),
                ),
                CLASS("kepala"),
            ),
            E.main(*parts, CLASS("lembar"), id="isi"),
            E.footer(
                E.p(
                    E.a("Arsip laporan", href=root + PAGE),
                    " · ",
                    E.a("Umpan Atom", href=root + FEED),
                ),
                CLASS("kaki"),
            ),
        ),
        lang="id",
    )
    content: str = html.tostring(document, doctype="<!DOCTYPE html>", encoding="unicode")
    return (content + "\n").encode()


@cache
def style() -> bytes:
    """Give the style sheet: the report's, and what the site adds to it."""
    brand = load_brand()
    theme = (files("laporan.render") / "theme" / "laporan.css").read_text("utf-8")
    own = (files(__package__) / "situs.css").read_text("utf-8")
    return (font_faces(brand) + css_variables(brand) + theme + own).encode()


def section(title: str, name: str, *parts: Part) -> HtmlElement:
    """Make a part of a page with its heading."""
    heading = E.h2(title, id=name)
    return E.section(heading, *parts, CLASS("level2"), {"aria-labelledby": name})


def figure_text(figure: Angka | None, decimals: int = 0) -> HtmlElement:
    """Print a figure with its key, or a dash that is read out as missing."""
    if figure is None:
        return E.span(MISSING, {"role": "img", "aria-label": "tidak ada"})
    spec = "" if figure.satuan == "persen" else str(decimals)
    return E.span(figure.text(spec), CLASS("angka"), {"data-kunci": figure.token})


def table(
    caption: Part, head: Sequence[tuple[str, str]], rows: Iterable[Sequence[Part]], *, of: str
) -> HtmlElement:
    """Make a table that scrolls in its own box; the first cell heads its row.

    Parameters
    ----------
    head
        Text and class of each column.
    of
        What it is a table of, for those who cannot see it.
    """
    body = []
    for row in rows:
        cells = [E.td(cell, CLASS(kind)) for cell, (_, kind) in zip(row, head, strict=True)]
        cells[0].tag = "th"
        cells[0].set("scope", "row")
        body.append(E.tr(*cells))
    columns = E.tr(*(E.th(name, CLASS(kind), scope="col") for name, kind in head))
    content = E.table(E.caption(E.span(caption)), E.thead(columns), E.tbody(*body))
    return E.div(content, CLASS("gulir"), {"tabindex": "0", "role": "region", "aria-label": of})


def notice_of_sample(version: Version) -> list[HtmlElement]:
    """Warn that an issue's figures are made up, where they are."""
    if not version.contoh:
        return []
    warning = (
        " Angka terbitan ini bertumpu pada data buatan, bukan pada data layanan yang sebenarnya."
    )
    return [E.div(E.p(E.strong("Data contoh."), warning), CLASS("catatan"))]


def moment(when: datetime) -> str:
    """Write a moment: ``5 Agustus 2023 pukul 09.30 WIB``; all are kept in that zone."""
    return f"{indonesian.tanggal(when.date())} pukul {when:%H.%M} WIB"


def size(count: int) -> str:
    """Write a size: ``59 kB`` or ``1,3 MB``."""
    if count < 1_000_000:
        return f"{indonesian.angka(max(count / 1000, 1))} kB"
    return f"{indonesian.angka(count / 1_000_000, 1)} MB"


def inert(value: object) -> str:
    """Give text that someone wrote as plain text of one line."""
    return text(plain(value))
