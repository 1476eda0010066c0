"""Employee advocacy: snapshots of how many took part, with what, and where."""

from __future__ import annotations

from typing import Any

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, shares

KONTEN = {
    "Konten tersedia": "konten_tersedia",
    "Suka/komentar/bagikan": "suka_komentar_bagikan",
    "Kreasi mandiri": "kreasi_mandiri",
}
COUNTS = {"pegawai": "orang", "aktivasi": "aktivasi", "target": "orang", "seluruh_pegawai": "orang"}
REALISASI = {"realisasi_target": "target", "realisasi_pegawai": "seluruh_pegawai"}


def detail_advokasi(advokasi: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure each snapshot."""
    media = [name for name in settings["advokasi"]["media"] if name in advokasi.columns]
    columns = ["potret", *COUNTS, *KONTEN.values(), *media]
    return [
        figure
        for record in advokasi[columns].to_dict("records")
        for figure in _measure_potret(
            {str(name): value for name, value in record.items() if pd.notna(value)}, media, bulan
        )
    ]


def _measure_potret(potret: dict[str, Any], media: list[str], bulan: Bulan) -> list[Figure]:
    """Measure one snapshot, which holds the columns that were filled in."""
    number = str(int(potret["potret"]))

    def whole(indikator: str, nilai: float, satuan: str) -> Figure:
        return Figure(str(bulan), f"advokasi.{indikator}", "potret", number, float(nilai), satuan)

    def part(indikator: str, kategori: str, nilai: float, satuan: str) -> Figure:
        dimensi = f"potret:{number}"
        return Figure(str(bulan), f"advokasi.{indikator}", dimensi, kategori, float(nilai), satuan)

    konten = {name: potret[column] for name, column in KONTEN.items() if column in potret}
    akun = {name: potret[name] for name in media if name in potret}
    return [
        *(whole(name, potret[name], unit) for name, unit in COUNTS.items() if name in potret),
        *(
            whole(name, 100 * potret["pegawai"] / potret[base], "persen")
            for name, base in REALISASI.items()
            if "pegawai" in potret and potret.get(base)
        ),
        *(part("konten", name, value, "aktivasi") for name, value in konten.items()),
        *(
            part("konten_bagian", name, value, "persen")
            for name, value in shares(konten, potret.get("aktivasi", 0)).items()
        ),
        *([whole("akun", sum(akun.values()), "akun")] if akun else []),
        *(part("akun", name, value, "akun") for name, value in akun.items()),
    ]
