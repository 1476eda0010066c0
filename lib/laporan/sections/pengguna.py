"""Who asks."""

from __future__ import annotations

from laporan.sections._words import not_supplied
from laporan.sections.report import Report
from laporan.show import Markdown, bullets, sentence

PENJELASAN = {
    "Pemerintah Daerah": "termasuk anggota/pimpinan DPRD dan perangkat daerah/desa",
    "Kementerian/Lembaga": "kementerian teknis dan lembaga di dalam dan luar Kemenkeu",
    "Akademisi": "mahasiswa dan siswa sekolah",
    "Lainnya": "masyarakat, pendamping desa, wartawan/media, swasta, dan pengguna tanpa identitas",
}


def sentence_pengguna(lap: Report) -> Markdown:
    """Say how many tickets each kind of users wrote, which share, and who belongs to it."""
    counts = lap.ukuran.kategori("tiket.jumlah", "kategori")
    tiket = lap.angka("tiket.jumlah")
    if tiket is None or counts.empty:
        return not_supplied(lap, "kategori pengguna")
    items = []
    for name in counts.index:
        count = lap.angka("tiket.jumlah", "kategori", str(name))
        share = lap.angka("tiket.bagian", "kategori", str(name))
        if count is not None and share is not None:
            meaning = PENJELASAN.get(str(name))
            items.append(
                sentence(
                    "**{nama}** {bagian} ({jumlah} tiket){arti}",
                    nama=str(name), bagian=share, jumlah=count,
                    arti=Markdown(f": {meaning}." if meaning else "."),
                )
            )  # fmt: skip
    head = sentence("Dari {tiket} tiket {bulan}, menurut penggunanya:", tiket=tiket,
                    bulan=lap.bulan)  # fmt: skip
    return Markdown(f"{head.text}\n\n{bullets(items).text}")
