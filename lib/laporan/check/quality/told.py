"""Findings as text: grouped by file, the blocking ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.temuan import Temuan
from laporan.read.sources import SOURCES

# So many findings of one check about one file are written out.
SHOWN = 10
# What findings are about that are about no source.
WHOLE_MONTH = "Bulan ini secara keseluruhan"


def describe_findings(findings: Iterable[Temuan]) -> str:
    """Write findings under their files, each with its grade, its check's name and its place."""
    groups: dict[str, list[Temuan]] = {}
    for finding in findings:
        groups.setdefault(place_of(finding), []).append(finding)
    return "\n\n".join(
        "\n".join([place, *(f"  {line}" for line in _lines(group))])
        for place, group in groups.items()
    )


def place_of(finding: Temuan) -> str:
    """Give what findings are grouped by: the file, else the source, else the month."""
    if finding.berkas:
        return finding.berkas
    return SOURCES[finding.sumber].label if finding.sumber else WHOLE_MONTH


def shorten(findings: Sequence[Temuan]) -> tuple[list[Temuan], dict[tuple[str, str], int]]:
    """Keep the first findings of each check about each file, and count the others."""
    seen: dict[tuple[str, str], int] = {}
    kept = []
    for finding in findings:
        key = (place_of(finding), finding.pemeriksaan)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= SHOWN:
            kept.append(finding)
    return kept, {key: count - SHOWN for key, count in seen.items() if count > SHOWN}


def more_text(pemeriksaan: str, count: int) -> str:
    """Say how many findings of a check are not written out."""
    return f"{angka(count)} temuan “{pemeriksaan}” lainnya ada di mutu.html."


def found_text(findings: Sequence[Temuan], ditahan: Iterable[str], mutu: Path) -> str:
    """Say how many warnings there are, in which files, and whose figures are withheld.

    Parameters
    ----------
    findings, ditahan
        What was found, none of it blocking, and the side sources that are withheld.
    mutu
        Where all of it can be read.
    """
    if not findings:
        return "Tidak ada peringatan."
    counts = Counter(map(place_of, findings))
    places = daftar([f"{place} ({angka(count)})" for place, count in counts.items()])
    told = (
        f"{angka(len(findings))} peringatan: {places}. Selengkapnya: {mutu}. {held_text(ditahan)}"
    )
    return told.rstrip()


def held_text(ditahan: Iterable[str]) -> str:
    """Name the sources whose figures are withheld; nothing where there are none."""
    names = [SOURCES[name].label for name in ditahan]
    return f"Angkanya ditahan: {daftar(names)}." if names else ""


def require_fit(findings: Iterable[Temuan], bulan: Bulan) -> None:
    """Stop at findings that block.

    Raises
    ------
    LaporanError
        With all of them.
    """
    blocking = [finding for finding in findings if finding.menghentikan]
    if blocking:
        raise LaporanError(blocking_text(blocking, bulan))


def blocking_text(blocking: Sequence[Temuan], bulan: Bulan) -> str:
    """Say why there is no report."""
    return (
        f"Laporan {bulan.label} tidak disusun; {angka(len(blocking))} temuan menghentikannya.\n\n"
        f"{describe_findings(blocking)}\n\n"
        f"Perbaiki, lalu ulangi. Semua temuan: laporan check {bulan}."
    )


def _lines(group: Sequence[Temuan]) -> list[str]:
    kept, more = shorten(
        sorted(group, key=lambda finding: (not finding.menghentikan, not finding.menahan))
    )
    lines = [
        f"{finding.tingkat} [{finding.pemeriksaan}] {finding.di_dalam_berkas}" for finding in kept
    ]
    return lines + [more_text(pemeriksaan, count) for (_, pemeriksaan), count in more.items()]
