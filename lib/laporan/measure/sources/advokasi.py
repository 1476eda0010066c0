"""Employee advocacy: snapshots of how many took part, with what, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, shares
from laporan.measure.indikator import define

SUMBER = "advokasi"
SELURUH = "seluruh aktivasi potret itu"
COUNTS = {
    "pegawai": define(
        "advokasi.pegawai", "Pegawai pelaku advokasi", "orang",
        "Pegawai dengan aktivasi pada potret itu", "seluruh pegawai", SUMBER,
    ),
    "aktivasi": define(
        "advokasi.aktivasi", "Aktivasi", "aktivasi",
        "Aktivasi konten pada potret itu", SELURUH, SUMBER,
    ),
    "target": define(
        "advokasi.target", "Target pegawai", "orang",
        "Pegawai yang ditargetkan", "seluruh pegawai", SUMBER,
    ),
    "seluruh_pegawai": define(
        "advokasi.seluruh_pegawai", "Seluruh pegawai", "orang",
        "Pegawai Kementerian Keuangan pada potret itu", "seluruh pegawai", SUMBER,
    ),
}  # fmt: skip
REALISASI = {
    "target": define(
        "advokasi.realisasi_target", "Realisasi target", "persen",
        "Pegawai pelaku advokasi dibagi target", "target pegawai", SUMBER,
    ),
    "seluruh_pegawai": define(
        "advokasi.realisasi_pegawai", "Realisasi seluruh pegawai", "persen",
        "Pegawai pelaku advokasi dibagi seluruh pegawai", "seluruh pegawai", SUMBER,
    ),
}  # fmt: skip
AKUN = define(
    "advokasi.akun", "Akun pegawai", "akun",
    "Akun pegawai di media itu", "seluruh akun potret itu", SUMBER,
)  # fmt: skip
KONTEN = define(
    "advokasi.konten", "Aktivasi menurut jenis", "aktivasi",
    "Aktivasi dengan jenis konten itu", SELURUH, SUMBER,
)  # fmt: skip
KONTEN_BAGIAN = define(
    "advokasi.konten_bagian", "Bagian aktivasi", "persen",
    "Aktivasi jenis itu dibagi seluruh aktivasi", SELURUH, SUMBER,
)  # fmt: skip
JENIS = {
    "Konten tersedia": "konten_tersedia",
    "Suka/komentar/bagikan": "suka_komentar_bagikan",
    "Kreasi mandiri": "kreasi_mandiri",
}


def detail_advokasi(advokasi: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure each snapshot."""
    media = [name for name in settings["advokasi"]["media"] if name in advokasi.columns]
    columns = ["potret", *COUNTS, *JENIS.values(), *media]
    return [
        figure
        for record in advokasi[columns].to_dict("records")
        for figure in _measure_potret(
            {str(name): value for name, value in record.items() if pd.notna(value)}, media, bulan
        )
    ]


def _measure_potret(potret: dict[str, Any], media: list[str], bulan: Bulan) -> Iterator[Angka]:
    """Measure one snapshot, which holds the columns that were filled in."""
    number = str(int(potret["potret"]))
    dimensi = f"potret:{number}"
    for name, indikator in COUNTS.items():
        if name in potret:
            yield indikator.part(bulan, "potret", number, potret[name])
    for name, indikator in REALISASI.items():
        if "pegawai" in potret and potret.get(name):
            share = 100 * potret["pegawai"] / potret[name]
            yield indikator.part(bulan, "potret", number, share)
    konten = {name: potret[column] for name, column in JENIS.items() if column in potret}
    yield from KONTEN.by(bulan, dimensi, konten)
    yield from KONTEN_BAGIAN.by(bulan, dimensi, shares(konten, potret.get("aktivasi", 0)))
    akun = {name: potret[name] for name in media if name in potret}
    if akun:
        yield AKUN.part(bulan, "potret", number, sum(akun.values()))
    yield from AKUN.by(bulan, dimensi, akun)
