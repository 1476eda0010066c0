"""What the readers of editions asked about, without what would tell of few elsewhere.

A reader sees the topics of one region alone. Whoever lays several editions and the report beside
each other must not find a small group of another region either: so a topic is printed where the
table of all topics by all regions may show it, and the rest is one number.
"""

from __future__ import annotations

import pandas as pd

from laporan.measure.angka import TIDAK_TERCATAT
from laporan.measure.konsultasi import SPAM
from laporan.measure.suppression import hidden_cells


def shown_topics(tiket: pd.DataFrame, column: str, least: int) -> pd.DataFrame:
    """Count tickets by topic and region where they are shown; missing where they are not.

    Parameters
    ----------
    tiket
        Tickets of all regions, and of none.
    column
        What names the region: ``provinsi`` or ``pemda``. Of regions the sums of their province are
        known, too: they are looked at province by province.
    least
        What is smaller, and not nothing, must not be found out.

    Returns
    -------
    DataFrame
        Topics by regions. Spam is counted in the sums that must hold, and is never shown: nobody
        asked it.
    """
    region = tiket[column].fillna(TIDAK_TERCATAT)
    if column == "provinsi":
        wholes = [tiket.index]
    else:
        known = tiket["provinsi"].fillna(TIDAK_TERCATAT)
        wholes = list(tiket.groupby(known, sort=True).groups.values())
    tables = [_shown(pd.crosstab(tiket.loc[rows, "topik"], region[rows]), least) for rows in wholes]
    found = pd.concat(tables, axis="columns") if tables else pd.DataFrame()
    return found.drop(index=SPAM, errors="ignore").drop(columns=TIDAK_TERCATAT, errors="ignore")


def _shown(table: pd.DataFrame, least: int) -> pd.DataFrame:
    return table.astype("float64").mask(hidden_cells(table, least))
