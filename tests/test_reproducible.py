"""The same exports give the same files, in another folder, minute, time zone and tongue."""

import json
from hashlib import sha256
from pathlib import Path

from laporan.publish.again import Again, hold


def trace_of(folder: Path) -> dict[str, object]:
    return json.loads((folder / "jejak.json").read_text("utf-8"))


def sums(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_exports_give_the_same_bytes(juli: Path, juli_lagi: Path, lagi: Again) -> None:
    first, second = sums(juli), sums(juli_lagi)
    assert first.pop("jejak.json") != second.pop("jejak.json")
    assert set(first) == {"laporan.html", "laporan.pdf", "slide.html", "ukuran.csv", "mutu.html"}
    assert first == second
    traces = trace_of(juli), trace_of(juli_lagi)
    earlier, later = (trace.pop("waktu") for trace in traces)
    assert earlier < later
    assert traces[0] == traces[1]
    held = hold({path.name: path.read_bytes() for path in juli.iterdir()}, lagi)
    assert (held.files, held.differences) == (6, [])
