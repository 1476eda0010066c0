"""``riwayat.csv``: figures of the months before the exports."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection

from laporan.dasar.bulan import Bulan
from laporan_sample.data import read_toml

HEADER = ("bulan", "indikator", "dimensi", "kategori", "nilai", "satuan", "sumber")
MONTHS = Bulan(2023, 1).until(Bulan(2023, 5))

Record = tuple[str, str, str, str, int, str, str]


def history_file(without: Collection[Bulan] = ()) -> bytes:
    """Write the published figures, and made-up ones where none were published.

    Parameters
    ----------
    without
        The months that have exports, whose made-up figures these give.
    """
    told = {str(bulan) for bulan in without}
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(sorted(row for row in _records() if row[0] not in told or row[-1] == "terbit"))
    return target.getvalue().encode()


def told_in_history(bulan: Bulan) -> dict[tuple[str, str], int]:
    """Give the figures of a month, by name and category."""
    return {(row[1], row[3]): row[4] for row in _records() if row[0] == str(bulan)}


def _records() -> list[Record]:
    data = read_toml("riwayat.toml")
    records: list[Record] = [
        (bulan, indikator, "", "", nilai, "tiket", "terbit")
        for bulan, figures in data["terbit"].items()
        for indikator, nilai in figures.items()
    ]
    made_up = data["contoh"]
    totals = [sum(counts) for counts in zip(*made_up["kanal"].values(), strict=True)]
    series = [("tiket.jumlah", "", "", totals, "tiket")]
    series += [
        ("tiket.jumlah", "kanal", kanal, counts, "tiket")
        for kanal, counts in made_up["kanal"].items()
    ]
    series += [
        (indikator, "", "", entry["nilai"], entry["satuan"])
        for indikator, entry in made_up["seri"].items()
    ]
    visitors = made_up["seri"]["situs.pengunjung"]
    series += [
        ("situs.pengunjung", dimensi, kategori, visitors["nilai"], visitors["satuan"])
        for dimensi, kategori in (("produk", "Universal Analytics"), ("metrik", "users"))
    ]
    series += [
        ("media_sosial.pengikut", "media", medium, counts, "akun")
        for medium, counts in made_up["pengikut"].items()
    ]
    records += [
        (str(bulan), indikator, dimensi, kategori, nilai, satuan, "contoh")
        for indikator, dimensi, kategori, values, satuan in series
        for bulan, nilai in zip(MONTHS, values, strict=True)
    ]
    return records
