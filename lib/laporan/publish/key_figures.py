"""The figures that an issue is known by, on the archive page and on its own."""

from __future__ import annotations

from typing import NamedTuple

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar.arah import Arah
from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka
from laporan.publish.issues import Version
from laporan.publish.site_page import Part, figure_text


class KeyFigure(NamedTuple):
    """A figure by its name, and how it is printed."""

    indikator: str
    label: str
    decimals: int = 0


TIKET = KeyFigure("tiket.jumlah", "Tiket konsultasi")
KEY_FIGURES = (
    TIKET,
    KeyFigure("lapor.jumlah", "Email Lapor"),
    KeyFigure("video_conference.jumlah", "Video conference"),
    KeyFigure("tatap_muka.jumlah", "Konsultasi tatap muka"),
    KeyFigure("ppid.jumlah", "Layanan PPID"),
    KeyFigure("kepuasan.nilai", "Kepuasan (dari\u00a05)", 2),
)


def find(version: Version, indikator: str, bulan: Bulan | None = None) -> Angka | None:
    """Find a figure without dimension, of the version's month or another that it knows of."""
    return version.figures.get((str(bulan or version.bulan), indikator, "", ""))


def cards(version: Version) -> HtmlElement:
    """Show a version's key figures."""
    return E.div(*(_card(version, key) for key in KEY_FIGURES), CLASS("kartu-baris"))


def _card(version: Version, key: KeyFigure) -> HtmlElement:
    figure = find(version, key.indikator)
    remark = change_of_tickets(version) if key == TIKET else []
    if figure is None:
        remark = ["belum diserahkan"]
    return E.div(
        E.div(figure_text(figure, key.decimals), CLASS("kartu-nilai")),
        E.div(key.label, CLASS("kartu-label")),
        *([E.div(*remark, CLASS("kartu-ket"))] if remark else []),
        CLASS("kartu"),
    )


def change_of_tickets(version: Version) -> list[Part]:
    """Say how the tickets changed against the month before; nothing where there is no base."""
    change = find(version, "tiket.perubahan_bulanan")
    base = find(version, "tiket.jumlah_bulan_lalu")
    if change is None or base is None:
        return []
    way, before = Arah.of(change.nilai), version.bulan.previous.label
    if way is Arah.TETAP:
        return [f"{way} seperti ", before]
    size = E.span(change.text("+2"), CLASS("angka"), {"data-kunci": change.token})
    return [f"{way} ", size, " dari ", figure_text(base), f" pada {before}"]
