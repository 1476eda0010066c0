"""A cold render over what it was, and over a floor: ``python bench/render_dingin.py [PUTARAN]``.

Processor seconds of ``laporan render 2023-07 --engine pandoc`` with nothing cleaned and nothing
kept, over the same at the commit with which this work began (its notes of the sample month, which
now say more, and the libraries of today), and over
`bench/lantai.py` with as many charts and tables, in turns in the same run; medians and their
ratios. The aims are 0.5 and 1.6 or less.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ukur import ROOT, copy_data, processor_seconds, render, tell, tell_ratio

BEGUN = "5270425"
FILES = ("_quarto.yml", "_brand.yml")


def check_out(commit: str, target: Path) -> Path:
    """Put a commit's files into a folder."""
    clone = ["git", "clone", "--quiet", "--no-checkout", str(ROOT), str(target)]
    subprocess.run(clone, check=True)
    files = ["git", "checkout", "--quiet", commit, "--", "lib", "notebooks", "data/raw", *FILES]
    subprocess.run(files, cwd=target, check=True)
    return target


def cold(root: Path, data: Path, out: Path) -> float:
    """Render from nothing."""
    shutil.rmtree(data / "processed", ignore_errors=True)
    return processor_seconds(render(data, out, "--engine", "pandoc"), root)


def main(rounds: int = 3) -> None:
    """Measure all in turns, and print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, before = copy_data(folder / "data"), check_out(BEGUN, folder / "dahulu")
        now, then, floor = [], [], []
        for turn in range(rounds):
            now.append(cold(ROOT, data, folder / f"kini-{turn}"))
            then.append(cold(before, before / "data", folder / f"dahulu-{turn}"))
            page = (folder / f"kini-{turn}/2023-07/laporan.html").read_text("utf-8")
            shown = [str(page.count("<figure")), str(page.count("<table"))]
            command = [sys.executable, str(ROOT / "bench/lantai.py"), str(data / "raw"), *shown]
            floor.append(processor_seconds(command))
    whole = tell("render dingin", now)
    tell_ratio(f"terhadap {BEGUN}", whole, tell(f"render dingin, {BEGUN}", then), 0.5)
    text = f"lantai: {shown[0]} grafik, {shown[1]} tabel"
    tell_ratio("terhadap lantai", whole, tell(text, floor), 1.6)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
