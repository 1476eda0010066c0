"""The same table in another form: encoding, separator, quoting, line ends, kind of workbook."""

from __future__ import annotations

import csv
import html
import io
import random
from collections.abc import Sequence

import xlsxwriter
from python_calamine import CalamineWorkbook

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
SEPARATORS = (",", ";", "\t", "|")
LINE_ENDS = ("\n", "\r\n", "\r")


def decode(raw: bytes) -> str:
    """Decode a file of the sample."""
    return raw.decode("utf-16" if raw.startswith(b"\xff\xfe") else "utf-8-sig")


def split(text: str) -> list[list[str]]:
    """Split a file of the sample, all of whose separators are commas, into cells."""
    return list(csv.reader(io.StringIO(text, newline="")))


def join(rows: Sequence[Sequence[str]], separator: str, line_end: str, *, quote_all: bool) -> str:
    """Write rows; a blank line stays one."""
    special = {separator, '"', "\n", "\r"}

    def quoted(cell: str) -> str:
        if quote_all or special & set(cell):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    return "".join(separator.join(map(quoted, row)) + line_end for row in rows)


def rewrite_text(raw: bytes, rng: random.Random) -> tuple[bytes, str]:
    """Write a file of separated values in another form; say in which."""
    rows = split(decode(raw))
    separator, line_end = rng.choice(SEPARATORS), rng.choice(LINE_ENDS)
    if rows[0] and rows[0][0].startswith("sep="):
        # Either the new one, or what a spreadsheet leaves of the old one.
        rows[0] = [f"sep={separator}"] if rng.random() < 0.5 else ["sep=", ""]
    if rng.random() < 0.3:
        # Spreadsheets pad all rows to the widest.
        width = max(map(len, rows))
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    if rng.random() < 0.2:
        rows += [[""] * max(map(len, rows))] * rng.randint(1, 3)
    text = join(rows, separator, line_end, quote_all=rng.random() < 0.4)
    encoding = rng.choice(ENCODINGS)
    try:
        return text.encode(encoding), f"{encoding} {separator!r} {line_end!r}"
    except UnicodeEncodeError:
        return text.encode(), f"utf-8 {separator!r} {line_end!r}"


def grid_of(raw: bytes) -> list[list[object]]:
    """Read the first sheet of a workbook of the sample."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def rewrite_workbook(raw: bytes, rng: random.Random) -> tuple[bytes, str]:
    """Write a workbook in another form; say in which."""
    grid = [list(row) for row in grid_of(raw)]
    grid = [[f"Judul {n}"] for n in range(rng.randint(0, 3))] + [[]] * rng.randint(0, 2) + grid
    form = rng.choice(["xlsx", "xlsx teks", "html", "lembar lain"])
    if form == "html":
        return _html(grid), form
    target = io.BytesIO()
    options = {"default_date_format": "d mmm yyyy", "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        if form == "lembar lain":
            book.add_worksheet("Petunjuk").write(0, 0, "Isi lembar berikutnya.")
            hidden = book.add_worksheet("Lama")
            for at, row in enumerate(grid):
                hidden.write_row(at, 0, row)
            hidden.hide()
        sheet = book.add_worksheet("Isi")
        for at, row in enumerate(grid):
            for place, cell in enumerate(row):
                if form == "xlsx teks":
                    sheet.write_string(at, place, _text(cell))
                else:
                    sheet.write(at, place, cell)
    return target.getvalue(), form


def _html(grid: Sequence[Sequence[object]]) -> bytes:
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_text(cell))}</td>" for cell in row) + "</tr>\n"
        for row in grid
    )
    page = f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'
    return page.encode()


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
