"""Figures named in Markdown cells are filled in, and nowhere but in prose."""

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.measure import Ukuran
from laporan.measure.angka import Angka, to_table
from laporan.render.filling import fill

UKURAN = Ukuran(
    to_table(
        [
            Angka("2023-07", "tiket.jumlah", "", "", 1707.0, "tiket"),
            Angka("2023-07", "tiket.jumlah", "kanal", "Live Chat", 93.0, "tiket"),
            Angka("2023-07", "kepuasan.nilai", "", "", 4.9, "skala 1-5"),
        ]
    ),
    Bulan(2023, 7),
)


def filled(text):
    return fill(text, UKURAN, "laporan.ipynb, sel ke-7")


def test_names_in_prose_become_figures_with_their_keys():
    text = filled("# Ada {tiket.jumlah}\n\n**{ tiket.jumlah[kanal=Live Chat] }**, {kepuasan.nilai}")
    assert text == (
        '# Ada [1.707]{.angka data-kunci="2023-07,tiket.jumlah,,"}\n\n'
        '**[93]{.angka data-kunci="2023-07,tiket.jumlah,kanal,Live%20Chat"}**, '
        '[4,90]{.angka data-kunci="2023-07,kepuasan.nilai,,"}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "`{tiket.jumlah}`",
        "``a ` {tiket.jumlah}``",
        "```\n{tiket.jumlah}\n```",
        "~~~ {.python}\n{tiket.jumlah}\n~~~",
        "```{=html}\n<b>{tiket.jumlah}</b>\n```",
        "$x_{tiket.jumlah}$ dan $$\n{tiket.jumlah}\n$$",
        '![a](b.png){fig-alt="Ada {tiket.jumlah} tiket"}',
        '<p title="{tiket.jumlah}">a</p>',
        "<style>a{b.c}</style>",
        r"\{tiket.jumlah}, \textbf{tiket.jumlah}",
        "---\ntitle: '{tiket.jumlah}'\n---",
        "{{< meta tiket.jumlah >}} [a]{.tiket} {#tiket.jumlah}",
        "[a](b{tiket.jumlah})",
    ],
)
def test_code_formulas_attributes_and_what_is_escaped_stay(text):
    assert filled(text) == text
    assert "1.707" in filled(f"{text}\n\n{{tiket.jumlah}}")


def test_an_unknown_name_is_an_error_and_what_is_not_there_this_month_is_told():
    with pytest.raises(LaporanError, match=r"sel ke-7: \{tiket\.jumlahh\}.*\{tiket\.jumlah\}"):
        filled("{tiket.jumlahh}")
    with pytest.raises(LaporanError, match=r"Live Chatt.*\{tiket\.jumlah\[kanal=Live Chat\]\}"):
        filled("{tiket.jumlah[kanal=Live Chatt]}")
    assert filled("{ppid.jumlah}; {tiket.jumlah[kanal=Telegram]}") == (
        "tidak tersedia; tidak tersedia"
    )
