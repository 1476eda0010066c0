"""Figures of analysts' cells: what they may be, and that they are figures like any other."""

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError
from laporan.measure import Ukuran
from laporan.measure.angka import Angka, to_table
from laporan.measure.own_figures import (
    all_kept,
    from_record,
    keep,
    keep_only,
    own_figure,
    own_figures,
    to_record,
    with_own,
)

JULI = Bulan(2023, 7)
ABOUT = {"satuan": "tiket per hari", "arti": "Tiket DAU per hari", "dari": "tiket"}


@pytest.fixture(autouse=True)
def _nothing_kept():
    keep_only({})
    yield
    keep_only({})


def test_an_own_figure_is_found_beside_the_others_of_its_month():
    keep(own_figure(JULI, "analis.dau_per_hari", 5.5, **ABOUT), replace=False)
    before = all_kept()
    ukuran = Ukuran(to_table([Angka("2023-07", "tiket.jumlah", "", "", 7.0, "tiket")]), JULI)
    assert with_own(ukuran).nilai("analis.dau_per_hari") == 5.5
    assert with_own(ukuran).nilai("tiket.jumlah") == 7
    assert not own_figures(Bulan(2023, 6))
    known = from_record(to_record(own_figures(JULI)))["analis.dau_per_hari"]
    assert (known.nama, known.sumber) == ("Tiket DAU per hari", ("tiket",))
    keep_only({})
    assert with_own(ukuran) is ukuran
    keep_only(before)
    assert own_figures(JULI)


def test_a_name_is_given_once_while_a_report_is_made():
    keep(own_figure(JULI, "analis.x", 1, **ABOUT), replace=False)
    keep(own_figure(JULI, "analis.x", 1, **ABOUT), replace=False)
    other = own_figure(JULI, "analis.x", 2, **ABOUT)
    with pytest.raises(CallError, match=r"analis\.x sudah diberikan dengan nilai 1, kini 2"):
        keep(other, replace=False)
    keep(other, replace=True)
    assert own_figures(JULI)["analis.x"].angka.nilai == 2


@pytest.mark.parametrize(
    ("kunci", "nilai", "about", "told"),
    [
        (
            "tiket.dau",
            1,
            {},
            r"dimulai dengan analis\., lalu huruf.*, misalnya analis\.dau_per_hari\.$",
        ),
        ("analis.Dau", 1, {}, "dimulai dengan analis"),
        ("analis.x,y", 1, {}, "dimulai dengan analis"),
        ("analis.x", float("nan"), {}, "satu bilangan"),
        ("analis.x", None, {}, "satu bilangan"),
        ("analis.x", True, {}, "satu bilangan"),
        ("analis.x", 1, {"satuan": " "}, "tanpa satuan"),
        ("analis.x", 1, {"arti": ""}, "tanpa arti"),
        (
            "analis.x",
            1,
            {"dari": "tikett"},
            r"dari='tikett' tidak dikenal\. Yang dikenal: [a-z_]+(, [a-z_]+){10,}\.$",
        ),
        ("analis.x", 1, {"dari": ""}, "memerlukan dari= atau sumber="),
        ("analis.x", 1, {"sumber": "Kepmendagri"}, "salah satu saja"),
    ],
)
def test_what_can_be_no_figure_is_refused(kunci, nilai, about, told):
    with pytest.raises(CallError, match=told):
        own_figure(JULI, kunci, nilai, **{**ABOUT, **about})


def test_a_typed_figure_names_where_it_comes_from():
    about = {**ABOUT, "dari": "", "sumber": "Kepmendagri 300.2.2-2138/2025"}
    typed = own_figure(JULI, "analis.pemda", 552, **about)
    assert typed.is_typed
    assert not own_figure(JULI, "analis.x", 1, **ABOUT).is_typed
    assert "Diketik" in typed.indikator.definisi
    assert "Kepmendagri 300.2.2-2138/2025" in typed.indikator.definisi
