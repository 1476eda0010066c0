"""Tables as all sections make them: labels, Indonesian forms, alignment, a row of totals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
from great_tables import GT

from laporan import formats
from laporan.show import Markdown, Table, plain

MISSING = "–"

Writer = Callable[[Any], str]


def make_table(
    data: pd.DataFrame,
    *,
    name: str,
    caption: Markdown,
    labels: Mapping[str, str],
    rowname: str | None = None,
    integers: Sequence[str] = (),
    decimals: Mapping[str, int] | None = None,
    percents: Mapping[str, int] | None = None,
    dates: Sequence[str] = (),
    written: Sequence[str] = (),
    totals: Mapping[str, float] | None = None,
    total_texts: Mapping[str, str] | None = None,
    total_label: str = "Jumlah",
) -> Table:
    """Make a table for the report.

    Parameters
    ----------
    data
        The rows, in the order to print. Columns that ``labels`` does not name are left out.
    name, caption
        As :class:`laporan.show.Table` has them.
    labels
        Column to heading, in the order to print.
    rowname
        The column that names the rows; its cells become row headers, on the left.
    integers, decimals, percents, dates
        Columns to write as ``1.707``, as ``4,90``, as ``87,46%`` and as ``5 Juli 2023``. They
        keep to the right, except dates. The others are text, shown as it is written.
    written
        Columns of figures that are text already, each row in its own form; to the right too.
    totals
        Column to sum, for a last row; needs ``rowname``.
    total_texts
        Column to what else stands in that row, as it is written.
    total_label
        The name of that row.

    Returns
    -------
    Table
        Missing cells are a dash.
    """
    columns = list(labels)
    writers = _writers(integers, decimals or {}, percents or {}, dates)
    cells = data[columns].reset_index(drop=True)
    text = pd.DataFrame(
        {column: _written(cells[column], writers.get(column, plain)) for column in columns},
        dtype="object",
    )
    figures = [*integers, *(decimals or {}), *(percents or {}), *written]
    headings: dict[str, Any] = dict(labels)
    gt = (
        GT(text, rowname_col=rowname, auto_align=False)
        .cols_label(headings)
        .cols_align("left")
        .cols_align("right", columns=figures)
    )
    if rowname is not None:
        gt = gt.tab_stubhead(labels[rowname])
    if totals is not None:
        row = _total_row(columns, rowname, totals, writers, total_texts or {})
        gt = gt.grand_summary_rows(fns={total_label: lambda _: row}, missing_text="")
    return Table(gt, name, caption, cells.rename(columns=headings))


def _writers(
    integers: Sequence[str],
    decimals: Mapping[str, int],
    percents: Mapping[str, int],
    dates: Sequence[str],
) -> dict[str, Writer]:
    writers: dict[str, Writer] = dict.fromkeys(integers, formats.angka)
    for column, places in decimals.items():
        writers[column] = partial(formats.angka, decimals=places)
    for column, places in percents.items():
        writers[column] = partial(formats.persen, decimals=places)
    writers.update(dict.fromkeys(dates, formats.tanggal))
    return writers


def _written(column: pd.Series[Any], write: Writer) -> list[str]:
    # Formatted here and not by great_tables, so that figures are rounded as everywhere else.
    return [MISSING if pd.isna(value) else write(value) for value in column]


def _total_row(
    columns: Sequence[str],
    rowname: str | None,
    totals: Mapping[str, float],
    writers: Mapping[str, Writer],
    texts: Mapping[str, str],
) -> pd.Series[str]:
    return pd.Series(
        {
            column: writers[column](totals[column]) if column in totals else texts.get(column, "")
            for column in columns
            if column != rowname
        }
    )
