"""Opening a month over reading its tables: ``python bench/buka.py [PUTARAN]``.

Time of ``buka("2023-07")``, once the month is prepared, over reading the Parquet files of its
cleaned tables with pandas, in turns in the same run; medians and their ratio. The aim is 1 or less.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from laporan import buka, siapkan
from laporan.store.stamp import SETTLED_SECONDS

ROOT = Path(__file__).resolve().parents[1]


def seconds(work: Callable[[], object]) -> float:
    """Time a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure both in turns, and print the medians and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data" / "raw", Path(folder, "raw"))
        os.environ["LAPORAN_DATA"] = folder
        time.sleep(SETTLED_SECONDS)
        siapkan("2023-07")
        files = sorted(Path(folder, "processed", "2023-07").glob("*.parquet"))

        def read() -> None:
            for file in files:
                pd.read_parquet(file)

        opened, tables = [], []
        for _ in range(rounds):
            opened.append(seconds(lambda: buka("2023-07")))
            tables.append(seconds(read))
    whole, part = statistics.median(opened), statistics.median(tables)
    print(f"buka                     {whole * 1000:6.0f} md")
    print(f"{len(files)} tabel dengan pandas    {part * 1000:6.0f} md")
    print(f"nisbah                   {whole / part:6.2f} (sasaran 1 atau kurang)")


if __name__ == "__main__":
    main()
