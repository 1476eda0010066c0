"""The list of actions, as it is kept by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from laporan.check.catatan.named import nearest_keys, parse_name
from laporan.check.tindak_lanjut.target import Sasaran, parse_target
from laporan.clean.dates import parse_dates
from laporan.clean.texts import tidy
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import tanggal
from laporan.measure import INDIKATOR
from laporan.measure.own_figures import OWN
from laporan.read.folder import CONTOH
from laporan.read.kept_list import read_kept_list
from laporan.read.raw_table import RawTable

COLUMNS = (
    *("id", "dibuat_bulan", "temuan", "tindakan", "pemilik"),
    *("tenggat", "ukuran", "sasaran", "catatan"),
)
# Where the trace of a report keeps the first deadlines.
TENGGAT = "tenggat_pertama"
_OPTIONAL = {"catatan"}
# What to write in place of what can't be read.
_REMEDIES = {
    "dibuat_bulan": "bukan bulan. Tulislah misalnya 2023-07.",
    "tenggat": "bukan tanggal. Tulislah misalnya 2023-08-31. Perpanjangan ditulis di belakangnya, "
    "2023-08-31; 2023-09-30, dan harus sesudahnya.",
    "ukuran": "bukan nama angka; semuanya ada di docs/kamus.md.",
    "sasaran": "bukan sasaran. Tulislah misalnya <= 12 atau >= 90,5.",
}
_BETWEEN_DATES = re.compile(r"\s*(?:;|→|->)\s*")
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Tindakan:
    """An action.

    Attributes
    ----------
    berkas, baris
        Where it stands.
    id
        Its own, unique in the list.
    dibuat
        The month whose report it was decided on.
    temuan, tindakan, pemilik
        What was found, what is done, and the office that does it.
    tenggat_semula, perpanjangan
        The first deadline, which never changes, and what it was put off to, in order.
    ukuran
        The name of the figure that tells whether it is done.
    sasaran
        What that is to reach.
    catatan
        A remark, or nothing.
    """

    berkas: str
    baris: int
    id: str
    dibuat: Bulan
    temuan: str
    tindakan: str
    pemilik: str
    tenggat_semula: date
    perpanjangan: tuple[date, ...]
    ukuran: str
    sasaran: Sasaran
    catatan: str = ""

    @property
    def contoh(self) -> bool:
        """Whether it is made up, as the sample writes it."""
        return self.id.startswith(f"{CONTOH}-")

    @property
    def cells(self) -> tuple[str | date, ...]:
        """What of it may be printed, for the proof of what is."""
        texts = (self.id, self.temuan, self.tindakan, self.pemilik, self.catatan)
        return *texts, self.owned, self.tenggat_semula, *self.perpanjangan, self.sasaran.text

    @property
    def owned(self) -> str:
        """What is done, and by whom."""
        return f"{self.tindakan.rstrip('.')} ({self.pemilik})"

    @property
    def tenggat(self) -> date:
        """The deadline that holds."""
        return self.perpanjangan[-1] if self.perpanjangan else self.tenggat_semula


def read_tindak_lanjut(path: Path) -> tuple[Tindakan, ...]:
    """Read the actions, from a CSV or a workbook; nothing where there is no such file.

    Raises
    ------
    LaporanError
        If a cell is not what it must be, or an id is there twice: with all rows at fault.
    """
    rows = [row for table in read_kept_list(path, COLUMNS) for row in _rows(table)]
    taken = [_take(*row) for row in rows]
    faults = [fault for _, found in taken for fault in found]
    faults += _doubles([(cells["id"], f"{berkas} baris {baris}") for berkas, baris, cells in rows])
    if faults:
        raise LaporanError("\n".join(faults))
    return tuple(action for action, _ in taken if action is not None)


def _rows(table: RawTable) -> Iterator[tuple[str, int, Cells]]:
    texts = pd.DataFrame({name: tidy(table.data[name]).fillna("") for name in COLUMNS})
    for baris, *cells in texts.itertuples(name=None):
        yield table.berkas, int(baris), dict(zip(COLUMNS, map(str, cells), strict=True))


def _take(berkas: str, baris: int, cells: Cells) -> tuple[Tindakan | None, list[str]]:
    """Read a row, or say all that is wrong with it."""
    month, deadlines = _month(cells["dibuat_bulan"]), _deadlines(cells["tenggat"])
    target, known = parse_target(cells["sasaran"]), _names_figure(cells["ukuran"])
    read = {"dibuat_bulan": month, "tenggat": deadlines, "sasaran": target, "ukuran": known or None}
    faults = [
        f"{berkas} baris {baris}, kolom {name}: {fault}" for name, fault in _faults(cells, read)
    ]
    if faults or month is None or deadlines is None or target is None:
        return None, faults
    action = Tindakan(
        berkas, baris, cells["id"], month, cells["temuan"], cells["tindakan"], cells["pemilik"],
        deadlines[0], deadlines[1:], cells["ukuran"], target, cells["catatan"],
    )  # fmt: skip
    return action, faults


def _faults(cells: Cells, read: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Say what is wrong with cells, and what to write instead."""
    for name in COLUMNS:
        if not cells[name] and name not in _OPTIONAL:
            yield name, "kosong. Isilah, atau hapus barisnya."
        elif read.get(name, True) is None:
            near = f" Yang paling dekat: {nearest_keys(cells[name])}." if name == "ukuran" else ""
            yield name, f"{cells[name]!r} {_REMEDIES[name]}{near}"


