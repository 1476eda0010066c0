"""Figures as pictures and tables write them: beside a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.prove.audit.blocks import Key
from laporan.prove.audit.spelling import forms_of

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Labelled:
    """A figure, and what may be written beside it."""

    labels: tuple[str, ...]
    value: float
    percent: bool = False


def label_figures(
    figures: Mapping[Key, Angka], differences: Mapping[str, float]
) -> dict[str, list[Labelled]]:
    """Give figures by the form in which they are written.

    Parameters
    ----------
    differences
        Topic to the difference of its tickets from the month before.
    """
    found: dict[str, list[Labelled]] = {}
    for item in [*_single(figures), *_days(figures), *_differences(differences)]:
        for text in forms_of(item.value, percent=item.percent):
            found.setdefault(text, []).append(item)
    return found


def _single(figures: Mapping[Key, Angka]) -> Iterator[Labelled]:
    for figure in figures.values():
        labels = [figure.kategori or _unit(figure), Bulan.parse(figure.bulan).nama]
        if "potret" in figure.dimensi:
            labels.append(f"potret {figure.dimensi.partition(':')[2] or figure.kategori}")
        yield Labelled(tuple(filter(None, labels)), figure.nilai, percent=figure.satuan == "persen")
        if figure.dimensi == "hari_jam":
            day, hour = figure.kategori.split("-")
            yield Labelled((f"{HARI[int(day) - 1]} pukul {hour}.00",), figure.nilai)


def _days(figures: Mapping[Key, Angka]) -> Iterator[Labelled]:
    """Give the sums of each weekday, which a picture tells."""
    days = dict.fromkeys(HARI, 0.0)
    for figure in figures.values():
        if figure.dimensi == "hari_jam":
            days[HARI[int(figure.kategori[0]) - 1]] += figure.nilai
    for day, count in days.items():
        yield Labelled((day,), count)


def _differences(differences: Mapping[str, float]) -> Iterator[Labelled]:
    for topik, difference in differences.items():
        yield Labelled((topik,), difference)


def _unit(figure: Angka) -> str:
    return "tidak diketahui" if figure.indikator.endswith("zona_tidak_dikenal") else figure.satuan
