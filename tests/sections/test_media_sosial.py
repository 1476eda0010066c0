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


def gains(**media):
    return {
        (f"2023-{month:02d}", "media_sosial.pertambahan_pengikut", "media", name): gain
        for name, months in media.items()
        for month, gain in zip((6, 7), months, strict=True)
    }


def test_followers_gained_are_drawn_on_one_scale(lap, dengan, polos):
    told = dengan(lap, gains(Facebook=(50, 48), Instagram=(674, 640), Twitter=(-3, -9)))
    chart = s.chart_pengikut(told)
    assert polos(chart.caption).startswith(
        "Pengikut Juli 2023: Instagram bertambah 640, Twitter berkurang 9, dan Facebook bertambah "
        "48."
    )
    assert "Facebook: Januari tidak ada data" in polos(chart.alt)
    panels = chart.draw(PAGE).axes
    assert len({axes.get_ylim()[1] for axes in panels}) == 1
    assert panels[1].patches[-1].get_height() == -9


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
    assert s.chart_pengikut(lap_kosong) == Markdown("")
