import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.settings import load_settings
from laporan.measure.small_groups import LAINNYA, merge_small

SETTINGS = load_settings()
LEAST = SETTINGS["data_pribadi"]["kelompok_terkecil"]
NAMES = ["Akademisi", "Wartawan", "Diaspora", "Swasta", "Pemerintah Daerah", LAINNYA]


def test_small_groups_join_the_others():
    groups = {"Akademisi": 40, "Wartawan": 2, "Diaspora": 1, LAINNYA: 0}
    assert merge_small(groups, SETTINGS) == {"Akademisi": 40, LAINNYA: 3}


def test_institutions_and_what_is_not_recorded_stay():
    groups = {"Pemerintah Daerah": 1, "Kementerian/Lembaga": 2, "Tidak tercatat": 1}
    assert merge_small(groups, SETTINGS) == groups


def test_a_group_that_stands_alone_is_not_given_away_by_the_rest():
    groups = {"Pemerintah Daerah": 9, "Akademisi": 8, "Swasta": 5, "Wartawan": 1}
    assert merge_small(groups, SETTINGS) == {"Pemerintah Daerah": 9, "Akademisi": 8, LAINNYA: 6}


def test_a_group_that_others_hide_needs_no_company():
    groups = {"Akademisi": 8, "Swasta": 5, "Wartawan": 1, LAINNYA: 7}
    assert merge_small(groups, SETTINGS) == {"Akademisi": 8, "Swasta": 5, LAINNYA: 8}


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 12)))
def test_nobody_is_lost_and_no_small_group_is_shown(groups: dict[str, int]):
    shown = merge_small(groups, SETTINGS)
    assert sum(shown.values()) == sum(groups.values())
    persons = set(NAMES[:4])
    assert all(n == 0 or n >= LEAST for name, n in shown.items() if name in persons)


def test_purposes_of_requests_are_groups_of_persons(ukuran):
    purposes = ["Penelitian"] * 7 + ["Bahan pemberitaan", "Penyusunan laporan"]
    measured = ukuran(ppid=pd.DataFrame({"keperluan": purposes, "tanggal_jawab": pd.NaT}))
    assert measured.kategori("ppid.jumlah", "keperluan").to_dict() == {"Penelitian": 7, LAINNYA: 2}
