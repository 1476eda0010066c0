"""What strangers wrote, made harmless for people's eyes, for terminals and for spreadsheets."""

from __future__ import annotations

import re
import unicodedata

# What a spreadsheet takes for a formula: a cell that starts with one of these marks. One that
# splits lines at semicolons, as Indonesian ones do, also takes for a cell what stands behind a
# semicolon, a tab or a line break within a quoted cell.
_START = r"(?:^|(?<=[;\t\r\n]))"
_FORMULA = r"[ ']*[=+\-@\t\r\n＝＋－＠]"
_RISKY = re.compile(f"{_START}(?={_FORMULA})")
_GUARDED = re.compile(f"{_START}'(?={_FORMULA})")


def visible(text: str) -> str:
    """Make white space single spaces, and drop control characters and marks of direction.

    Categories Cc, Cf, Cs, Co and Cn of Unicode go, among them right-to-left overrides and
    spaces without width.
    """
    if not text.isprintable():
        text = "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(text.split())


def printable(text: str) -> str:
    """Mark what cannot be printed, so that no terminal and no page obeys it; lines stay."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(c).startswith("C") and c not in "\n\t" else c for c in text
    )


def shorten(text: str, length: int) -> str:
    """Give the beginning of a text that is too long, and say how long it was."""
    if len(text) <= length:
        return text
    return f"{text[:length]}… (dipotong dari {len(text)} karakter)"


def guard(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    return _RISKY.sub("'", text)


def unguard(text: str) -> str:
    """Take off the apostrophes that ``guard`` has put there."""
    return _GUARDED.sub("", text)
