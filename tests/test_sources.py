"""A source has one name, under which each room has what only it can do."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from proyek import ROOT

import laporan
import laporan_sample
from laporan.measure import INDIKATOR
from laporan.read.header import fold
from laporan.read.sources import SOURCES

PACKAGE, SAMPLE = Path(laporan.__file__).parent, Path(laporan_sample.__file__).parent
EXTRA = {name for name, source in SOURCES.items() if source.extra}


def names_in(folder: Path) -> set[str]:
    return {module.name for module in iter_modules([str(folder / "sources")])}


def test_each_room_has_every_source_and_nothing_else():
    assert names_in(PACKAGE / "read") == set(SOURCES)
    assert names_in(PACKAGE / "clean") == set(SOURCES)
    assert names_in(PACKAGE / "measure") == set(SOURCES)
    # What only adds to other sources has no sample.
    assert names_in(SAMPLE) == set(SOURCES) - EXTRA


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_known_by_its_name(name):
    assert SOURCES[name].name == name
    assert hasattr(import_module(f"laporan.clean.sources.{name}"), f"clean_{name}")
    measures = import_module(f"laporan.measure.sources.{name}")
    assert hasattr(measures, f"series_{name}") or hasattr(measures, f"detail_{name}")
    assert (ROOT / "notebooks" / f"{SOURCES[name].group}.ipynb").is_file()


@pytest.mark.parametrize("name", SOURCES)
def test_what_is_declared_hangs_together(name):
    source = SOURCES[name]
    table = {column.name for column in source.table}
    checked = {
        column
        for check in source.checks
        for kind in ("column", "columns", "earlier", "whole")
        for column in (
            [getattr(check, kind)]
            if isinstance(getattr(check, kind, None), str)
            else getattr(check, kind, ())
        )
    }
    assert checked <= table
    assert {indikator for indikator, _ in source.followed} <= set(INDIKATOR)
    # What a section lists is counted by a figure, and the two are held equal.
    assert source.counted in INDIKATOR or not (source.counted or source.listed)
    headings = [heading for column in source.columns for heading in (column.name, *column.also)]
    assert len(headings) == len({fold(heading) for heading in headings})


def test_every_indicator_names_sources_that_there_are():
    assert {name for indikator in INDIKATOR.values() for name in indikator.sumber} <= set(SOURCES)


def test_a_source_is_shown(juli: Path) -> None:
    """Each source of the sample has figures in the report of July, or rows that are listed."""
    page = (juli / "laporan.html").read_text("utf-8")
    shown = {
        name
        for kunci, indikator in INDIKATOR.items()
        if f",{kunci}," in page
        for name in indikator.sumber
    }
    assert shown >= set(SOURCES) - EXTRA
