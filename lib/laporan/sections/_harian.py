"""A change of tickets by service day: what months of unequal length can be compared by."""

from __future__ import annotations

from laporan.dasar.bulan import Bulan
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, sentence

NOTHING = Markdown("")
YEARLY = "tiket.perubahan_tahunan"


def by_day(lap: Report) -> Markdown:
    """Say the change a service day, where the months have another number of them.

    It goes on with a sentence that said the bare change, and leaves out the full stop.
    """
    days, before = _days(lap, lap.bulan.previous)
    twin = daily_change(lap)
    if days is None or before is None or twin is None:
        return NOTHING
    text = sentence(
        ". Hari layanannya {kini}, bulan sebelumnya {dulu}: {harian}",
        kini=days, dulu=before, harian=twin,
    )  # fmt: skip
    return Markdown(text.text + _split(lap).text)


def daily_change(
    lap: Report, change: str = "tiket.perubahan", dimensi: str = "", kategori: str = ""
) -> Markdown | None:
    """Say ``per hari layanan naik 10,34%``; nothing where the months have as many days."""
    daily = daily_figure(lap, change, dimensi, kategori)
    if daily is None:
        return None
    return sentence("per hari layanan **{arah} {ubah:+}**", arah=Gerak.of(daily), ubah=daily)


def with_daily(change: Markdown, daily: Markdown | None) -> Markdown:
    """Set the change by service day behind the bare one, where there is one to say."""
    return change if daily is None else Markdown(f"{change.text}; {daily.text}")


def daily_figure(
    lap: Report, change: str = "tiket.perubahan", dimensi: str = "", kategori: str = ""
) -> Angka | None:
    """Give the change by service day; None where the months have as many days.

    Parameters
    ----------
    change
        What the change's name begins with: ``tiket.perubahan``, ``tiket.perubahan_tahunan``.
    """
    daily = lap.angka(f"{change}_per_hari_layanan", dimensi, kategori)
    base = lap.bulan.year_before if change == YEARLY else lap.bulan.previous
    days, before = _days(lap, base)
    if daily is None or days is None or (before is not None and days.nilai == before.nilai):
        return None
    return daily


def _days(lap: Report, base: Bulan) -> tuple[Angka | None, Angka | None]:
    name = "hari_layanan.jumlah"
    return lap.angka(name), lap.angka(name, bulan=base)


def _split(lap: Report) -> Markdown:
    days, rate = lap.angka("tiket.perubahan_kalender"), lap.angka("tiket.perubahan_laju")
    if days is None or rate is None:
        return NOTHING
    return sentence(
        ", dan dari selisihnya {hari:0} tiket berasal dari hari, {laju:0} dari laju",
        hari=days, laju=rate,
    )  # fmt: skip
