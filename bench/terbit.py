"""Publishing into a site that grows: ``python bench/terbit.py``.

Seconds to add a version to a month that has 2, 24 and 48 already, and a month to a site of 2 and
40; each the median of three, and its ratio to the first. Issues are as large as July's (3.6 MB,
some 1,160 figures), and a version corrects 300 figures. The aim is a ratio of 1.5 or less: an
issue costs what it brings, and not what lies there.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from laporan.dasar.bulan import Bulan
from laporan.publish.changes import parse_figures
from laporan.publish.issue import Issue
from laporan.publish.publishing import add_issue
from laporan.publish.read_jejak import parse_trace
from laporan.publish.sums import sum_of

FIGURES, CORRECTED = 1160, 300
# Bytes that July's files have.
SIZES = {"laporan.html": 1_720_000, "laporan.pdf": 720_000, "slide.html": 1_140_000,
         "mutu.html": 57_000}  # fmt: skip
START = datetime(2020, 1, 5, 9, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
ROUNDS = 3


def make_issue(bulan: Bulan, version: int) -> Issue:
    """Make a finished month whose first figures are others in every version."""
    rows = [f"{bulan},tiket.jumlah,,,{1700 + version},tiket"]
    rows += [
        f"{bulan},tiket.pemda,pemda,Kabupaten {n},{n + version * (n < CORRECTED)},tiket"
        for n in range(FIGURES)
    ]
    text = "\n".join(["bulan,indikator,dimensi,kategori,nilai,satuan", *sorted(rows), ""])
    files = {name: f"{bulan} {version}".encode() * (size // 10) for name, size in SIZES.items()}
    files["ukuran.csv"] = text.encode()
    sums = [sum_of(name, content) for name, content in sorted(files.items())]
    trace = {
        "bulan": str(bulan), "bulan_dipakai": [str(bulan)], "contoh": False,
        "waktu": START.isoformat(), "masukan": [],
        "laporan": {"versi": "0", "commit": None, "sha256": ""},
        "penyusun": {"nama": "pandoc", "versi": {}},
        "keluaran": [{"berkas": s.name, "bita": s.size, "sha256": s.sha256} for s in sums],
    }  # fmt: skip
    files["jejak.json"] = json.dumps(trace).encode()
    figures = parse_figures(files["ukuran.csv"], "ukuran.csv")
    return Issue(bulan, files, figures, parse_trace(files["jejak.json"], Path("jejak.json")))


def publish(site: Path, issues: list[Issue]) -> list[float]:
    """Publish one after the other; give the seconds of each."""
    found = []
    for count, issue in enumerate(issues):
        start = time.perf_counter()
        add_issue(site, issue, "Data terlambat.", START + timedelta(days=count))
        found.append(time.perf_counter() - start)
    return found


def show(what: str, seconds: list[float], places: list[int]) -> None:
    """Print the median at each place, and its ratio to the first."""
    medians = [statistics.median(seconds[place : place + ROUNDS]) for place in places]
    for place, median in zip(places, medians, strict=True):
        print(f"{what}, {place:2} sudah terbit {median:6.2f} s   nisbah {median / medians[0]:5.2f}")


def main() -> None:
    """Let a month and a site grow, and print what an addition costs."""
    bulan = Bulan(2023, 7)
    with tempfile.TemporaryDirectory() as folder:
        versions = [make_issue(bulan, number) for number in range(48 + ROUNDS)]
        show("versi sebulan", publish(Path(folder, "versi"), versions), [2, 24, 48])
    with tempfile.TemporaryDirectory() as folder:
        months = [make_issue(bulan.shift(number), 0) for number in range(40 + ROUNDS)]
        show("bulan sesitus", publish(Path(folder, "bulan"), months), [2, 40])


if __name__ == "__main__":
    main()
