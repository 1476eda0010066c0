"""The rules of control charts, by published numbers and by cases worked out by hand."""

import pytest

from laporan.measure.statistik.xmr import (
    DUA_DARI_TIGA,
    LUAR,
    SISI,
    TREN,
    Panjang,
    limits,
    median_limits,
    ranges,
    signals,
)

TUJUH = Panjang(tren=7, sisi=7)
SPIKE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
BULANAN = [1842, 1655, 1721, 1214, 1469, 1315, 1707]
HARIAN = [1842 / 21, 1655 / 20, 1721 / 21, 1214 / 14, 1469 / 21, 1315 / 17, 1707 / 20]
DASAR = [10, 12, 11, 13, 9, 11, 12, 10, 11, 13, 10, 12]
GESER = [15, 15, 14, 16, 15, 14, 15]
DUA_PERTIGA = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51]


def flagged(values, batas, rule, **options):
    """Number the points at which a rule holds, from 1 on."""
    found = signals(values, batas, TUJUH, **options)
    return [at for at, signs in enumerate(found, 1) if rule in {each for each, _ in signs}]


@pytest.mark.parametrize(
    ("values", "tengah", "bawah", "atas", "options"),
    [
        # Published: NHSRplotthedots, vignette on deviations.
        (SPIKE, 1.9444, -3.0626, 6.9515, {}),
        (SPIKE, 1.9444, -0.7156, 4.6044, {"screened": True}),
        # Published: unit tests of nhspy-plotthedots.
        ([16, 9, 4, 2, 1], 6.4, -3.575, 16.375, {}),
        ([1, 6, 1, 8, 0, 3], 3.1667, -11.7293, 18.0627, {}),
        ([1, 2, 3], 2, -0.66, 4.66, {}),
        (BULANAN[:6], 1536.0, 914.1, 2157.9, {}),
        (BULANAN, 1560.4, 868.4, 2252.5, {}),
        (HARIAN[:6], 81.07, 62.62, 99.53, {}),
        (DASAR, 11.1667, 5.8467, 16.4867, {}),
        (GESER, 14.857, 12.197, 17.517, {}),
        (DUA_PERTIGA, 50.25, 45.172, 55.328, {}),
        ([3, 0, 2, 5, 1, 0, 4, 2, 1, 3, 0, 2], 1.917, -4.61, 8.45, {}),
    ],
)
def test_limits(values, tengah, bawah, atas, options):
    found = limits(values, **options)
    decimals = len(str(atas).partition(".")[2])
    assert [round(x, decimals) for x in (found.bawah, found.atas)] == [bawah, atas]
    assert found.tengah == pytest.approx(tengah, abs=10**-decimals)


def test_limits_by_medians():
    found = median_limits(BULANAN)
    assert [round(x, 1) for x in (found.tengah, found.bawah, found.atas)] == [1655, 960.0, 2350.0]


def test_a_missing_month_has_no_range():
    assert ranges([1, None, 5, 7, 7]) == [2, 0]
    assert limits([4, 6, None, 9, 7]) == limits([9, 7, None, 4, 6])
    run = [5, 6, 7, 8, None, 9, 10, 11]
    assert flagged(run, limits(run), TREN) == flagged(run, limits(run), SISI) == []


def test_what_is_outside():
    assert flagged(SPIKE, limits(SPIKE), LUAR) == [5]
    assert flagged(SPIKE, limits(SPIKE, screened=True), LUAR) == [5]
    assert flagged([1, 2, 3, 4, 5, 6, 7, 8], limits([1, 2, 3]), LUAR) == [5, 6, 7, 8]
    for values in ([16, 9, 4, 2, 1], [1, 6, 1, 8, 0, 3]):
        assert flagged(values, limits(values), LUAR) == []
    assert flagged(BULANAN, limits(BULANAN[:6]), LUAR) == []
    assert flagged(HARIAN, limits(HARIAN[:6]), LUAR) == []


def test_a_limit_is_not_outside():
    batas = limits([1, 2, 3])
    values = [batas.bawah, batas.atas, batas.bawah - 0.01, batas.atas + 0.01]
    assert flagged(values, batas, LUAR) == [3, 4]
    assert [signs[0] for signs in signals(values, batas, TUJUH)[2:]] == [(LUAR, -1), (LUAR, 1)]


def test_a_lower_limit_below_nothing_tells_nothing():
    batas = limits([1, 2, 3])
    assert batas.bawah < 0
    assert flagged([-5, 2, 2], batas, LUAR, above_zero=True) == []
    high = limits([50, 51, 50])
    assert flagged([10, 50, 50], high, LUAR, above_zero=True) == [1]


def test_a_shift():
    values = [*DASAR, *GESER]
    batas = limits(DASAR)
    assert flagged(values, batas, SISI) == [12, *range(13, 20)]
    assert flagged(values, batas, LUAR) == []
    assert len(flagged(values, batas, DUA_DARI_TIGA)) > 1
    # The first rule that holds comes first.
    rules = {tuple(rule for rule, _ in signs) for signs in signals(values, batas, TUJUH)}
    assert rules == {(), (SISI,), (DUA_DARI_TIGA, SISI)}
    on_it = [*DASAR, 15, 15, 15, batas.tengah, 15, 15, 15]
    assert flagged(on_it, batas, SISI) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5, 6, 7, 8, 9, 10, 11], [1, 2, 3, 4, 5, 6, 7]),
        ([11, 10, 9, 8, 7, 6, 5], [1, 2, 3, 4, 5, 6, 7]),
        ([5, 6, 7, 8, 9, 10], []),
        ([5, 6, 7, 8, 8, 9, 10, 11], []),
        ([7, 5, 6, 7, 8, 9, 10, 11, 11], [2, 3, 4, 5, 6, 7, 8]),
    ],
)
def test_a_trend(values, expected):
    assert flagged(values, limits(values), TREN) == expected


def test_two_of_three_near_a_limit():
    batas = limits(DUA_PERTIGA)
    values = [*DUA_PERTIGA, 54.5, 54.6, 52]
    assert flagged(values, batas, DUA_DARI_TIGA) == [13, 14]
    # Two thirds of the way are 53,64: one of these is beyond.
    assert flagged([*DUA_PERTIGA, 53.5, 54.6, 53.5], batas, DUA_DARI_TIGA) == []
    # Published: NHSRplotthedots, on opposite sides of the centre.
    opposite = [1, -1] * 7 + [5.5, -5.5]
    assert flagged(opposite, limits(opposite), DUA_DARI_TIGA) == []
