"""A table with its caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from lxml.html import HtmlElement, tostring

from laporan.show.bare import find_table, raw_table
from laporan.show.display import Display, Markdown
from laporan.show.download import download

if TYPE_CHECKING:
    from great_tables import GT

# An attribute of a cell and its value: the key of the figure that it shows, or of a direction.
Mark = tuple[str, str]


@dataclass(frozen=True)
class Table(Display):
    """A great_tables table.

    Attributes
    ----------
    gt
        The table; its cells are escaped by great_tables.
    name
        Short and unique in the report: ``kanal`` becomes ``#tbl-kanal``.
    caption
        What it holds, and the source.
    data
        Its rows as they were before they were written out, for those who want to reckon with them.
    keys
        A row of the body, column by column: what a cell carries, or nothing.
    origins
        Where each row of the body comes from, if it is listed.
    """

    gt: GT
    name: str
    caption: Markdown
    data: pd.DataFrame
    keys: Sequence[Sequence[Mark | None]] = ()
    origins: Sequence[str] = ()

    def markdown(self) -> str:
        """Give a numbered table: raw HTML without a style of its own, and the caption."""
        return (
            f"::: {{#tbl-{self.name}}}\n\n{raw_table(self._table())}\n\n"
            f"{self.caption.text}\n\n:::\n\n"
            f"::: {{.unduh}}\n\n{download(self.data, f'{self.name}.csv')}\n\n:::"
        )

    def html(self) -> str:
        """Give the table and its caption."""
        return f"{tostring(self._table(), encoding='unicode')}\n{self.caption.html()}"

    def _table(self) -> HtmlElement:
        table = find_table(self.gt.as_raw_html())
        if table is None:
            raise ValueError("great_tables gave no table")
        _add_keys(table, self.keys, self.origins)
        return table


def _add_keys(
    table: HtmlElement, keys: Sequence[Sequence[Mark | None]], origins: Sequence[str]
) -> None:
    """Let cells and rows carry the keys of their figures and their origins."""
    rows = table.findall("tbody/tr")
    for row, own in zip(rows, keys, strict=False):
        for cell, key in zip(row, own, strict=False):
            if key is not None:
                cell.set(*key)
    for row, origin in zip(rows, origins, strict=False):
        row.set("data-asal", origin)
