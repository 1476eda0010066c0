"""What is asked out of service hours, and when all tickets come."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.indonesian import daftar
from laporan.dasar.settings import Settings
from laporan.measure import teratas
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING
from laporan.sections._words import DESKPRO, caption
from laporan.sections.report import Report
from laporan.show import (
    Chart,
    Display,
    Markdown,
    Pane,
    box,
    bullets,
    jumlah,
    puncak,
    sentence,
    setting,
)
from laporan.show.heat import heat

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
JAM = range(24)


def sentence_definisi_jam(lap: Report) -> Markdown:
    """Say which hours the service hours are."""
    hours = lap.settings["jam_layanan"]
    return box(
        "catatan",
        sentence(
            "Jam layanan adalah {hari}, pukul {mulai} sampai sebelum {selesai} WIB, kecuali hari "
            "libur nasional dan cuti bersama. Selebihnya adalah luar jam layanan.",
            hari=Markdown(_days(hours["hari"])), mulai=setting(hours["mulai"], "jam_layanan.mulai"),
            selesai=setting(hours["selesai"], "jam_layanan.selesai"),
        ),
    )  # fmt: skip


def sentence_topik_luar_jam(lap: Report, *, banyak: int | None = None) -> Markdown:
    """List the topics of tickets out of service hours, the technical ones as one.

    ``banyak`` of them, else the setting's.
    """
    luar = lap.angka("tiket.luar_jam")
    topik = teratas(
        lap.ukuran.kategori("tiket.topik_luar_jam", "jenis_topik"),
        banyak or lap.settings["tiket"]["topik_luar_jam_tercetak"],
    )
    if luar is None or topik.empty:
        return NOTHING
    items = [
        sentence("{nama}: {jumlah} tiket", nama=str(name), jumlah=count)
        for name in topik.index
        if (count := lap.angka("tiket.topik_luar_jam", "jenis_topik", str(name)))
    ]
    head = sentence("Topik dari {luar} tiket di luar jam layanan, menurut jumlahnya:", luar=luar)
    return Markdown(f"{head.text}\n\n{bullets(items).text}")


def chart_hari_jam(lap: Report) -> Display:
    """Draw tickets by weekday and hour, the service hours outlined."""
    counts = lap.ukuran.kategori("tiket.jumlah", "hari_jam")
    if counts.empty or counts.max() == 0:
        return NOTHING
    table = pd.DataFrame(
        [[counts.get(_key(day, hour), 0) for hour in JAM] for day in range(len(HARI))],
        index=list(HARI),
        columns=[f"{hour:02d}" for hour in JAM],
    )
    first = str(counts.index[0])
    busiest = lap.known("tiket.jumlah", "hari_jam", first)
    frame = service_frame(lap.settings)

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.7)
        heat(pane, axes, table, outline=frame)
        if not pane.narrow:
            axes.set_xlabel("pukul (WIB)")
        return figure

    day, hour = first.split("-")
    when = f"{HARI[int(day) - 1]} pukul {hour}.00"
    framed = "; bingkai: jam layanan" if frame else ""
    most = puncak("Paling ramai", busiest)
    return Chart(
        draw,
        "hari-jam",
        caption(
            sentence("{most} {kapan}: {jumlah} tiket.", most=most, kapan=when, jumlah=busiest),
            sentence("Tiket menurut hari dan jam masuk (WIB), {bulan}{bingkai}.",
                     bulan=lap.bulan, bingkai=Markdown(framed)),
            DESKPRO,
        ),
        sentence(
            "Peta panas tiket menurut hari dan jam masuk (WIB), {bulan}. {most} {kapan} dengan "
            "{jumlah} tiket. Jumlah per hari: {hari}.",
            bulan=lap.bulan, most=most, kapan=when, jumlah=busiest, hari=_by_day(lap),
        ),
        lap.bulan,
        table.rename_axis("hari").reset_index(),
        {
            f"{hour:02d}": keys_of(
                lap.bulan, "tiket.jumlah", "hari_jam",
                (_key(day, hour) for day in range(len(HARI))),
            )
            for hour in JAM
        },
        wide=True,
    )  # fmt: skip


def _by_day(lap: Report) -> Markdown:
    """Write what the hours of each day add up to."""
    days = []
    for day, name in enumerate(HARI):
        hours = [lap.angka("tiket.jumlah", "hari_jam", _key(day, hour)) for hour in JAM]
        total = jumlah([figure for figure in hours if figure is not None])
        days.append(sentence("{name} {total}", name=name, total=total).text)
    return Markdown("; ".join(days))


def service_frame(settings: Settings) -> tuple[float, float, float, float] | None:
    """Give the place of the service hours in the heat map: left, top, width, height.

    Days that do not follow each other have no single frame.
    """
    hours = settings["jam_layanan"]
    days = _following(hours["hari"])
    if days is None:
        return None
    start, end = _hour(hours["mulai"]), _hour(hours["selesai"])
    return start, days[0], end - start, len(days)


def _following(names: Sequence[str]) -> list[int] | None:
    """Give the days' numbers if they follow each other."""
    days = sorted(HARI.index(name) for name in names)
    return days if days and days == list(range(days[0], days[-1] + 1)) else None


def _days(names: Sequence[str]) -> str:
    days = _following(names)
    if days is None or len(days) < 3:
        return daftar(names)
    return f"{HARI[days[0]]} s.d. {HARI[days[-1]]}"


def _key(day: int, hour: int) -> str:
    return f"{day + 1}-{hour:02d}"


def _hour(text: str) -> float:
    hour, minute = text.split(".")
    return int(hour) + int(minute) / 60
