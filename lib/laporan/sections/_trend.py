"""Charts of a figure over the months of the year, with their captions and alt texts."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.sections._keys import month_keys
from laporan.sections._phrases import NOTHING
from laporan.sections._words import caption, listed, no_base
from laporan.sections.happened import marks_of
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, sentence
from laporan.show.month_bars import mark_months, month_bars


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
    """
    series = this_year(lap.ukuran.deret(indikator, dimensi, kategori), lap.bulan)
    # One month is no course of things, and the sentence has said it.
    if len(series) < 2:
        return NOTHING

    bulan, marks = lap.bulan, marks_of(lap, indikator)

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.5)
        month_bars(pane, axes, series, bulan=bulan)
        mark_months(pane, axes, marks, bulan)
        return figure

    body = sentence("{what}, {span}.", what=what, span=span_label(lap.bulan))
    alt = sentence(
        "Diagram batang {what}: {months}.",
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


def before(lap: Report, indikator: str) -> Markdown:
    """Say the figure of the month before, for counts too small for percentages."""
    base = lap.bulan.previous
    count = lap.angka(indikator, bulan=base)
    if count is None:
        return no_base("jumlah", base)
    return sentence("Pada {base} ada {count} {unit}.", base=base, count=count, unit=count.satuan)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
