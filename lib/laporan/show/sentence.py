"""Sentences: templates with named holes, filled by figures that keep their keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from string import Formatter

from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka
from laporan.show.display import Markdown
from laporan.show.keyed import Gerak
from laporan.show.markup import escape

Part = str | Angka | Gerak | Bulan | date | Markdown


class _Filler(Formatter):
    """Fill holes by the kind of what goes in."""

    def format_field(self, value: object, format_spec: str) -> str:
        match value:
            case Angka():
                return format(value, format_spec)
            case Markdown():
                return value.text
            case Gerak():
                return str(value)
            case Bulan():
                return value.label
            case date():
                return indonesian.tanggal(value)
            case str():
                return escape(value)
            case _:
                # A bare number has no key: it can't be traced to a measure.
                raise TypeError(f"{value!r} can't stand in a sentence")


def sentence(template: str, **parts: Part) -> Markdown:
    """Fill a template.

    Parameters
    ----------
    template
        Markdown of our own with holes: ``"naik **{ubah:+}**"``.
    **parts
        Figures become spans with their key, directions, months and dates Indonesian text, other
        text is escaped. A bare number is refused.
    """
    return Markdown(_Filler().vformat(template, (), parts))


def enumerate_parts(items: Iterable[Markdown]) -> Markdown:
    """Join parts as an Indonesian enumeration."""
    return Markdown(indonesian.daftar(item.text for item in items))


def bullets(items: Iterable[Markdown]) -> Markdown:
    """Set parts as a list."""
    return Markdown("\n".join(f"- {item.text}" for item in items))
