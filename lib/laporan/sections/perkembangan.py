"""Tickets against the month before, the year before, and since January."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.arah import Arah
from laporan.dasar.bulan import Bulan
from laporan.sections._harian import YEARLY, by_day, daily_change, with_daily
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
from laporan.show import (
    Angka,
    Chart,
    Display,
    Gerak,
    Markdown,
    Pane,
    box,
    enumerate_parts,
    sentence,
)
from laporan.show.month_bars import mark_months, month_bars

PER_HARI = "tiket.per_hari_layanan"
_PER_DAY = "tiket per hari layanan"


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
    """Draw tickets a service day in the months of the year, all tickets written beneath.

    Months have between 14 and 23 service days: bars of all tickets would draw the calendar.
    """
    series = lap.ukuran.deret(PER_HARI)
    this, before = this_year(series, lap.bulan), this_year(series, lap.bulan.year_before)
    totals = lap.ukuran.deret("tiket.jumlah")
    tiket = lap.angka("tiket.jumlah")
    if tiket is None:
        return not_supplied(lap, "tiket konsultasi")
    # One month is no course of things, and the sentence has said it.
    if len(this) + len(before) < 2:
        return NOTHING

    bulan, marks = lap.bulan, marks_of(lap, "tiket.jumlah")

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(3)
        month_bars(pane, axes, this, bulan=bulan, before=before, beneath=totals)
        mark_months(pane, axes, marks, bulan)
        return figure

    both = pd.concat([month_data(before, _PER_DAY), month_data(this, _PER_DAY)])
    behind = "; garis putus-putus: bulan yang sama tahun sebelumnya" if len(before) else ""
    return Chart(
        draw,
        "perkembangan",
        caption(
            _headline(lap),
            sentence(
                "Tiket per hari layanan, {rentang}; di bawah nama bulan jumlah "
                "tiketnya{garis}.",
                rentang=Markdown(span_label(lap.bulan)), garis=Markdown(behind),
            ),
            f"{DESKPRO} dan laporan terbitan sebelumnya" if _uses_published(lap) else DESKPRO,
        ),
        _alt(lap, this, before),
        lap.bulan,
        both.assign(tiket=totals.reindex(both["bulan"]).to_numpy()),
        {
            name: [*month_keys(before, key), *month_keys(this, key)]
            for name, key in ((_PER_DAY, PER_HARI), ("tiket", "tiket.jumlah"))
        },
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
        ubah = with_daily(ubah, daily_change(lap, YEARLY))
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
    rate, change = lap.angka(PER_HARI), lap.angka("tiket.perubahan_per_hari_layanan")
    if rate is None:
        return sentence("Tiket per hari layanan sampai {bulan}.", bulan=lap.bulan)
    if change is None:
        return sentence("{laju} tiket per hari layanan pada {bulan}.", laju=rate, bulan=lap.bulan)
    way, since = Gerak.of(change), lap.bulan.previous
    if way.arah is Arah.TETAP:
        return sentence(
            "{laju} tiket per hari layanan, {arah} sejak {lalu}.", laju=rate, arah=way, lalu=since
        )
    return sentence(
        "{laju} tiket per hari layanan, {arah} {ubah:+0} sejak {lalu}.",
        laju=rate, arah=way, ubah=change, lalu=since,
    )  # fmt: skip


def _uses_published(lap: Report) -> bool:
    """Tell whether a month of the chart has no raw exports of its own."""
    years = [month.tahun for month in (lap.bulan, lap.bulan.year_before)]
    totals = lap.riwayat["indikator"].eq("tiket.jumlah")
    return any(Bulan.parse(month).tahun in years for month in lap.riwayat.loc[totals, "bulan"])


def _alt(lap: Report, this: pd.Series[float], before: pd.Series[float]) -> Markdown:
    def words(tahun: int, series: pd.Series[float]) -> Markdown:
        months = map(Bulan.parse, series.index)
        marks = listed(
            sentence("{name} {rate} ({count} tiket)", name=month.nama, rate=rate, count=count)
            for month in months
            if (count := lap.angka("tiket.jumlah", bulan=month)) is not None
            and (rate := lap.angka(PER_HARI, bulan=month)) is not None
        )
        return sentence("tahun {tahun}: {marks}.", tahun=str(tahun), marks=marks)

    behind = words(lap.bulan.tahun - 1, before) if len(before) else None
    whole = sentence(
        "Diagram batang tiket per hari layanan, {this}",
        this=words(lap.bulan.tahun, this),
    )
    return join(whole, behind and Markdown(behind.text[0].upper() + behind.text[1:]))
