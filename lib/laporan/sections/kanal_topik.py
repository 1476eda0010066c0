"""What is asked by which channel: topics down, channels across."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

import pandas as pd

from laporan.measure import teratas
from laporan.measure.angka import TIDAK_TERCATAT
from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import DESKPRO, caption
from laporan.sections.kanal import within
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, enumerate_parts, puncak, sentence

SEMUA, LAIN = "Semua", "Topik lain"
LEADERS = 3  # channels whose first topic the headline names


def table_kanal_topik(lap: Report, *, banyak: int | None = None) -> Display:
    """Set the channels' topics side by side: the first of each, and the others together.

    ``banyak`` of each channel, and whoever ties with the last; else the setting's.
    """
    counts = lap.ukuran.kategori("tiket.jumlah", "kanal")
    names = [str(name) for name in counts.index[counts > 0]]
    first = banyak or lap.settings["tiket"]["topik_kanal_tercetak"]
    listed = set(chain.from_iterable(teratas(_topics(lap, name), first).index for name in names))
    if not listed:
        return NOTHING
    known = [str(topik) for topik in lap.ukuran.kategori("tiket.topik", "topik").index]
    shown = [topik for topik in known if topik in listed]
    rest = [topik for topik in known if topik not in listed]
    columns = {name: _column(lap, f"kanal:{name}", shown, rest) for name in names}
    columns[SEMUA] = _column(lap, "topik", shown, rest)
    wholes = {name: lap.angka("tiket.jumlah", "kanal", name) for name in names}
    wholes[SEMUA] = lap.angka("tiket.jumlah")
    return make_table(
        pd.DataFrame(
            {
                "topik": [*shown, *([LAIN] if rest else [])],
                **{name: [_sum(figures) for figures in cells] for name, cells in columns.items()},
            }
        ),
        name="kanal-topik",
        rowname="topik",
        labels={"topik": "Topik", **{name: name for name in columns}},
        integers=list(columns),
        totals={name: whole.nilai for name, whole in wholes.items() if whole},
        figures={
            name: [figures[0] if len(figures) == 1 else figures or None for figures in cells]
            for name, cells in columns.items()
        },
        total_figures=wholes,
        caption=caption(
            _headline(lap, names),
            sentence(
                "Tiket menurut topik dan kanal, {bulan}.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
    )


def _topics(lap: Report, kanal: str) -> pd.Series[float]:
    topics: pd.Series[float] = lap.ukuran.kategori("tiket.topik", f"kanal:{kanal}")
    return topics.drop(TIDAK_TERCATAT, errors="ignore")


def _column(
    lap: Report, dimensi: str, shown: Sequence[str], rest: Sequence[str]
) -> list[list[Angka]]:
    """Give the figures of each cell of a column: one a topic, and those of the rest together."""
    cells = [[topik] for topik in shown] + ([list(rest)] if rest else [])
    return [
        [figure for topik in cell if (figure := lap.angka("tiket.topik", dimensi, topik))]
        for cell in cells
    ]


def _sum(figures: Sequence[Angka]) -> float | None:
    return sum(figure.nilai for figure in figures) if figures else None


def _headline(lap: Report, names: Sequence[str]) -> Markdown:
    """Name the first topic of the first channels of which one topic leads."""
    leading = (
        sentence(
            "{topik} {most} lewat {kanal}",
            topik=str(topics.index[0]),
            most=puncak("terbanyak", lap.known("tiket.topik", f"kanal:{name}", topics.index[0])),
            kanal=within(name),
        )
        for name in names
        if len(topics := _topics(lap, name)) > 1 and topics.iloc[0] > topics.iloc[1]
    )
    told = enumerate_parts(islice(leading, LEADERS))
    return Markdown(f"{told.text}.") if told.text else Markdown("Topik menurut kanal.")
