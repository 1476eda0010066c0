from datetime import date

import pytest

from laporan.dasar.bulan import Bulan
from laporan.show import Angka, direction, sentence

NAIK = Angka(29.8107, "2023-07", "tiket.perubahan_bulanan", satuan="persen")


def test_a_figure_carries_its_key():
    text = sentence("naik **{ubah}**", ubah=NAIK).text
    assert text == 'naik **[29,81%]{.angka data-kunci="2023-07,tiket.perubahan_bulanan,,"}**'


def test_a_key_is_safe_in_an_attribute():
    angka = Angka(1, "2023-07", "tiket.topik", "topik", '"><script>{{< env HOME >}}')
    assert not set('<>"{}') & set(angka.key)


def test_sign_is_dropped_where_a_word_gives_the_direction():
    turun = Angka(-11.137, "2023-07", "lapor.perubahan_bulanan", satuan="persen")
    assert turun.text("+") == "11,14%"
    assert direction(turun) == "turun"
    assert direction(NAIK) == "naik"
    assert direction(Angka(0.0, "2023-07", "x")) == "tetap"


def test_other_parts_become_indonesian_or_inert_text():
    text = sentence("{b}, {d}: {t}", b=Bulan(2023, 7), d=date(2023, 7, 5), t="a*b*").text
    assert text == r"Juli 2023, 5 Juli 2023: a\*b\*"


def test_a_bare_number_is_refused():
    with pytest.raises(TypeError, match="can't stand in a sentence"):
        sentence("{n}", n=1707)