def _doubles(ids: list[tuple[str, str]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name, place in ids:
        if name and name in seen:
            yield f"{place}, kolom id: {name!r} sudah dipakai di {seen[name]}. Beri id yang lain."
        seen.setdefault(name, place)


def _month(text: str) -> Bulan | None:
    """Read a month; a spreadsheet makes the first of the month of it."""
    try:
        return Bulan.parse(text)
    except CallError:
        days = _days([text])
        return Bulan.of(days[0]) if days and days[0].day == 1 else None


def _deadlines(text: str) -> tuple[date, ...] | None:
    """Read a deadline and what it was put off to; nothing where one is no date, or goes back."""
    days = _days(_BETWEEN_DATES.split(text))
    return tuple(days) if days and days == sorted(set(days)) else None


def _days(texts: list[str]) -> list[date] | None:
    found = parse_dates(pd.Series(texts, dtype="str"))
    return None if found.isna().any() else [day.date() for day in found]


def _names_figure(name: str) -> bool:
    key = parse_name(name)
    return key is not None and (key[0] in INDIKATOR or key[0].startswith(OWN))


def first_deadlines(actions: Iterable[Tindakan]) -> dict[str, str]:
    """Give the first deadlines as ISO dates, by id, as the trace of a report keeps them."""
    return {action.id: action.tenggat_semula.isoformat() for action in actions}


def published_deadlines(trace: Path) -> dict[str, str]:
    """Read the first deadlines that a report had; none where it has no trace, or an old one."""
    try:
        kept = json.loads(trace.read_text("utf-8")).get(TENGGAT)
    except (OSError, ValueError, AttributeError):
        return {}
    return {str(name): str(day) for name, day in kept.items()} if isinstance(kept, dict) else {}


def changed_deadlines(now: Iterable[Tindakan], before: Mapping[str, str]) -> Iterator[str]:
    """Say which first deadlines are no longer what they were.

    Parameters
    ----------
    now
        The list.
    before
        The first deadlines, as ISO dates, that the report of the month before had, by id.
    """
    for action in now:
        known = before.get(action.id, action.tenggat_semula.isoformat())
        if known != action.tenggat_semula.isoformat():
            yield (
                f"{action.berkas} baris {action.baris}, kolom tenggat: tenggat pertama "
                f"{action.id} adalah {tanggal(date.fromisoformat(known))} menurut laporan bulan "
                f"lalu, kini {tanggal(action.tenggat_semula)}. Tenggat pertama tidak berubah: "
                "tulislah keduanya, dipisahkan titik koma."
            )
