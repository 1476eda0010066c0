"""Workers that end before their task does, and what is told of it."""

from __future__ import annotations

import os
import signal

import pytest

from laporan.dasar.errors import LaporanError
from laporan.render.many.workers import workers


def end_at_once(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_is_told() -> None:
    with (
        pytest.raises(LaporanError, match=r"proses pekerja terhenti.*--jobs"),
        workers(2, None) as by,
    ):
        list(by.do(end_at_once, [("satu",), ("dua",)]))
    # The next run has new ones.
    with workers(2, None) as by:
        assert sorted(by.do(print, [("satu",), ("dua",), ("tiga",)])) == [0, 1, 2]
