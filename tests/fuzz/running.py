"""Cases run in several processes, each with its own copy of the month."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.cases import Case, run_case
from tests.fuzz.sources import Truth, load_truths

CHUNK = 50


@cache
def _truths(folder: Path) -> dict[str, Truth]:
    return load_truths(folder)


def run_chunk(first: int, last: int, seed: int, folder: Path) -> list[Case]:
    """Run cases in a worker, which has its own copy of the month."""
    own = folder / str(os.getpid())
    truths = _truths(own / "raw")
    return [run_case(n, seed, truths, own / "2024-02") for n in range(first, last)]


def run(cases: int, seed: int, jobs: int) -> list[Case]:
    """Run all cases."""
    starts = range(0, cases, CHUNK)
    ends = [min(start + CHUNK, cases) for start in starts]
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(jobs, get_context("spawn")) as pool,
    ):
        same = repeat(seed), repeat(Path(folder))
        return [case for chunk in pool.map(run_chunk, starts, ends, *same) for case in chunk]
