"""Text as Markdown: what strangers wrote goes in as inert text."""

from __future__ import annotations

import re

from laporan.dasar.inert import visible

# Every mark that Markdown, raw HTML, Quarto's shortcodes, maths or citations could start with.
_ASCII_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    """Write any value as one line of text that can be seen."""
    return visible(str(text))


def escape(text: object) -> str:
    """Write any text as Markdown that shows just that text."""
    return _ASCII_PUNCTUATION.sub(r"\\\1", plain(text))
