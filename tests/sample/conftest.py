from pathlib import Path

import pytest

from laporan.dasar.bulan import Bulan
from laporan_sample import write_sample


@pytest.fixture(scope="session")
def raw(tmp_path_factory) -> Path:
    """A fresh write of the published months."""
    folder = tmp_path_factory.mktemp("terbit")
    write_sample(folder, Bulan(2023, 7))
    return folder


@pytest.fixture(scope="session")
def other_raw(tmp_path_factory) -> Path:
    """A month that the sample has no published figures for, and the month before."""
    folder = tmp_path_factory.mktemp("lain")
    write_sample(folder, Bulan(2024, 2), tiket=3000, seed=5)
    return folder
