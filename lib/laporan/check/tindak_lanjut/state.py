"""What became of an action: told by its figure and its deadline, never typed."""

from __future__ import annotations

from enum import Enum

from laporan.check.catatan.named import find_named
from laporan.check.tindak_lanjut.actions import Tindakan
from laporan.measure import Ukuran


class Keadaan(Enum):
    """The state of an action at the end of the report's month."""

    TERCAPAI = "tercapai"
    BERJALAN = "berjalan"
    TERLAMBAT = "terlambat"
    TAK_TERUKUR = "tak terukur"


def state_of(action: Tindakan, ukuran: Ukuran) -> Keadaan:
    """Tell the state of an action.

    A figure that the month doesn't have can't be judged, whatever the deadline.
    """
    figure = find_named(action.ukuran, ukuran)
    if figure is None:
        return Keadaan.TAK_TERUKUR
    if action.sasaran.reached(figure.nilai):
        return Keadaan.TERCAPAI
    late = action.tenggat <= ukuran.bulan.last_day
    return Keadaan.TERLAMBAT if late else Keadaan.BERJALAN
