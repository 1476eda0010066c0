"""Tickets against the month before, the year before, and since January."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.bulan import Bulan
from laporan.sections._harian import by_day
from laporan.sections._keys import month_keys
from laporan.sections._phrases import NOTHING, join, paragraphs
from laporan.sections._trend import month_data, span_label, this_year
from laporan.sections._words import (
    DESKPRO,
    caption,
    change_from,
    listed,
    no_base,
    not_supplied,
)
from laporan.sections.happened import marks_of
from laporan.sections.kanal import within
from laporan.sections.report import Report
from laporan.show import Angka, Chart, Display, Markdown, Pane, box, enumerate_parts, sentence
from laporan.show.month_bars import mark_months, month_bars


def sentence_perkembangan(lap: Report) -> Markdown:
    """Say all three, each with its base."""
    tiket = lap.angka("tiket.jumlah")
    if tiket is None:
        return not_supplied(lap, "tiket konsultasi")
    return paragraphs(
        [
            _against(lap, "bulanan", "bulan_lalu", lap.bulan.previous),
            _against(lap, "tahunan", "tahun_lalu", lap.bulan.year_before),
            _year_to_date(lap),
            _how(lap, tiket),
        ]
    )


def chart_perkembangan(lap: Report) -> Display:
    """Draw the months of the year, the year before behind them."""
    series = lap.ukuran.deret("tiket.jumlah")
    this, before = this_year(series, lap.bulan), this_year(series, lap.bulan.year_before)
    tiket = lap.angka("tiket.jumlah")
    if tiket is None:
        return not_supplied(lap, "tiket konsultasi")
    # One month is no course of things, and the sentence has said it.
    if len(this) + len(before) < 2:
        return NOTHING

    bulan, marks = lap.bulan, marks_of(lap, "tiket.jumlah")

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(3)
        month_bars(pane, axes, this, bulan=bulan, before=before)
        mark_months(pane, axes, marks, bulan)
        return figure

    behind = "; garis putus-putus: bulan yang sama tahun sebelumnya" if len(before) else ""
    return Chart(
        draw,
        "perkembangan",
        caption(
            _headline(lap),
            sentence(
                "Tiket konsultasi menurut bulan, {rentang}{garis}.",
                rentang=Markdown(span_label(lap.bulan)), garis=Markdown(behind),
            ),
            f"{DESKPRO} dan laporan terbitan sebelumnya" if _uses_published(lap) else DESKPRO,
        ),
        _alt(lap, this, before),
        lap.bulan,
        pd.concat([month_data(before, "tiket"), month_data(this, "tiket")]),
        {"tiket": [*month_keys(before, "tiket.jumlah"), *month_keys(this, "tiket.jumlah")]},
    )  # fmt: skip


def _against(lap: Report, change: str, base: str, bulan: Bulan) -> Markdown:
    perubahan, dasar = lap.angka(f"tiket.perubahan_{change}"), lap.angka(f"tiket.jumlah_{base}")
    tiket = lap.angka("tiket.jumlah")
    if tiket is None or dasar is None:
        return no_base("jumlah tiket", bulan)
    if perubahan is None:
        return sentence(
            "{bulan} tidak mempunyai tiket ({dasar}), sehingga tidak ada pembanding.",
            bulan=bulan, dasar=dasar,
        )  # fmt: skip
    ubah = change_from(perubahan, dasar, bulan)
    if bulan == lap.bulan.year_before:
        return sentence("Dibandingkan setahun sebelumnya, jumlah konsultasi {ubah}.", ubah=ubah)
    return sentence(
        "Jumlah konsultasi {bulan} ({tiket} tiket) {ubah}{harian}.",
        bulan=lap.bulan, tiket=tiket, ubah=ubah, harian=by_day(lap),
    )  # fmt: skip


def _year_to_date(lap: Report) -> Markdown:
    total = lap.angka("tiket.jumlah_tahun_berjalan")
    if total is None:
        return sentence(
            "Jumlah sejak Januari {tahun} tidak dapat dihitung: data sebagian bulannya tidak ada.",
            tahun=str(lap.bulan.tahun),
        )
    kanal = enumerate_parts(
        sentence("{nama}", nama=within(name)) for name in lap.settings["tiket"]["kanal"]
    )
    return sentence(
        "Selama {rentang} {pusat} melayani **{total} konsultasi** melalui {kanal}.",
        rentang=Markdown(span_label(lap.bulan)), pusat=lap.settings["layanan"]["nama_pusat"],
        total=total, kanal=kanal,
    )  # fmt: skip


def _how(lap: Report, tiket: Angka) -> Markdown | None:
    """Tell the speaker how a change is reckoned: over the base, not over the new figure."""
    base = lap.angka("tiket.jumlah_tahun_lalu")
    change = lap.angka("tiket.perubahan_tahunan")
    if base is None or change is None:
        return None
    return box(
        "notes",
        sentence(
            "Perubahan dihitung terhadap angka pembandingnya: ({tiket} − {dasar}) ÷ {dasar} = "
            "{ubah} dari {bulan}.",
            tiket=tiket, dasar=base, ubah=change, bulan=lap.bulan.year_before,
        ),
    )  # fmt: skip


def _headline(lap: Report) -> Markdown:
    change, base = lap.angka("tiket.perubahan_bulanan"), lap.angka("tiket.jumlah_bulan_lalu")
    tiket = lap.angka("tiket.jumlah")
    if tiket is not None and change is not None and base is not None:
        unbold = change_from(change, base, lap.bulan.previous).text.replace("**", "")
        return sentence("Konsultasi {ubah}.", ubah=Markdown(unbold))
    return sentence("{tiket} konsultasi pada {bulan}.", tiket=tiket or "–", bulan=lap.bulan)


def _uses_published(lap: Report) -> bool:
    """Tell whether a month of the chart has no raw exports of its own."""
    years = [month.tahun for month in (lap.bulan, lap.bulan.year_before)]
    totals = lap.riwayat["indikator"].eq("tiket.jumlah")
    return any(Bulan.parse(month).tahun in years for month in lap.riwayat.loc[totals, "bulan"])


def _alt(lap: Report, this: pd.Series[float], before: pd.Series[float]) -> Markdown:
    def words(tahun: int, series: pd.Series[float]) -> Markdown:
        months = map(Bulan.parse, series.index)
        marks = listed(
            sentence("{name} {count}", name=month.nama, count=count)
            for month in months
            if (count := lap.angka("tiket.jumlah", bulan=month)) is not None
        )
        return sentence("tahun {tahun}: {marks}.", tahun=str(tahun), marks=marks)

    behind = words(lap.bulan.tahun - 1, before) if len(before) else None
    whole = sentence("Diagram batang tiket konsultasi {this}", this=words(lap.bulan.tahun, this))
    return join(whole, behind and Markdown(behind.text[0].upper() + behind.text[1:]))
