"""The backlog: what was open, what came and went, what is open now, and how long it has been."""

from __future__ import annotations

import pandas as pd

from laporan.measure.indikator import define
from laporan.measure.keputusan.bahan import Bahan, Hasil, Satu
from laporan.measure.keputusan.waktu import cutoff
from laporan.measure.konsultasi import SELURUH
from laporan.measure.sources.belum_selesai import AKHIR, open_consultations

KEDUANYA = ("tiket", "belum_selesai")
AWAL = define(
    "tunggakan.awal", "Konsultasi terbuka pada awal bulan", "konsultasi",
    "Konsultasi yang belum selesai pada akhir bulan sebelumnya, menurut ekspor bulan itu",
    "seluruh konsultasi yang diketahui", *KEDUANYA,
)  # fmt: skip
MASUK = define(
    "tunggakan.masuk", "Konsultasi masuk", "konsultasi",
    "Konsultasi yang dibuat bulan itu", SELURUH, "tiket",
)  # fmt: skip
KELUAR = define(
    "tunggakan.keluar", "Konsultasi selesai", "konsultasi",
    "Konsultasi yang selesai bulan itu, kapan pun dibuat; yang dibuat sebelumnya hanya bila ada "
    "ekspor yang belum selesai dari bulan itu dan bulan sebelumnya",
    "seluruh konsultasi yang diketahui", *KEDUANYA,
)  # fmt: skip
TERTUA = define(
    "tunggakan.tertua", "Umur konsultasi terbuka yang tertua", "hari",
    "Hari kalender sejak konsultasi terbuka yang tertua dibuat, sampai akhir bulan",
    "konsultasi terbuka pada akhir bulan", *KEDUANYA,
)  # fmt: skip
HANYA_BULAN_INI = (
    "tidak ada ekspor belum-selesai bulan sebelumnya; hanya tiket yang dibuat bulan ini"
)
TANPA_TUNGGAKAN = "tidak ada yang terbuka pada akhir bulan"
# The oldest of each group, in days.
UMUR = {
    "sampai 1 hari": 1.0,
    "1–3 hari": 3.0,
    "3–7 hari": 7.0,
    "7–14 hari": 14.0,
    "14–31 hari": 31.0,
    "lebih dari 31 hari": float("inf"),
}
MENUNGGU = {"awaiting_agent": "Agen", "awaiting_user": "Pengguna"}
LAINNYA = "Lainnya"


def measure_tunggakan(bahan: Bahan) -> Hasil:
    """Measure what was open, came, went, and is open."""
    tiket = bahan.table("tiket")
    if tiket is None:
        return []
    until = cutoff(tiket, bahan.bulan)
    own = open_consultations(tiket)
    left = own[~own["selesai"].le(until)]
    closed = len(own) - len(left)
    now, before = (
        None if table is None else open_consultations(table)
        for table in (
            bahan.table("belum_selesai"),
            bahan.table("belum_selesai", bahan.bulan.previous),
        )
    )
    if now is not None and before is not None:
        closed += int((~before["nomor"].isin(now["nomor"])).sum())
    held = left if now is None else now
    return [
        _begun_with(bahan),
        MASUK.whole(bahan.bulan, len(own)),
        KELUAR.whole(bahan.bulan, closed),
        *([AKHIR.whole(bahan.bulan, len(left))] if now is None else []),
        *_held(held, until, bahan),
    ]


def _begun_with(bahan: Bahan) -> Satu:
    before = bahan.value(AKHIR.kunci, bulan=bahan.bulan.previous)
    if before is None:
        return AWAL.none(bahan.bulan, HANYA_BULAN_INI)
    return AWAL.whole(bahan.bulan, before)


def _held(held: pd.DataFrame, until: pd.Timestamp, bahan: Bahan) -> Hasil:
    """Tell how old what is open is, and who is waited for."""
    days = (until - held["dibuat"]).dt.total_seconds() / 86_400
    groups = pd.cut(days, [-float("inf"), *UMUR.values()], labels=list(UMUR))
    awaited = held["status"].map(MENUNGGU).fillna(LAINNYA)
    waited = {name: int(awaited.eq(name).sum()) for name in (*MENUNGGU.values(), LAINNYA)}
    ages = {name: int(groups.eq(name).sum()) for name in UMUR}
    oldest = (
        TERTUA.whole(bahan.bulan, float(days.max()), n=len(held))
        if len(held)
        else TERTUA.none(bahan.bulan, TANPA_TUNGGAKAN)
    )
    return [
        *AKHIR.by(bahan.bulan, "umur", ages),
        *AKHIR.by(bahan.bulan, "menunggu", waited),
        oldest,
    ]
