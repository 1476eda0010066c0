"""Commands on unchanged inputs over importing pandas: ``python bench/tidak_berubah.py [PUTARAN]``.

Processor seconds of each command that was run before and finds nothing changed, over
``python -c "import pandas"``, in turns; medians and their ratios. The aim is 2 or less.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from ukur import copy_data, processor_seconds, render, tell, tell_ratio

COMMANDS = ("render", "check", "clean", "audit", "publish")
IMPORT = [sys.executable, "-c", "import pandas"]


def main(rounds: int = 5) -> None:
    """Measure all in turns, and print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, out = copy_data(folder / "data"), folder / "_output"
        calls = {command: render(data, out, command=command) for command in COMMANDS}
        calls["render"] += ["--engine", "pandoc"]
        calls["clean"] = calls["clean"][:-2]
        calls["publish"] += ["--situs", str(folder / "_situs")]
        for call in calls.values():
            processor_seconds(call)
        time.sleep(3)  # what was written just now is read again
        found: dict[str, list[float]] = {command: [] for command in COMMANDS}
        imported = []
        for _ in range(rounds):
            imported.append(processor_seconds(IMPORT))
            for command, call in calls.items():
                found[command].append(processor_seconds(call))
    whole = tell("import pandas", imported)
    for command, seconds in found.items():
        tell_ratio("terhadap import pandas", tell(f"{command}, tidak berubah", seconds), whole, 2)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
