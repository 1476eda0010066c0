"""Which numbers and words of direction are found, and how numbers are spelled by the audit."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar import indonesian
from laporan.prove.audit.blocks import Block, read_blocks
from laporan.prove.audit.by_direction import by_change
from laporan.prove.audit.claims import claims_in
from laporan.prove.audit.spelling import spell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("naik 29,81% dari 1.315 tiket", ["naik", "29,81%", "1.315"]),
        ("DAU 210 (▲ naik 29)", ["210", "▲", "naik", "29"]),
        ("Menurun, tetap, Terbanyak, terendah", ["Menurun", "tetap", "Terbanyak", "terendah"]),
        ("Ketetapan, menaikkan, kenaikan, menetap", ["kenaikan"]),
        ("GA4 pada 1 Juli 2023.", ["4", "1", "2023"]),
    ],
)
def test_claims_are_found_in_their_order(text: str, found: list[str]) -> None:
    assert [claim.text for claim in claims_in(text)] == found


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        *((name, "Tiket turun di {} saja.") for name in ("DAU", "=DAU", "@SUM(1;2)", "-2+3")),
        *((name, "Batang, Juli: Spam 7, {} 3 (▼ turun 4).") for name in ("-2+3", "@a: b. c, 2")),
    ],
)
def test_a_name_may_hold_any_mark(name: str, sentence: str) -> None:
    text = sentence.format(name)
    evidence: Any = SimpleNamespace(
        figures={},
        differences={name: -4.0, "2)": 1.0},
        changes={("kanal", name): -4.0},
        is_in_name=lambda _, start, end: text.find(name) <= start < text.find(name) + len(name),
    )
    block = Block(text, "teks alternatif" if "▼" in text else "kalimat", "")
    down = next(claim for claim in claims_in(text) if claim.text == "turun")
    assert by_change(down, block, evidence) is True
    assert by_change(replace(down, text="naik"), block, evidence) is False


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
