"""Tickets day by day, with what may bear on them: broadcasts and days off."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.clean.hours import closed_days, service_days
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING
from laporan.sections._words import DESKPRO, caption, listed
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, enumerate_parts, puncak, sentence
from laporan.show.day_bars import day_bars

SATURDAY = 5


def chart_tiket_harian(lap: Report) -> Display:
    """Draw the tickets of each day, broadcasts and holidays marked."""
    counted = lap.ukuran.kategori("tiket.jumlah", "tanggal").sort_index()
    if counted.empty or counted.max() == 0:
        return NOTHING
    days = counted.set_axis([int(str(name)[-2:]) for name in counted.index])
    hours, sent = lap.settings["jam_layanan"], _sent(lap)
    served = {day.day for day in service_days(lap.bulan, hours)}
    closed = sorted(
        day.day
        for day in closed_days([lap.bulan.tahun], hours)
        if lap.bulan.first_day <= day <= lap.bulan.last_day and day.weekday() < SATURDAY
    )
    marked = {day.day for day in sent}

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.7)
        day_bars(pane, axes, days, served=served, sent=marked, named=dict.fromkeys(closed, "libur"))
        return figure

    first = lap.known("tiket.jumlah", "tanggal", str(counted.idxmax()))
    keys = keys_of(lap.bulan, "tiket.jumlah", "tanggal", counted.index)
    broadcasts = (
        sentence("; segitiga: WhatsApp Blast pada {hari}", hari=enumerate_parts(map(_dated, sent)))
        if sent
        else NOTHING
    )
    return Chart(
        draw,
        "tiket-harian",
        caption(
            sentence(
                "{most} {tanggal}: {n} tiket.",
                most=puncak("Paling ramai", first), tanggal=pd.Timestamp(first.kategori).date(),
                n=first,
            ),
            sentence(
                "Tiket menurut hari masuknya, {bulan}; warna pudar: akhir pekan dan hari "
                "libur{siaran}.",
                bulan=lap.bulan, siaran=broadcasts,
            ),
            f"{DESKPRO} dan catatan siaran Qontak" if sent else DESKPRO,
        ),
        sentence(
            "Diagram batang tiket menurut hari, {bulan}: {marks}{siaran}.",
            bulan=lap.bulan, siaran=broadcasts,
            marks=listed(
                sentence(
                    "{tanggal} {n}",
                    tanggal=pd.Timestamp(str(name)).date(),
                    n=lap.known("tiket.jumlah", "tanggal", str(name)),
                )
                for name in counted.index
            ),
        ),
        lap.bulan,
        pd.DataFrame({
            "tanggal": counted.index,
            "tiket": counted.to_numpy(),
            "hari": ["layanan" if day in served else "libur" for day in days.index],
            "siaran": ["ya" if day in marked else "" for day in days.index],
        }),
        {"tiket": keys},
        wide=True,
    )  # fmt: skip


def _sent(lap: Report) -> list[pd.Timestamp]:
    """Give the days of broadcasts to enough people; fewer were sent one to try."""
    table = lap.tables.get("wa_blast")
    if table is None or table.empty:
        return []
    sizes = table.groupby(["tanggal", "kampanye"]).size()
    reached = sizes[sizes.ge(lap.settings["siaran"]["penerima_minimum"])]
    return sorted(reached.index.get_level_values("tanggal").unique())


def _dated(day: pd.Timestamp) -> Markdown:
    return sentence("{hari}", hari=day.date())
