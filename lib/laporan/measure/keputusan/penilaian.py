"""All ratings, and not only those of agents with enough: their mean, and how many are content."""

from __future__ import annotations

from statistics import mean

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure import konsultasi
from laporan.measure.indikator import define
from laporan.measure.keputusan.bagian import share
from laporan.measure.keputusan.bahan import BELUM_DISERAHKAN, SEDIKIT, Bahan, Hasil
from laporan.measure.sources.survei import FAKTOR, counted_ratings, on_scale
from laporan.measure.statistik.ramalan import mean_interval

SELURUH = "seluruh jawaban survei bulan itu"
UTAMA = "Kepuasan Layanan"
RATA_RATA = define(
    "kepuasan.rata_rata", "Rata-rata semua penilaian", "skala",
    f"Rata-rata semua nilai {UTAMA}, atau faktor yang disebut, tanpa memandang agennya; selangnya "
    "95% (Student)", SELURUH, "survei",
)  # fmt: skip
PUAS = define(
    "kepuasan.puas_bagian", "Bagian yang menilai salah satu dari dua nilai tertinggi", "persen",
    f"Penilaian {UTAMA}, atau faktor yang disebut, salah satu dari dua nilai tertinggi "
    "skalanya, dibagi semua penilaian; selangnya 95% (Wilson)", SELURUH, "survei",
)  # fmt: skip
RESPONS = define(
    "kepuasan.laju_respons", "Laju respons survei", "persen",
    "Jawaban survei dibagi konsultasi bulan itu", konsultasi.SELURUH, "survei", "tiket",
)  # fmt: skip
DIKECUALIKAN = define(
    "kepuasan.tidak_diperhitungkan", "Penilaian yang tidak diperhitungkan", "penilaian",
    "Jawaban survei yang tidak masuk ke nilai kepuasan, karena agennya belum cukup dinilai atau "
    "penilainya belum cukup banyak", SELURUH, "survei",
)  # fmt: skip
SELANG, PERSEN = 0.95, 100


def measure_penilaian(bahan: Bahan) -> Hasil:
    """Measure all ratings of the month."""
    survei = bahan.table("survei")
    bulan = bahan.bulan
    if survei is None:
        everything = (RATA_RATA, PUAS, RESPONS, DIKECUALIKAN)
        return [each.none(bulan, BELUM_DISERAHKAN) for each in everything]
    dropped = len(survei) - counted_ratings(survei, bahan.own).index.nunique()
    return [
        DIKECUALIKAN.whole(bulan, dropped, n=len(survei)),
        *_rated(bahan, survei[FAKTOR[UTAMA]], ("", "")),
        *(
            row
            for name, column in FAKTOR.items()
            for row in _rated(bahan, survei[column], ("faktor", name))
        ),
        *_answered(bahan, bulan, len(survei)),
    ]


def _rated(bahan: Bahan, column: pd.Series[int], place: tuple[str, str]) -> Hasil:
    bulan, minimum = bahan.bulan, bahan.minimum
    ratings = [float(each) for each in column.dropna()]
    least = minimum["penilaian"]
    if len(ratings) < least:
        return [
            each.none(bulan, SEDIKIT, *place, n=len(ratings), perlu=least)
            for each in (RATA_RATA, PUAS)
        ]
    enough = len(ratings) >= minimum["selang_rata_rata"] and len(set(ratings)) > 1
    selang = mean_interval(ratings, SELANG) if enough else None
    content = sum(each >= bahan.own["survei"]["skala"] - 1 for each in ratings)
    figure = RATA_RATA.part(bulan, *place, mean(ratings), selang=selang, n=len(ratings))
    return [
        *on_scale([figure], bahan.own),
        share(PUAS, bulan, (content, len(ratings)), minimum, place),
    ]


def _answered(bahan: Bahan, bulan: Bulan, answers: int) -> Hasil:
    whole = bahan.value(konsultasi.JUMLAH.kunci)
    if not whole:
        return []
    least = bahan.minimum["persen"]
    if whole < least:
        return [RESPONS.none(bulan, SEDIKIT, n=whole, perlu=least)]
    return [RESPONS.whole(bulan, PERSEN * answers / whole, n=whole)]
