"""Whether figures of analysts' cells change when the tables do that they are reckoned from.

The cells are executed again with other tables in place of the month's. A figure that stays what it
was, however its table is changed, was typed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from IPython.core.inputtransformer2 import TransformerManager
from IPython.utils.capture import capture_output

from laporan.measure import Ukuran, measure
from laporan.measure.own_figures import all_kept, keep_only, own_figures
from laporan.prove.said.own_cells import is_section
from laporan.sections import report
from laporan.sections.report import Report
from laporan.show.display import RENDERER_VARIABLES
from laporan.store.month_data import MonthData

Change = Callable[[pd.DataFrame], pd.DataFrame]
_SEED = 7


def unmoved_figures(lap: Report, sources: Mapping[int, str]) -> frozenset[str]:
    """Name the figures that don't change with their tables.

    Parameters
    ----------
    lap
        The month as it was opened.
    sources
        The code of the notebook's cells, by number.

    Returns
    -------
    frozenset[str]
        Those whose value is the same with every changed table, and those that no cell gives once
        its table is changed: of these nothing can be known.
    """
    own = {name: each for name, each in own_figures(lap.bulan).items() if not each.is_typed}
    if not own:
        return frozenset()
    cells = [code for _, code in sorted(sources.items()) if not is_section(code)]
    imports = [code for _, code in sorted(sources.items()) if is_section(code) and "import" in code]
    same, given = set(own), set[str]()
    for change in CHANGES:
        for sumber in {each.indikator.sumber[0] for each in own.values()}:
            changed = _with_tables(lap, sumber, change)
            values = _values([*imports, *cells], changed)
            for name, each in own.items():
                if each.indikator.sumber[0] == sumber and name in values:
                    given.add(name)
                    if values[name] != each.angka.nilai:
                        same.discard(name)
    return frozenset(same | (own.keys() - given))


def _half(table: pd.DataFrame) -> pd.DataFrame:
    return _mixed(table.sample(frac=0.5, random_state=_SEED), 1.31)


def _tenth(table: pd.DataFrame) -> pd.DataFrame:
    return _mixed(table.sample(frac=0.1, random_state=_SEED + 1), 2.77)


def _none(table: pd.DataFrame) -> pd.DataFrame:
    return table.head(0)


# Of a count a part of the rows is enough; medians and modes ask for other values, too; what is 0
# of all rows, or all of them, may be that of any part.
CHANGES: tuple[Change, ...] = (_half, _tenth, _none)


def _mixed(table: pd.DataFrame, factor: float) -> pd.DataFrame:
    """Give each column's values to other rows, numbers and times with other values."""
    random = np.random.default_rng(_SEED)
    mixed = {}
    for name, column in table.items():
        values = column.iloc[random.permutation(len(column))].set_axis(table.index)
        if pd.api.types.is_bool_dtype(column.dtype):
            values = ~values
        elif pd.api.types.is_numeric_dtype(column.dtype):
            values = (values.astype("Float64") * factor + 1).round().astype(column.dtype)
        elif pd.api.types.is_datetime64_any_dtype(column.dtype):
            values = values + pd.Timedelta(hours=5, minutes=17)
        mixed[name] = values
    return pd.DataFrame(mixed, index=table.index)


def _with_tables(lap: Report, sumber: str, change: Change) -> Report:
    """Give a month as it would be with other tables of one source, in all its months."""

    def changed(data: MonthData) -> MonthData:
        tables = dict(data.tables.items())
        if sumber in tables:
            tables[sumber] = change(tables[sumber])
        return replace(data, tables=tables)

    bersih = changed(lap.bersih)
    others = {month: changed(data) for month, data in lap.bulan_lain.items()}
    tables = {lap.bulan: bersih.tables} | {month: data.tables for month, data in others.items()}
    figures = measure(lap.bulan, tables, lap.riwayat, dict.fromkeys(tables, lap.settings))
    return replace(lap, bersih=bersih, bulan_lain=others, ukuran=Ukuran(figures, lap.bulan))


def _values(cells: list[str], lap: Report) -> dict[str, float]:
    """Execute cells with an opened month, and give the own figures that they made."""
    kept = all_kept()
    keep_only({})
    names: dict[str, Any] = {"__name__": "__main__"}
    transform = TransformerManager().transform_cell  # type: ignore[no-untyped-call]
    try:
        with _opened(lap), capture_output():
            for code in cells:
                names |= {"lap": lap, "bulan": str(lap.bulan)}
                try:
                    exec(compile(transform(code), "<sel>", "exec"), names)
                except Exception:  # a cell may fail on a table that isn't the month's
                    continue
        return {name: each.angka.nilai for name, each in own_figures(lap.bulan).items()}
    finally:
        keep_only(kept)


@contextmanager
def _opened(lap: Report) -> Iterator[None]:
    """Let whatever opens the month get this one, and figures take each other's place."""
    before, environment = report.buka, dict(os.environ)
    report.buka = lambda _: lap  # type: ignore[assignment]
    for name in RENDERER_VARIABLES:
        os.environ.pop(name, None)
    try:
        yield
    finally:
        report.buka = before
        os.environ.update(environment)
