"""Tables as all sections make them: labels, Indonesian forms, alignment, a row of totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
from great_tables import GT

from laporan.dasar import indonesian
from laporan.measure import Tiada
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, Table, plain
from laporan.show.captioned_table import Mark
from laporan.show.keyed import tokens
from laporan.show.origin import QUOTED

MISSING = "–"

Writer = Callable[[Any], str]
# A figure, why it is not there, a direction, or figures that add up.
Carried = Angka | Tiada | Gerak | Sequence[Angka] | None


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
    figures: Mapping[str, Sequence[Carried]] | None = None,
    total_figures: Mapping[str, Carried] | None = None,
    origins: Sequence[str] = (),
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
    figures, total_figures
        Column to what its cells carry, row by row, and to that in the last row: the figure that a
        cell shows, the reason why it is not there, a direction, or figures that it adds up.
    origins
        Where each row comes from, if it is listed.

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
    right = [*integers, *(decimals or {}), *(percents or {}), *written]
    headings: dict[str, Any] = dict(labels)
    gt = (
        GT(text, rowname_col=rowname, auto_align=False)
        .cols_label(headings)
        .cols_align("left")
        .cols_align("right", columns=right)
    )
    if rowname is not None:
        gt = gt.tab_stubhead(labels[rowname])
    if totals is not None:
        row = _total_row(columns, rowname, totals, writers, total_texts or {})
        gt = gt.grand_summary_rows(fns={total_label: lambda _: row}, missing_text="")
    keys = _keys(columns, len(cells), figures or {}, total_figures or {})
    return Table(gt, name, caption, cells.rename(columns=headings), keys, origins)


def figures_of(
    lap: Report, indikator: str, dimensi: str, names: Iterable[object]
) -> list[Angka | None]:
    """Give a figure's categories in the order of a table's rows."""
    return [lap.angka(indikator, dimensi, str(name)) for name in names]


def _keys(
    columns: Sequence[str],
    rows: int,
    figures: Mapping[str, Sequence[Carried]],
    total: Mapping[str, Carried],
) -> list[list[Mark | None]]:
    """Give the key of each cell of the body, the row of totals last."""
    shown: list[list[Carried]] = [
        [figures[column][row] if column in figures else None for column in columns]
        for row in range(rows)
    ]
    shown.append([total.get(column) for column in columns])
    return [[_mark(figure) for figure in row] for row in shown]


def _mark(figure: Carried) -> Mark | None:
    match figure:
        case Angka():
            return ("data-kunci", figure.token)
        case Gerak():
            return ("data-bukti-arah", figure.token)
        case Tiada():
            return ("data-bukti-teks", QUOTED)
        case None:
            return None
        case _:
            return ("data-bukti-jumlah", tokens(figure))


def _writers(
    integers: Sequence[str],
    decimals: Mapping[str, int],
    percents: Mapping[str, int],
    dates: Sequence[str],
) -> dict[str, Writer]:
    writers: dict[str, Writer] = dict.fromkeys(integers, indonesian.angka)
    for column, places in decimals.items():
        writers[column] = partial(indonesian.angka, decimals=places)
    for column, places in percents.items():
        writers[column] = partial(indonesian.persen, decimals=places)
    writers.update(dict.fromkeys(dates, indonesian.tanggal))
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
