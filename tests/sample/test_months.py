"""Months in a row: as many as asked for, with tickets by their service days."""

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError
from laporan_sample import write_sample
from laporan_sample.clock import Clock
from laporan_sample.months import sampled_months

JULI = Bulan(2023, 7)


def totals(bulan, tiket, count):
    return {month.bulan: quota.jumlah for month, quota in sampled_months(2023, bulan, tiket, count)}


def test_tickets_follow_the_service_days():
    found = totals(Bulan(2024, 6), 1500, 24)
    assert list(found) == Bulan(2022, 7).until(Bulan(2024, 6))
    assert found[Bulan(2024, 6)] == 1500
    rates = [count / len(Clock(month).workdays) for month, count in found.items()]
    middle = 1500 / len(Clock(Bulan(2024, 6)).workdays)
    assert all(0.75 < rate / middle < 1.3 for rate in rates)
    assert len({round(rate, 3) for rate in rates}) > 20
    few, many = found[Bulan(2024, 4)], found[Bulan(2024, 5)]
    assert few < many  # Lebaran and its leave days


def test_months_before_the_published_ones_are_as_its_history_tells():
    found = totals(JULI, None, 13)
    assert len(found) == 13
    published = {2: 1655, 3: 1721, 4: 1214, 5: 1469, 6: 1315, 7: 1707}
    assert {number: found[Bulan(2023, number)] for number in published} == published
    assert found[Bulan(2022, 7)] == 1114


def test_the_last_month_is_the_one_without_a_number_of_months(raw, tmp_path):
    write_sample(tmp_path, JULI, count=3)
    for month in ("2023-06", "2023-07"):
        for path in (raw / month).iterdir():
            assert (tmp_path / month / path.name).read_bytes() == path.read_bytes()
    assert (tmp_path / "2023-05").is_dir()
    assert not (tmp_path / "2023-04").exists()
    history = (tmp_path / "riwayat.csv").read_text("utf-8")
    assert "\n2023-04" in history
    assert "\n2023-05" not in history
    write_sample(tmp_path, JULI)
    assert (tmp_path / "riwayat.csv").read_bytes() == (raw / "riwayat.csv").read_bytes()


@pytest.mark.parametrize(
    ("bulan", "count", "told"),
    [(JULI, 0, "1 s.d. 60"), (JULI, -1, "-1"), (JULI, 61, "61"), (Bulan(2000, 8), 9, "2000-01")],
)
def test_a_number_of_months_that_cannot_be_is_refused(tmp_path, bulan, count, told):
    with pytest.raises(CallError, match=told):
        write_sample(tmp_path, bulan, count=count)
    assert not list(tmp_path.iterdir())
