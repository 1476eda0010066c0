"""The messages of slides that no chart or table heads: what a slide says in one sentence.

The page and the paper leave them out, as they say it in full.
"""

from __future__ import annotations

from laporan.sections._phrases import NOTHING
from laporan.sections.report import Report
from laporan.show import Gerak, Markdown, box, enumerate_parts, sentence

TERBITAN = (
    ("publikasi.jumlah", "publikasi website"),
    ("webinar.jumlah", "webinar/FGD"),
    ("wa_blast.jumlah", "pesan siaran"),
)


def pesan_pernyataan(lap: Report) -> Markdown:
    """Head the first page: the tickets of a service day, and how they changed."""
    total, daily = lap.angka("tiket.jumlah"), lap.angka("tiket.per_hari_layanan")
    change = lap.angka("tiket.perubahan_per_hari_layanan")
    if daily is not None and change is not None:
        text = sentence(
            "{harian:0} tiket per hari layanan, {arah} {ubah:+} dari {bulan}.",
            harian=daily, arah=Gerak.of(change), ubah=change, bulan=lap.bulan.previous,
        )  # fmt: skip
        return box("pesan", text)
    if total is not None:
        text = sentence("{jumlah} tiket pada {bulan}.", jumlah=total, bulan=lap.bulan)
        return box("pesan", text)
    return NOTHING


def pesan_kepuasan(lap: Report) -> Markdown:
    """Head what users think of the service: the figure, and the ratings that it rests on."""
    value, ratings = lap.angka("kepuasan.nilai"), lap.angka("kepuasan.penilaian")
    if value is None or ratings is None:
        return NOTHING
    text = sentence("Kepuasan {nilai:2} dari {jumlah} penilaian.", nilai=value, jumlah=ratings)
    return box("pesan", text)


def pesan_ringkasan(lap: Report) -> Markdown:
    """Head the summary: what was published and to how many gatherings people were asked."""
    counted = ((lap.angka(key), label) for key, label in TERBITAN)
    known = [
        sentence("{jumlah} {label}", jumlah=figure, label=label)
        for figure, label in counted
        if figure is not None
    ]
    if not known:
        return NOTHING
    text = sentence("{daftar} pada {bulan}.", daftar=enumerate_parts(known), bulan=lap.bulan)
    return box("pesan", text)
