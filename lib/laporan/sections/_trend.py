"""Charts of a figure over the months of the year, with their captions and alt texts."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.sections._keys import month_keys
from laporan.sections._phrases import NOTHING
from laporan.sections._words import caption, listed, no_base
from laporan.sections.happened import marks_of
from laporan.sections.report import Report
from laporan.show import Angka, Chart, Display, Gerak, Markdown, Pane, puncak, quiet, sentence
from laporan.show.month_bars import label_months, mark_months, month_bars, month_names


def chart_months(
    lap: Report,
    indikator: str,
    dimensi: str = "",
    kategori: str = "",
    *,
    name: str,
    headline: Markdown,
    what: str,
    source: str,
    color: str | None = None,
    line: bool = False,
) -> Display:
    """Draw a figure from January to the report's month.

    Parameters
    ----------
    indikator, dimensi, kategori
        The figure's key.
    name
        Of the chart, unique in the report.
    headline
        What is to be seen, a sentence.
    what
        What is drawn, for caption and alt text: ``Konsultasi tatap muka menurut bulan``.
    source
        Where the figures are from: ``ekspor tiket Deskpro``.
    color
        Of the report's month, or of the line.
    line
        Draw a line that need not start at zero: for stocks that hardly move, such as followers.
    """
    series = this_year(lap.ukuran.deret(indikator, dimensi, kategori), lap.bulan)
    # One month is no course of things, and the sentence has said it.
    if len(series) < 2:
        return NOTHING

    bulan, marks = lap.bulan, marks_of(lap, indikator)

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.5)
        if line:
            _month_line(pane, axes, series, bulan, color or load_brand()["aksen"])
        else:
            month_bars(pane, axes, series, bulan=bulan, color=color)
        mark_months(pane, axes, marks, bulan)
        return figure

    remark = " Sumbu tegak terpotong." if line else ""
    body = sentence(
        "{what}, {span}.{remark}",
        what=what,
        span=span_label(lap.bulan),
        remark=Markdown(remark),
    )
    kind = "Diagram garis" if line else "Diagram batang"
    alt = sentence(
        "{kind} {what}: {months}.",
        kind=kind,
        what=_lower_first(what),
        months=months_in_words(lap, indikator, dimensi, kategori),
    )
    text = caption(headline, body, source)
    keys = {"jumlah": month_keys(series, indikator, dimensi, kategori)}
    return Chart(draw, name, text, alt, lap.bulan, month_data(series, "jumlah"), keys)


def this_year(series: pd.Series[float], bulan: Bulan) -> pd.Series[float]:
    """Keep the months from January to the report's."""
    months = [str(month) for month in bulan.year_to_date]
    return series[series.index.isin(months)].dropna()


def span_label(bulan: Bulan) -> str:
    """Write ``Januari s.d. Juli 2023``, or ``Januari 2023`` in a January."""
    return bulan.label if bulan.nomor == 1 else f"{NAMA_BULAN[0]} s.d. {bulan.label}"


def months_in_words(lap: Report, indikator: str, dimensi: str = "", kategori: str = "") -> Markdown:
    """Write every month with its figure, ``Januari 1.520, Februari tidak ada data``."""
    return listed(
        sentence(
            "{month} {figure}",
            month=month.nama,
            figure=lap.angka(indikator, dimensi, kategori, month) or "tidak ada data",
        )
        for month in lap.bulan.year_to_date
    )


def month_data(series: pd.Series[float], what: str) -> pd.DataFrame:
    """Give the months as they are drawn, to take along."""
    return pd.DataFrame({"bulan": series.index.astype(str), what: series.to_numpy()})


def rank_in_year(lap: Report, now: Angka) -> Markdown | None:
    """Say where the report's month stands among the months of the year.

    Returns
    -------
    Markdown
        ``tertinggi sejak Januari 2023`` or ``terendah …``; nothing where a month since January is
        unknown, where another month has the same figure, or before March.
    """
    *months, _ = lap.bulan.year_to_date
    before = [
        figure
        for month in months
        if (figure := lap.angka(now.indikator, now.dimensi, now.kategori, month)) is not None
    ]
    if len(before) < max(2, len(months)):
        return None
    values = [figure.nilai for figure in before]
    word = "tertinggi" if now.nilai > max(values) else "terendah"
    if min(values) <= now.nilai <= max(values):
        return None
    since = lap.bulan.year_to_date[0]
    return sentence("{word} sejak {since}", word=puncak(word, now, before), since=since)


def before(lap: Report, indikator: str) -> Markdown:
    """Say the figure of the month before, for counts too small for percentages."""
    base = lap.bulan.previous
    count = lap.angka(indikator, bulan=base)
    if count is None:
        return no_base("jumlah", base)
    return sentence("Pada {base} ada {count} {unit}.", base=base, count=count, unit=count.satuan)


def count_headline(lap: Report, what: str, now: Angka) -> Markdown:
    """Head a chart of small counts: the figure, and the month before or the place in the year."""
    rank = rank_in_year(lap, now)
    return sentence(
        "{what}: {now} {unit}{remark}.",
        what=what,
        now=now,
        unit=now.satuan,
        remark=sentence(", {rank}", rank=rank) if rank else _against(lap, now),
    )


def _against(lap: Report, now: Angka) -> Markdown:
    base = lap.bulan.previous
    earlier = lap.angka(now.indikator, now.dimensi, now.kategori, base)
    if earlier is None:
        return NOTHING
    way = Gerak.between(earlier, now)
    if earlier.nilai == now.nilai:
        return sentence(", {same} {base}", same=way.written("sama dengan"), base=base)
    return sentence(", {way} dari {earlier} pada {base}", way=way, earlier=earlier, base=base)


def _month_line(pane: Pane, axes: Axes, series: pd.Series[float], bulan: Bulan, color: str) -> None:
    months = bulan.year_to_date
    values = np.array([series.get(str(month), np.nan) for month in months], dtype=float)
    at = np.arange(len(months))
    axes.plot(at, values, color=color, marker="o", markersize=5, clip_on=False)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    room = (high - low) or max(high, 1.0) * 0.1
    axes.set_ylim(low - room * 0.25, high + room * 0.35)
    axes.set_xlim(-0.5, len(months) - 0.5)
    label_months(pane, axes, values, len(months), room * 0.12)
    axes.set_xticks(at, month_names(pane, months))
    axes.set_yticks([])
    quiet(axes)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
