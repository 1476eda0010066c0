import pandas as pd
import pytest

from laporan.measure import agen_dinilai


def survei(*agents):
    """Rows of (agen, penilai, kepuasan, substansi)."""
    table = pd.DataFrame(agents, columns=["agen", "penilai", "kepuasan", "substansi"])
    return table.astype({"kepuasan": "Int64", "substansi": "Int64"})


def rated(agen, *scores, people=5):
    return [(agen, nomor % people, score, score) for nomor, score in enumerate(scores)]


def test_the_mean_of_the_agents_means(ukuran, settings):
    # 5 ratings of 5 and 10 of 4: of all ratings the mean would be 4.33.
    tabel = survei(*rated("A", *[5] * 5), *rated("B", *[4] * 10, people=7))
    hasil = ukuran(survei=tabel)
    assert hasil.nilai("kepuasan.nilai") == 4.5
    assert hasil.nilai("kepuasan.agen") == 2
    assert hasil.nilai("kepuasan.penilaian") == 15
    assert agen_dinilai(tabel, settings) == ["A", "B"]


@pytest.mark.parametrize(
    "short",
    [
        pytest.param(rated("B", 1, 1, 1, 1), id="four ratings"),
        pytest.param(rated("B", *[1] * 9, people=4), id="four people"),
        pytest.param([("B", n, None, None) for n in range(9)], id="no score"),
    ],
)
def test_an_agent_with_too_little_does_not_count(ukuran, short):
    hasil = ukuran(survei=survei(*rated("A", 5, 4, 5, 4, 5), *short))
    assert hasil.nilai("kepuasan.nilai") == pytest.approx(4.6)
    assert hasil.nilai("kepuasan.agen") == 1


def test_a_rating_is_the_mean_of_its_factors_or_the_one_there(ukuran):
    rows = [("A", 1, 5, 3), ("A", 2, 5, None), ("A", 3, None, 1), ("A", 4, 4, 4), ("A", 5, 5, 5)]
    hasil = ukuran(survei=survei(*rows))
    assert hasil.nilai("kepuasan.nilai") == pytest.approx((4 + 5 + 1 + 4 + 5) / 5)
    assert hasil.nilai("kepuasan.nilai", "faktor", "Kepuasan Layanan") == pytest.approx(19 / 4)
    assert hasil.nilai("kepuasan.nilai", "faktor", "Substansi Jawaban") == pytest.approx(13 / 4)


def test_nobody_rated_enough(ukuran):
    hasil = ukuran(survei=survei(*rated("A", 5)))
    assert hasil.nilai("kepuasan.agen") == 0
    assert hasil.nilai("kepuasan.nilai") is None


def test_a_rating_without_an_agent_counts_for_nobody(ukuran):
    hasil = ukuran(survei=survei(*rated(None, *[1] * 9), *rated("A", *[5] * 5)))
    assert hasil.nilai("kepuasan.nilai") == 5
    assert hasil.nilai("kepuasan.penilaian") == 5


def test_the_settings_say_how_many_ratings_are_enough(settings):
    tabel = survei(*rated("A", *[5] * 8), *rated("B", *[5] * 7))
    strict = settings | {"kepuasan": settings["kepuasan"] | {"minimum_penilaian": 8}}
    assert agen_dinilai(tabel, settings) == ["A", "B"]
    assert agen_dinilai(tabel, strict) == ["A"]
