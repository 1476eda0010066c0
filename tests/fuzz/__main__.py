"""Damage the exports of a sample month in ever new ways, and see that none goes unnoticed.

``python -m tests.fuzz [--cases N] [--seed S] [--jobs J] [--keep FOLDER]``

Each case changes one file: the same table in another form has to give the same result; a file
that is cut off or damaged has to be refused with a message, or what was read of it has to be
right or told of. A traceback, another table without a word, an empty, endless or unprintable
message are failures; they are printed with their number, by which the same seed makes them again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.cases import GAGAL, VERDICTS, Case
from tests.fuzz.running import run

SHOWN = 20


def report(cases: list[Case]) -> str:
    """Count the cases by what was done and what came of it."""
    counts = Counter((case.change, case.verdict) for case in cases)
    width = max(map(len, VERDICTS))
    lines = [f"{'':<16}" + "".join(f"{name:>{width + 2}}" for name in VERDICTS)]
    for change in sorted({case.change for case in cases}):
        row = [counts[change, verdict] for verdict in VERDICTS]
        lines.append(f"{change:<16}" + "".join(f"{count:>{width + 2}}" for count in row))
    sums = Counter(case.verdict for case in cases)
    lines.append(f"{'seluruhnya':<16}" + "".join(f"{sums[v]:>{width + 2}}" for v in VERDICTS))
    return "\n".join(lines)


def main() -> int:
    """Run from the command line; the exit status is 1 if a case failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="where the files of failures are left")
    options = parser.parse_args()
    start = time.perf_counter()
    cases = run(options.cases, options.seed, options.jobs)
    print(report(cases))
    failures = [case for case in cases if case.verdict == GAGAL]
    for case in failures[:SHOWN]:
        print(f"\n#{case.number} {case.file} ({case.change}): {case.detail}")
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{case.number}-{case.file}").write_bytes(case.content)
    seconds = time.perf_counter() - start
    print(f"\n{len(cases)} kasus, {len(failures)} gagal, benih {options.seed}, {seconds:.0f} detik")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
