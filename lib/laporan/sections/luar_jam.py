"""What is asked out of service hours, and when all tickets come."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.indonesian import daftar
from laporan.dasar.settings import Settings
from laporan.measure import teratas
from laporan.measure.statistik.poisson import ratio_interval
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING
from laporan.sections._words import DESKPRO, caption, listed
from laporan.sections.report import Report
from laporan.show import (
    Angka,
    Chart,
    Display,
    Markdown,
    Pane,
    box,
    bullets,
    puncak,
    sentence,
    setting,
)
from laporan.show.heat import heat

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
JAM = range(24)
RATA_RATA = "tiket.rata_rata"


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
    """Draw how many tickets a weekday's hour usually brings, the service hours outlined."""
    usual = lap.ukuran.kategori(RATA_RATA, "hari_jam")
    if usual.empty or usual.max() == 0:
        return NOTHING
    table = pd.DataFrame(
        [[usual.get(_key(day, hour), 0.0) for hour in JAM] for day in range(len(HARI))],
        index=list(HARI),
        columns=[f"{hour:02d}" for hour in JAM],
    )
    frame = service_frame(lap.settings)

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.7)
        heat(pane, axes, table, outline=frame)
        if not pane.narrow:
            axes.set_xlabel("pukul (WIB)")
        return figure

    framed = "; bingkai: jam layanan" if frame else ""
    busiest = _busiest(lap)
    return Chart(
        draw,
        "hari-jam",
        caption(
            busiest,
            sentence("Tiket rata-rata pada setiap jam (WIB) menurut hari, tanpa hari libur, "
                     "{bulan}{bingkai}.", bulan=lap.bulan, bingkai=Markdown(framed)),
            DESKPRO,
        ),
        sentence(
            "Peta panas tiket rata-rata menurut hari dan jam masuk (WIB), {bulan}. {ramai} "
            "Pada hari layanan, menurut jam: {jam}.",
            bulan=lap.bulan, ramai=busiest, jam=_by_hour(lap),
        ),
        lap.bulan,
        table.rename_axis("hari").reset_index(),
        {
            f"{hour:02d}": keys_of(
                lap.bulan, RATA_RATA, "hari_jam", (_key(day, hour) for day in range(len(HARI)))
            )
            for hour in JAM
        },
        wide=True,
    )  # fmt: skip


def _busiest(lap: Report) -> Markdown:
    """Say in which hours most comes on service days, and which hours beside are no less."""
    hours = [
        figure for hour in JAM if (figure := lap.angka(RATA_RATA, "jam", f"{hour:02d}")) is not None
    ]
    if not hours:
        return sentence("Tidak ada hari layanan pada {bulan}.", bulan=lap.bulan)
    span = _tied(hours)
    most = max(span, key=lambda figure: figure.nilai)
    # Less than one an hour is not none; of one ticket a month two decimals still show something.
    count = format(most, "0" if most.nilai >= 1 else "2")
    return sentence(
        "{most} pukul {mulai} sampai pukul {selesai}: {n} tiket sejam pada hari layanan.",
        most=puncak("Paling ramai", most, hours), mulai=_clock(span[0]),
        selesai=_clock(span[-1], 1), n=Markdown(count),
    )  # fmt: skip


def _tied(hours: Sequence[Angka]) -> Sequence[Angka]:
    """Give the hours around the busiest that can't be told from it."""
    tickets = [round(figure.nilai * figure.tepi["n"].nilai) for figure in hours]
    first = last = max(range(len(hours)), key=lambda at: tickets[at])

    def like(at: int) -> bool:
        return ratio_interval(max(tickets), tickets[at], 1, 1)[0] <= 1

    while first > 0 and like(first - 1):
        first -= 1
    while last < len(hours) - 1 and like(last + 1):
        last += 1
    return hours[first : last + 1]


def _clock(figure: Angka, later: int = 0) -> str:
    """Write when an hour begins: ``09.00``."""
    return f"{int(figure.kategori) + later:02d}.00"


def _by_hour(lap: Report) -> Markdown:
    return listed(
        sentence("pukul {jam} {n:1}", jam=_clock(figure), n=figure)
        for hour in JAM
        if (figure := lap.angka(RATA_RATA, "jam", f"{hour:02d}")) is not None and figure.nilai
    )


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
