"""The lists beside the months: what was decided to be done, and what happened."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.folder import write_file

Row = tuple[str, ...]
ACTIONS, EVENTS = "tindak_lanjut", "peristiwa"
# By these the report knows that a row is made up.
ID, CAUSE = "CONTOH-", "Contoh: "
GA4 = "2023-07-01", f"{CAUSE}pengunjung diukur dengan Google Analytics 4", "situs.pengunjung", "Ya"
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])", re.ASCII)


def write_lists(data: Path, bulan: Bulan) -> tuple[list[Path], list[Path]]:
    """Write both lists, but never over one that analysts keep.

    Parameters
    ----------
    data
        The folder that the raw exports' folder lies in.
    bulan
        The sample's last month.

    Returns
    -------
    tuple of list of Path
        Those written, and those that were left as they are.
    """
    written: list[Path] = []
    left: list[Path] = []
    for name, (header, rows_of) in _LISTS.items():
        there = [path for path in (data / f"{name}.csv", data / f"{name}.xlsx") if path.exists()]
        kept = [path for path in there if not _is_own(path, header, rows_of)]
        rows = [row for month in (bulan.previous, bulan) for row in rows_of(month)]
        if kept:
            left += kept
        else:
            written.append(write_file(data / f"{name}.csv", _text(header, rows)))
    return written, left


def _is_own(path: Path, header: Row, rows_of: Callable[[Bulan], list[Row]]) -> bool:
    """Tell whether a list has no row but those that the sample writes."""
    if path.suffix != ".csv" or path.is_symlink():
        return False
    content = path.read_bytes()
    months = {Bulan.parse(text) for text in _MONTH.findall(content.decode("utf-8", "replace"))}
    known = _text(header, [row for month in months for row in rows_of(month)])
    return not set(content.splitlines()) - set(known.splitlines())


def _text(header: Row, rows: list[Row]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows([header, *dict.fromkeys(rows)])
    return target.getvalue().encode()


def _actions(bulan: Bulan) -> list[Row]:
    """Give what was decided on a month's report; it depends on that month alone.

    So a first deadline is the same in every sample that holds it.
    """
    soon, later = (bulan.shift(step).last_day.isoformat() for step in (1, 2))
    rows = [
        (
            "Pertanyaan tentang DAU berulang.", "Menyiapkan jawaban baku untuk pertanyaan DAU.",
            "Seksi Contoh A", soon, "tiket.topik[topik=DAU]", "<= 60", "",
        ),
        (
            "Tiket di luar jam layanan dieskalasi.", "Membagi jadwal jaga malam di antara seksi.",
            "Seksi Contoh B", f"{soon}; {later}", "tiket.luar_jam_eskalasi", "<= 12",
            "Diperpanjang sekali.",
        ),
        (
            "Jawaban dinilai kurang jelas.", "Menyelenggarakan pelatihan menulis jawaban.",
            "Subbagian Contoh C", later, "kepuasan.nilai", ">= 4,5", "",
        ),
    ]  # fmt: skip
    return [(f"{ID}{bulan}-{at}", str(bulan), *row) for at, row in enumerate(rows, start=1)]


def _events(bulan: Bulan) -> list[Row]:
    days = Clock(bulan).workdays
    return [
        GA4,
        (days[4].isoformat(), f"{CAUSE}sosialisasi aplikasi pelaporan", "lapor.jumlah", "Tidak"),
        (days[-5].isoformat(), f"{CAUSE}surat edaran tentang penyaluran", "", "Tidak"),
    ]


_ACTION_HEADER = (
    *("id", "dibuat_bulan", "temuan", "tindakan", "pemilik"),
    *("tenggat", "ukuran", "sasaran", "catatan"),
)
_LISTS: dict[str, tuple[Row, Callable[[Bulan], list[Row]]]] = {
    ACTIONS: (_ACTION_HEADER, _actions),
    EVENTS: (("tanggal", "peristiwa", "indikator", "putus"), _events),
}
