"""Strangers' texts do nothing to eyes, terminals and spreadsheets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import guard, printable, shorten, unguard, visible

FORMULA_MARKS = tuple("=+-@＝＋－＠")


@pytest.mark.parametrize("text", ["=1+1", "+62", "-x", "@cmd", "\t=1", "\r=1", "'=1", " =1", "＝1"])
def test_a_formula_gets_an_apostrophe(text):
    assert guard(text).startswith("'")
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["Kab. Brebes", "'t Harde", "a=b", "", "DAU-1", "a; b", "x\ny"])
def test_ordinary_texts_are_left_alone(text):
    assert guard(text) == text
    assert unguard(text) == text


@given(st.text(st.sampled_from("=+-@＝ ';\t\r\n,a")))
def test_no_formula_starts_anywhere_in_a_line_that_is_split_at_semicolons(text):
    guarded = guard(text)
    assert unguard(guarded) == text
    for cell in re.split(r"[;\t\r\n]", guarded):
        assert not cell.lstrip(" ").startswith(FORMULA_MARKS)


def test_marks_of_direction_and_control_characters_are_not_shown():
    assert visible("a\u202eb\x00c\nd \u200b\x1b[31me\ufeff") == "abc d [31me"
    assert visible(" Kab.  Brebes\u00a0") == "Kab. Brebes"


def test_a_message_cannot_give_orders_to_a_terminal():
    error = LaporanError("Kolom \x1b[2J\u202e:\nbaris\tdua")
    assert str(error) == "Kolom \ufffd[2J\ufffd:\nbaris\tdua"
    assert printable("Kab. Brébes 🙂") == "Kab. Brébes 🙂"


def test_long_texts_say_how_long_they_were():
    assert shorten("a" * 1_048_576, 3) == "aaa… (dipotong dari 1048576 karakter)"
    assert shorten("abc", 3) == "abc"


def test_joiners_stay_where_a_script_or_an_emoji_needs_them():
    for text in ("👨‍👩‍👧", "🏴\U000e0067\U000e0062\U000e007f", "क्‍ष", "می‌خواهم", "\u0600\u0661"):
        assert visible(text) == text
    assert visible("ra\u200dha\u200csia") == "rahasia"


def test_what_has_a_shape_in_one_font_alone_is_named():
    assert visible("\uf0b7\tSatu \uf0fc") == "• Satu ✓"
    assert visible("\ue123 \ud83d") == "[U+E123] [U+D83D]"
    # Newer than this Python, and for ever none.
    assert visible("\U0001fae9 \ufdd0\uffff\U000e0fff") == "\U0001fae9"
