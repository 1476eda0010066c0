"""Whatever a finished file holds, and however it is written, a personal value in it is found."""

from pathlib import Path

import bocor
from tempat import FORMS, NAME_FORMS, PLACES

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.prove.privacy.cells import read_cells
from laporan.prove.privacy.persons import gather_persons
from laporan.read.declaration import Isi
from laporan.read.private_columns import kind_of

VALUES = 25


def test_values_of_july_are_found_in_every_place(tmp_path: Path) -> None:
    settings = load_settings()
    cells = list(read_cells(Project.find().raw(Bulan(2023, 7)), settings))
    searched = bocor.searched_cells(cells, settings)
    chosen = searched[:: len(searched) // VALUES][:VALUES]
    assert len({cell.kolom for cell in chosen}) > 4
    tried = list(bocor.try_places(gather_persons(cells, settings), chosen, settings, tmp_path))
    of_persons = [
        cell for cell in chosen if kind_of(cell.sumber, cell.kolom, settings) is Isi.ORANG
    ]
    assert 10 < len(of_persons) < VALUES
    expected = VALUES * len(FORMS) + len(of_persons) * len(NAME_FORMS)
    assert len(tried) == expected * len(PLACES)
    assert [each for each in tried if not each.found] == []
