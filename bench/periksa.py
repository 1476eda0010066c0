"""What is wrong with the data, told without a report: ``python bench/periksa.py [PUTARAN]``.

Processor seconds of ``laporan check 2023-07`` with nothing cleaned, over those of a
``laporan render 2023-07 --engine pandoc`` likewise, in turns; medians and their ratio. Both find
the same. The aim is less than 0.5.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from ukur import copy_data, processor_seconds, render, tell, tell_ratio


def main(rounds: int = 3) -> None:
    """Measure both in turns, and print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        data, out = copy_data(Path(name).resolve() / "data"), Path(name) / "_output"
        commands = {
            "periksa": render(data, out, command="check"),
            "susun": render(data, out, "--engine", "pandoc"),
        }
        seconds: dict[str, list[float]] = {what: [] for what in commands}
        for _ in range(rounds):
            for what, command in commands.items():
                for made in (data / "processed", out):
                    shutil.rmtree(made, ignore_errors=True)
                seconds[what].append(processor_seconds(command))
    check = tell("memeriksa, tidak ada yang bersih", seconds["periksa"])
    tell_ratio("terhadap menyusun", check, tell("menyusun dari awal", seconds["susun"]), 0.5)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
