"""Tables out of rows: where one starts, where it ends, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import shorten
from laporan.read.header import LONGEST_SHOWN, Columns, trim
from laporan.read.lines_above import describe
from laporan.read.raw_table import RawTable, book_of_rows
from laporan.read.records import Row
from laporan.read.shape import (
    TERPENGGAL,
    find_torn,
    refuse_rows_above,
    refuse_shifted,
    unpad,
    warn_of_short,
)

# The rule by which rows of a table without the source's header are left out.
TABEL_LAIN = "tabel lain"
_NUMBER = re.compile(r"\s*[\d.,]*\d[\d.,]*%?\s*")


@dataclass
class Block:
    """A table in the making: its columns, its rows, the lines above and the rows beside it.

    ``padded`` is the number of cells of the header with the empty ones at its end, ``right_above``
    the rows between the last blank one and the header, ``headings`` its cells that the columns'
    names differ from.
    """

    names: list[str]
    above: list[Row]
    headings: Mapping[str, str] = field(default_factory=dict)
    padded: int = 0
    right_above: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    beside: list[Row] = field(default_factory=list)

    def continues(self, row: Row) -> bool:
        """Tell whether a row below a blank line still belongs to the table."""
        return row.filled == len(self.names) and any(map(_NUMBER.fullmatch, row.cells))


def split_blocks(rows: Iterable[Row], columns: Columns, *, stacked: bool) -> list[Block]:
    """Cut rows into tables, each from its header on.

    Parameters
    ----------
    rows
        All rows of a file.
    columns
        What a header must have.
    stacked
        Whether a blank line or a remark ends a table.

    Returns
    -------
    list[Block]
        Rows that stand below a table without belonging to it or to the title of the next are
        ``beside`` it.
    """
    blocks: list[Block] = []
    outside: list[Row] = []
    near: list[Row] = []
    ended = True
    for row in rows:
        if columns.heads(row.cells):
            header = trim(row.cells)
            names, headings = columns.name(header), columns.headings(header)
            blocks.append(Block(names, _part(outside, blocks), headings, len(row.cells), near))
            outside, near, ended = [], [], False
        elif row.is_blank:
            ended, near = ended or stacked, []
        elif not ended and not (stacked and row.is_remark):
            blocks[-1].rows.append(row)
        elif blocks and not outside and blocks[-1].continues(row):
            blocks[-1].rows.append(row)
            ended = False
        else:
            outside.append(row)
            near.append(row)
            ended = True
    if blocks:
        blocks[-1].beside.extend(row for row in outside if not row.is_remark)
    return blocks


def _part(outside: list[Row], blocks: Sequence[Block]) -> list[Row]:
    """Leave rows of several cells between two tables to the first, and give the others."""
    if not blocks:
        return outside
    blocks[-1].beside.extend(row for row in outside if row.filled > 1)
    return [row for row in outside if row.filled <= 1]


def make_table(block: Block, berkas: str, *, whole: bool) -> RawTable:
    """Make a table of text.

    Parameters
    ----------
    block
        The table's rows.
    berkas
        The file's name.
    whole
        Whether the last row ends with a line break.

    Raises
    ------
    LaporanError
        If the rows are shifted against the header, or the last one is cut off.
    """
    width = len(block.names)
    refuse_rows_above([(row.baris, row.cells) for row in block.right_above], block.names, berkas)
    cells = unpad([row.cells for row in block.rows], width, block.padded)
    lengths = pd.Series([len(row) for row in cells], [row.baris for row in block.rows], dtype=int)
    refuse_shifted(lengths, width, berkas)
    if not whole and len(lengths) and lengths.iloc[-1] < width:
        raise LaporanError(
            f"{berkas}, baris {lengths.index[-1]}: berkas terpotong di sini; baris terakhirnya "
            f"punya {lengths.iloc[-1]} sel, judul tabel {width}. Unduh ulang ekspornya."
        )
    torn = find_torn(lengths, width)
    fits = (lengths <= width).to_numpy() & ~torn
    data = pd.DataFrame(
        [[*row, *[""] * (width - len(row))] for row, fit in zip(cells, fits, strict=True) if fit],
        columns=pd.Index(block.names, dtype="str"),
        index=pd.Index(lengths.index[fits], name="baris", dtype="int64"),
        dtype="str",
    )
    broken = lengths[~fits]
    reasons = [
        TERPENGGAL if piece else f"baris punya {length} sel, judul tabel {width}"
        for length, piece in zip(broken, torn[~fits], strict=True)
    ]
    return RawTable(
        berkas,
        data.loc[:, data.columns != ""].replace("", None).astype("str"),
        notes_of(block),
        book_of_rows("alasan", broken.index, reasons),
        book_of_rows(
            "aturan", [row.baris for row in block.beside], [TABEL_LAIN] * len(block.beside)
        ),
        (*warn_of_short(lengths[~torn], width, berkas), *_warn_of_others(block, berkas)),
        block.headings,
    )


def notes_of(block: Block) -> Mapping[str, str]:
    """Give what the lines above a table say."""
    return describe(row.cells for row in block.above)


def _warn_of_others(block: Block, berkas: str) -> list[str]:
    if not block.beside:
        return []
    first, last = block.beside[0], block.beside[-1]
    text = shorten(", ".join(trim(first.cells)), LONGEST_SHOWN)
    return [
        f"{berkas}, baris {first.baris} sampai {last.baris}: di luar tabel yang dikenal, sehingga "
        f"tidak dibaca. Baris pertamanya: {text!r}."
    ]
