from datetime import date

import pytest

from laporan.dasar.arah import Arah
from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.show import Gerak, sentence

NAIK = Angka("2023-07", "tiket.perubahan_bulanan", "", "", 29.8107, "persen")


def test_a_figure_carries_its_key():
    text = sentence("naik **{ubah}**", ubah=NAIK).text
    assert text == 'naik **[29,81%]{.angka data-kunci="2023-07,tiket.perubahan_bulanan,,"}**'


def test_a_key_is_safe_in_an_attribute():
    angka = Angka("2023-07", "tiket.topik", "topik", '"><script>{{< env HOME >}}', 1, "tiket")
    assert not set('<>"{}') & set(angka.token)


def test_sign_is_dropped_where_a_word_gives_the_direction():
    turun = Angka("2023-07", "lapor.perubahan_bulanan", "", "", -11.137, "persen")
    assert turun.text("+") == "11,14%"
    said = sentence("{arah} {ubah:+}", arah=Gerak.of(turun), ubah=turun).text
    assert said.startswith(f'[turun]{{bukti-arah="{turun.token}"}} [11,14%]')
    assert [str(Arah.of(change)) for change in (-0.1, 0, 2)] == ["turun", "tetap", "naik"]
    assert Arah.between(5, 3) is Arah.TURUN


def test_other_parts_become_indonesian_or_inert_text():
    text = sentence("{b}, {d}: {t}", b=Bulan(2023, 7), d=date(2023, 7, 5), t="a*b*").text
    assert text == r"Juli 2023, 5 Juli 2023: a\*b\*"


def test_a_bare_number_is_refused():
    with pytest.raises(TypeError, match="can't stand in a sentence"):
        sentence("{n}", n=1707)
