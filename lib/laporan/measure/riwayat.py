"""Published figures of months for which no raw exports exist: ``riwayat.csv``."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import daftar, round_half_up
from laporan.dasar.inert import unguard
from laporan.measure.angka import KOLOM_WAJIB, figures_of
from laporan.measure.by_source import sources_of
from laporan.measure.indikator import INDIKATOR
from laporan.read.folder import check_inside

SUMBER = ("terbit", "contoh")
KOLOM_RIWAYAT = [*KOLOM_WAJIB, "sumber"]
KEY = ["bulan", "indikator", "dimensi", "kategori"]
# The series that are no counts.
NOT_WHOLE = {
    "kepuasan.nilai",
    *(f"{name}.{each}" for name in ("balas", "selesai") for each in ("median_menit", "p90_menit")),
    "balas.median_menit_kalender", "balas.dalam_sasaran", "selesai.dalam_sasaran",
}  # fmt: skip

# A rating's unit says of which scale it is, which may have been another one.
SKALA = re.compile(r"skala 1-\d+")

Months = Mapping[Bulan, Mapping[str, pd.DataFrame]]


def read_riwayat(path: Path) -> pd.DataFrame | None:
    """Read the published figures of earlier months.

    Parameters
    ----------
    path
        ``data/raw/riwayat.csv``; may be absent.

    Returns
    -------
    DataFrame or None
        Columns as in the file, ``nilai`` as number; the index ``baris`` is the line in the file.
        None without a file.

    Raises
    ------
    LaporanError
        If a column is missing, a cell is not what it must be, or a figure is there twice.
    """
    check_inside(path)
    if not path.exists():
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LaporanError(
            f"{path.name} bukan teks UTF-8 (byte ke-{error.start}). "
            'Simpan ulang sebagai "CSV UTF-8" dengan pemisah koma.'
        ) from error
    rows = csv.reader(io.StringIO(text, newline=""))
    header = next(rows, [])
    _check_header(header, path.name)
    records = []
    for row in rows:
        if any(cell.strip() for cell in row):
            records.append(_record(header, row, rows.line_num, path.name))
    table = pd.DataFrame(records, columns=["baris", *KOLOM_RIWAYAT]).set_index("baris")
    _check_doubles(table, path.name)
    return table.astype({"nilai": "float64"})


def _check_header(header: list[str], file: str) -> None:
    missing = [name for name in KOLOM_RIWAYAT if name not in header]
    if missing:
        raise LaporanError(
            f"{file} baris 1: kolom {daftar(missing)} tidak ada. "
            f"Kolom yang ada: {', '.join(header) or '(tidak ada)'}. "
            f"Yang diperlukan, dipisahkan koma: {', '.join(KOLOM_RIWAYAT)}."
        )


def _record(header: list[str], row: list[str], line: int, file: str) -> dict[str, object]:
    """Read one row, or say what is wrong with it."""
    place = f"{file} baris {line}"
    if len(row) != len(header):
        raise LaporanError(
            f"{place}: ada {len(row)} isian, seharusnya {len(header)}. "
            "Isian yang memuat koma harus diapit tanda kutip."
        )
    cells = {name: unguard(cell.strip()) for name, cell in zip(header, row, strict=True)}
    record: dict[str, object] = {name: cells[name] for name in KOLOM_RIWAYAT}
    try:
        Bulan.parse(cells["bulan"])
    except CallError as error:
        raise LaporanError(f"{place}, kolom bulan: {error}") from error
    if not cells["indikator"]:
        raise LaporanError(f"{place}, kolom indikator: kosong. Isilah, misalnya tiket.jumlah.")
    if cells["sumber"] not in SUMBER:
        raise LaporanError(
            f"{place}, kolom sumber: {cells['sumber']!r} tidak dikenal. "
            "Isilah terbit (angka yang pernah diterbitkan) atau contoh (angka buatan)."
        )
    _check_satuan(cells, place)
    return record | {"baris": line, "nilai": _nilai(cells, place)}


def _check_satuan(cells: Mapping[str, str], place: str) -> None:
    """Refuse another unit than the figure's own: it would be taken for another scale."""
    known, satuan = INDIKATOR.get(cells["indikator"]), cells["satuan"]
    if known is None or not satuan:
        return
    is_scale = known.satuan == "skala"
    if SKALA.fullmatch(satuan) if is_scale else satuan == known.satuan:
        return
    raise LaporanError(
        f"{place}, kolom satuan: {satuan!r} bukan satuan {known.kunci}. "
        f"Tulislah {'skala 1-5 (atau skala waktu itu)' if is_scale else known.satuan}, "
        "atau kosongkan."
    )


