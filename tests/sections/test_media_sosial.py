import pytest

from laporan import sections as s
from laporan.show import PAGE, Markdown

SENTENCES = {
    "Instagram": s.sentence_instagram,
    "Twitter": s.sentence_twitter,
    "Facebook": s.sentence_facebook,
}


def test_instagram(lap, polos):
    assert polos(s.sentence_instagram(lap)) == (
        "Selama Juli 2023 ada 28 unggahan feed dan 36 story di Instagram. Per 31 Juli 2023, akun "
        "ini diikuti 114.183 akun. Unggahan feed menjangkau 76.631 akun, rata-rata 2.737 akun "
        "untuk tiap unggahan (76.631 dibagi 28 unggahan); akun yang terjangkau beberapa unggahan "
        "terhitung beberapa kali.\n\n"
        "Pada Juli 2023, 7 akun pemerintah desa mulai mengikuti akun ini, sehingga akun desa yang "
        "mengikutinya berjumlah 1.851 akun."
    )


def test_twitter_and_facebook(lap, polos):
    assert polos(s.sentence_twitter(lap)) == (
        "Selama Juli 2023 ada 41 unggahan di Twitter. Per 31 Juli 2023, akun ini diikuti 16.778 "
        "akun. Profilnya dikunjungi 1.115 kali selama bulan itu."
    )
    assert polos(s.sentence_facebook(lap)) == (
        "Selama Juli 2023 ada 41 unggahan di Facebook. Per 31 Juli 2023, akun ini diikuti 13.632 "
        "akun; pada akhir Juni 2023 jumlahnya 13.519. Profilnya dikunjungi 4.142 kali selama bulan "
        "itu."
    )


def test_cards_carry_keys_and_a_dash_for_what_is_unknown(lap):
    text = s.cards_media_sosial(lap, "Twitter").text
    assert 'data-kunci="2023-07,media_sosial.kunjungan_profil,media,Twitter"' in text
    assert "::: {.kartu-nilai}\n–\n:::\n\n::: {.kartu-label}\ntayangan unggahan" in text


def test_the_reach_of_a_post_stands_beside_the_sum(lap, polos):
    text = polos(s.cards_media_sosial(lap, "Instagram"))
    assert "76.631" in text
    assert "rata-rata 2.737 per unggahan feed" in text


def test_followers_are_a_line_that_says_it_does_not_start_at_zero(lap, polos):
    chart = s.chart_pengikut(lap, "Facebook")
    assert "Sumbu tegak terpotong." in polos(chart.caption)
    assert polos(chart.alt) == (
        "Diagram garis pengikut Facebook pada akhir bulan: Januari 12.900, Februari 13.020, Maret "
        "13.110, April 13.250, Mei 13.400, Juni 13.519, Juli 13.632."
    )
    assert list(chart.draw(PAGE).axes[0].lines[0].get_ydata())[-1] == 13632


def test_one_month_is_no_course(lap):
    assert s.chart_pengikut(lap, "Instagram") == Markdown("")


def test_only_part_was_supplied(lap, dengan, polos):
    part = dengan(
        lap,
        {
            ("2023-07", "media_sosial.unggahan", "media", "Twitter"): None,
            ("2023-07", "media_sosial.kunjungan_profil", "media", "Twitter"): None,
        },
    )
    assert polos(s.sentence_twitter(part)) == "Per 31 Juli 2023, akun ini diikuti 16.778 akun."


@pytest.mark.parametrize("media", SENTENCES)
def test_not_supplied(lap_kosong, polos, media):
    assert polos(SENTENCES[media](lap_kosong)) == f"Data {media} untuk Juli 2023 belum diserahkan."
    assert s.cards_media_sosial(lap_kosong, media) == Markdown("")
    assert s.chart_pengikut(lap_kosong, media) == Markdown("")
