"""Intervals, waiting times, comparisons of counts and forecasts, by published and worked cases."""

from math import comb, inf
from statistics import mean

import numpy as np
import pytest

from laporan.measure.statistik import bertahan, poisson, proporsi, ramalan, sebaran


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Published: Newcombe 1998.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (3, 3, 0.4385, 1),
        (46, 469, 0.0743, 0.1284),
        (46, 269, 0.1307, 0.2206),
        (94, 1058, 0.0732, 0.1075),
        (269, 1327, 0.182, 0.225),
        (104, 113, 0.856, 0.958),
        (96, 113, 0.772, 0.904),
        (8, 9, 0.565, 0.980),
    ],
)
def test_a_share(part, whole, low, high):
    digits = max(len(str(each).partition(".")[2]) for each in (low, high))
    assert [round(each, digits) for each in proporsi.wilson(part, whole)] == [low, high]


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),  # published: Newcombe 1998
        ((46, 269, 94, 1058), 0.0378, 0.1341),
    ],
)
def test_a_difference_of_shares(counts, low, high):
    assert [round(each, 4) for each in proporsi.newcombe(*counts)] == [low, high]


WAITED = np.array([5, 10, 20, 30, 40, 60, 90, 120, 200, 480], dtype="float64")
ENDED = np.array([1, 1, 1, 1, 0, 1, 1, 0, 1, 0], dtype=bool)


def test_who_still_waits_counts_as_waiting():
    moments, waiting = bertahan.survival(WAITED, ENDED)
    assert moments.tolist() == [5, 10, 20, 30, 60, 90, 200]
    assert waiting == pytest.approx([0.9, 0.8, 0.7, 0.6, 0.48, 0.36, 0.18])
    assert bertahan.quantile(WAITED, ENDED, 0.5) == 60
    assert bertahan.quantile(WAITED, ENDED, 0.9) is None


def test_half_is_half():
    """Of shares that multiply to a half, none is missed for its last digit."""
    for count in range(2, 40, 2):
        times = np.arange(count, dtype="float64")
        found = bertahan.quantile(times, np.ones(count, dtype=bool), 0.5)
        assert found == count / 2 - 1
    assert bertahan.quantile(np.array([]), np.array([], dtype=bool), 0.5) is None


def test_many_at_once_and_one_who_leaves_then():
    times = np.array([3, 3, 3, 7], dtype="float64")
    _, waiting = bertahan.survival(times, np.array([1, 1, 0, 1], dtype=bool))
    assert waiting == pytest.approx([0.5, 0])


@pytest.mark.parametrize(
    ("counts", "p", "low", "high"),
    [((170, 105, 20, 17), 0.011, 1.07, 1.77), ((105, 61, 20, 17), 0.019, 1.06, 2.04),
     ((23, 48, 5, 10), None, 0.56, 1.61), ((80, 137, 5, 10), None, 0.88, 1.55),
     ((427, 725, 5, 10), None, 1.04, 1.33), ((6, 0, 20, 17), 0.034, None, None)],
)  # fmt: skip
def test_two_counts(counts, p, low, high):
    if p is not None:
        assert round(poisson.probability(*counts), 3) == p
    if low is not None:
        found = poisson.ratio_interval(*counts)
        assert [round(each, 2) for each in found] == [low, high]


def test_a_probability_is_the_sum_of_the_less_likely():
    for now in range(8):
        share = 20 / 37
        likely = [comb(7, k) * share**k * (1 - share) ** (7 - k) for k in range(8)]
        expected = sum(each for each in likely if each <= likely[now] * (1 + 1e-9))
        assert poisson.probability(now, 7 - now, 20, 17) == pytest.approx(expected)
        above = sum(likely[now:])
        assert poisson.probability_above(now, 7 - now, 20, 17) == pytest.approx(above)


def test_what_is_new_needs_five():
    assert round(poisson.probability_above(5, 0, 20, 17), 3) == 0.046
    assert round(poisson.probability_above(4, 0, 20, 17), 3) == 0.085


def test_none_at_all():
    assert poisson.probability(0, 0, 20, 17) == 1
    assert poisson.ratio_interval(0, 3, 20, 17)[0] == 0
    assert poisson.ratio_interval(3, 0, 20, 17)[1] == inf


def test_many_comparisons():
    assert poisson.adjusted([0.01, 0.04, 0.03, 0.20]) == pytest.approx(
        [0.04, 0.16 / 3, 0.16 / 3, 0.2]
    )
    assert poisson.adjusted([]) == []


TIKET, HARI = [1842, 1655, 1721, 1214, 1469, 1315, 1707], [21, 20, 21, 14, 21, 17, 20]


def test_what_comes_next():
    rates = [count / days for count, days in zip(TIKET, HARI, strict=True)]
    assert round(mean(rates) * 22) == 1797
    for share, low, high in ((0.8, 1586, 2008), (0.95, 1439, 2155)):
        assert [round(22 * end) for end in ramalan.next_interval(rates, share)] == [low, high]


def test_how_good_forecasts_were():
    found = ramalan.backtest(TIKET, HARI, 3)
    errors = [abs(one - other) for one, other in zip(found, TIKET[3:], strict=True)]
    assert round(mean(errors)) == 127
    assert round(ramalan.naive_error(TIKET[2:])) == 327
    known, actual = [10, 20, 30, 40, 12, 22, 32, 42], [13, 25, 31, 44]
    assert ramalan.scaled_error(known[4:], actual, known, season=4) == 0.875


def test_the_mean_of_ratings():
    ratings = [5] * 96 + [4] * 8 + [3] * 9
    assert round(mean(ratings), 4) == 4.7699
    assert [round(end, 3) for end in ramalan.mean_interval(ratings, 0.95)] == [4.661, 4.879]


def test_how_concentrated_parts_are():
    assert sebaran.concentration([50, 30, 20]) == 3800
    assert round(sebaran.effective_number([50, 30, 20, 0]), 2) == 2.63
    assert round(sebaran.concentration([7] * 552), 1) == 18.1
    assert sebaran.effective_number([7] * 552) == pytest.approx(552)
