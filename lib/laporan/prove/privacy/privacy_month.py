"""No value of a personal column of a month's raw exports stands in anything made from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import made_files
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings, load_settings
from laporan.prove.privacy.cells import read_cells
from laporan.prove.privacy.finished import parts_of
from laporan.prove.privacy.leaks import Finder, Leak, list_rows
from laporan.prove.privacy.persons import Persons, gather_persons
from laporan.read.folder import check_folder
from laporan.store.freshness import needed_months


@dataclass(frozen=True)
class Privacy:
    """What the check of a month found.

    Attributes
    ----------
    values, columns, files
        How many values were looked for, from how many columns of raw exports, in how many
        finished files.
    agents
        How many names of agents are excepted.
    skipped
        The rows whose values are too short to be looked for, by file and column.
    leaks
        What must not be where it is.
    """

    values: int
    columns: int
    files: int
    agents: int
    skipped: Mapping[tuple[str, str], Sequence[int]]
    leaks: tuple[Leak, ...]

    def report(self, bulan: Bulan) -> str:
        """Say what was looked for, what was not, and what was found."""
        found = f"{angka(len(self.leaks))} temuan" if self.leaks else "tidak satu pun ditemukan"
        short = sum(map(len, self.skipped.values()))
        return "\n".join(
            [
                f"{bulan.label}: {angka(self.values)} isi pribadi dari {angka(self.columns)} kolom "
                f"ekspor mentah dicari dalam {angka(self.files)} berkas hasil; {found}. "
                f"{angka(self.agents)} nama agen dikecualikan; {angka(short)} isi terlalu pendek "
                "untuk dicari" + (":" if short else "."),
                *(
                    f"- {berkas}, kolom {kolom!r}, baris {list_rows(list(rows))}"
                    for (berkas, kolom), rows in self.skipped.items()
                ),
                *map(str, self.leaks),
            ]
        )


def check_privacy(project: Project, bulan: Bulan) -> Privacy:
    """Look for the personal values of all months that a report reads in all that it made.

    Raises
    ------
    LaporanError
        If the month has no raw exports, or one can't be read.
    """
    check_folder(project.raw(bulan))
    finder = finder_of(project, bulan)
    persons = finder.persons
    files = list(made_files(project, bulan, needed_months(project, bulan)))
    return Privacy(
        values=persons.count,
        columns=len(persons.columns),
        files=len(files),
        agents=len(persons.agents),
        skipped=dict(persons.skipped),
        leaks=tuple(
            leak
            for name, path in files
            for leak in finder.find(name, parts_of(name, path.read_bytes()))
        ),
    )


def finder_of(project: Project, bulan: Bulan) -> Finder:
    """Give what finds the personal values of all months that a report reads.

    Raises
    ------
    LaporanError
        If a raw export can't be read.
    """
    settings = load_settings(project.settings_file, bulan)
    return Finder(read_persons(project, needed_months(project, bulan), settings), settings)


def read_persons(project: Project, months: Sequence[Bulan], settings: Settings) -> Persons:
    """Take the personal values out of the raw exports of months that have some.

    What was open when a month's exports were made is open in them.
    """
    held = {
        month: load_settings(project.settings_file, month)
        for month in months
        if project.raw(month).is_dir()
    }
    opened = {
        *settings["data_pribadi"]["kolom_terbuka"],
        *(title for each in held.values() for title in each["kolom_tiket"].values()),
        *(name for each in held.values() for name in each["data_pribadi"]["kolom_terbuka"]),
    }
    own = {**settings["data_pribadi"], "kolom_terbuka": sorted(opened)}
    cells = (cell for month, each in held.items() for cell in read_cells(project.raw(month), each))
    return gather_persons(cells, {**settings, "data_pribadi": own})
