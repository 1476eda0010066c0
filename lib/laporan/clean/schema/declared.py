"""The declared checks of a source as rules on its cleaned table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from laporan.clean.schema.engine import Aturan
from laporan.clean.schema.rules import (
    at_most,
    between,
    known_values,
    no_twins,
    not_before,
    not_pasted_twice,
    unique,
    within_month,
)
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.declaration import (
    AtMost,
    Between,
    Check,
    Known,
    Listed,
    NotBefore,
    Setting,
    Unique,
    WithinMonth,
    resolved,
)
from laporan.read.sources import SOURCES


def rules_of(sumber: str, bulan: Bulan, settings: Settings) -> list[Aturan]:
    """Give the rules of a source's cleaned table."""
    titles = titles_of(sumber, settings)
    return [
        rule for check in SOURCES[sumber].checks for rule in _rules(check, titles, bulan, settings)
    ]


def titles_of(sumber: str, settings: Settings) -> dict[str, str]:
    """Give how the columns of a source's cleaned table are headed in its files."""
    return {
        column.name: str(resolved(column.judul or column.name, settings))
        for column in SOURCES[sumber].table
    }


def _rules(
    check: Check, titles: Mapping[str, str], bulan: Bulan, settings: Settings
) -> Iterator[Aturan]:
    match check:
        case Known(name, values, places):
            listed = [value for place in places for value in Setting(place).value(settings)]
            yield known_values(name, titles[name], [*listed, *values], " atau ".join(places))
        case WithinMonth(name):
            yield within_month(name, titles[name], bulan)
        case NotBefore(name, earlier):
            yield not_before(name, titles[name], earlier, titles[earlier])
        case AtMost(name, whole):
            yield at_most(name, titles[name], whole, titles[whole])
        case Between(name, lowest, highest):
            yield between(name, titles[name], lowest, resolved(highest, settings))
        case Unique(name, advice):
            yield unique(name, titles[name], advice)
        case Listed(names):
            yield from (no_twins(names), not_pasted_twice(names))
