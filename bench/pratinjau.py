"""A changed cell in the preview over a whole render: ``python bench/pratinjau.py [PUTARAN]``.

Time from saving a changed cell of one's own, in the middle of the report and at its end, to the
new page in a browser's hands, over the wall time of ``laporan render 2023-07 --format html`` of the
same change with cleaned data, in turns in the same run; medians and their ratios. The aim is 0.2 or
less.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
PLACES = {"di tengah": 0.5, "di akhir": 1.0}
LAPORAN = [sys.executable, "-m", "laporan"]


def copy_project(root: Path) -> Path:
    """Copy what a project consists of, to be changed; give its notebook."""
    for name in ("lib", "notebooks", "data"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("_*.yml"):
        shutil.copyfile(path, root / path.name)
    return root / "notebooks" / "laporan.ipynb"


def write_cells(notebook: Path, original: str, marks: list[str]) -> None:
    """Write the notebook with a cell of one's own in each of the places."""
    content = json.loads(original)
    cells = content["cells"]
    # From the end, so that earlier places stay where they are.
    places = enumerate(zip(PLACES.values(), marks, strict=True))
    for number, (share, mark) in reversed(list(places)):
        source = f"from laporan.show import Markdown\nMarkdown({mark!r})"
        cell = {"cell_type": "code", "execution_count": None, "id": f"ukur-{number}"}
        at = max(5, round(len(cells) * share))
        cells.insert(at, {**cell, "metadata": {}, "outputs": [], "source": source})
    part = notebook.with_suffix(".baru")
    part.write_text(json.dumps(content), "utf-8")
    part.replace(notebook)


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """Run a preview, and give its address."""
    process = subprocess.Popen(
        [*LAPORAN, "preview", "2023-07", "--port", "0"],
        cwd=root,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield re.findall(r"http://\S+/", process.stdout.readline())[0]
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, mark: str) -> None:
    """Follow the news, as a browser does, until the page has the mark."""
    with urlopen(f"{address}kabar") as news:
        page = ""
        while mark not in page:
            line = news.readline().removeprefix(b"data: ").strip()
            if line and not json.loads(line)["doing"]:
                with urlopen(address) as answer:
                    page = answer.read().decode("utf-8")


def main() -> None:
    """Measure in turns, and print the medians and the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[float]] = {place: [] for place in (*PLACES, "render")}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        notebook = copy_project(root)
        original = notebook.read_text("utf-8")
        marks = ["awal"] * len(PLACES)
        write_cells(notebook, original, marks)
        with preview(root) as address:
            wait_for(address, "awal")
            for turn in range(rounds):
                for at, place in enumerate(PLACES):
                    marks[at] = f"tanda {turn} {place}"
                    start = time.perf_counter()
                    write_cells(notebook, original, marks)
                    wait_for(address, marks[at])
                    found[place].append(time.perf_counter() - start)
                command = [*LAPORAN, "render", "2023-07", "--format", "html", "--engine", "pandoc"]
                start = time.perf_counter()
                subprocess.run(command, cwd=root, check=True, capture_output=True)
                found["render"].append(time.perf_counter() - start)
    whole = statistics.median(found["render"])
    print(f"laporan render --format html  {whole:6.2f} s")
    for place in PLACES:
        part = statistics.median(found[place])
        told = f"nisbah {part / whole:.2f} (sasaran 0,2 atau kurang)"
        print(f"pratinjau, sel {place:<14} {part:6.2f} s   {told}")


if __name__ == "__main__":
    main()
