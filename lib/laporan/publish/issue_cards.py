"""An issue's key figures as cards, and how its tickets changed."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar.arah import Arah
from laporan.publish.issues import Version
from laporan.publish.key_figures import KEY_FIGURES, TIKET, KeyFigure
from laporan.publish.site_page import Part, figure_text


def cards(version: Version) -> HtmlElement:
    """Show a version's key figures."""
    return E.div(*(_card(version, key) for key in KEY_FIGURES), CLASS("kartu-baris"))


def _card(version: Version, key: KeyFigure) -> HtmlElement:
    figure = version.find(key.indikator)
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
    change = version.find("tiket.perubahan_bulanan")
    base = version.find("tiket.jumlah_bulan_lalu")
    if change is None or base is None:
        return []
    way, before = Arah.of(change.nilai), version.bulan.previous.label
    if way is Arah.TETAP:
        return [f"{way} seperti ", before]
    size = E.span(change.text("+2"), CLASS("angka"), {"data-kunci": change.token})
    return [f"{way} ", size, " dari ", figure_text(base), f" pada {before}"]
