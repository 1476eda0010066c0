"""Ratings in words, as forms offer them, in Indonesian and English."""

from __future__ import annotations

import re

import pandas as pd

# From the lowest to the highest; what stands on one line says the same.
WORDS = (
    ("sangat tidak", "sangat buruk", "very dissatisfied", "strongly disagree", "very poor"),
    ("tidak", "kurang", "buruk", "dissatisfied", "disagree", "poor"),
    ("cukup", "netral", "biasa", "biasa saja", "ragu-ragu", "neutral", "fair", "average"),
    ("puas", "baik", "setuju", "satisfied", "agree", "good"),
    ("sangat puas", "sangat baik", "sangat setuju", "very satisfied", "strongly agree",
     "excellent", "very good"),
)  # fmt: skip
_OF_WHAT = r"(?:\s+(?:puas|baik|setuju|memuaskan))?"
# 5 (Sangat Puas), 5 - Sangat Puas, Sangat Puas (5)
_NUMBERED = re.compile(r"(\d+)\s*[-–.:(]\s*\D*\)?|\D*\(\s*(\d+)\s*\)")


def read_words(texts: pd.Series[str]) -> pd.Series[str]:
    """Write ratings in words as their numbers from 1 to 5; all else stays as it is."""
    spellings = {text: _read(str(text)) for text in texts.dropna().unique()}
    return texts.map(spellings).astype("str")


def _read(text: str) -> str:
    folded = " ".join(text.casefold().split())
    if match := _NUMBERED.fullmatch(folded):
        return match[1] or match[2]
    for number in (1, 5, 2, 3, 4):
        words = "|".join(map(re.escape, WORDS[number - 1]))
        if re.fullmatch(rf"(?:{words}){_OF_WHAT}", folded):
            return str(number)
    return text
