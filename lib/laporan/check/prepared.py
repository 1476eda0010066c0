"""A checked month, kept: its figures, its notes, and what all checks found.

It is known by a fingerprint of all that it rests on, so that a month which is opened is one that
was checked as it lies there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import pandas as pd

from laporan.check.catatan import Catatan
from laporan.check.whole_month import CheckedMonth
from laporan.dasar.bulan import Bulan
from laporan.dasar.made_files import UKURAN
from laporan.dasar.project import Project
from laporan.dasar.settings import settings_basis
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.dasar.whole_file import write_whole
from laporan.measure import Tiada, Ukuran, format_ukuran, read_ukuran
from laporan.measure.riwayat import KOLOM_RIWAYAT
from laporan.read.folder import CATATAN, CONTOH
from laporan.read.sources import SOURCES
from laporan.show import Markdown
from laporan.store.code_basis import library_versions, own_files
from laporan.store.freshness import GROUPS, digest, fingerprint, needed_months
from laporan.store.month_data import MonthData
from laporan.store.stamp import stamp

RECORD = "siap.json"
# What is found by a source's name is imported where it is run.
_CODE = (
    "import laporan.check.whole_month",
    "import laporan.check.prepared",
    *(f"import laporan.measure.sources.{name}" for name in SOURCES),
)


@dataclass(frozen=True)
class Prepared:
    """A month that can be opened.

    Attributes
    ----------
    ukuran
        All figures.
    catatan
        What the analysts wrote by hand.
    riwayat
        The rows of ``riwayat.csv`` that stand in for raw exports.
    contoh
        The months that rest on synthetic data.
    temuan, pemeriksaan
        What all checks found, and which were run.
    ditahan
        The side sources whose figures are withheld.
    """

    ukuran: Ukuran
    catatan: Catatan
    riwayat: pd.DataFrame
    contoh: tuple[Bulan, ...]
    temuan: tuple[Temuan, ...]
    pemeriksaan: tuple[Pemeriksaan, ...]
    ditahan: tuple[str, ...] = ()

    def told(self, month: MonthData) -> MonthData:
        """Give the month with what all its checks found."""
        left = month.without(self.ditahan)
        return replace(left, temuan=self.temuan, pemeriksaan=self.pemeriksaan)


def basis(project: Project, bulan: Bulan) -> str:
    """Digest all that a checked month rests on.

    That is its months as they are cleaned and their marks, the notes, the history, what
    happened, what was decided, what was published of the month before, and the code that
    measures and checks.

    Raises
    ------
    LaporanError
        If a month has no raw folder.
    """
    months = needed_months(project, bulan)
    files = (
        *(project.raw(month) / CONTOH for month in months),
        project.raw(bulan) / CATATAN,
        *project.kept_lists,
        project.printed_before(bulan, UKURAN),
    )
    rests_on = {
        "bulan": {
            str(month): {group: fingerprint(project, month, group) for group in GROUPS}
            for month in months
        },
        "berkas": [digest(path) if path.is_file() else None for path in files],
        # A file that belongs to no source is found, too.
        "nama": {
            str(month): sorted(path.name for path in project.raw(month).iterdir())
            for month in months
        },
        # The month that follows is looked ahead to.
        "pengaturan": settings_basis(project.settings_file, bulan.shift(1)).decode(),
        "kode": {path.as_posix(): digest(path) for path in own_files(_CODE)},
        "pustaka": library_versions(_CODE),
    }
    return hashlib.sha256(json.dumps(rests_on, sort_keys=True).encode()).hexdigest()


def outside(project: Project, bulan: Bulan) -> str:
    """Tell from outside what a checked month rests on: as long as that is so, so is `basis`."""
    return stamp(project, bulan, project.printed_before(bulan, UKURAN), *project.kept_lists)


def write_prepared(
    project: Project, bulan: Bulan, checked: CheckedMonth, sidik: str, luar: str
) -> None:
    """Keep a checked month; its record comes last, so that no half of it is ever read.

    Parameters
    ----------
    sidik, luar
        `basis` and `outside`, taken before anything was read.
    """
    folder = project.processed(bulan)
    (folder / RECORD).unlink(missing_ok=True)
    used = checked.riwayat
    record = {
        "sidik": sidik,
        "luar": luar,
        "temuan": [asdict(finding) for finding in checked.hasil.temuan],
        "pemeriksaan": [asdict(check) for check in checked.hasil.pemeriksaan],
        "ditahan": list(checked.ditahan),
        "tiada": [list(each) for each in checked.ukuran.tiada],
        "catatan": {name: prose.text for name, prose in checked.catatan.bagian.items()},
        "riwayat": [] if used is None else used[KOLOM_RIWAYAT].to_dict("records"),
        "contoh": [str(month) for month in _synthetic(project, bulan, used)],
    }
    write_whole(folder / UKURAN, format_ukuran(checked.ukuran.tabel))
    _write_record(project, bulan, record)


def is_prepared(project: Project, bulan: Bulan) -> bool:
    """Tell whether a month was checked as it lies there, and note it if the contents say so."""
    try:
        record = _read_record(project, bulan)
        luar = outside(project, bulan)
        if luar and record["luar"] == luar:
            return True
        if record["sidik"] != basis(project, bulan):
            return False
    except (FileNotFoundError, json.JSONDecodeError, KeyError, TypeError):
        return False
    if luar:  # what was touched just now is told by its contents, until its time tells it
        _write_record(project, bulan, {**record, "luar": luar})
    return True


def _read_record(project: Project, bulan: Bulan) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((project.processed(bulan) / RECORD).read_text("utf-8"))
    return record


def _write_record(project: Project, bulan: Bulan, record: Mapping[str, Any]) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1)
    write_whole(project.processed(bulan) / RECORD, text)


def read_prepared(project: Project, bulan: Bulan) -> Prepared | None:
    """Read a checked month; nothing if it was not checked, or what it rests on has changed."""
    folder = project.processed(bulan)
    try:
        record = _read_record(project, bulan)
        unchanged = record["luar"] and record["luar"] == outside(project, bulan)
        if not unchanged and record["sidik"] != basis(project, bulan):
            return None
        return Prepared(
            ukuran=Ukuran(
                read_ukuran(folder / UKURAN), bulan, tuple(Tiada(*each) for each in record["tiada"])
            ),
            catatan=Catatan({name: Markdown(text) for name, text in record["catatan"].items()}),
            riwayat=pd.DataFrame(record["riwayat"], columns=KOLOM_RIWAYAT),
            contoh=tuple(map(Bulan.parse, record["contoh"])),
            temuan=tuple(map(Temuan.from_record, record["temuan"])),
            pemeriksaan=tuple(Pemeriksaan(**check) for check in record["pemeriksaan"]),
            ditahan=tuple(record["ditahan"]),
        )
    except (FileNotFoundError, json.JSONDecodeError, KeyError, TypeError):
        return None


def read_findings(project: Project, bulan: Bulan) -> tuple[list[Temuan], list[str]]:
    """Read what was found in a checked month, and the sources that are withheld, and no more."""
    record = _read_record(project, bulan)
    return list(map(Temuan.from_record, record["temuan"])), record["ditahan"]


def _synthetic(project: Project, bulan: Bulan, used: pd.DataFrame | None) -> list[Bulan]:
    months = needed_months(project, bulan)
    marked = {month for month in months if (project.raw(month) / CONTOH).exists()}
    if used is not None:
        marked |= {Bulan.parse(month) for month in used.loc[used["sumber"].eq("contoh"), "bulan"]}
    return sorted(marked)
