"""Tickets by time zone, within and out of service hours."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING
from laporan.sections._words import DESKPRO, caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, enumerate_parts, quiet, sentence

ZONA = {"Barat": "WIB", "Tengah": "WITA", "Timur": "WIT"}


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
    """Draw tickets within and out of service hours, a group a zone."""
    dalam = lap.ukuran.kategori("tiket.dalam_jam", "zona").reindex(list(ZONA))
    luar = lap.ukuran.kategori("tiket.luar_jam", "zona").reindex(list(ZONA))
    ya = lap.angka("tiket.jumlah", "zona_dikenal", "Ya")
    out = lap.angka("tiket.jumlah", "jam_layanan", "Luar")
    if ya is None or out is None or ya.nilai == 0 or dalam.isna().any() or luar.isna().any():
        return NOTHING

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.7)
        _draw(pane, axes, dalam, luar)
        return figure

    marks = "; ".join(
        sentence(
            "{zona} {dalam} di dalam dan {luar} di luar",
            zona=zona,
            dalam=lap.known("tiket.dalam_jam", "zona", zona),
            luar=lap.known("tiket.luar_jam", "zona", zona),
        ).text
        for zona in ZONA
    )
    return Chart(
        draw,
        "zona",
        caption(
            sentence("{luar} dari {ya} tiket masuk di luar jam layanan.", luar=out, ya=ya),
            sentence(
                "Tiket pemda menurut zona waktu asal, di dalam dan di luar jam layanan (WIB), "
                "{bulan}; hanya tiket yang zonanya diketahui.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
        sentence(
            "Diagram batang tiket menurut zona dan jam layanan, {bulan}: {marks}.",
            bulan=lap.bulan, marks=Markdown(marks),
        ),
        lap.bulan,
        pd.DataFrame({
            "zona": list(ZONA),
            "di dalam jam layanan": dalam.to_numpy(),
            "di luar jam layanan": luar.to_numpy(),
        }),
        {
            "di dalam jam layanan": keys_of(lap.bulan, "tiket.dalam_jam", "zona", ZONA),
            "di luar jam layanan": keys_of(lap.bulan, "tiket.luar_jam", "zona", ZONA),
        },
    )  # fmt: skip


def _draw(pane: Pane, axes: Axes, dalam: pd.Series[float], luar: pd.Series[float]) -> None:
    brand = load_brand()
    short = " jam layanan" if pane.narrow else ""
    top = float(max(dalam.max(), luar.max(), 1))
    for offset, values, name, color in (
        (-0.2, dalam, "di dalam jam layanan", brand["pudar"]),
        (0.2, luar, "di luar jam layanan", brand["aksen"]),
    ):
        at = np.arange(len(ZONA)) + offset
        axes.barh(at, values.to_numpy(dtype=float), height=0.36, color=color)
        for place, value in zip(at, values, strict=True):
            first = f"{indonesian.angka(value)} {name.removesuffix(short)}"
            text = first if place < 0.5 else indonesian.angka(value)
            axes.text(value + top * 0.012, place, text, va="center")
    gap = "\n" if pane.narrow else " "
    axes.set_yticks(range(len(ZONA)), [f"{zona}{gap}({jam})" for zona, jam in ZONA.items()])
    axes.invert_yaxis()
    axes.set_xlim(0, top * (1.55 if pane.narrow else 1.34))
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    quiet(axes)
