import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.bulan import Bulan
from laporan_sample.quota import apportion, deck, generator, spread
from laporan_sample.regions import draw_regions, regions
from laporan_sample.tiket_quota import KANAL, published_quota, scaled_quota

weights = st.lists(st.floats(0.01, 1e6), min_size=1, max_size=40)


@given(total=st.integers(0, 100_000), weights=weights)
def test_parts_add_up_and_miss_their_share_by_less_than_one(total, weights):
    parts = apportion(total, weights)
    assert sum(parts) == total
    exact = [weight / sum(weights) * total for weight in weights]
    assert all(abs(part - share) < 1 for part, share in zip(parts, exact, strict=True))


@given(total=st.integers(0, 10_000), parts=st.integers(1, 50), seed=st.integers(0, 99))
def test_random_parts_add_up(total, parts, seed):
    values = spread(np.random.default_rng(seed), total, parts)
    assert (sum(values), len(values)) == (total, parts)
    assert min(values) >= 0


def test_a_deck_has_each_name_as_often_as_it_says():
    assert deck({"DAU": 2, "DBH": 0, "PDRD": 1}) == ["DAU", "DAU", "PDRD"]


def test_sources_and_months_have_streams_of_their_own():
    draws = {
        generator(seed, bulan, name).integers(0, 2**62)
        for seed in (1, 2)
        for bulan in (Bulan(2023, 6), Bulan(2023, 7))
        for name in ("tiket", "email")
    }
    assert len(draws) == 8


def test_no_region_is_drawn_oftener_than_allowed():
    drawn = draw_regions(np.random.default_rng(3), "Timur", 100, without={"Prov. Maluku"}, most=4)
    assert len(drawn) == 100
    assert max(drawn.count(name) for name in drawn) <= 4
    assert set(drawn) <= {r.nama for r in regions() if r.zona == "Timur"} - {"Prov. Maluku"}


def test_published_quotas_agree_with_each_other():
    quota = published_quota()
    assert quota.jumlah == 1707
    for topik, counts in quota.jam.items():
        assert sum(quota.kanal[topik].values()) == sum(counts)
        assert min(quota.kanal[topik].values()) >= 0
    strata = [sum(part) for part in zip(*quota.jam.values(), strict=True)]
    assert strata == [sum(quota.zona_dalam.values()), sum(quota.zona_luar.values()), 336, 168]


@pytest.mark.parametrize("total", [1, 2, 13, 500, 3000, 20_000])
def test_scaled_quotas_add_up_to_any_total(total):
    quota = scaled_quota(np.random.default_rng(5), total)
    assert quota.jumlah == total
    assert sum(sum(row.values()) for row in quota.kanal.values()) == total
    strata = [sum(part) for part in zip(*quota.jam.values(), strict=True)]
    assert strata[:2] == [sum(quota.zona_dalam.values()), sum(quota.zona_luar.values())]


def test_known_channels_are_kept():
    wanted = dict(zip(KANAL, (1148, 62, 78, 22, 5), strict=True))
    quota = scaled_quota(np.random.default_rng(5), 1315, wanted)
    sums = {name: sum(row[name] for row in quota.kanal.values()) for name in KANAL}
    assert sums == wanted
