"""A cold render over its heaviest part: ``python bench/render_dingin.py [PUTARAN]``.

Wall time of ``laporan render 2023-07 --engine pandoc`` with nothing cleaned, over papermill alone
on ``notebooks/laporan.ipynb`` with cleaned data, in turns in the same run; medians and their
ratio. The aim is 1.5 or less.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Time a command from start to end."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure both in turns, and print the medians and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        data, out = Path(folder, "data"), Path(folder, "_output")
        shutil.copytree(ROOT / "data" / "raw", data / "raw")
        render = [sys.executable, "-m", "laporan", "render", "2023-07", "--engine", "pandoc"]
        render += ["--data", str(data), "--out", str(out)]
        alone = [sys.executable, "-m", "papermill", "notebooks/laporan.ipynb"]
        alone += [str(Path(folder, "laporan.ipynb")), "-p", "bulan", "2023-07", "--cwd", str(ROOT)]
        environment = os.environ | {"LAPORAN_DATA": str(data), "LAPORAN_MARKDOWN": "1"}
        cold, baseline = [], []
        for _ in range(rounds):
            shutil.rmtree(data / "processed", ignore_errors=True)
            cold.append(seconds(render, environment))
            baseline.append(seconds(alone, environment))
        whole, part = statistics.median(cold), statistics.median(baseline)
        print(f"laporan render, dingin       {whole:6.2f} s")
        print(f"papermill laporan.ipynb saja {part:6.2f} s")
        print(f"nisbah                       {whole / part:6.2f} (sasaran 1,5 atau kurang)")


if __name__ == "__main__":
    main()
