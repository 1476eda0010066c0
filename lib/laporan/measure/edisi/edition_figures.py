"""The figures of all editions of a kind, each under its key: ``edisi.tiket,pemda,Kab. Brebes``.

What holds for the whole country has its name in place of a region's. Nobody is ranked: a region
stands beside the country, and not beside others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import counts
from laporan.measure.edisi.edition_months import EditionMonths
from laporan.measure.edisi.edition_topics import shown_topics
from laporan.measure.indikator import Indikator, define
from laporan.measure.keputusan.bahan import Hasil, Satu
from laporan.measure.keputusan.waktu import BALAS, KAPLAN_MEIER, MENIT, SELESAI
from laporan.measure.konsultasi import SPAM
from laporan.measure.statistik.bertahan import quantile

NEGARA = "Indonesia"
DAERAH = "tiket bulan-bulan edisi itu yang pemdanya dikenali"
KONSULTASI = "konsultasi bulan-bulan edisi itu"
TERLALU_SEDIKIT = "konsultasinya belum cukup untuk dihitung (perlu {perlu})"
BELUM_TERCAPAI = "belum tercapai pada akhir bulan"
BULAN = define(
    "edisi.bulan", "Bulan yang ada ekspornya", "bulan",
    "Bulan dengan ekspor tiket, di antara bulan-bulan yang dibicarakan edisi itu",
    "bulan-bulan yang dibicarakan edisi itu", "tiket",
)  # fmt: skip
TIKET = define(
    "edisi.tiket", "Tiket", "tiket",
    "Tiket dari daerah itu; di edisi provinsi dari provinsi dengan semua kabupaten dan kotanya",
    DAERAH, "tiket",
)  # fmt: skip
TOPIK = define(
    "edisi.topik", "Tiket menurut topik", "tiket",
    "Tiket daerah itu tentang topik itu; yang terlalu sedikit, dan yang darinya itu dapat "
    "dihitung, digabung", "seluruh tiket daerah itu", "tiket",
)  # fmt: skip
DIGABUNG = define(
    "edisi.topik_digabung", "Topik lain, digabung", "tiket",
    "Tiket daerah itu yang topiknya tidak disebut sendiri, dengan spam", "seluruh tiket daerah itu",
    "tiket",
)  # fmt: skip
BALAS_MEDIAN = define(
    "edisi.balas_median", "Median balasan pertama", MENIT,
    f"Menit jam layanan dari dibuat sampai balasan pertama agen; {KAPLAN_MEIER}",
    KONSULTASI, "tiket",
)  # fmt: skip
BALAS_BAWAH = define(
    "edisi.balas_kuartil_bawah", "Kuartil bawah balasan pertama", MENIT,
    "Menit jam layanan yang di dalamnya seperempat konsultasi dibalas", KONSULTASI, "tiket",
)  # fmt: skip
BALAS_ATAS = define(
    "edisi.balas_kuartil_atas", "Kuartil atas balasan pertama", MENIT,
    "Menit jam layanan yang di dalamnya tiga perempat konsultasi dibalas", KONSULTASI, "tiket",
)  # fmt: skip
BALAS_P90 = define(
    "edisi.balas_p90", "Persentil 90 balasan pertama", MENIT,
    "Menit jam layanan yang di dalamnya sembilan dari sepuluh konsultasi dibalas",
    KONSULTASI, "tiket",
)  # fmt: skip
SELESAI_MEDIAN = define(
    "edisi.selesai_median", "Median penyelesaian", MENIT,
    f"Menit jam layanan dari dibuat sampai terakhir diselesaikan; {KAPLAN_MEIER}",
    KONSULTASI, "tiket",
)  # fmt: skip
TERBUKA = define(
    "edisi.terbuka", "Masih terbuka", "konsultasi",
    "Konsultasi daerah itu yang belum selesai pada akhir bulan laporan, menurut ekspor yang belum "
    "selesai; tanpa ekspor itu hanya yang dibuat bulan itu",
    "konsultasi terbuka pada akhir bulan", "tiket", "belum_selesai",
)  # fmt: skip
TERTUA = define(
    "edisi.terbuka_tertua", "Umur yang tertua", "hari",
    "Hari kalender sejak konsultasi daerah itu yang tertua di antara yang terbuka dibuat",
    "konsultasi terbuka pada akhir bulan", "tiket", "belum_selesai",
)  # fmt: skip
# Of each wait: its figures, the share that each tells of, the least base by the settings.
_WAITS: Mapping[str, Sequence[tuple[Indikator, float, str]]] = {
    BALAS.kolom: ((BALAS_MEDIAN, 0.5, "median"), (BALAS_P90, 0.9, "p90")),
    SELESAI.kolom: ((SELESAI_MEDIAN, 0.5, "median"),),
}
# The band in which half of the country's replies lie.
_BAND = ((BALAS_BAWAH, 0.25, "p90"), (BALAS_ATAS, 0.75, "p90"))


def measure_editions(months: EditionMonths, regions: Sequence[str], settings: Settings) -> Hasil:
    """Measure the country and each region; those that never asked have a count of 0.

    Parameters
    ----------
    months
        What they are reckoned from.
    regions
        The readers, by short name.
    settings
        What holds in the report's month.
    """
    bulan, dimensi = months.bulan, months.jenis.nama
    minimum = settings["minimum"]
    told: Hasil = [BULAN.part(bulan, dimensi, NEGARA, len(months.known), n=len(months.asked))]
    told += _topics(months, regions, settings)
    told += _left_open(months, regions)
    for kolom, waited in months.waits.items():
        of_region = dict(list(waited.groupby(dimensi)))
        nothing = waited.iloc[:0]
        band = _BAND if kolom == BALAS.kolom else ()
        told += _quantiles([*_WAITS[kolom], *band], waited, (bulan, dimensi, NEGARA), minimum)
        for name in regions:
            own = of_region.get(name, nothing)
            told += _quantiles(_WAITS[kolom], own, (bulan, dimensi, name), minimum)
    return told


def _topics(months: EditionMonths, regions: Sequence[str], settings: Settings) -> Iterator[Satu]:
    bulan, dimensi, tiket = months.bulan, months.jenis.nama, months.tiket
    asked = counts(tiket[dimensi].dropna(), regions)
    country = counts(tiket.loc[tiket["topik"].ne(SPAM), "topik"])
    shown = shown_topics(tiket, dimensi, settings["data_pribadi"]["kelompok_terkecil"])
    yield TIKET.part(bulan, dimensi, NEGARA, len(tiket))
    yield from TOPIK.by(bulan, f"{dimensi}:{NEGARA}", country)
    for name in regions:
        yield TIKET.part(bulan, dimensi, name, asked[name])
        own = shown[name].dropna() if name in shown else pd.Series(dtype="float64")
        own = own[own > 0]
        yield from TOPIK.by(bulan, f"{dimensi}:{name}", {str(t): n for t, n in own.items()})
        yield DIGABUNG.part(bulan, dimensi, name, asked[name] - float(own.sum()))


def _left_open(months: EditionMonths, regions: Sequence[str]) -> Iterator[Satu]:
    bulan, dimensi, held = months.bulan, months.jenis.nama, months.terbuka
    left, oldest = counts(held[dimensi].dropna(), regions), held.groupby(dimensi)["hari"].max()
    for name in regions:
        yield TERBUKA.part(bulan, dimensi, name, left[name])
        if name in oldest:
            yield TERTUA.part(bulan, dimensi, name, float(oldest[name]))


def _quantiles(
    wanted: Sequence[tuple[Indikator, float, str]],
    waited: pd.DataFrame,
    place: tuple[Bulan, str, str],
    minimum: Mapping[str, int],
) -> Iterator[Satu]:
    """Give how long they waited, where there are enough of them.

    The base itself is not told: with the region's tickets it would give its spam, which is a small
    group where it is few.
    """
    times = waited["menit"].to_numpy(dtype="float64")
    happened = waited["berakhir"].to_numpy(dtype=bool)
    for indikator, portion, least in wanted:
        if len(waited) < minimum[least]:
            bulan, dimensi, name = place
            yield indikator.none(bulan, TERLALU_SEDIKIT, dimensi, name, perlu=minimum[least])
        elif (found := quantile(times, happened, portion)) is None:
            bulan, dimensi, name = place
            yield indikator.none(bulan, BELUM_TERCAPAI, dimensi, name)
        else:
            yield indikator.part(*place, found)
