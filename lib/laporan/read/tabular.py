"""CSV and its kin: any encoding, any separator, tables that start anywhere or are stacked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.read.blocks import Block, make_table, notes_of, split_blocks
from laporan.read.bulk import read_bulk
from laporan.read.disguise import refuse_binary, refuse_page
from laporan.read.encoding import to_utf8
from laporan.read.header import Columns, tidy, trim
from laporan.read.raw_table import RawTable
from laporan.read.records import find_separator, long_cells, read_rows
from laporan.read.shape import drop_doubles
from laporan.read.spoilt_cells import refuse_dated_numbers


def read_tabular(path: Path, columns: Columns, *, stacked: bool = False) -> list[RawTable]:
    """Read the tables of a file of separated values.

    Parameters
    ----------
    path
        The file.
    columns
        What the header must have: it is found by that, not by its place.
    stacked
        Whether further tables with such a header may follow, each after a blank line.

    Returns
    -------
    list[RawTable]
        One a table.

    Raises
    ------
    LaporanError
        If the file is empty, is no text, is cut off, has no such header, or has rows shifted
        against it.
    """
    content = _read_text(path)
    with long_cells():
        separator = find_separator(content, columns, path.name)
        table = None if stacked else _read_regular(content, separator, columns, path.name)
        if table is not None:
            return [table]
        rows = read_rows(content, separator, path.name)
        blocks = split_blocks(rows, columns, stacked=stacked)
    if stacked:
        _refuse_damage(blocks, path.name)
    else:
        # A header that is there twice, such as where files were joined, heads no table of its own.
        blocks = [block for block in blocks if block.rows] or blocks[-1:]
    ends = [True] * (len(blocks) - 1) + [bool(blocks[-1].beside) or _ends_whole(content)]
    return [
        _finish(make_table(block, path.name, whole=end), block.names, columns, end, stacked)
        for block, end in zip(blocks, ends, strict=True)
    ]


def _read_text(path: Path) -> bytes:
    raw = path.read_bytes()
    refuse_binary(raw, path.name)
    content = to_utf8(raw, path.name)
    refuse_page(content, path.name)
    if not content or content.isspace():
        raise LaporanError(f"{path.name} kosong. Unduh ulang ekspornya.")
    return content


def _read_regular(content: bytes, separator: str, columns: Columns, berkas: str) -> RawTable | None:
    """Read one table that fills the rest of the file, or nothing if it is not that regular."""
    rows = read_rows(content, separator, berkas)
    above = []
    header = next(rows)
    while not columns.heads(header.cells):
        above.append(header)
        header = next(rows)
    cells = trim(header.cells)
    names = columns.name(cells)
    below = next(rows, None)
    # What stands right above a header is looked at row by row.
    if below is None or (above and not above[-1].is_blank):
        return None
    wanted = [*columns.names, *columns.doubles(names)]
    data = read_bulk(content, below.baris, separator, names, wanted)
    if data is None or _has_header(data, header.cells):
        return None
    notes, headings = notes_of(Block(names, above)), columns.headings(cells)
    table = RawTable(berkas, data, notes, judul=headings)
    return _finish(table, names, columns, _ends_whole(content), stacked=False)


def _has_header(data: pd.DataFrame, header: Sequence[str]) -> bool:
    """Tell whether another table may start further down, its columns in another order."""
    names = {tidy(cell).casefold() for cell in header}
    # Files that were joined keep the mark of each.
    return bool(data.iloc[:, 0].str.strip("\ufeff \t").str.lower().isin(names - {""}).any())


def _refuse_damage(blocks: Sequence[Block], berkas: str) -> None:
    """Look for numbers that became dates in the tables beside those that are read, too."""
    for block in blocks:
        for row in (*block.above, *block.beside):
            refuse_dated_numbers(berkas, row.baris, row.cells)


def _ends_whole(content: bytes) -> bool:
    """Tell whether the last cell surely has its end: a line break or a quote."""
    return content.endswith((b"\n", b"\r", b'"'))


def _finish(
    table: RawTable, names: Sequence[str], columns: Columns, whole: bool, stacked: bool
) -> RawTable:
    """Keep the known columns of a table, and warn of what its header and its end show."""
    data = drop_doubles(table.data, columns.doubles(names), table.berkas)
    warnings = []
    if not whole and len(data) and names[-1] in columns.names:
        warnings.append(
            f"{table.berkas}, baris {data.index[-1]}: baris terakhir tidak ditutup "
            "pergantian baris. Bila berkasnya terpotong, isi sel terakhirnya tidak utuh: "
            f"cocokkan kolom {names[-1]!r} di baris itu dengan sumbernya."
        )
    if not stacked:
        data = data[[name for name in names if name in columns.names]]
    return replace(table, data=data, peringatan=(*table.peringatan, *warnings))
