"""An issue's key figures as cards, and how its tickets changed."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar.arah import Arah
from laporan.measure import INDIKATOR, Angka
from laporan.publish.issues import Version
from laporan.publish.key_figures import KEY_FIGURES, TIKET, KeyFigure, out_of
from laporan.publish.site_page import Part, figure_text
from laporan.read.folder import is_of
from laporan.read.sources import SOURCES


def cards(version: Version) -> HtmlElement:
    """Show a version's key figures."""
    return E.div(*(_card(version, key) for key in KEY_FIGURES), CLASS("kartu-baris"))


def _card(version: Version, key: KeyFigure) -> HtmlElement:
    figure = version.find(key.indikator)
    remark = change_of_tickets(version) if key == TIKET else _before(version, key)
    if figure is None:
        remark = [_why_not(version, key)]
    scale = out_of(figure)
    return E.div(
        E.div(figure_text(figure, key.decimals), CLASS("kartu-nilai")),
        E.div(f"{key.label} ({scale})" if scale else key.label, CLASS("kartu-label")),
        *([E.div(*remark, CLASS("kartu-ket"))] if remark else []),
        CLASS("kartu"),
    )


def _why_not(version: Version, key: KeyFigure) -> str:
    """Say why there is no figure: nothing was supplied, or what was is withheld or too little."""
    if set(INDIKATOR[key.indikator].sumber) & set(version.trace.withheld):
        return "ditahan; lihat laporan mutu"
    folder = f"raw/{version.bulan}/"
    files = [file.name.removeprefix(folder) for file in version.trace.inputs]
    sources = [SOURCES[name] for name in INDIKATOR[key.indikator].sumber]
    supplied = any(is_of(name, source) for name in files for source in sources)
    return "tidak dihitung; lihat laporan mutu" if supplied else "belum diserahkan"


def _before(version: Version, key: KeyFigure) -> list[Part]:
    """Give the figure of the month before; which way it went is for the report to say."""
    before = version.bulan.previous
    base = version.find(key.indikator, before)
    return [f"{before.label}: ", figure_text(base, key.decimals)] if base else []


def change_of_tickets(version: Version) -> list[Part]:
    """Say how the tickets changed against the month before; nothing where there is no base."""
    change = version.find("tiket.perubahan_bulanan")
    base = version.find("tiket.jumlah_bulan_lalu")
    if change is None or base is None:
        return []
    way, before = Arah.of(change.nilai), version.bulan.previous.label
    if way is Arah.TETAP:
        return [f"{way} seperti ", before]
    told: list[Part] = [f"{way} ", _size(change), " dari ", figure_text(base), f" pada {before}"]
    daily = version.find("tiket.perubahan_per_hari_layanan")
    if daily is not None:  # months have more and fewer days of service
        told += [f"; per hari layanan {Arah.of(daily.nilai)} ", _size(daily)]
    return told


def _size(change: Angka) -> HtmlElement:
    return E.span(change.text("+2"), CLASS("angka"), {"data-kunci": change.token})