def _nilai(cells: Mapping[str, str], place: str) -> float:
    try:
        nilai = float(cells["nilai"])
    except ValueError:
        nilai = math.nan
    # float() takes 1_000 and inf as well.
    if not math.isfinite(nilai) or "_" in cells["nilai"]:
        raise LaporanError(
            f"{place}, kolom nilai: {cells['nilai']!r} bukan bilangan. "
            "Tulislah tanpa pemisah ribuan dan dengan titik desimal, misalnya 1114 atau 4.9."
        )
    is_series = bool(sources_of(cells["indikator"], cells["dimensi"]))
    if is_series and cells["indikator"] not in NOT_WHOLE and (nilai < 0 or nilai % 1):
        raise LaporanError(
            f"{place}, kolom nilai: {cells['nilai']!r} bukan bilangan bulat, padahal "
            f"{cells['indikator']} adalah jumlah. Titik adalah tanda desimal: "
            "seribu seratus empat belas ditulis 1114."
        )
    return nilai


def _check_doubles(table: pd.DataFrame, file: str) -> None:
    doubles = table[table.duplicated(KEY, keep=False)]
    if len(doubles):
        first = doubles.iloc[0]
        same = doubles[doubles[KEY].eq(first[KEY]).all(axis=1)]
        raise LaporanError(
            f"{file} baris {daftar(str(line) for line in same.index)}: {first['indikator']} "
            f"bulan {first['bulan']} tertulis lebih dari sekali. Sisakan satu baris."
        )


def window(bulan: Bulan) -> set[Bulan]:
    """Give the months that the report looks at: from January of the year before on."""
    return set(Bulan(bulan.tahun - 1, 1).until(bulan))


def used_riwayat(bulan: Bulan, months: Months, riwayat: pd.DataFrame) -> pd.DataFrame:
    """Take the published figures that stand in for raw exports which are not there.

    They are series of earlier months; where the month's folder has the source, raw wins.
    """
    earlier = {str(month) for month in window(bulan) - {bulan}}
    supplied = {str(month): set(tables) for month, tables in months.items()}
    used = [
        row.bulan in earlier
        and bool(sources := sources_of(row.indikator, row.dimensi))
        and not sources & supplied.get(row.bulan, set())
        for row in figures_of(riwayat)
    ]
    return riwayat[used]


def riwayat_warnings(riwayat: pd.DataFrame, table: pd.DataFrame) -> tuple[str, ...]:
    """Say where published figures differ from those of the raw exports, or are of no use.

    Parameters
    ----------
    riwayat
        The published figures, as read.
    table
        The figures, as ``measure`` gives them.

    Returns
    -------
    tuple of str
        One message a row of ``riwayat.csv``. Figures are compared to the decimals published.
    """
    ours = {figure.key: figure.nilai for figure in figures_of(table)}
    series = {key[:3] for key in ours}
    messages = []
    for line, row in zip(riwayat.index, figures_of(riwayat), strict=True):
        nilai = ours.get(row.key)
        name = f"{row.indikator},{row.dimensi}" if row.dimensi else row.indikator
        if nilai is not None and _agree(nilai, row.nilai):
            continue
        if nilai is not None or row.key[:3] in series:
            raw = "tidak memuatnya" if nilai is None else f"memberi {nilai:.12g}"
            place = f"{name},{row.kategori}" if row.kategori else name
            messages.append(
                f"riwayat.csv baris {line}: {place} bulan {row.bulan} tertulis "
                f"{row.nilai:.12g}, sedangkan ekspor mentah {raw}. Yang dipakai: ekspor mentah."
            )
        elif not sources_of(row.indikator, row.dimensi):
            messages.append(
                f"riwayat.csv baris {line}: {name} bukan angka yang diikuti dari bulan ke bulan, "
                "sehingga tidak dipakai."
            )
    return tuple(messages)


def _agree(ours: float, published: float) -> bool:
    text = repr(published).rstrip("0").rstrip(".")
    decimals = len(text.partition(".")[2])
    return round_half_up(ours, decimals) == round_half_up(published, decimals)
