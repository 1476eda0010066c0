"""Bars of tickets, each with its number and its share of all."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure

from laporan.sections._keys import keys_of
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import Chart, Display, Pane, sentence
from laporan.show.bars import ranked_bars


def chart_shares(
    lap: Report,
    dimensi: str,
    *,
    headline: str,
    what: str,
    colors: Mapping[str, str] | None = None,
) -> Display:
    """Rank the categories of tickets.

    Parameters
    ----------
    dimensi
        ``kanal``; also the chart's name.
    headline
        A template with the holes ``bagian`` and ``nama``, of the first category.
    what
        What they are categories of: ``kategori pengguna``.
    colors
        Category to colour; without, the first is highlighted.
    """
    counts = lap.ukuran.kategori("tiket.jumlah", dimensi)
    tiket = lap.angka("tiket.jumlah")
    if counts.empty or tiket is None or tiket.nilai == 0:
        return not_supplied(lap, f"{what} tiket")
    names = [str(name) for name in counts.index]
    labels = {
        name: f"{lap.known('tiket.jumlah', dimensi, name).text()} "
        f"({lap.known('tiket.bagian', dimensi, name).text()})"
        for name in names
    }

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.42 * len(names) + 0.2)
        ranked_bars(pane, axes, counts, colors=colors, highlight=names[:1], labels=labels)
        return figure

    first = lap.known("tiket.bagian", dimensi, names[0])
    marks = listed(
        sentence(
            "{name} {count} ({share})",
            name=name,
            count=lap.known("tiket.jumlah", dimensi, name),
            share=lap.known("tiket.bagian", dimensi, name),
        )
        for name in names
    )
    return Chart(
        draw,
        dimensi,
        caption(
            sentence(headline, bagian=first, nama=names[0]),
            sentence(
                "Tiket konsultasi menurut {apa}, {bulan}; bagian dari {tiket} tiket.",
                apa=what, bulan=lap.bulan, tiket=tiket,
            ),
            DESKPRO,
        ),
        sentence(
            "Diagram batang tiket konsultasi menurut {apa}, {bulan}: {marks}.",
            apa=what, bulan=lap.bulan, marks=marks,
        ),
        lap.bulan,
        pd.DataFrame({
            what: names,
            "tiket": counts.to_numpy(),
            "persen": [lap.known("tiket.bagian", dimensi, name).nilai for name in names],
        }),
        {
            "tiket": keys_of(lap.bulan, "tiket.jumlah", dimensi, names),
            "persen": keys_of(lap.bulan, "tiket.bagian", dimensi, names),
        },
    )  # fmt: skip
