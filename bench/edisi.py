"""An edition over a report: ``python bench/edisi.py [PUTARAN]``.

Processor seconds of all editions of a kind, divided by how many there are, over a report of the
same month; tables are clean in both, and everything else is done again. The aim is 0.03 or less.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from ukur import BULAN, copy_data, processor_seconds, render, tell, tell_ratio

MOST = 0.03
KINDS = ("provinsi", "pemda")


def main(rounds: int = 3) -> None:
    """Measure all in turns, and print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, out = copy_data(folder / "data"), folder / "_output"
        report = render(data, out, "--engine", "pandoc")
        calls = {kind: render(data, out, "--edisi", kind, "--ulang") for kind in KINDS}
        processor_seconds(report)  # cleans
        reports: list[float] = []
        found: dict[str, list[float]] = {kind: [] for kind in KINDS}
        for _ in range(rounds):
            reports.append(processor_seconds([*report, "--ulang"]))
            for kind, call in calls.items():
                papers = out / BULAN / "edisi" / kind
                seconds = processor_seconds(call)
                found[kind].append(seconds / len(list(papers.glob("*.pdf"))))
        whole = tell("laporan, tabelnya bersih", reports)
        for kind, each in found.items():
            tell_ratio("terhadap satu laporan", tell(f"satu edisi {kind}", each), whole, MOST)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
