"""What a claim can be proven by, gathered once a month and looked up by those who prove."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd

from laporan.audit.blocks import Key, squeeze
from laporan.audit.claims import has_claims
from laporan.bulan import NAMA_BULAN, Bulan
from laporan.measure import Figure
from laporan.read.sources import SOURCES
from laporan.report import Report

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_HOLE = re.compile(r"\{[^{}]*\}")
_NAME_LENGTH = 3


def spell(value: float, decimals: int, *, percent: bool = False) -> str:
    """Write a number in Indonesian; on its own, so as not to confirm the report by itself."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded + 0:,f}"
    return text.translate(str.maketrans(",.", ".,")) + ("%" if percent else "")


@dataclass(frozen=True)
class Labelled:
    """A figure as a picture or a table writes it: beside a label."""

    labels: tuple[str, ...]
    value: float
    percent: bool = False

    def spelled(self) -> set[str]:
        """All forms in which it may stand."""
        if self.percent:
            return {spell(self.value, 2, percent=True)}
        places = [0] if float(self.value).is_integer() else [0, 2]
        return {spell(abs(self.value), decimals) for decimals in places}


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that a month's claims can rest on.

    Attributes
    ----------
    lap
        The month, opened anew.
    figures
        The rows of the finished ``ukuran.csv``, which were compared with those measured anew.
    notes
        The text of ``catatan.md``, with the figures in place of their names.
    refuted
        Numbers that were typed into the notes and that no figure bears out.
    inputs
        What ``jejak.json`` says of the files that the report rests on.
    """

    lap: Report
    figures: Mapping[Key, Figure]
    notes: str
    refuted: frozenset[str]
    inputs: tuple[Mapping[str, Any], ...]

    @property
    def bulan(self) -> Bulan:
        """The report's month."""
        return self.lap.bulan

    @cached_property
    def by_text(self) -> dict[str, list[Labelled]]:
        """Figures by the form in which they are written."""
        found: dict[str, list[Labelled]] = {}
        for item in [*self._labelled(), *self._derived()]:
            for text in item.spelled():
                found.setdefault(text, []).append(item)
        return found

    def _labelled(self) -> Iterator[Labelled]:
        for figure in self.figures.values():
            month = Bulan.parse(figure.bulan)
            labels = [figure.kategori or _unit_label(figure)]
            labels.append(month.nama)
            if "potret" in figure.dimensi:
                labels.append(f"potret {figure.dimensi.partition(':')[2] or figure.kategori}")
            yield Labelled(
                tuple(filter(None, labels)), figure.nilai, percent=figure.satuan == "persen"
            )
            if figure.dimensi == "hari_jam":
                day, hour = figure.kategori.split("-")
                yield Labelled((f"{HARI[int(day) - 1]} pukul {hour}.00",), figure.nilai)

    def _derived(self) -> Iterator[Labelled]:
        """Give sums and differences of figures that pictures tell: of a weekday, of a topic."""
        days = dict.fromkeys(HARI, 0.0)
        for figure in self.figures.values():
            if figure.dimensi == "hari_jam":
                days[HARI[int(figure.kategori[0]) - 1]] += figure.nilai
        for day, count in days.items():
            yield Labelled((day,), count)
        for topik, difference in self.differences.items():
            yield Labelled((topik,), difference)

    @cached_property
    def differences(self) -> dict[str, float]:
        """Topic to the difference of its tickets from the month before."""
        month, found = str(self.bulan), {}
        for key, figure in self.figures.items():
            if key[:3] == (month, "tiket.topik_bulan_lalu", "topik"):
                now = self.figures.get((month, "tiket.topik", "topik", figure.kategori))
                found[figure.kategori] = (now.nilai if now else 0.0) - figure.nilai
        return found

    @cached_property
    def changes(self) -> dict[tuple[str, str], float]:
        """Dimension and category of tickets to the change from the month before."""
        return {
            key[2:]: figure.nilai
            for key, figure in self.figures.items()
            if key[:2] == (str(self.bulan), "tiket.perubahan_bulanan") and key[3]
        }

    @cached_property
    def changes_since_january(self) -> dict[tuple[str, str], float]:
        """Dimension and category of tickets to the difference from January."""
        january, found = str(self.bulan.year_to_date[0]), {}
        for key, figure in self.figures.items():
            first = self.figures.get((january, *key[1:]))
            if key[:2] == (str(self.bulan), "tiket.jumlah") and key[3] and first:
                found[key[2:]] = figure.nilai - first.nilai
        return found

    @cached_property
    def rows(self) -> set[tuple[str, ...]]:
        """The listed rows of the cleaned tables and of the book of files, as a table has them."""
        found: set[tuple[str, ...]] = set()
        for table in [*self.lap.tables.values(), *self._books(), *self._attended()]:
            if len(table) <= 2000 and "nomor" not in table:
                for row in table.itertuples(index=False, name=None):
                    found.add(tuple(sorted({text for cell in row for text in _written(cell)})))
        return found

    def _books(self) -> Iterator[pd.DataFrame]:
        """Give the book of what was taken and what was not, as the report sums it up."""
        excluded, rejected = self.lap.bersih.dikecualikan, self.lap.bersih.ditolak
        books = [
            self.lap.bersih.berkas,
            excluded.groupby(["sumber", "aturan"])["jumlah"].sum().reset_index(),
            rejected.groupby(["sumber", "berkas", "kolom"]).size().reset_index(name="jumlah"),
        ]
        for book in books:
            yield book.assign(sumber=[SOURCES[name].label for name in book["sumber"]])

    def _attended(self) -> Iterator[pd.DataFrame]:
        """Give the meetings beside the reports of their day, where each has one of the other."""
        tables = self.lap.tables
        if "video_conference" in tables and "kehadiran" in tables:
            meetings, reports = (
                table[~table["tanggal"].duplicated(keep=False)]
                for table in (tables["video_conference"], tables["kehadiran"])
            )
            yield meetings.merge(reports.assign(menit=reports["durasi_detik"] / 60), on="tanggal")

    @cached_property
    def thresholds(self) -> frozenset[str]:
        """The settings that are whole numbers."""
        return frozenset(str(number) for number in _numbers(self.lap.settings))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of all figures."""
        return frozenset(int(key[0][:4]) for key in self.figures)

    @cached_property
    def days(self) -> set[date]:
        """All days that listed rows name, and the month's last."""
        found = {self.bulan.last_day}
        for table in self.lap.tables.values():
            if "tanggal" in table:
                found |= {stamp.date() for stamp in pd.to_datetime(table["tanggal"].dropna())}
        return found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names that hold digits or words of direction: categories, rows, files, settings."""
        found = {figure.kategori for figure in self.figures.values()}
        found |= {part for key in self.figures for part in key[2].split(":")[1:]}
        found |= {Path(str(item["berkas"])).name for item in self.inputs}
        found |= set(_strings(self.lap.settings))
        for table in self.lap.tables.values():
            texts = table.select_dtypes(exclude=["number", "datetime", "datetimetz", "bool"])
            if "nomor" not in table:
                found |= {str(cell) for column in texts for cell in texts[column].dropna()}
        named = {squeeze(name) for name in found if has_claims(name)}
        return tuple(
            sorted(name for name in named if len(name) >= _NAME_LENGTH and not name.isdigit())
        )

    @cached_property
    def hours(self) -> frozenset[str]:
        """The settings that are times of day."""
        return frozenset(
            text for text in _strings(self.lap.settings) if re.fullmatch(r"\d\d\.\d\d", text)
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Find the names and fixed words in a text that hold digits or words of direction."""
        if text not in self._spans:
            low = text.lower()
            self._spans[text] = [
                (at, at + len(piece))
                for piece in self._pieces
                if piece in low
                for at in _places(piece, low)
            ]
        return self._spans[text]

    @cached_property
    def _spans(self) -> dict[str, list[tuple[int, int]]]:
        return {}

    @cached_property
    def _pieces(self) -> list[str]:
        return sorted({piece.lower() for piece in (*self.names, *self.wording)})

    @cached_property
    def warnings(self) -> frozenset[str]:
        """The findings on the data that the report lists, by the book of the cleaning."""
        return frozenset(squeeze(text) for text in self.lap.peringatan)

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The fixed words of the report's sentences that hold digits or words of direction."""
        return tuple(sorted({text for text in _wording() if has_claims(text)}))


