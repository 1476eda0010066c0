"""What happened is numbered once, and marked on the charts that it bears on."""

from dataclasses import replace
from datetime import date

import pytest

from laporan import sections as s
from laporan.measure.keputusan.peristiwa import Peristiwa
from laporan.sections.happened import marks_of
from laporan.show import PAGE, PHONE

EVENTS = (
    Peristiwa(date(2023, 2, 1), "Nomor layanan berganti.", "tiket.jumlah", True, "p.csv", 3),
    Peristiwa(date(2023, 2, 20), "Bimbingan teknis untuk 30 pemda", "", False, "p.csv", 2),
    Peristiwa(date(2023, 7, 3), "Akun baru", "tatap_muka.jumlah", False, "p.csv", 4),
)


@pytest.fixture
def lap_peristiwa(lengkap):
    return replace(lengkap, peristiwa=EVENTS)


def test_they_are_listed_in_order(lap_peristiwa, polos):
    text = polos(s.sentence_peristiwa(lap_peristiwa))
    assert [line.split("{data-asal")[0] for line in text.splitlines()[2:]] == [
        "#. 1 Februari 2023: [Nomor layanan berganti]",
        "#. 20 Februari 2023: [Bimbingan teknis untuk 30 pemda]",
        "#. 3 Juli 2023: [Akun baru]",
    ]
    assert '{data-asal="baris,2023-07,p.csv,3"}; deretnya dimulai lagi sejak itu.' in text


def test_a_chart_bears_the_numbers_of_what_concerns_it(lap_peristiwa):
    assert marks_of(lap_peristiwa, "tiket.jumlah") == {"2023-02": "1, 2"}
    assert marks_of(lap_peristiwa, "tatap_muka.jumlah") == {"2023-02": "2", "2023-07": "3"}
    chart = s.chart_perkembangan(lap_peristiwa)
    for pane in (PAGE, PHONE):
        texts = [each for each in chart.draw(pane).axes[0].texts if each.get_text() == "1, 2"]
        assert [each.xy[0] for each in texts] == [1]
