"""Who reads editions, and the figures of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis, parse_jenis
from laporan.dasar.project import Project
from laporan.dasar.regions.official_regions import Region, gazetteer
from laporan.dasar.settings import load_settings
from laporan.measure import INDIKATOR, Angka, Tiada, Ukuran, measure_editions
from laporan.measure.angka import to_table
from laporan.measure.edisi.edition_figures import NEGARA
from laporan.measure.edisi.edition_months import gather_months
from laporan.sections.report import Report
from laporan.show.runs import Runs, runs
from laporan.show.template_blocks import from_setting


@dataclass(frozen=True)
class EditionFigures:
    """The figures of a kind of editions.

    Attributes
    ----------
    jenis, bulan
        The kind, and the report's month.
    months
        The months that it speaks about and that have data, the earliest first.
    regions
        The readers, by code.
    ukuran
        All figures.
    """

    jenis: Jenis
    bulan: Bulan
    months: Sequence[Bulan]
    regions: Sequence[Region]
    ukuran: Ukuran

    def angka(self, indikator: str, name: str = NEGARA) -> Angka | None:
        """Give a figure of a region, or of the country; None where there is none."""
        return self.ukuran.angka(indikator, self.jenis.nama, name)

    def known(self, indikator: str, name: str = NEGARA) -> Angka:
        """Give a figure that every region has."""
        figure = self.angka(indikator, name)
        if figure is None:
            raise KeyError(f"{indikator},{self.jenis.nama},{name}")
        return figure

    def alasan(self, indikator: str, name: str = NEGARA) -> Runs:
        """Say why a figure is not there; nothing where it is."""
        reason = self.ukuran.alasan(indikator, self.jenis.nama, name)
        if reason is None:
            return []
        needed = from_setting(f"{reason.perlu or 0:.0f}", "minimum.median")
        return runs(reason.alasan, perlu=needed)

    def topics(self, name: str = NEGARA) -> list[Angka]:
        """Give the topics that are told of a region, the one asked about most first."""
        dimensi = f"{self.jenis.nama}:{name}"
        counted = self.ukuran.kategori("edisi.topik", dimensi)
        found = (self.ukuran.angka("edisi.topik", dimensi, str(topic)) for topic in counted.index)
        return [figure for figure in found if figure is not None]


def ukur(lap: Report, jenis: str) -> EditionFigures:
    """Measure what the editions of a kind say.

    Parameters
    ----------
    lap
        The opened month.
    jenis
        ``provinsi`` or ``pemda``; the notebook's parameter.

    Raises
    ------
    CallError
        If there is no such kind.
    """
    kind, file = parse_jenis(jenis), Project.find().settings_file
    tables = {month: each.tables for month, each in lap.bulan_lain.items()}
    tables[lap.bulan] = lap.tables
    settings = {month: load_settings(file, month) for month in tables}
    months = gather_months(lap.bulan, kind, tables, settings)
    regions = readers(kind)
    told = measure_editions(months, [region.pemda for region in regions], lap.settings)
    figures = [each for each in told if isinstance(each, Angka)]
    reasons = tuple(each for each in told if isinstance(each, Tiada))
    ukuran = Ukuran(to_table(figures), lap.bulan, reasons)
    return EditionFigures(kind, lap.bulan, months.known, regions, ukuran)


def readers(jenis: Jenis) -> list[Region]:
    """Give the readers of a kind, by code: the provinces, or every region of the code table."""
    regions = gazetteer().by_pemda.values()
    wanted = (r for r in regions if jenis.nama == "pemda" or r.pemda == r.provinsi)
    return sorted(wanted, key=lambda region: region.kode_wilayah)


def meaning(indikator: str) -> tuple[str, str]:
    """Give an indicator's name, and what it means."""
    known = INDIKATOR[indikator]
    return known.nama, f"{known.definisi}."
