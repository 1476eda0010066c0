from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.measure.angka import Angka
from laporan.publish.changes import (
    Change,
    find_changes,
    format_changes,
    label_of,
    parse_figures,
)


def figure(nilai: float, satuan: str = "tiket", kategori: str = "") -> Angka:
    return Angka("2023-07", "x.y", "k" if kategori else "", kategori, float(nilai), satuan)


def book(*figures: Angka) -> dict[tuple[str, str, str, str], Angka]:
    return {each.key: each for each in figures}


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        (figure(1707), figure(1710), ("1.707", "1.710")),
        (figure(29.81, "persen"), figure(30, "persen"), ("29,81%", "30,00%")),
        (figure(77), None, ("77", "–")),
        (None, figure(4.5), ("–", "4,50")),
        # Two decimals would show the same figure twice.
        (figure(4.5001), figure(4.5004), ("4,5001", "4,5004")),
        (figure(0), figure(-1), ("0", "-1")),
    ],
)
def test_old_and_new_can_be_told_apart(
    old: Angka | None, new: Angka | None, texts: tuple[str, str]
) -> None:
    assert Change(old, new).texts() == texts


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_what_is_a_change_is_seen_as_one(old: float, new: float) -> None:
    changes = find_changes(book(figure(old)), book(figure(new)))
    if changes:
        (change,) = changes
        assert change.texts()[0] != change.texts()[1]
    else:
        assert old == pytest.approx(new, rel=1e-9, abs=1e-9)


def test_changes_are_what_differs_and_no_more() -> None:
    old = book(figure(1), figure(0.1 + 0.2, kategori="a"), figure(5, kategori="b"))
    new = book(figure(1), figure(0.3, kategori="a"), figure(6, kategori="c"))
    assert find_changes(old, old) == ()
    assert [change.figure.name for change in find_changes(old, new)] == [
        "x.y[k=b]",
        "x.y[k=c]",
    ]


def test_a_figure_is_called_what_it_is() -> None:
    topik = Angka("2023-07", "tiket.topik", "kanal:WhatsApp", "DAK Fisik", 1.0, "tiket")
    assert label_of(topik) == "Tiket menurut topik: DAK Fisik (WhatsApp)"
    assert label_of(Angka("2023-07", "tiket.jumlah", "", "", 1.0, "tiket")) == "Tiket"
    assert label_of(figure(1, kategori="a")) == "x.y[k=a]"


def test_another_unit_is_another_figure() -> None:
    assert find_changes(book(figure(1)), book(figure(1, "orang")))


def test_corrections_as_data() -> None:
    changes = find_changes(book(figure(1, kategori="=1+1")), book(figure(29.809885931558934)))
    rows = list(csv.reader(io.StringIO(format_changes(changes).decode())))
    assert rows == [
        ["bulan", "indikator", "dimensi", "kategori", "lama", "baru", "satuan"],
        ["2023-07", "x.y", "", "", "", "29.809885931558934", "tiket"],
        ["2023-07", "x.y", "k", "'=1+1", "1", "", "tiket"],
    ]


def test_what_is_no_list_of_figures_is_refused() -> None:
    with pytest.raises(LaporanError, match=r"ukuran\.csv: kolomnya a, b"):
        parse_figures(b"a,b\n", "ukuran.csv")
