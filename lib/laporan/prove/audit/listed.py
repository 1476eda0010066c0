"""The rows that a report lists: of cleaned tables, of the book of files, of the settings."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from laporan.prove.audit.spelling import forms_of_cell
from laporan.read.sources import SOURCES
from laporan.sections.report import Report

_LONGEST = 2000  # rows; what is longer is counted, not listed


def listed_rows(lap: Report) -> set[tuple[str, ...]]:
    """Give the rows as a table has them: the texts of their cells, sorted."""
    return {
        tuple(sorted({text for cell in row for text in forms_of_cell(cell)}))
        for table in [*_lists(lap), *_books(lap), *_attended(lap), _media(lap)]
        for row in table.itertuples(index=False, name=None)
    }


def _lists(lap: Report) -> Iterator[pd.DataFrame]:
    for table in lap.tables.values():
        if len(table) <= _LONGEST and "nomor" not in table:
            yield table


def _books(lap: Report) -> Iterator[pd.DataFrame]:
    """Give the book of what was taken and what was not, as the report sums it up."""
    excluded, rejected = lap.bersih.dikecualikan, lap.bersih.ditolak
    books = [
        lap.bersih.berkas,
        excluded.groupby(["sumber", "aturan"])["jumlah"].sum().reset_index(),
        rejected.groupby(["sumber", "berkas", "kolom"]).size().reset_index(name="jumlah"),
    ]
    for book in books:
        yield book.assign(sumber=[SOURCES[name].label for name in book["sumber"]])


def _attended(lap: Report) -> Iterator[pd.DataFrame]:
    """Give the meetings beside the reports of their day, where each has one of the other."""
    tables = lap.tables
    if "video_conference" in tables and "kehadiran" in tables:
        meetings, reports = (
            table[~table["tanggal"].duplicated(keep=False)]
            for table in (tables["video_conference"], tables["kehadiran"])
        )
        yield meetings.merge(reports.assign(menit=reports["durasi_detik"] / 60), on="tanggal")


def _media(lap: Report) -> pd.DataFrame:
    """Give the media of the services: a telephone number belongs to the name before it."""
    media = lap.settings["layanan"]["media"]
    return pd.DataFrame(
        [(name, ", ".join(where)) for name, where in media.items()], columns=["media", "alamat"]
    )
