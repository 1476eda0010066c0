"""``laporan check``: read and check a month's exports, and write their quality report alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from laporan.check import check_month, check_sources
from laporan.check.quality import blocking_text, describe_findings, held_text
from laporan.check.withheld import held_back
from laporan.clean.koreksi import COLUMNS, ISILAH
from laporan.clean.schema import Hasil
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import MUTU
from laporan.dasar.project import Project
from laporan.dasar.temuan import Temuan
from laporan.read.folder import KOREKSI, check_folder
from laporan.render.output import check_writable, publish, staging
from laporan.render.results import write_quality
from laporan.store.freshness import needed_months, stale_groups
from laporan.store.group import clean_month
from laporan.store.month_data import MonthData, load_month

_LIST = re.compile(r"[\w-]+\.(?:csv|xlsx)\b")

# So many lines of corrections are offered on screen.
OFFERED = 20


@dataclass(frozen=True)
class Checked:
    """A checked month: its data with all findings, and where its quality report lies."""

    data: MonthData
    mutu: Path

    @property
    def blocking(self) -> str:
        """Why no report can be made, as a render of the month says it; empty if one can."""
        found = [finding for finding in self.data.temuan if finding.menghentikan]
        return blocking_text(found, self.data.bulan) if found else ""

    def __str__(self) -> str:
        """Give the sums, then the warnings by file."""
        warnings = [finding for finding in self.data.temuan if not finding.menghentikan]
        parts = [
            _summary(self.data),
            describe_findings(warnings),
            _offers(self.data),
            f"Laporan mutu: {self.mutu}",
        ]
        return "\n\n".join(part for part in parts if part)


def check_exports(project: Project, bulan: Bulan, *, again: bool) -> Checked:
    """Check a month.

    Parameters
    ----------
    again
        Clean the exports even if their cleaned tables lie there and are up to date.

    Raises
    ------
    LaporanError
        If there is no such month, or the output can't be written. What blocks a report is no
        error here: it is among the findings.
    """
    check_folder(project.raw(bulan))
    check_writable(project.out)
    data = examine(project, bulan, again=again)
    target = project.output(bulan)
    with staging(target) as folder:
        write_quality(project, data, folder / MUTU)
        (written,) = publish(folder, target)
    return Checked(data, written)


def examine(project: Project, bulan: Bulan, *, again: bool = True) -> MonthData:
    """Read, clean and check a month, with all findings; write nothing."""
    own = clean_month(project, bulan) if again else _known_month(project, bulan)
    result, ditahan = _check(project, bulan, own)
    left = own.without(ditahan)
    return replace(left, temuan=result.temuan, pemeriksaan=result.pemeriksaan)


def refuse_withheld(project: Project, months: Sequence[Bulan]) -> None:
    """Stop where a side source's figures would be withheld, or the report of a month would stop.

    Raises
    ------
    LaporanError
        With what was found.
    """
    told = [text for month in months if (text := strict_text(project, month))]
    if told:
        raise LaporanError("\n\n".join(told))


def strict_text(project: Project, bulan: Bulan) -> str:
    """Say what speaks against a month of which nothing is withheld; nothing if nothing does."""
    found = [each for each in examine(project, bulan).temuan if each.menghentikan or each.menahan]
    return blocking_text(found, bulan) if found else ""


def _check(project: Project, bulan: Bulan, own: MonthData) -> tuple[Hasil, tuple[str, ...]]:
    others = [month for month in needed_months(project, bulan) if month != bulan]
    data = {bulan: own} | {month: _known_month(project, month) for month in others}
    result = check_sources(bulan, data)
    # Figures of sources that are not fit would be taken for findings of their own.
    if result.menghentikan:
        return result, held_back(own).ditahan
    try:
        checked = check_month(project, bulan, data)
        return checked.hasil, checked.ditahan
    except LaporanError as error:
        # A list beside the months names itself first.
        named = _LIST.match(str(error))
        berkas = named[0] if named else ""
        more = Hasil((Temuan("angka terhitung", str(error), True, berkas=berkas),))
        return result + more, held_back(own).ditahan


def _known_month(project: Project, bulan: Bulan) -> MonthData:
    """Give a month as it lies there if it is up to date, else cleaned anew."""
    if stale_groups(project, bulan):
        return clean_month(project, bulan)
    return load_month(project, bulan)


def _offers(data: MonthData) -> str:
    """Give the lines of corrections that would settle what was found, for who asks today."""
    lines = list(dict.fromkeys(line for finding in data.temuan for line in finding.usulan))
    if not lines:
        return ""
    today = datetime.now(ZoneInfo("Asia/Jakarta")).date()
    more = len(lines) - OFFERED
    return "\n".join(
        [
            f"Usulan koreksi. Periksa, ganti {ISILAH}, dan salin yang benar ke raw/{data.bulan}/"
            f"{KOREKSI}:",
            ",".join(COLUMNS),
            *(f"{line},analis,{today}" for line in lines[:OFFERED]),
            *([f"… dan {angka(more)} baris lagi di {MUTU}."] if more > 0 else []),
        ]
    )


def _summary(data: MonthData) -> str:
    names = ("baris", "diambil", "ditolak", "dikecualikan")
    sums = {name: angka(int(data.berkas[name].sum())) for name in names}
    blocking = sum(finding.menghentikan for finding in data.temuan)
    return (
        f"{data.bulan.label}: {angka(len(data.berkas))} berkas, {sums['baris']} baris = "
        f"{sums['diambil']} diambil + {sums['ditolak']} ditolak + {sums['dikecualikan']} "
        f"dikecualikan. {angka(len(data.pemeriksaan))} pemeriksaan: {angka(blocking)} temuan "
        f"menghentikan, {angka(len(data.temuan) - blocking)} peringatan. "
        f"{held_text(data.ditahan)}"
    ).rstrip()
