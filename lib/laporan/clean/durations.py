"""Durations as telephone systems and meeting programs write them, in seconds."""

from __future__ import annotations

import re

import pandas as pd

from laporan.clean.numbers import is_blank

# 25, 25,4, :25, 1:05, 75:10 and 1:02:03.
_SECONDS = re.compile(r"(\d+)(?:[.,](\d+))?")
_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d*)):([0-5]\d)")
# 21m 7s, 1h 2m, 45 detik, 1 jam 2 menit.
_HOURS, _MINUTES, _REST = r"h\w*|j\w*", r"m\w*", r"s\w*|d\w*"
_IN_WORDS = re.compile(
    rf"(?:(\d+)\s*(?:{_HOURS})\.?)?\s*(?:(\d+)\s*(?:{_MINUTES})\.?)?\s*(?:(\d+)\s*(?:{_REST})\.?)?"
)


def parse_clock(texts: pd.Series[str]) -> pd.Series[float]:
    """Read ``25``, ``:25``, ``1:05``, ``75:10``, ``1:02:03``; missing for ``-`` and the rest."""
    readable = texts.mask(is_blank(texts))
    spellings = {text: read_clock(str(text)) for text in readable.dropna().unique()}
    return readable.map(spellings).astype("float64")


def read_clock(text: str) -> float | None:
    """Read one duration; see `parse_clock`."""
    text = text.strip()
    if match := _SECONDS.fullmatch(text):
        return float(f"{match[1]}.{match[2] or 0}")
    if (match := _CLOCK.fullmatch(text)) and not (match[1] and not match[2]):
        hours, minutes = int(match[1] or 0), int(match[2] or 0)
        return float(hours * 3600 + minutes * 60 + int(match[3]))
    return None


def read_worded(text: str) -> float | None:
    """Read ``21m 7s``, ``1h 2m 3s``, ``1 jam 2 menit``; None for the rest."""
    match = _IN_WORDS.fullmatch(text.strip().casefold())
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return float(hours * 3600 + minutes * 60 + seconds)
