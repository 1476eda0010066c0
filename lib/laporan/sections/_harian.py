"""A change of tickets by service day: what months of unequal length can be compared by."""

from __future__ import annotations

from laporan.sections._phrases import NOTHING
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, sentence


def by_day(lap: Report) -> Markdown:
    """Say the change a service day, where the months have another number of them.

    It goes on with a sentence that said the bare change, and leaves out the full stop.
    """
    days, before = _days(lap)
    twin = daily_change(lap)
    if days is None or before is None or twin is None:
        return NOTHING
    text = sentence(
        ". Hari layanannya {kini}, bulan sebelumnya {dulu}: {harian}",
        kini=days, dulu=before, harian=twin,
    )  # fmt: skip
    return Markdown(text.text + _split(lap).text)


def daily_change(lap: Report) -> Markdown | None:
    """Say ``per hari layanan naik 10,34%``; nothing where the months have as many days."""
    daily = lap.angka("tiket.perubahan_per_hari_layanan")
    days, before = _days(lap)
    if daily is None or days is None or before is None or days.nilai == before.nilai:
        return None
    return sentence("per hari layanan **{arah} {ubah:+}**", arah=Gerak.of(daily), ubah=daily)


def _days(lap: Report) -> tuple[Angka | None, Angka | None]:
    name = "hari_layanan.jumlah"
    return lap.angka(name), lap.angka(name, bulan=lap.bulan.previous)


def _split(lap: Report) -> Markdown:
    days, rate = lap.angka("tiket.perubahan_kalender"), lap.angka("tiket.perubahan_laju")
    if days is None or rate is None:
        return NOTHING
    return sentence(
        ", dan dari selisihnya {hari:0} tiket berasal dari hari, {laju:0} dari laju",
        hari=days, laju=rate,
    )  # fmt: skip
