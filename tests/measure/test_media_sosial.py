import pandas as pd
import pytest

from laporan.dasar.errors import LaporanError


def konten(*rows):
    return pd.DataFrame(rows, columns=["media", "jenis", "jangkauan"])


def twitter(*rows):
    columns = ["bentuk", "unggahan", "tayangan", "kunjungan_profil"]
    return pd.DataFrame(rows, columns=columns)


FEED, STORY = ("Instagram", "Instagram feed"), ("Instagram", "Instagram story")


def test_reach_is_of_feed_posts_and_stories_are_posts_too(ukuran):
    hasil = ukuran(meta_konten=konten((*FEED, 100), (*FEED, 51), (*STORY, 900)))
    assert hasil.nilai("media_sosial.unggahan", "media", "Instagram feed") == 2
    assert hasil.nilai("media_sosial.unggahan", "media", "Instagram story") == 1
    assert hasil.nilai("media_sosial.jangkauan", "media", "Instagram") == 151
    assert hasil.nilai("media_sosial.jangkauan_per_unggahan", "media", "Instagram") == 75.5


def test_no_story_is_told_of_instagram_and_nothing_of_a_medium_not_there(ukuran):
    hasil = ukuran(meta_konten=konten((*FEED, 100)))
    assert hasil.nilai("media_sosial.unggahan", "media", "Instagram story") == 0
    assert hasil.nilai("media_sosial.unggahan", "media", "Facebook") is None


def test_daily_visits_are_added_up_and_daily_reach_is_not(ukuran):
    rows = [
        ("Facebook", "kunjungan_profil", 10),
        ("Facebook", "kunjungan_profil", 5),
        ("Facebook", "jangkauan", 70),
        ("Instagram", "pengikut_baru", 3),
    ]
    hasil = ukuran(meta_harian=pd.DataFrame(rows, columns=["media", "metrik", "nilai"]))
    assert hasil.nilai("media_sosial.kunjungan_profil", "media", "Facebook") == 15
    assert hasil.nilai("media_sosial.pengikut_baru", "media", "Instagram") == 3
    assert hasil.nilai("media_sosial.jangkauan", "media", "Facebook") is None


def test_each_row_by_tweet_is_a_post(ukuran):
    hasil = ukuran(twitter=twitter(("per unggahan", 1, 10, 2), ("per unggahan", 1, 20, None)))
    assert hasil.nilai("media_sosial.unggahan", "media", "Twitter") == 2
    assert hasil.nilai("media_sosial.tayangan", "media", "Twitter") == 30
    assert hasil.nilai("media_sosial.kunjungan_profil", "media", "Twitter") == 2


def test_by_day_gives_the_sums_where_both_are_there(ukuran):
    hasil = ukuran(twitter=twitter(("per unggahan", 1, 10, 2), ("per hari", 3, 40, 9)))
    assert hasil.nilai("media_sosial.unggahan", "media", "Twitter") == 3
    assert hasil.nilai("media_sosial.kunjungan_profil", "media", "Twitter") == 9


def test_the_typical_medium_is_the_median_of_those_supplied(ukuran):
    posts = konten((*FEED, 1), (*FEED, 1), (*STORY, 1), ("Facebook", "Facebook", 1))
    tweets = twitter(*[("per unggahan", 1, 1, 1)] * 5)
    assert ukuran(meta_konten=posts, twitter=tweets).nilai("media_sosial.konten_tipikal") == 2
    assert ukuran(meta_konten=posts).nilai("media_sosial.konten_tipikal") == 1.5
    assert ukuran().nilai("media_sosial.konten_tipikal") is None


def noted(*rows):
    table = pd.DataFrame(rows, columns=["media", "pengikut", "akun_desa_baru", "akun_desa"])
    return table.astype(dict.fromkeys(table.columns[1:], "Int64"))


def test_what_was_noted_by_hand(ukuran):
    hasil = ukuran(
        media_sosial=noted(("Instagram", 114183, 7, 1851), ("Twitter", 16778, None, None)),
        lain={"2023-06": {"media_sosial": noted(("Twitter", 16000, None, None))}},
    )
    assert hasil.deret("media_sosial.pengikut", "media", "Twitter").to_dict() == {
        "2023-06": 16000,
        "2023-07": 16778,
    }
    assert hasil.kategori("media_sosial.akun_desa", "media").to_dict() == {"Instagram": 1851}


def test_a_medium_noted_twice_is_refused(ukuran):
    with pytest.raises(LaporanError, match=r"pengikut\[media=Twitter\].*dua kali \(5 dan 6\)"):
        ukuran(media_sosial=noted(("Twitter", 5, None, None), ("Twitter", 6, None, None)))
