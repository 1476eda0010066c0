"""A report with one cell changed over a cold one: ``python bench/satu_sel.py [PUTARAN]``.

Processor seconds of ``laporan render 2023-07 --engine pandoc`` after a cell of the report was
changed, over the same with nothing cleaned and nothing kept, in turns; medians and their ratio.
The aim is 0.35 or less.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from ukur import copy_data, copy_project, processor_seconds, render, tell, tell_ratio


def change_cell(notebook: Path, text: str) -> None:
    """Let the last cell say something else."""
    content = json.loads(notebook.read_text("utf-8"))
    content["cells"][-1] = {"cell_type": "markdown", "id": "ukur", "metadata": {}, "source": text}
    notebook.write_text(json.dumps(content), "utf-8")


def main(rounds: int = 3) -> None:
    """Measure both in turns, and print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        root = copy_project(Path(name).resolve() / "proyek")
        data, out = copy_data(root / "data"), root / "_output"
        time.sleep(3)  # nothing is kept by code that was written just now
        command = render(data, out, "--engine", "pandoc")
        cold, changed = [], []
        for turn in range(rounds):
            for made in (data / "processed", out):
                shutil.rmtree(made, ignore_errors=True)
            cold.append(processor_seconds(command, root))
            change_cell(root / "notebooks" / "laporan.ipynb", f"Putaran {'abc'[turn % 3] * turn}.")
            changed.append(processor_seconds(command, root))
    tell_ratio("terhadap dingin", tell("satu sel berubah", changed), tell("dingin", cold), 0.35)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
