"""Whatever month it is, the report's own sentences, tables and charts are proven."""

import json

import pytest

from laporan.measure import Angka
from laporan.prove.said.charted import drawn_numbers
from laporan.prove.said.said import Said
from laporan.read.folder import CATATAN
from laporan.sections._words import arrow, arrow_figure
from laporan.show import Gerak


def figure(month: int, value: float) -> Angka:
    return Angka(f"2024-{month:02d}", "tiket.jumlah", "kanal", "Email", value, "tiket")


@pytest.mark.parametrize("month", ["juli", "bulan_jarang", "bulan_padat", "bulan_jahat"])
def test_nothing_of_the_report_itself_is_left_unproven(month, request):
    trace = json.loads((request.getfixturevalue(month) / "jejak.json").read_text("utf-8"))
    said = Said.from_record(trace["terbukti"])
    assert said.proven > 300
    assert [str(each) for each in said.unproven if not each.place.startswith(CATATAN)] == []


@pytest.mark.parametrize(("before", "now"), [(0, 0), (0, 3), (3, 0)])
def test_an_arrow_without_a_percentage_carries_both_figures(before, now):
    carried = arrow_figure(figure(5, now), figure(4, before), None)
    assert isinstance(carried, Gerak)
    assert str(carried.arah) in arrow(figure(5, now), figure(4, before))
    assert arrow_figure(figure(5, now), None, None) is None
    change = Angka("2024-05", "tiket.perubahan_bulanan", "kanal", "Email", 5.0, "persen")
    assert arrow_figure(figure(5, now), figure(4, before), change) is change


def test_a_number_is_drawn_with_the_key_of_its_column_and_row():
    address = "data:text/csv,a%2Cb%2Cc%0Ax%2C1%2C2%0Ay%2C%2C3"
    assert list(drawn_numbers(address, "2=k l")) == [("1", ""), ("2", "k"), ("3", "l")]
