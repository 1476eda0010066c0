"""Checks across sources and months, and all findings of a month as text."""

from laporan.check.month import CheckedMonth, check_month, check_sources
from laporan.check.text import (
    blocking_text,
    describe_findings,
    more_text,
    place_of,
    require_fit,
    shorten,
)

__all__ = [
    "CheckedMonth",
    "blocking_text",
    "check_month",
    "check_sources",
    "describe_findings",
    "more_text",
    "place_of",
    "require_fit",
    "shorten",
]
