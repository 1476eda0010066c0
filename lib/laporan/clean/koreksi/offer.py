"""Lines of corrections, offered for what checks ask about: ready to be copied and decided."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO

import pandas as pd

from laporan.clean.agents import suggest as suggest_agents
from laporan.clean.koreksi.meant import nearest
from laporan.clean.koreksi.place import Place, Places
from laporan.clean.koreksi.value import ISILAH, PEMDA, choices_of, cleaned_from, usual_values
from laporan.clean.ledger import Cleaned
from laporan.clean.steps import NAMA_AGEN, NAMA_DAERAH, NILAI_DIKENAL
from laporan.clean.texts import hide_persons, tidy
from laporan.dasar.inert import guard
from laporan.dasar.regions import suggest
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.declaration import Source
from laporan.read.raw_table import RawTable

# What is asked about, and the reason that the lines give.
_REASONS = {
    NAMA_DAERAH: "nama daerah tidak dikenal",
    NILAI_DIKENAL: "isi kolom tidak dikenal",
    NAMA_AGEN: "nama agen dieja lain",
}


def with_offers(
    cleaned: Cleaned, tables: Sequence[RawTable], source: Source, settings: Settings
) -> Cleaned:
    """Put the lines that would settle a finding beside it.

    Parameters
    ----------
    cleaned
        The source, with what checks found.
    tables
        What it was cleaned from.
    """
    places = Places(tables, source)

    def offered(finding: Temuan) -> Temuan:
        if finding.pemeriksaan not in _REASONS:
            return finding
        return replace(finding, usulan=tuple(_lines(finding, cleaned, tables, places, settings)))

    return replace(cleaned, temuan=tuple(map(offered, cleaned.temuan)))


def _lines(
    finding: Temuan,
    cleaned: Cleaned,
    tables: Sequence[RawTable],
    places: Places,
    settings: Settings,
) -> Iterator[str]:
    for baris in finding.baris:
        for place in places.in_file(finding.berkas, baris):
            kolom = places.named(place, finding.kolom)
            if kolom is None:
                continue  # the file has it under no heading: there is no cell to correct
            lama = tables[place.tabel].data[kolom].iloc[place.posisi]
            # On another sheet, a row of that number says something else.
            # What can't be seen can't be copied either.
            if pd.isna(lama) or not str(lama).isprintable() or not _is_meant(str(lama), finding):
                continue
            baru = _suggested(str(lama), kolom, finding, place, cleaned, places.source, settings)
            if baru and baru != lama:
                reason = _REASONS[finding.pemeriksaan]
                yield _line(finding.sumber, places.key_of(place), finding.kolom, lama, baru, reason)


def _is_meant(lama: str, finding: Temuan) -> bool:
    """Tell whether a finding speaks of what a cell says, which may be shown and copied."""
    told = tidy(hide_persons(pd.Series([lama], dtype="str"))).iloc[0]
    shown = pd.notna(told) and f"“{told}”".casefold() in finding.pesan.casefold()
    return shown and guard(lama) == lama and told == tidy(pd.Series([lama], dtype="str")).iloc[0]


def _suggested(
    lama: str,
    kolom: str,
    finding: Temuan,
    place: Place,
    cleaned: Cleaned,
    source: Source,
    settings: Settings,
) -> str:
    """Give what may be meant; nothing where there is nothing to be asked."""
    if finding.pemeriksaan == NAMA_AGEN:
        read = _read_as(place, cleaned)
        return suggest_agents(read, cleaned.tabel["agen"]) or read
    if finding.pemeriksaan == NAMA_DAERAH:
        regions = suggest(lama)
        needed = any(each.name == PEMDA for each in cleaned_from(kolom, source, settings))
        if len(regions) > 1:
            return f"{ISILAH} ({' atau '.join(regions)})"
        return regions[0] if regions else ISILAH * needed
    choices = choices_of(kolom, source, settings)
    near = nearest(lama, choices or usual_values(kolom, source, settings))
    return near or ISILAH * bool(choices)


def _read_as(place: Place, cleaned: Cleaned) -> str:
    """Give the agent's name as it was read, where the row was taken."""
    asal = cleaned.asal
    here = asal["berkas"].eq(place.berkas) & asal["baris"].eq(place.baris)
    if not here.any():
        return ""
    names = cleaned.tabel.loc[here.to_numpy(), "agen"].dropna().unique()
    return str(names[0]) if len(names) == 1 else ""


def _line(*cells: str) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
