"""Attendance reports against the list of video conferences that they belong to."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from laporan.clean.schema import Aturan, Hasil, run_rules, write_value
from laporan.dasar.indonesian import angka

BERPASANGAN = "laporan kehadiran berpasangan"


def check_attendance(tables: Mapping[str, pd.DataFrame]) -> Hasil:
    """Check that each day with reports has one, and one meeting that it can belong to."""
    if "kehadiran" not in tables or tables["kehadiran"].empty:
        return Hasil()
    reports = tables["kehadiran"]["tanggal"].value_counts().sort_index()
    listed = tables["video_conference"]["tanggal"] if "video_conference" in tables else None
    meetings = listed.value_counts() if listed is not None else pd.Series(dtype="int64")
    table = pd.DataFrame(
        {
            "tanggal": reports.index,
            "laporan": reports.to_numpy(),
            "pertemuan": [int(meetings.get(day, 0)) for day in reports.index],
            "berkas": "",
            "baris": 0,
        }
    )
    table["cocok"] = (table["laporan"].eq(1) & table["pertemuan"].eq(1)).astype("int64")
    rule = Aturan(
        BERPASANGAN,
        lambda v: v.col_vals_eq("cocok", 1),
        ("tanggal", "laporan", "pertemuan"),
        lambda row: (
            f"{write_value(row['tanggal'])}: {angka(row['laporan'])} laporan kehadiran, "
            f"{angka(row['pertemuan'])} pertemuan dalam daftar video conference. Pesertanya ikut "
            "dijumlah, tetapi tidak dicantumkan di samping pertemuannya. "
            + ("Lengkapi daftarnya." if row["pertemuan"] < row["laporan"] else "Periksa daftarnya.")
        ),
        harapan="Setiap hari berlaporan kehadiran punya satu laporan dan satu pertemuan.",
    )
    return run_rules(table, [rule], "kehadiran")
