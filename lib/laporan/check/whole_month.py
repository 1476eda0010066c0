"""A month checked as a whole: its sources, its base months, and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from laporan.check.agreement import check_identities, check_lists
from laporan.check.backlog import check_backlog
from laporan.check.catatan import Catatan, read_catatan
from laporan.check.clocks import check_clocks
from laporan.check.days import check_days
from laporan.check.emptied import check_emptied
from laporan.check.levels import check_levels, check_untold
from laporan.check.meetings import check_attendance
from laporan.check.published import check_revision, read_published
from laporan.check.repeated import check_repeated
from laporan.check.tindak_lanjut import changed_deadlines, published_deadlines, read_tindak_lanjut
from laporan.check.withheld import held_back, unfit, withholding
from laporan.clean.schema import Hasil
from laporan.clean.schema.unprinted import HURUF, letters_text, told_letters
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import visible
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.dasar.temuan import Temuan
from laporan.measure import Ukuran, measure, read_riwayat, riwayat_warnings, used_riwayat
from laporan.measure.keputusan.peristiwa import read_peristiwa
from laporan.measure.riwayat import window
from laporan.read.folder import CATATAN
from laporan.store.freshness import file_digests
from laporan.store.month_data import MonthData

ANGKA_TERBIT, ISI_CATATAN = "angka terbit", "isi catatan"
TINDAK_LANJUT = "daftar tindak lanjut"


@dataclass(frozen=True)
class CheckedMonth:
    """A month's figures, and what all checks found.

    Parameters
    ----------
    ukuran
        All figures.
    catatan
        What the analysts wrote by hand; empty where it cannot be used.
    riwayat
        The rows of ``riwayat.csv`` that stand in for raw exports; None without such a file.
    hasil
        What was found, and which checks were run.
    ditahan
        The side sources whose figures are withheld for what was found.
    """

    ukuran: Ukuran
    catatan: Catatan
    riwayat: pd.DataFrame | None
    hasil: Hasil
    ditahan: tuple[str, ...] = ()


def check_sources(bulan: Bulan, data: Mapping[Bulan, MonthData]) -> Hasil:
    """Gather what the checks of single sources found in cleaning.

    Of the months that the report compares with, only what blocks or withholds counts here: a wrong
    base is a wrong figure. Their files are named with their folder.
    """
    data = {month: held_back(each) for month, each in data.items()}
    own = data[bulan]
    told = {finding.pesan for finding in own.temuan if not finding.berkas}
    base = [
        replace(finding, berkas=f"{month}/{finding.berkas}" if finding.berkas else str(month))
        for month, each in data.items()
        if month != bulan
        for finding in each.temuan
        if (finding.menghentikan or finding.menahan)
        and (finding.berkas or finding.pesan not in told)
    ]
    return Hasil((*base, *own.temuan), own.pemeriksaan)


def check_month(project: Project, bulan: Bulan, data: Mapping[Bulan, MonthData]) -> CheckedMonth:
    """Measure a month, and check it across sources and months; withhold side sources not fit.

    Parameters
    ----------
    project
        The folders: of them the settings of each month, the digests of raw files, ``riwayat.csv``,
        ``peristiwa.csv`` and ``catatan.md`` are read.
    bulan
        The month.
    data
        It and the months that it is compared with, cleaned.

    Raises
    ------
    LaporanError
        If ``riwayat.csv`` or ``peristiwa.csv`` cannot be used, or the figures cannot be computed.
    """
    data = {month: held_back(each) for month, each in data.items()}
    checked = _check_once(project, bulan, data)
    # What is withheld is measured no more, and may change what else is found.
    while more := set(unfit(checked.hasil.temuan)) - set(data[bulan].ditahan):
        told = [finding for finding in checked.hasil.temuan if finding.sumber in more]
        own = data[bulan].without(sorted(more))
        data = data | {bulan: replace(own, temuan=(*own.temuan, *map(withholding, told)))}
        checked = _check_once(project, bulan, data)
    told_once = tuple(dict.fromkeys(map(withholding, checked.hasil.temuan)))
    hasil = Hasil(told_once, checked.hasil.pemeriksaan)
    return replace(checked, hasil=hasil, ditahan=data[bulan].ditahan)


def _check_once(project: Project, bulan: Bulan, data: Mapping[Bulan, MonthData]) -> CheckedMonth:
    tables = {month: each.tables for month, each in data.items()}
    looked_at = {*data, *window(bulan), bulan.shift(1)}
    settings = {month: load_settings(project.settings_file, month) for month in looked_at}
    riwayat = read_riwayat(project.riwayat_file)
    peristiwa = read_peristiwa(project.peristiwa_file)
    ukuran = measure(bulan, tables, riwayat, settings, peristiwa)
    hasil = check_sources(bulan, data) + check_identities(ukuran)
    hasil += check_lists(tables[bulan], ukuran)
    hasil += check_backlog(ukuran)
    hasil += check_clocks(tables[bulan].get("tiket"), bulan, settings[bulan])
    hasil += check_untold(ukuran, settings[bulan])
    hasil += check_days(tables[bulan], bulan, settings[bulan])
    hasil += check_levels(ukuran, settings[bulan])
    hasil += check_attendance(tables[bulan])
    hasil += check_revision(ukuran, read_published(project.printed_before(bulan, UKURAN)))
    if bulan.previous in data:
        digests = (file_digests(project, month) for month in (bulan, bulan.previous))
        hasil += check_repeated(data[bulan], data[bulan.previous], *digests)
        hasil += check_emptied(data[bulan], data[bulan.previous], settings[bulan])
    used = None
    if riwayat is not None:
        used = used_riwayat(bulan, tables, riwayat)
        found = riwayat_warnings(riwayat, ukuran.tabel)
        hasil += Hasil(
            tuple(Temuan(ANGKA_TERBIT, text, berkas=project.riwayat_file.name) for text in found)
        )
    catatan, findings = _read_notes(project, bulan, ukuran)
    hasil += Hasil(tuple(_check_actions(project, bulan)))
    return CheckedMonth(ukuran, catatan, used, hasil + Hasil(tuple(findings)))


def _check_actions(project: Project, bulan: Bulan) -> Iterator[Temuan]:
    path = project.tindak_lanjut_file
    try:
        actions = read_tindak_lanjut(path)
        before = published_deadlines(project.printed_before(bulan, JEJAK))
        lines = list(changed_deadlines(actions, before))
    except LaporanError as error:
        lines = str(error).splitlines()
    for line in lines:
        yield Temuan(TINDAK_LANJUT, line, menghentikan=True, berkas=path.name)


def _read_notes(project: Project, bulan: Bulan, ukuran: Ukuran) -> tuple[Catatan, list[Temuan]]:
    try:
        catatan = read_catatan(project.raw(bulan), ukuran)
    except LaporanError as error:
        return Catatan(), [Temuan(ISI_CATATAN, str(error), menghentikan=True, berkas=CATATAN)]
    told = [Temuan(ISI_CATATAN, text, berkas=CATATAN) for text in catatan.peringatan]
    return catatan, [*told, *_unprintable(project.raw(bulan) / CATATAN)]


def _unprintable(path: Path) -> list[Temuan]:
    """Tell of letters of the notes that the paper shows by their names, line by line."""
    lines = path.read_text("utf-8-sig").splitlines() if path.is_file() else []
    return [
        Temuan(HURUF, letters_text(told), berkas=CATATAN, baris=(number,), jumlah=1)
        for number, line in enumerate(lines, start=1)
        if (told := told_letters(visible(line)))
    ]
