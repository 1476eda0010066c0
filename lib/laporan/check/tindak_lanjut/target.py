"""What a figure is to reach: ``<= 12``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from babel.numbers import NumberFormatError, format_decimal, parse_decimal

from laporan.dasar.indonesian import LOCALE

_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt, "=": operator.eq,
}  # fmt: skip
# As people and spreadsheets write them, and as they are printed.
_SIGNS = {"≤": "<=", "≥": ">=", "==": "="}
_SHOWN = {"<=": "≤", ">=": "≥"}
_TARGET = re.compile(r"(<=|>=|==|[<>=≤≥])\s*([\d.,]+)\s*%?")


@dataclass(frozen=True)
class Sasaran:
    """A target.

    Attributes
    ----------
    sign
        ``<=``, ``>=``, ``<``, ``>`` or ``=``.
    value
        In the figure's unit.
    """

    sign: str
    value: float

    def reached(self, value: float) -> bool:
        """Tell whether a value is as it is to be."""
        return _COMPARED[self.sign](value, self.value)

    @property
    def text(self) -> str:
        """How it is printed: ``≤ 12,5``."""
        number = format_decimal(self.value, locale=LOCALE)
        return f"{_SHOWN.get(self.sign, self.sign)} {number}"


def parse_target(text: str) -> Sasaran | None:
    """Read a target with an Indonesian number; nothing where it is none, or has two readings."""
    found = _TARGET.fullmatch(text.strip())
    if found is None:
        return None
    try:
        value = parse_decimal(found[2], locale=LOCALE, strict=True)
    except NumberFormatError:
        return None
    return Sasaran(_SIGNS.get(found[1], found[1]), float(value))
