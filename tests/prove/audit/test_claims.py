"""Which numbers and words of direction are found, and how numbers are spelled by the audit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar import indonesian
from laporan.prove.audit.blocks import read_blocks
from laporan.prove.audit.claims import claims_in
from laporan.prove.audit.spelling import spell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("naik 29,81% dari 1.315 tiket", ["naik", "29,81%", "1.315"]),
        ("DAU 210 (▲ naik 29)", ["210", "▲", "naik", "29"]),
        ("Menurun, tetap, Terbanyak, terendah", ["Menurun", "tetap", "Terbanyak", "terendah"]),
        ("Ketetapan, kenaikan, menetap", []),
        ("GA4 pada 1 Juli 2023.", ["4", "1", "2023"]),
    ],
)
def test_claims_are_found_in_their_order(text: str, found: list[str]) -> None:
    assert [claim.text for claim in claims_in(text)] == found


@given(st.integers(-(10**9), 10**9), st.integers(0, 2))
def test_the_audit_spells_numbers_as_the_report_does(cents: int, decimals: int) -> None:
    value = cents / 100
    assert spell(value, decimals) == indonesian.angka(value, decimals)


def test_blocks_keep_kind_key_row_and_number() -> None:
    page = """<html><head><title>Judul</title><style>p { top: 1px }</style></head><body>
    <h2>Bagian</h2><p>Ada <b><span class="angka" data-kunci="2023-07,a.b,kanal,Live%20Chat">4</span>
    tiket</b>.</p><ol start="3"><li>satu</li></ol>
    <table><tr><th>Kanal</th><th>Jumlah</th></tr><tr><th>Email</th><td>7</td></tr></table>
    <img alt="Dua 2"><svg aria-label="Tiga 3"><text>9</text></svg></body></html>"""
    blocks = read_blocks(page)
    assert [block.text for block in blocks] == [
        *("Judul", "Bagian", "Ada 4 tiket.", "satu", "Kanal", "Jumlah", "Email", "7"),
        *("Dua 2", "Tiga 3"),
    ]
    sentence, item, cell = blocks[2], blocks[3], blocks[7]
    assert [(run.key, sentence.text[run.start : run.end]) for run in sentence.runs] == [
        (("2023-07", "a.b", "kanal", "Live Chat"), "4")
    ]
    assert item.mark == "3."
    assert (cell.row, cell.head, cell.line, cell.section) == (("Email", "7"), "Jumlah", 1, "Bagian")
