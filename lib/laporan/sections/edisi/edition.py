"""An edition as it is filled into templates, and all of a kind as the notebook gives them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from laporan.check.made_up import made_up_rules
from laporan.dasar.indonesian import daftar
from laporan.dasar.regions.official_regions import Region
from laporan.measure import Angka, format_ukuran
from laporan.sections.edisi import edition_parts as parts
from laporan.sections.edisi.readers import EditionFigures
from laporan.sections.report import Report
from laporan.show.display import RENDERER_VARIABLES
from laporan.show.runs import Runs, runs
from laporan.show.template_blocks import Block, paragraph, part

# What the notebook hands on, as its output is called.
MIME = "application/vnd.laporan.edisi+json"
# What is explained to those who have no figures of their own.
INVITED = (parts.BALAS,)


@dataclass(frozen=True)
class Sheet:
    """A side of a sheet: what stands across it, and what stands left and right below that."""

    muka: Sequence[Block]
    kiri: Sequence[Block]
    kanan: Sequence[Block]


@dataclass(frozen=True)
class Edition:
    """What one reader gets.

    Attributes
    ----------
    kode, nama, provinsi
        The reader: its code, its short name, its province.
    berkas
        The name of its files, without a suffix.
    judul, subjudul
        Its title, and what it is about.
    tiket
        How many tickets came; the key with it.
    undangan
        Whether it is an invitation, as nobody asked.
    contoh
        What is made up, if anything is.
    halaman
        Its two sides.
    """

    kode: str
    nama: str
    provinsi: str
    berkas: str
    judul: str
    subjudul: str
    tiket: Runs
    undangan: bool
    contoh: str
    halaman: Sequence[Sheet]


@dataclass(frozen=True)
class Editions:
    """All editions of a kind: JSON for who fills templates, a table for who reads the notebook."""

    figures: EditionFigures
    editions: Sequence[Edition]

    def record(self) -> dict[str, Any]:
        """Give all that templates need."""
        return {
            "jenis": self.figures.jenis.nama,
            "label": self.figures.jenis.label,
            "bulan": str(self.figures.bulan),
            "rentang": parts.span(self.figures),
            "ukuran": format_ukuran(self.figures.ukuran.tabel),
            "edisi": [asdict(edition) for edition in self.editions],
        }

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        if any(name in os.environ for name in RENDERER_VARIABLES):
            return {MIME: self.record()}
        return {"text/html": tabel(self.figures).to_html()}


def tabel(figures: EditionFigures) -> pd.DataFrame:
    """Give a row a reader, to look at before anything is printed."""
    columns = ("edisi.tiket", parts.BALAS, parts.SELESAI, "edisi.terbuka")
    return pd.DataFrame(
        {
            name: [
                figure.nilai if (figure := figures.angka(name, region.pemda)) else None
                for region in figures.regions
            ]
            for name in columns
        },
        index=pd.Index([region.pemda for region in figures.regions], name=figures.jenis.nama),
        dtype="float64",
    )


def susun(lap: Report, figures: EditionFigures) -> Editions:
    """Write the edition of each reader."""
    contoh = _made_up(lap, figures)
    return Editions(figures, [_edition(lap, figures, each, contoh) for each in figures.regions])


def _made_up(lap: Report, figures: EditionFigures) -> str:
    """Say what is made up, if anything is."""
    months = [month for month in figures.months if month in lap.contoh]
    whole = len(months) == len(figures.months)
    which = parts.span(figures) if whole else daftar(month.label for month in months)
    told = [f"Data contoh ({which}), bukan data sebenarnya"] if months else []
    if made_up_rules(lap.settings):
        told.append("Peraturan dan tenggat contoh, bukan yang sebenarnya")
    return ". ".join(told)


def _edition(lap: Report, figures: EditionFigures, region: Region, contoh: str) -> Edition:
    count = figures.known("edisi.tiket", region.pemda)
    pages = _answers(lap, figures, region) if count.nilai else _invitation(lap, figures, region)
    return Edition(
        kode=region.kode_wilayah,
        nama=region.pemda,
        provinsi=region.provinsi,
        berkas=_file_name(region),
        judul=f"Layanan DJPK untuk {region.pemda}",
        subjudul=parts.span(figures),
        tiket=runs("{n}", n=count),
        undangan=not count.nilai,
        contoh=contoh,
        halaman=pages,
    )


def _file_name(region: Region) -> str:
    """Name the files by code, which sorts them, and by name, which people know."""
    return f"{region.kode_wilayah}-{re.sub(r'[^a-z0-9]+', '-', region.pemda.lower()).strip('-')}"


def _answers(lap: Report, figures: EditionFigures, region: Region) -> list[Sheet]:
    """Write what was asked and answered, then what is behind it and whom to ask."""
    name, settings = region.pemda, lap.settings
    opening = runs(
        "{n} tiket dari {siapa} diterima {pusat} pada {span}. Lembar ini menyebut apa yang "
        "ditanyakan, seberapa cepat dijawab, dan apa yang masih terbuka.",
        n=figures.known("edisi.tiket", name), siapa=_who(figures, region),
        pusat=settings["layanan"]["nama_pusat"], span=parts.span(figures),
    )  # fmt: skip
    own, everywhere = figures.topics(name), parts.asked_everywhere(lap, figures)
    topics = own or parts.country_topics(lap, figures)
    # Where few topics are told, the column that has them would be as good as empty.
    few = len(own) <= settings["edisi"]["topik_tercetak"]
    return [
        Sheet(
            muka=[part("", paragraph(opening), parts.key_cards(figures, name))],
            kiri=[parts.asked(figures, name), *([everywhere] if few else [])],
            kanan=[
                parts.speed(figures, name),
                parts.left_open(lap, figures, name),
                *([] if few else [everywhere]),
            ],
        ),
        Sheet(
            # Across both columns a regulation takes a line: all of a region's topics have room.
            muka=[parts.rules(settings, _names(topics), of=None if own else name)],
            kiri=[parts.channels(settings)],
            kanan=[parts.deadlines(settings), parts.reading(figures)],
        ),
    ]


def _invitation(lap: Report, figures: EditionFigures, region: Region) -> list[Sheet]:
    """Invite who never asked: where and when, and what others ask about."""
    settings = lap.settings
    opening = runs(
        "Pada {span} tidak ada pertanyaan dari {siapa} yang tercatat di {pusat}. Bila ada yang "
        "ingin ditanyakan tentang transfer ke daerah, silakan hubungi kami: layanan ini terbuka "
        "bagi setiap pemerintah daerah.",
        span=parts.span(figures), siapa=_who(figures, region),
        pusat=settings["layanan"]["nama_pusat"],
    )  # fmt: skip
    topics = parts.country_topics(lap, figures)
    return [
        Sheet(
            muka=[part("", paragraph(opening))],
            kiri=[parts.channels(settings)],
            kanan=[parts.speed(figures, None), parts.deadlines(settings)],
        ),
        Sheet(
            muka=[],
            kiri=[parts.asked_everywhere(lap, figures)],
            kanan=[parts.rules(settings, _names(topics)), parts.reading(figures, INVITED)],
        ),
    ]


def _names(topics: Iterable[Angka]) -> list[str]:
    return [figure.kategori for figure in topics]


def _who(figures: EditionFigures, region: Region) -> str:
    """Name whose tickets are counted: a province's edition has those of all within it."""
    if figures.jenis.nama == "provinsi":
        return f"{region.pemda} dengan kabupaten dan kotanya"
    return region.pemda
