"""Workbooks as people keep them: titles above the table, merged dates, totals below it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

import xlsxwriter

from laporan.dasar.indonesian import tanggal

# Without it the time of writing is in the file, and no two files are alike.
CREATED = datetime(2023, 8, 1, 8, 0, 0)

Cell = str | int | float | date | datetime | None
Formats = dict[type, xlsxwriter.format.Format]


@dataclass(frozen=True)
class Sheet:
    """A table in a workbook.

    Attributes
    ----------
    title
        Lines above the header.
    header, rows
        The table itself.
    notes
        Rows below it.
    merged
        The place of a column in which runs of equal cells are merged.
    widths
        Width a column, in characters.
    """

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: Sequence[str] = ()
    notes: Sequence[Sequence[Cell]] = ()
    merged: int | None = None
    widths: Sequence[int] = field(default=())


def workbook(sheet: Sheet) -> bytes:
    """Write a workbook; the same content gives the same bytes."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": CREATED, "author": "Contoh"})
    formats: Formats = {
        date: book.add_format({"num_format": "dd/mm/yyyy"}),
        datetime: book.add_format({"num_format": "m/d/yy hh:mm:ss"}),
    }
    bold = book.add_format({"bold": True})
    page = book.add_worksheet(sheet.name)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, text in enumerate(sheet.title):
        page.write_string(row, 0, text, bold)
    # A blank line sets titles off from the table.
    top = len(sheet.title) + bool(sheet.title)
    for column, text in enumerate(sheet.header):
        page.write_string(top, column, text, bold)
    for row, cells in enumerate([*sheet.rows, *sheet.notes], start=top + 1):
        for column, cell in enumerate(cells):
            if cell is not None:
                page.write(row, column, cell, formats.get(type(cell)))
    if sheet.merged is not None:
        _merge(page, top + 1, sheet.merged, sheet.rows, formats)
    book.close()
    return target.getvalue()


def mixed_dates(days: Sequence[date]) -> list[Cell]:
    """Write every third date as text, as happens to people; equal dates stay equal."""
    return [tanggal(day) if day.day % 3 == 0 else day for day in days]


def _merge(
    page: xlsxwriter.worksheet.Worksheet,
    first: int,
    column: int,
    rows: Sequence[Sequence[Cell]],
    formats: Formats,
) -> None:
    for cell, run in groupby(enumerate(rows, start=first), key=lambda item: item[1][column]):
        places = [place for place, _ in run]
        if len(places) > 1:
            page.merge_range(places[0], column, places[-1], column, cell, formats.get(type(cell)))