def _unit_label(figure: Figure) -> str:
    return "tidak diketahui" if figure.indikator.endswith("zona_tidak_dikenal") else figure.satuan


def _written(cell: Any) -> set[str]:
    """Give the forms in which a cell of a listed row may be printed."""
    if isinstance(cell, bool) or pd.isna(cell):
        return set()
    if isinstance(cell, date):
        return {f"{cell.day} {NAMA_BULAN[cell.month - 1]} {cell.year}"}
    if isinstance(cell, int | float):
        return {spell(cell, 0)}
    return {squeeze(str(cell))}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield str(name)
            yield from _strings(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _strings(inner)


def _numbers(value: object) -> Iterator[int]:
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _numbers(inner)


def _wording() -> Iterator[str]:
    """Give the pieces between the holes of all templates, and the notebook's own text."""
    package = files("laporan")
    for folder in ("sections", "show"):
        for path in sorted(Path(str(package / folder)).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from _pieces(node.value)
    notebook = Path(str(package)).parents[1] / "notebooks" / "laporan.ipynb"
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            for line in "".join(cell["source"]).splitlines():
                yield from _pieces(re.sub(r"^#+ ", "", line))


def _places(piece: str, text: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _pieces(template: str) -> Iterator[str]:
    for piece in _HOLE.split(template.replace("**", "")):
        yield squeeze(piece)
