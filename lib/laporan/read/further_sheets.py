"""Further sheets of a workbook: a list that goes on there, a summary of it, or another version."""

from __future__ import annotations

import re
from collections.abc import Sequence

from laporan.read.header import Columns
from laporan.read.sheets import Grid, Sheet

# How people call a sheet that sums up the others.
_SUMMARY = re.compile(r"(?i)\b(?:rekap\w*|ringkasan|summary|resume|dashboard|pivot)\b")
_TOTAL = re.compile(r"(?i)\s*(?:grand\s+)?(?:jumlah|total|jml)\b")
_DIGIT = re.compile(r"\d")


def is_summary(sheet: Sheet, columns: Columns) -> bool:
    """Tell whether a sheet sums up a list, by its name and the lines above its header."""
    above = sheet.grid[: sheet.header(columns) or 0]
    return any(_SUMMARY.search(text) for text in (sheet.name, *(" ".join(row) for row in above)))


def with_header(sheet: Sheet, first: Sheet, columns: Columns) -> Sheet | None:
    """Give a sheet without a header that of the first, if its rows fit under it.

    The row numbers stay: the header is told by ``kepala``.
    """
    header = first.grid[first.header(columns) or 0]
    needs = [at for at, name in enumerate(columns.name(header)) if _is_needed(name, columns)]
    rows = [row for row in sheet.grid if any(row) and not _is_total(row)]
    fitting = [row for row in rows if _fits(row, needs)]
    if not rows or 2 * len(fitting) < len(rows) or not _fits(rows[0], needs):
        return None
    width = max(len(header), *map(len, rows))
    padded = [[*row, *[""] * (width - len(row))] for row in sheet.grid]
    return Sheet(sheet.name, padded, kepala=tuple(header) + ("",) * (width - len(header)))


def is_version(rows: Grid, of: Grid) -> bool:
    """Tell whether most of a sheet's rows stand in another sheet, too."""
    there = {tuple(row) for row in of}
    return bool(rows) and 2 * sum(tuple(row) in there for row in rows) >= len(rows)


def _is_needed(name: str, columns: Columns) -> bool:
    return any(column.name == name and column.need for column in columns.read)


def _is_total(row: Sequence[str]) -> bool:
    return bool(_TOTAL.match(next(filter(None, row))))


def _fits(row: Sequence[str], needs: Sequence[int]) -> bool:
    cells = [row[at] if at < len(row) else "" for at in needs]
    return len(cells) > 1 and all(cells) and bool(_DIGIT.search(cells[0]))
