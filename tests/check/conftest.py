import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import Ukuran
from laporan.measure.angka import Angka, to_table


@pytest.fixture
def ukuran():
    """Make figures of July 2023 from ``(key, figure)``; a key is month, name, dimension, category.

    A month left out is July.
    """

    def make(*rows):
        figures = []
        for key, nilai in rows:
            bulan, indikator, dimensi, kategori = key if len(key) == 4 else ("2023-07", *key)
            figures.append(Angka(bulan, indikator, dimensi, kategori, float(nilai), "tiket"))
        return Ukuran(to_table(figures), Bulan(2023, 7))

    return make


@pytest.fixture
def hari():
    """Make days of July 2023 by their numbers."""
    return lambda *numbers: pd.Series(
        [pd.Timestamp(2023, 7, number) for number in numbers], dtype="datetime64[us]"
    )


@pytest.fixture
def teks():
    """Write what was found as grade, name and text."""
    return lambda hasil: [f"{each.tingkat} [{each.pemeriksaan}] {each}" for each in hasil.temuan]
