"""Letters: which fonts a text needs, and what is shown for what no font has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.letters import _USUAL, brand_face, clusters, lacking, typeset


@given(st.text())
def test_clusters_are_the_text(text):
    assert "".join(clusters(text)) == text


def test_usual_letters_are_in_every_face_of_the_brand():
    usual = {chr(code) for code in range(0x10000) if _USUAL.fullmatch(chr(code))}
    assert len(usual) > 300
    assert usual <= brand_face().letters
    assert typeset("Kab. Brébes – “siap”").faces == ()


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("👨‍👩‍👧 👍🏽 🇮🇩 1️⃣", "Noto Emoji"),
        ("ภาษาไทย", "Noto Sans Thai"),
        ("日本語 한국어 中文", "Noto Sans CJK JP"),
        ("𝔘𝔫𝔦", "STIXGeneral"),
        ("हिन्दी", "Noto Sans Devanagari"),
        ("Привет", "Noto Sans"),
    ],
)
def test_a_script_has_its_font(text, family):
    needed = typeset(text)
    assert needed.families == (family,)
    assert needed.replaced == {}


def test_what_no_font_has_is_named():
    assert lacking(["Jawa ꦏꦴ"]) == {
        "ꦏꦴ": "[U+A98F][U+A9B4]", "ꦏ": "[U+A98F]", "ꦴ": "[U+A9B4]",
    }  # fmt: skip
    assert typeset("Jawa ꦏꦴ").shown("Jawa ꦏꦴ") == "Jawa [U+A98F][U+A9B4]"


def test_a_mark_needs_the_font_of_its_letter():
    # A font has the letter and another the mark: Typst would find none for both.
    needed = typeset("x\U00011c36 Ⴭ\u1ac6")
    assert needed.shown("Ⴭ\u1ac6") == "Ⴭ[U+1AC6]"
    assert "Noto Sans Georgian" in needed.families


def test_what_no_paper_may_hold_is_left_out():
    assert typeset("a\ufeffb\x07c").shown("a\ufeffb\x07c") == "abc"


def test_line_breaks_of_code_are_no_letters() -> None:
    assert lacking(["a\nb\tc", "é\nü\xa0x"]) == {}
    assert lacking(["a\nꦏ"]) == {"ꦏ": "[U+A98F]"}
