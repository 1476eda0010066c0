"""The backlog as it is counted against what came and went."""

from __future__ import annotations

from laporan.clean.schema import Hasil
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.measure import Ukuran

BERIMBANG = "tunggakan berimbang"
NAMES = ("awal", "masuk", "keluar", "akhir")


def check_backlog(ukuran: Ukuran) -> Hasil:
    """Check that what was open, came and went leaves what is open; tell by how much it does not."""
    found = [ukuran.nilai(f"tunggakan.{name}") for name in NAMES]
    begin, came, went, end = found
    if begin is None or came is None or went is None or end is None:
        return Hasil()
    difference = end - (begin + came - went)
    check = Pemeriksaan(
        BERIMBANG,
        "Konsultasi terbuka pada akhir bulan sama dengan yang terbuka pada awalnya, ditambah yang "
        "masuk, dikurangi yang selesai.",
        diperiksa=1,
        gagal=int(difference != 0),
    )
    if not difference:
        return Hasil((), (check,))
    message = (
        f"{angka(end)} konsultasi terbuka pada akhir bulan menurut ekspornya, padahal "
        f"{angka(begin)} pada awal bulan, {angka(came)} masuk, dan {angka(went)} selesai: selisih "
        f"{angka(difference)}. Biasanya karena tiket dibuka kembali, digabung, atau ekspornya "
        "diambil pada hari lain."
    )
    return Hasil((Temuan(BERIMBANG, message, sumber="belum_selesai"),), (check,))
