"""Who asks."""

from __future__ import annotations

from laporan.sections._shares import chart_shares
from laporan.sections._words import not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, bullets, sentence

PENJELASAN = {
    "Pemerintah Daerah": "termasuk anggota/pimpinan DPRD dan perangkat daerah/desa",
    "Kementerian/Lembaga": "kementerian teknis dan lembaga di dalam dan luar Kemenkeu",
    "Akademisi": "mahasiswa dan siswa sekolah",
    "Lainnya": "masyarakat, pendamping desa, wartawan/media, swasta, dan pengguna tanpa identitas",
}


def sentence_pengguna(lap: Report) -> Markdown:
    """Say how many tickets each kind of users wrote, and who belongs to it."""
    counts = lap.ukuran.kategori("tiket.jumlah", "kategori")
    tiket = lap.angka("tiket.jumlah")
    if tiket is None or counts.empty:
        return not_supplied(lap, "kategori pengguna")
    items = []
    for name in counts.index:
        count = lap.angka("tiket.jumlah", "kategori", str(name))
        if count is not None:
            meaning = PENJELASAN.get(str(name))
            items.append(
                sentence(
                    "**{nama}** ({jumlah} tiket){arti}",
                    nama=str(name), jumlah=count,
                    arti=Markdown(f": {meaning}." if meaning else "."),
                )
            )  # fmt: skip
    head = sentence("Dari {tiket} tiket {bulan}, menurut penggunanya:", tiket=tiket,
                    bulan=lap.bulan)  # fmt: skip
    return Markdown(f"{head.text}\n\n{bullets(items).text}")


def chart_pengguna(lap: Report) -> Display:
    """Rank the kinds of users."""
    return chart_shares(
        lap, "kategori", headline="{bagian} tiket dari {nama}.", what="kategori pengguna"
    )
