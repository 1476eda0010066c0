"""Text as Markdown: what strangers wrote goes in as inert text."""

from __future__ import annotations

import re
import unicodedata

# Every mark that Markdown, raw HTML, Quarto's shortcodes, maths or citations could start with.
_ASCII_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    """Drop what is not to be seen: control characters, direction marks, line breaks, runs of space.

    Categories Cc, Cf, Cs, Co and Cn of Unicode go, among them right-to-left overrides.
    """
    spaced = re.sub(r"\s+", " ", str(text))
    return "".join(c for c in spaced if not unicodedata.category(c).startswith("C")).strip()


def escape(text: object) -> str:
    """Write any text as Markdown that shows just that text."""
    return _ASCII_PUNCTUATION.sub(r"\\\1", plain(text))
