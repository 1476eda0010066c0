"""Reading and cleaning a million tickets: ``python bench/baca_tiket.py [TIKET] [PUTARAN]``.

Wall time of the reader and the cleaner of tickets over that of ``pandas.read_csv`` with Arrow's
engine on the same file, which only parses it; each in a process of its own, in turns in the same
run. Medians, their ratio, and the most memory. The aims are a ratio of 2 and 1.2 GiB, or less.

The file has the columns and values of the sample's export, each ticket its own number, times and
subject. Its subjects have no line breaks: ``pandas.read_csv`` with that engine refuses them.
"""

from __future__ import annotations

import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "raw" / "2023-07" / "tiket-1.csv"
START = datetime(2023, 6, 30, 17, tzinfo=UTC)
SECONDS = 31 * 24 * 3600
TIMES = {"date_created": 0, "date_first_agent_reply": 600, "date_resolved": 7200}


def write_tickets(path: Path, tiket: int) -> None:
    """Write so many tickets of July 2023, evenly over the month."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    places = {header.index(name): later for name, later in TIMES.items()}
    subject = header.index("subject")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for number in range(tiket):
            row = rows[number % len(rows)].copy()
            row[0] = str(20_000_000 + number)
            row[subject] = row[subject].replace("\n", " ") + f" {number}"
            moment = START + timedelta(seconds=number * SECONDS // tiket)
            for place, later in places.items():
                if row[place]:
                    row[place] = (moment + timedelta(seconds=later)).isoformat()
            writer.writerow(row)


def time_pandas(path: Path) -> tuple[float, int]:
    """Give the seconds that pandas takes, and the rows it reads."""
    import pandas as pd

    start = time.perf_counter()
    table = pd.read_csv(path, engine="pyarrow")
    return time.perf_counter() - start, len(table)


def time_laporan(path: Path) -> tuple[float, int]:
    """Give the seconds that reading and cleaning take, and the rows that come in."""
    from laporan.clean import cleaner
    from laporan.dasar.bulan import Bulan
    from laporan.dasar.settings import load_settings
    from laporan.read.reader import read_source

    settings = load_settings()
    start = time.perf_counter()
    tables = read_source(path.parent, "tiket", settings)
    cleaned = cleaner("tiket")(tables, Bulan(2023, 7), settings)
    seconds = time.perf_counter() - start
    return seconds, int(cleaned.berkas["baris"].sum())


TIMED = {"pandas": time_pandas, "laporan": time_laporan}


def measure(name: str, path: Path, tiket: int) -> tuple[float, float]:
    """Time one of both in a process of its own; give seconds and the most GiB."""
    command = [sys.executable, __file__, name, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, rows, memory = json.loads(done.stdout)
    if rows != tiket:
        raise AssertionError(f"{name} read {rows} of {tiket} rows")
    return seconds, memory / (1 << 20)


def compare(tiket: int, rounds: int) -> None:
    """Measure both in turns, and print medians, ratio and memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tiket.csv")
        write_tickets(path, tiket)
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in TIMED}
        for _ in range(rounds):
            for name in TIMED:
                found[name].append(measure(name, path, tiket))
        print(f"{tiket} tiket, {path.stat().st_size / (1 << 20):.0f} MiB, median dari {rounds}")
    medians = {name: statistics.median(s for s, _ in runs) for name, runs in found.items()}
    most = {name: max(memory for _, memory in runs) for name, runs in found.items()}
    print(f"pandas.read_csv(engine='pyarrow') {medians['pandas']:6.2f} s {most['pandas']:6.2f} GiB")
    print(
        f"membaca dan membersihkan          {medians['laporan']:6.2f} s {most['laporan']:6.2f} GiB"
    )
    ratio = medians["laporan"] / medians["pandas"]
    print(f"nisbah                            {ratio:6.2f}   (sasaran: 2 dan 1,2 GiB, atau kurang)")


def main() -> None:
    """Compare both, or time the one that is named."""
    if len(sys.argv) > 2 and sys.argv[1] in TIMED:
        seconds, rows = TIMED[sys.argv[1]](Path(sys.argv[2]))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps([seconds, rows, memory]))
        return
    numbers = [int(text) for text in sys.argv[1:]]
    compare(*(numbers + [1_000_000, 5][len(numbers) :]))


if __name__ == "__main__":
    main()
