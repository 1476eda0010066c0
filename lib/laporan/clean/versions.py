"""Two downloads of one thing: which of them is the newer one, and in what they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import parse_dates, parse_instants, parse_us_times
from laporan.clean.ids import is_repeated
from laporan.clean.ledger import Ledger
from laporan.clean.numbers import is_blank
from laporan.dasar.indonesian import angka, tanggal
from laporan.dasar.temuan import KEPT, Temuan

VERSI, GANDA = "versi ekspor", "ganda"
# So many of the columns that differ are named.
NAMED = 6
_PLACES = ["berkas", "baris"]
# The latest date of each file, and its rows.
Reasons = Mapping[str, Sequence[pd.Timestamp | int | None]]


def exclude_older(ledger: Ledger, keys: pd.Series[str]) -> Ledger:
    """Count once what several rows tell; where they differ, the newer file's row is right.

    Of two files, that one is newer which has the later of the latest dates in any column; then
    the one of more rows, then the one that browsers number later. Rows that are the same in all
    count where they come first.

    Parameters
    ----------
    ledger
        The rows.
    keys
        What makes rows the same thing, indexed as them; missing for a row of its own.
    """
    older, found = find_older(ledger.rows, keys)
    left = ledger.exclude(older, GANDA)
    return replace(left, temuan=(*left.temuan, *found))


def find_older(rows: pd.DataFrame, keys: pd.Series[str]) -> tuple[pd.Series[bool], list[Temuan]]:
    """Find the rows that give way, and tell of those that differ; see `exclude_older`."""
    older = pd.Series(False, index=rows.index)
    shared = keys[is_repeated(keys)]
    if shared.empty:
        return older, []
    cells = rows.loc[shared.index].drop(columns=_PLACES).astype("str").fillna("")
    cells = cells.apply(_one_form)
    hashes = pd.util.hash_pandas_object(cells, index=False)
    differing = hashes.groupby(shared).transform("nunique").gt(1)
    files = rows.loc[shared.index, "berkas"]
    if not differing.any():
        older[shared.index] = shared.duplicated()
        return older, []
    ranks = rank_files(rows)
    newest = files.map({name: place for place, (name, *_) in enumerate(ranks)})
    order = newest.where(differing, 0).sort_values(ascending=False, kind="stable").index
    older[order] = shared[order].duplicated()
    kept = pd.Series(order, shared[order]).groupby(level=0).first()
    giving = shared.index[older[shared.index] & differing]
    pairs = pd.DataFrame({"giving": giving, "kept": shared[giving].map(kept).to_numpy()})
    pairs = pairs.assign(lama=files[pairs["giving"]].array, baru=files[pairs["kept"]].array)
    reasons = {name: reason for name, *reason in ranks}
    found = []
    for (lama, baru), part in pairs.groupby(["lama", "baru"], sort=False):
        changed = _changed(cells, part)
        if changed:
            numbers = rows.loc[part["giving"], "baris"]
            found.append(_tell(str(lama), str(baru), changed, numbers, reasons))
    return older, found


def _one_form(texts: pd.Series[str]) -> pd.Series[str]:
    """Write one moment and one number in one way, whatever zone or program wrote them."""
    stripped = texts.str.strip().str.replace(r"^0*(\d+)(?:[.,]0+)?$", r"\1", regex=True)
    moments = parse_instants(stripped)
    return stripped.mask(moments.notna(), moments.astype("str"))


def _changed(cells: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, int]:
    """Count the differences by column; one that a file lacks altogether differs in nothing."""
    one, other = cells.loc[pairs["giving"]], cells.loc[pairs["kept"]]
    counts = {
        str(name): int((one[name].to_numpy() != other[name].to_numpy()).sum())
        for name in cells
        if one[name].ne("").any() and other[name].ne("").any()
    }
    return dict(sorted(((k, v) for k, v in counts.items() if v), key=lambda pair: -pair[1]))


def _tell(
    lama: str,
    baru: str,
    changed: dict[str, int],
    numbers: pd.Series[int],
    reasons: Reasons,
) -> Temuan:
    columns = ", ".join(f"{name} {angka(count)}" for name, count in list(changed.items())[:NAMED])
    more = f", dan {len(changed) - NAMED} kolom lain" if len(changed) > NAMED else ""
    if lama == baru:
        said = f"tercatat lagi di berkas ini dengan isi lain ({columns}{more}); yang dipakai baris "
        said += "yang pertama. Sisakan yang benar."
    else:
        said = (
            f"ada juga di {baru} dengan isi lain ({columns}{more}); yang dipakai {baru}, karena "
            f"{why_newer(baru, lama, reasons)}. Bila keliru, keluarkan salah satu berkas itu."
        )
    return Temuan(
        VERSI,
        said,
        berkas=lama,
        baris=tuple(int(number) for number in numbers.head(KEPT)),
        jumlah=len(numbers),
    )


def why_newer(baru: str, lama: str, reasons: Reasons) -> str:
    """Say why one file counts as newer than another."""
    (day, count), (day_before, count_before) = reasons[baru], reasons[lama]
    if day != day_before and isinstance(day, pd.Timestamp):
        return f"tanggal terakhirnya lebih baru ({tanggal(day)})"
    if count != count_before:
        return f"barisnya lebih banyak ({angka(int(str(count)))})"
    return "namanya bernomor lebih akhir"


def rank_files(rows: pd.DataFrame) -> list[tuple[str, pd.Timestamp | None, int]]:
    """Order files from the oldest to the newest; files come as browsers number them."""
    files = [
        (str(name), _latest(part.drop(columns=_PLACES)), len(part))
        for name, part in rows.groupby("berkas", sort=False)
    ]
    return sorted(files, key=lambda each: (each[1] or pd.Timestamp.min, each[2]))


def _latest(data: pd.DataFrame) -> pd.Timestamp | None:
    """Find the latest date in any column; a number alone is none."""
    found = []
    for name in data:
        texts = data[name].astype("str")
        told = texts[~is_blank(texts) & ~texts.str.fullmatch(r"[\d.,]+").fillna(True).astype(bool)]
        if told.empty or not told.head(50).str.contains(r"\d").all():
            continue
        for read in (
            lambda cells: parse_instants(cells).dt.tz_localize(None),
            lambda cells: parse_us_times(cells, "UTC").dt.tz_localize(None),
            parse_dates,
        ):
            moments = read(told)
            if 2 * moments.notna().sum() > len(told):
                found.append(moments.max())
                break
    return max(found, default=None)
