"""How many regional governments are reached, which come and go, and how many never came.

Of all tickets with a known government, as the published list of governments is.
"""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.regions.official_regions import gazetteer
from laporan.measure.indikator import define
from laporan.measure.keputusan.bagian import PERSEN
from laporan.measure.keputusan.bahan import SEDIKIT, TANPA_PEMBANDING, Bahan, Hasil
from laporan.measure.statistik.sebaran import effective_number

DIKENAL = "tiket yang pemdanya dikenali"
SEMUA = "seluruh provinsi, kabupaten, dan kota"
LALU = "Jendelanya bulan-bulan yang datanya ada, sampai dua belas bulan ke belakang"
PEMDA = define(
    "cakupan.pemda", "Pemda terlayani", "pemda",
    "Pemda berbeda dengan sekurang-kurangnya satu tiket", SEMUA, "tiket",
)  # fmt: skip
BAGIAN = define(
    "cakupan.bagian", "Cakupan pemda", "persen",
    "Pemda berbeda dengan sekurang-kurangnya satu tiket dibagi seluruh pemda", SEMUA, "tiket",
)  # fmt: skip
BARU = define(
    "cakupan.baru", "Pemda baru", "pemda",
    f"Pemda yang mengirim tiket bulan ini dan tidak pada bulan-bulan sebelumnya. {LALU}",
    "pemda terlayani bulan itu", "tiket",
)  # fmt: skip
KEMBALI = define(
    "cakupan.kembali", "Pemda kembali", "pemda",
    f"Pemda yang mengirim tiket bulan ini dan juga sebelumnya. {LALU}",
    "pemda terlayani bulan itu", "tiket",
)  # fmt: skip
BERHENTI = define(
    "cakupan.berhenti", "Pemda berhenti", "pemda",
    "Pemda yang mengirim tiket bulan sebelumnya dan tidak bulan ini",
    "pemda terlayani bulan sebelumnya", "tiket",
)  # fmt: skip
BELUM_PERNAH = define(
    "cakupan.belum_pernah", "Pemda belum pernah", "pemda",
    f"Pemda tanpa satu tiket pun bulan ini dan sebelumnya. {LALU}", SEMUA, "tiket",
)  # fmt: skip
SEPULUH = define(
    "cakupan.sepuluh_teratas", "Bagian sepuluh pemda teratas", "persen",
    "Tiket sepuluh pemda yang terbanyak tiketnya dibagi tiket yang pemdanya "
    "dikenali", DIKENAL, "tiket",
)  # fmt: skip
EFEKTIF = define(
    "cakupan.efektif", "Pemda efektif", "pemda",
    "Banyaknya pemda yang, bila tiketnya sama banyak, akan sama terpusatnya (10.000 dibagi indeks "
    "Herfindahl–Hirschman)", DIKENAL, "tiket",
)  # fmt: skip
SEBELUMNYA, TERATAS = 12, 10


def measure_cakupan(bahan: Bahan) -> Hasil:
    """Measure which regional governments consulted, now and in the months before."""
    tiket = bahan.table("tiket")
    if tiket is None:
        return []
    pemda = tiket["pemda"].dropna()
    regions = gazetteer().by_pemda
    now, everyone = set(pemda.unique()), len(regions)
    return [
        PEMDA.whole(bahan.bulan, len(now), n=everyone),
        BAGIAN.whole(bahan.bulan, PERSEN * len(now) / everyone, n=everyone),
        *(
            PEMDA.part(bahan.bulan, "provinsi", provinsi, len(now & own), n=len(own))
            for provinsi, own in _by_province().items()
        ),
        *_concentration(pemda, bahan),
        *_moves(now, everyone, bahan),
    ]


def _by_province() -> dict[str, set[str]]:
    """Give the governments of each province, its own among them."""
    found: dict[str, set[str]] = {}
    for pemda, region in gazetteer().by_pemda.items():
        found.setdefault(region.provinsi, set()).add(pemda)
    return found


def _concentration(pemda: pd.Series[str], bahan: Bahan) -> Hasil:
    least = bahan.minimum["persen"]
    if len(pemda) < least:
        both = (SEPULUH, EFEKTIF)
        return [each.none(bahan.bulan, SEDIKIT, n=len(pemda), perlu=least) for each in both]
    counted = pemda.value_counts()
    first = int(counted.head(TERATAS).sum())
    return [
        SEPULUH.whole(bahan.bulan, PERSEN * first / len(pemda), n=len(pemda)),
        EFEKTIF.whole(bahan.bulan, effective_number(counted), n=len(pemda)),
    ]


def _moves(now: set[str], everyone: int, bahan: Bahan) -> Hasil:
    bulan, before = bahan.bulan, _before(bahan)
    if not before:
        moves = (BARU, KEMBALI, BERHENTI, BELUM_PERNAH)
        return [each.none(bulan, TANPA_PEMBANDING) for each in moves]
    earlier: set[str] = set().union(*before.values())
    months = len(before) + 1
    least = bahan.minimum["bulan_belum_pernah"]
    last = before.get(bulan.previous)
    return [
        BARU.whole(bulan, len(now - earlier), n=months),
        KEMBALI.whole(bulan, len(now & earlier), n=months),
        BERHENTI.none(bulan, TANPA_PEMBANDING)
        if last is None
        else BERHENTI.whole(bulan, len(last - now), n=len(last)),
        BELUM_PERNAH.none(bulan, SEDIKIT, n=months, perlu=least)
        if months < least
        else BELUM_PERNAH.whole(bulan, everyone - len(now | earlier), n=months),
    ]


def _before(bahan: Bahan) -> dict[Bulan, set[str]]:
    """Give who consulted in each of the months before of which there are tickets."""
    months = [bahan.bulan.shift(-back) for back in range(1, SEBELUMNYA + 1)]
    tables = {month: bahan.table("tiket", month) for month in months}
    return {
        month: set(table["pemda"].dropna().unique())
        for month, table in tables.items()
        if table is not None
    }
