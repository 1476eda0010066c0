"""Issues small enough to be published many times, and what a site holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka
from laporan.publish.issue import Issue, read_issue

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)
WIB = ZoneInfo("Asia/Jakarta")
FIRST, SECOND, THIRD = (datetime(2023, month, 5, 9, 30, tzinfo=WIB) for month in (7, 8, 9))
ALASAN = "Tiga tiket <script>alert(1)</script> & [x](y) terlewat."
PERUBAHAN = Angka("2023-07", "tiket.perubahan_bulanan", "", "", 29.809885931558934, "persen")
DASAR = Angka("2023-07", "tiket.jumlah_bulan_lalu", "", "", 1315, "tiket")
HEAD = "bulan,indikator,dimensi,kategori,nilai,satuan\n"


def figures(bulan: Bulan, tiket: float, *more: Angka) -> str:
    """The rows of an ``ukuran.csv``."""
    rows = [
        Angka(str(bulan), "tiket.jumlah", "", "", tiket, "tiket"),
        Angka(str(bulan), "kepuasan.nilai", "", "", 4.5, "skala 1-5"),
        *more,
    ]
    lines = (f"{r.bulan},{r.indikator},{r.dimensi},{r.kategori},{r.nilai},{r.satuan}" for r in rows)
    return HEAD + "\n".join(sorted(lines)) + "\n"


def write_output(
    folder: Path, bulan: Bulan, ukuran: str, masukan: list[Mapping[str, Any]] | None = None,
    koreksi: list[Mapping[str, Any]] | None = None, ditahan: tuple[str, ...] = (),
) -> Path:  # fmt: skip
    """Write the six files of a month as ``laporan render`` does, as good as empty."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "laporan.html": f"<!DOCTYPE html><title>Laporan {bulan.label}</title>",
        "laporan.pdf": "%PDF-1.7",
        "slide.html": "<!DOCTYPE html><title>Slide</title>",
        "mutu.html": "<!DOCTYPE html><title>Mutu</title>",
        "ukuran.csv": ukuran,
    }
    for name, text in made.items():
        (folder / name).write_bytes(text.encode())
    trace = {
        "bulan": str(bulan),
        "bulan_dipakai": [str(bulan)],
        "contoh": True,
        "waktu": "2023-08-01T08:00:00+07:00",
        "laporan": {"versi": "0.1.0", "commit": None, "sha256": "0" * 64},
        "penyusun": {"nama": "pandoc", "versi": {"pandoc": "3.9"}},
        "terbukti": {"proven": 0, "own": 0, "unproven": []},
        "ditahan": ditahan,
        "masukan": masukan or [],
        "koreksi": koreksi or [],
        "keluaran": [describe(name, text.encode()) for name, text in sorted(made.items())],
    }
    (folder / "jejak.json").write_text(json.dumps(trace), "utf-8")
    return folder


def describe(name: str, content: bytes) -> dict[str, Any]:
    """What ``jejak.json`` says of a file."""
    return {
        "berkas": name,
        "bita": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def make_issue(folder: Path, bulan: Bulan, tiket: float, *more: Angka) -> Issue:
    """A finished month, with its files in a folder."""
    return read_issue(write_output(folder, bulan, figures(bulan, tiket, *more)), bulan)


def tree(folder: Path) -> dict[str, str] | None:
    """Every file of a folder with the digest of its content; None where there is no folder."""
    if not folder.exists():
        return None
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
