"""Quarto by itself over Quarto called by the command line: ``python bench/quarto.py [PUTARAN]``.

Processor seconds of ``quarto render -P bulan:2023-07``, which executes the report once a format,
over ``laporan render 2023-07 --engine quarto``, which executes it once, both with cleaned data, in
turns; and of a month without exports, which is refused. The aims are 1.6, and 3 seconds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ukur import ROOT, copy_data, copy_project, processor_seconds, render, tell, tell_ratio


def refusal(root: Path) -> float:
    """Give the seconds until a month without exports is told."""
    call = "import subprocess, sys; sys.exit(not subprocess.run(sys.argv[1:]).returncode)"
    wrong = ["quarto", "render", "-P", "bulan:2023-13"]
    return processor_seconds([sys.executable, "-c", call, *wrong], root)


def main(rounds: int = 3) -> None:
    """Measure both in turns, and print the medians and the ratio."""
    if shutil.which("quarto") is None:
        print("Quarto tidak ada di PATH: tidak diukur.")
        return
    with tempfile.TemporaryDirectory() as name:
        root = copy_project(Path(name).resolve() / "proyek")
        for path in ROOT.glob("index.qmd"):
            shutil.copyfile(path, root / path.name)
        data = copy_data(root / "data")
        time.sleep(3)
        own, by_quarto, refused = [], [], []
        command = render(data, root / "_output", "--engine", "quarto", "--ulang")
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        for _ in range(rounds):
            own.append(processor_seconds(command, root))
            by_quarto.append(processor_seconds(["quarto", "render", "-P", "bulan:2023-07"], root))
            refused.append(refusal(root))
    whole = tell("laporan render --engine quarto", own)
    tell_ratio("terhadap laporan render", tell("quarto render -P", by_quarto), whole, 1.6)
    tell_ratio("dengan tiga detik", tell("bulan yang keliru", refused), 3, 1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
