"""Plain, accessible HTML tables of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar.indonesian import angka

# What XML, and so lxml, has no way to write.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Column:
    """A column of a book and its heading; a quantity has the Indonesian form of numbers."""

    name: str
    label: str
    kind: str = "teks"


def text(value: object) -> str:
    """Give a value's text with what cannot be printed marked."""
    return _UNPRINTABLE.sub("\ufffd", str(value))


def table(rows: pd.DataFrame, columns: Sequence[Column], caption: str, *, of: str) -> HtmlElement:
    """Make a table, its first column heading the rows, that scrolls where it is too wide.

    Parameters
    ----------
    rows, columns
        The book, and what of it is shown.
    caption
        What the table lists.
    of
        What it is a table of; tells it apart from the others to those who cannot see the page.
    """
    head = E.tr(*(E.th(column.label, _look(column), scope="col") for column in columns))
    body = [
        E.tr(*(_cell(row[column.name], column, first=column is columns[0]) for column in columns))
        for row in rows.to_dict("records")
    ]
    content = E.table(E.caption(caption), E.thead(head), E.tbody(*body))
    return E.div(
        content,
        CLASS("gulung"),
        {"tabindex": "0", "role": "region", "aria-label": f"{caption}: {of}"},
    )


def _cell(value: object, column: Column, *, first: bool) -> HtmlElement:
    shown = angka(int(str(value))) if column.kind == "angka" else text(value)
    return E.th(shown, _look(column), scope="row") if first else E.td(shown, _look(column))


def _look(column: Column) -> dict[str, str]:
    return {"class": column.kind}
