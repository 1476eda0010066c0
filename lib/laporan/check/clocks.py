"""The clock of service hours against Deskpro's own, where its export has it."""

from __future__ import annotations

import pandas as pd

from laporan.clean.schema import Hasil
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.measure.keputusan.jam_kerja import service_minutes

SAMA = "jam layanan seperti di Deskpro"
# Deskpro counts whole seconds, and from when it noted a ticket.
NEAR_SECONDS = 60
# Of so many tickets that differ, some were moved by hand; of more, the hours are others.
FEW = 20


def check_clocks(tiket: pd.DataFrame | None, bulan: Bulan, settings: Settings) -> Hasil:
    """Check that both clocks tell the same of the tickets of which both tell."""
    if tiket is None:
        return Hasil()
    both = tiket[tiket["balas_deskpro_detik"].notna() & tiket["dibalas"].notna()]
    if both.empty:
        return Hasil()
    own = 60 * service_minutes(both["dibuat"], both["dibalas"], settings["jam_layanan"])
    off = own.sub(both["balas_deskpro_detik"].astype("float64")).abs().gt(NEAR_SECONDS)
    count = int(off.sum())
    check = Pemeriksaan(
        SAMA,
        "Lama sampai balasan pertama menurut jam layanan sama dengan yang dihitung Deskpro.",
        sumber="tiket",
        diperiksa=len(both),
        gagal=count,
    )
    if FEW * count <= len(both):
        return Hasil((), (check,))
    message = (
        f"pada {angka(count)} dari {angka(len(both))} tiket {bulan.label}, lama sampai balasan "
        "pertama menurut pengaturan jam_layanan berbeda lebih dari satu menit dari "
        "total_to_first_reply_wh. Samakan hari, jam, dan hari libur di pengaturan dengan yang di "
        "Deskpro."
    )
    return Hasil((Temuan(SAMA, message, sumber="tiket"),), (check,))
