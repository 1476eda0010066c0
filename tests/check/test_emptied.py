import pandas as pd
import pytest

from laporan.check.emptied import check_emptied
from laporan.clean.unsupplied import TERHAPUS
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.dasar.temuan import Temuan
from laporan.store.month_data import MonthData

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)


def month(bulan, temuan=(), **tables):
    """Make a month of tables, each of one file."""
    files = pd.DataFrame({"sumber": [*tables], "berkas": [f"{name}.xlsx" for name in tables]})
    frames = {name: pd.DataFrame(table) for name, table in tables.items()}
    return MonthData(bulan, frames, files, pd.DataFrame(), pd.DataFrame(), temuan)


def visits(tamu, topik):
    return {"tamu": pd.array(tamu, "Int64"), "topik": topik}


def emptied(now, before):
    return check_emptied(now, before, load_settings())


BEFORE = visits([2, 3, None], ["DAU", "DBH", None])


def test_a_column_that_was_filled_last_month_is_missed_in_a_single_row(teks):
    found = emptied(month(JULI, tatap_muka=visits([4], [None])), month(JUNI, tatap_muka=BEFORE))
    assert teks(found) == [
        "peringatan [terisi seperti bulan lalu] tatap_muka.xlsx, kolom 'Topik': kosong di semua 1 "
        "barisnya, padahal Juni 2023 terisi 2 dari 3. Bila isinya terhapus atau tidak ikut "
        "terekspor, ekspor ulang."
    ]
    assert [(each.diperiksa, each.gagal) for each in found.pemeriksaan] == [(2, 1)]


def test_what_no_ticket_tells_is_empty(teks):
    """The cleaner writes it out; the heading is the one of the settings."""
    now, before = (
        month(bulan, tiket={"topik": [topik] * 3, "kanal": ["Email"] * 3})
        for bulan, topik in ((JULI, "Tidak tercatat"), (JUNI, "DAU"))
    )
    [text] = teks(emptied(now, before))
    assert "tiket.xlsx, kolom 'Topik': kosong di semua 3 barisnya" in text


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (visits([None, 1], [None, "DAU"]), BEFORE),
        (visits([1], [None]), visits([1, 2], ["DAU", None])),
        (visits([], []), BEFORE),
        (visits([1], [None]), {"tamu": [1]}),
    ],
    ids=["in part", "seldom filled", "no rows", "not there before"],
)
def test_what_may_be_empty_is_not_told(teks, now, before):
    assert teks(emptied(month(JULI, tatap_muka=now), month(JUNI, tatap_muka=before))) == []


def test_what_a_source_that_was_not_supplied_held_is_not_missed(teks):
    assert teks(emptied(month(JULI), month(JUNI, tatap_muka=BEFORE))) == []
    assert teks(emptied(month(JULI, tatap_muka=visits([1], [None])), month(JUNI))) == []


def test_what_the_file_itself_told_is_not_told_again(teks):
    own = Temuan(TERHAPUS, "kosong", sumber="tatap_muka", kolom="TOPIK ")
    now = month(JULI, (own,), tatap_muka=visits([4], [None]))
    assert teks(emptied(now, month(JUNI, tatap_muka=BEFORE))) == []
