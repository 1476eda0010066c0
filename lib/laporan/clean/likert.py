"""Ratings in words, as forms offer them, in Indonesian and English."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
# What the words of each place are on a scale: the one without a middle lacks the third.
_NUMBERS = {5: {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, 4: {1: 1, 2: 2, 4: 3, 5: 4}}
_OF_WHAT = r"(?:\s+(?:puas|baik|setuju|memuaskan))?"
# 5 (Sangat Puas), 5 - Sangat Puas, Sangat Puas (5)
_NUMBERED = re.compile(r"(\d+)\s*[-–.:(]\s*\D*\)?|\D*\(\s*(\d+)\s*\)")


def read_words(texts: pd.Series[str], skala: int) -> pd.Series[str]:
    """Write ratings in words as their numbers on a scale from 1; all else stays as it is.

    Words have their place on scales of five, and of four, which have no middle.
    """
    spellings = {
        text: _read(str(text), _NUMBERS.get(skala, {})) for text in texts.dropna().unique()
    }
    return texts.map(spellings).astype("str")


def _read(text: str, numbers: Mapping[int, int]) -> str:
    folded = " ".join(text.casefold().split())
    if match := _NUMBERED.fullmatch(folded):
        return match[1] or match[2]
    for place in (1, 5, 2, 3, 4):
        words = "|".join(map(re.escape, WORDS[place - 1]))
        if place in numbers and re.fullmatch(rf"(?:{words}){_OF_WHAT}", folded):
            return str(numbers[place])
    return text
