"""Tickets by time zone, within and out of service hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from laporan.dasar.brand import load_brand
from laporan.sections._phrases import NOTHING
from laporan.sections._sure import interval
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import Angka, Chart, Display, Markdown, Pane, enumerate_parts, sentence
from laporan.show.bars import ranked_bars
from laporan.show.labels import text_width

ZONA = {"Barat": "WIB", "Tengah": "WITA", "Timur": "WIT"}
DARI_ZONA = "tiket.luar_jam_dari_zona"
BARS = 0.68  # of the chart's width: what names and figures leave to a bar of a hundred


def sentence_zona(lap: Report) -> Markdown:
    """Say of how many tickets the zone is known."""
    tiket = lap.angka("tiket.jumlah")
    ya = lap.angka("tiket.jumlah", "zona_dikenal", "Ya")
    tidak = lap.angka("tiket.jumlah", "zona_dikenal", "Tidak")
    if tiket is None or ya is None or tidak is None:
        return not_supplied(lap, "zona waktu tiket")
    return sentence(
        "Dari **{tiket}** tiket selama {bulan}, **{ya}** tiket dapat diidentifikasi asal zona "
        "waktunya, sedangkan **{tidak}** tiket tidak dapat diidentifikasi.",
        tiket=tiket, bulan=lap.bulan, ya=ya, tidak=tidak,
    )  # fmt: skip


def sentence_jam_layanan(lap: Report) -> Markdown:
    """Say how many came out of service hours, and from which zone; of those with a known zone."""
    ya = lap.angka("tiket.jumlah", "zona_dikenal", "Ya")
    dalam = lap.angka("tiket.jumlah", "jam_layanan", "Dalam")
    luar = lap.angka("tiket.jumlah", "jam_layanan", "Luar")
    if ya is None or dalam is None or luar is None:
        return NOTHING
    if ya.nilai == 0:
        return sentence("Tidak ada tiket yang zonanya diketahui pada {bulan}.", bulan=lap.bulan)
    head = sentence(
        "Dari {ya} tiket yang zonanya diketahui, **{dalam}** masuk di dalam jam layanan dan "
        "**{luar}** di luar jam layanan",
        ya=ya, dalam=dalam, luar=luar,
    )  # fmt: skip
    parts = [
        sentence("**{jumlah}** ({bagian}) dari zona {zona}", jumlah=count, bagian=share, zona=zona)
        for zona in ZONA
        if (count := lap.angka("tiket.luar_jam", "zona", zona))
        and (share := lap.angka("tiket.luar_jam_bagian", "zona", zona))
    ]
    if not parts:
        return Markdown(f"{head.text}.")
    tail = sentence(
        ". Dari {luar} tiket di luar jam layanan itu, {bagian}.",
        luar=luar, bagian=enumerate_parts(parts),
    )  # fmt: skip
    return Markdown(head.text + tail.text)


def chart_zona(lap: Report) -> Display:
    """Draw which share of each zone's tickets comes out of service hours, of a hundred."""
    shares = [share for zona in ZONA if (share := lap.angka(DARI_ZONA, "zona", zona)) is not None]
    ya = lap.angka("tiket.jumlah", "zona_dikenal", "Ya")
    if ya is None or not shares:
        return NOTHING
    names = {share.kategori: f"{share.kategori} ({ZONA[share.kategori]})" for share in shares}
    values = pd.Series({names[share.kategori]: share.nilai for share in shares})
    labels = {
        names[share.kategori]: f"{share.text('0')} dari {share.tepi['n'].text()}"
        for share in shares
    }

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.46 * len(values) + 0.35)
        _draw(pane, axes, values, labels)
        return figure

    marks = listed(
        sentence(
            "{zona} {bagian}{selang} dari {n} tiket",
            zona=share.kategori, bagian=share, selang=interval(share), n=share.tepi["n"],
        )
        for share in shares
    )  # fmt: skip
    return Chart(
        draw,
        "zona",
        caption(
            _headline(shares),
            sentence(
                "Bagian tiket di dalam dan di luar jam layanan (WIB) menurut zona waktu asal, "
                "{bulan}; hanya {ya} tiket yang zonanya diketahui.",
                bulan=lap.bulan, ya=ya,
            ),
            DESKPRO,
        ),
        sentence(
            "Diagram batang bagian tiket di luar jam layanan menurut zona, {bulan}: {marks}.",
            bulan=lap.bulan, marks=marks,
        ),
        lap.bulan,
        pd.DataFrame({"zona": [share.kategori for share in shares], "persen": values.to_numpy()}),
        {"persen": [share.token for share in shares]},
    )  # fmt: skip


def _headline(shares: Sequence[Angka]) -> Markdown:
    """Say how the zones differ, or that they do so by chance: then their intervals overlap."""
    low, high = (key(shares, key=lambda share: share.nilai) for key in (min, max))
    floor = max(share.tepi["bawah"].nilai for share in shares)
    ceiling = min(share.tepi["atas"].nilai for share in shares)
    if len(shares) == 1:
        return sentence("{bagian:0} tiket masuk di luar jam layanan.", bagian=low)
    if floor <= ceiling:
        return sentence(
            "Di setiap zona {dari:0} sampai {sampai:0} tiket masuk di luar jam layanan, tidak "
            "berbeda nyata.",
            dari=low, sampai=high,
        )  # fmt: skip
    return sentence(
        "{sampai:0} tiket zona {atas} masuk di luar jam layanan, {dari:0} tiket zona {bawah}.",
        sampai=high, atas=high.kategori, dari=low, bawah=low.kategori,
    )  # fmt: skip


def _draw(pane: Pane, axes: Axes, values: pd.Series[float], labels: Mapping[str, str]) -> None:
    """Draw what is out of hours, and behind it what is within: together a hundred."""
    brand = load_brand()
    ranked_bars(pane, axes, values, highlight=list(values.index), labels=labels, top=100)
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    for bar in bars:
        out, rest = bar.get_width(), 100 - bar.get_width()
        within = Rectangle(
            (out, bar.get_y()), rest, bar.get_height(), facecolor=brand["pudar"], zorder=0
        )
        axes.add_patch(within)
    widest = max(bars, key=lambda bar: bar.get_width())
    out, middle = widest.get_width(), widest.get_y() + widest.get_height() / 2
    for start, end, text, color in (
        (0, out, "di luar jam", brand["kertas"]),
        (out, 100, "di dalam jam layanan", brand["tinta"]),
    ):
        if text_width([text], pane.smallest) > (end - start) / 100 * BARS * pane.width * 72:
            continue  # the caption and the figures say it, too
        axes.text(
            (start + end) / 2, middle, text, ha="center", va="center", color=color,
            fontsize=pane.smallest,
        )  # fmt: skip
