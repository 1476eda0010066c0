"""The old attendance list of Microsoft Teams: who joined and left, an event a row."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.dasar.indonesian import angka
from laporan.read.raw_table import RawTable, book_of_rows
from laporan.read.records import Row

WIDTH = 3
# Joined before, joined, left: in whatever language, there are no more actions.
MOST_ACTIONS = 4
_MOMENT = r"\s*\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}[,\s]+\d{1,2}[.:]\d\d.*"


def read_events(
    berkas: str, rows: Sequence[Row], columns: Sequence[str], ringkasan: str, kegiatan: str
) -> RawTable | None:
    """Read a row a person's joining, or nothing if this is no such list.

    Parameters
    ----------
    berkas, rows
        The file's name, and its rows.
    columns
        The columns of participants: the name, and the time of joining, come first.
    ringkasan
        What the meeting's duration is told under.
    kegiatan
        The rule by which further events are left out.
    """
    filled = [row for row in rows if not row.is_blank]
    if len(filled) <= 1 or any(row.filled != WIDTH for row in filled):
        return None
    events = pd.DataFrame(
        [row.cells[:WIDTH] for row in filled[1:]],
        columns=["nama", "tindakan", "waktu"],
        index=pd.Index([row.baris for row in filled[1:]], name="baris", dtype="int64"),
        dtype="str",
    )
    is_list = (
        events["waktu"].str.fullmatch(_MOMENT).all()
        and not events["tindakan"].str.contains(r"\d").any()
        and events["tindakan"].nunique() <= MOST_ACTIONS
    )
    if not is_list:
        return None
    # The first event can only be that somebody joined: "Joined", "Joined before".
    word = events["tindakan"].str.split().str[0].str.casefold()
    joined = word.eq(word.iloc[0])
    kept = joined | ~events["nama"].isin(events["nama"][joined])
    people = events[kept]
    data = pd.DataFrame(
        None, index=people.index, columns=pd.Index(list(columns), dtype="str"), dtype="str"
    )
    data = data.assign(**{columns[0]: people["nama"], columns[1]: people["waktu"]})
    others = events.index[~kept]
    staying = joined.groupby(events["nama"]).sum() > (~joined).groupby(events["nama"]).sum()
    told = (
        f"{berkas}: daftar hadir lama Teams, tanpa ringkasan; lama pertemuan dihitung dari waktu "
    )
    told += "masuk yang pertama sampai waktu yang terakhir tercatat"
    if staying.any():
        told += f", sedangkan {angka(int(staying.sum()))} peserta tanpa waktu keluar"
    return RawTable(
        berkas,
        data,
        {ringkasan: _span(events["waktu"])},
        dilewati=book_of_rows("aturan", others, [kegiatan] * len(others)),
        peringatan=(f"{told}. Bila ada, unduh laporan kehadiran yang lengkap dari Teams.",),
    )


def _span(texts: pd.Series[str]) -> str:
    """Tell how long it took; of two orders of day and month the one that is shorter."""
    clocks = texts.str.replace(r"(\d)\.(\d\d)(?=\.|\D|$)", r"\1:\2", regex=True)
    clocks = texts.where(texts.str.contains(":"), clocks)
    spans = []
    for day_first in (False, True):
        moments = pd.to_datetime(clocks, format="mixed", dayfirst=day_first, errors="coerce")
        if moments.notna().all():
            spans.append(moments.max() - moments.min())
    return f"{int(min(spans).total_seconds()) // 60}m" if spans else ""
