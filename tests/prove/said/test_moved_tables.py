"""A figure of an analyst's cell that stays what it was when its table is changed was typed."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from bulan_contoh import JULI, JUNI, RAW, cleaned_tables

from laporan.check.catatan import Catatan
from laporan.dasar.settings import load_settings
from laporan.measure import Ukuran, measure, read_riwayat
from laporan.measure.own_figures import all_kept, keep_only
from laporan.prove.said.moved_tables import unmoved_figures
from laporan.sections.report import Report
from laporan.store.month_data import MonthData

OPEN = 'from laporan import buka, siapkan\nimport numpy as np\nlap = buka("2023-07")'
TIKET = 'tiket = lap.tabel("tiket")\n'
CALL = 'lap.ukur("analis.x", {}, satuan="tiket", arti="Tiket uji", dari="{}")'


@cache
def opened() -> Report:
    tables, settings = cleaned_tables(), load_settings()
    riwayat = read_riwayat(RAW / "riwayat.csv")
    empty = pd.DataFrame()
    data = {month: MonthData(month, found, empty, empty, empty) for month, found in tables.items()}
    figures = measure(JULI, tables, riwayat, dict.fromkeys(tables, settings))
    return Report(
        JULI, settings, data[JULI], Ukuran(figures, JULI), Catatan({}), (), (), riwayat,
        {JUNI: data[JUNI]},
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_kept():
    keep_only({})
    yield
    keep_only({})


def is_typed(code: str, *before: str, dari: str = "tiket", kunci: str = "analis.x") -> bool:
    """Execute a cell as the notebook does, and ask whether its figure was typed."""
    cell = code if "lap.ukur" in code else CALL.format(code, dari)
    sources = {2: OPEN, **dict(enumerate((*before, TIKET + cell), 3))}
    names: dict[str, object] = {"lap": opened()}
    exec("import numpy as np", names)
    for number in range(3, 3 + len(before) + 1):
        exec(sources[number], names)
    kept = all_kept()
    found = unmoved_figures(opened(), sources)
    assert all_kept() == kept
    return kunci in found


@pytest.mark.parametrize(
    "code",
    [
        "len(tiket)",
        "len(tiket[tiket['topik'] == 'DAU']) / 31",
        "round(len(tiket) / 31, 1)",
        "tiket['pemda'].nunique()",
        "100 * tiket['eskalasi'].mean()",
        "tiket['dibuat'].dt.hour.median()",
        "tiket['dibuat'].dt.hour.mode()[0]",
        "tiket.groupby(tiket['dibuat'].dt.date).size().max()",
        "tiket['dibuat'].dt.date.nunique()",
        "(tiket['selesai'] - tiket['dibuat']).dt.total_seconds().median() / 60",
        "tiket['topik'].value_counts().iloc[0]",
        "tiket['topik'].value_counts().head(3).sum()",
        "len(tiket) - len(lap.bulan_lalu.tabel('tiket'))",
        "lap.angka('tiket.jumlah').nilai / 31",
        "lap.ukuran.nilai('tiket.jumlah', 'kanal', 'WhatsApp')",
        "float(np.sqrt(len(tiket)))",
        "int(tiket['nomor'].astype(int).max())",
    ],
)
def test_what_is_reckoned_from_its_table_is_not_typed(code):
    assert not is_typed(code)


@pytest.mark.parametrize(
    "code",
    [
        "61",
        "6.5",
        "float('6.5')",
        "len('a' * 61)",
        "100 - 39",
        "len(range(61))",
        "round(0 * len(tiket) + 61)",
        "np.array([60, 1]).sum()",
        "int(str(17) + '07')",
        "lap.bulan.tahun",
        "ord('=')",
        "lap.angka('lapor.jumlah').nilai",
        "61 if len(tiket) else tiket.iloc[0]",
    ],
)
def test_what_does_not_move_with_its_table_was_typed(code):
    assert is_typed(code)


def test_another_source_a_cell_before_and_magics():
    assert not is_typed("lap.tabel('ppid')['pemohon'].nunique()", dari="ppid")
    assert not is_typed("dau", TIKET + "dau = tiket['topik'].eq('DAU').sum()")
    assert is_typed("angka", "angka = 61")


def test_a_cell_that_fails_on_every_other_table_can_not_be_known():
    assert is_typed("assert len(tiket) == 1707\n" + CALL.format("len(tiket)", "tiket"))


def test_what_names_its_source_is_not_asked():
    code = 'lap.ukur("analis.x", 552, satuan="pemda", arti="Pemda", sumber="Kepmendagri 300")'
    assert not is_typed(code)
