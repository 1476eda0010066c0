"""The trend of the archive page: a year of tickets as columns, drawn for each of two widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka
from laporan.publish.changes import MISSING
from laporan.publish.issue_cards import change_of_tickets
from laporan.publish.issues import Archive
from laporan.publish.key_figures import TIKET
from laporan.publish.site_page import figure_text

# A year, and the month that it began after.
_MONTHS = 13
_FEWEST_PLACES = 6  # two months are two columns and not two walls


class _Frame(NamedTuple):
    """A drawing's measures, in units that are pixels at its usual width.

    Attributes
    ----------
    head
        Room over the highest column, for its figure.
    upright
        Whether figures stand on end, because columns are narrower than they.
    """

    kind: str
    width: int
    height: int
    head: int
    upright: bool


_FRAMES = (_Frame("lebar", 640, 250, 24, False), _Frame("sempit", 340, 240, 42, True))
_FOOT = 44


class _Column(NamedTuple):
    bulan: Bulan
    figure: Angka | None


def trend(archive: Archive) -> HtmlElement:
    """Draw the tickets of the last months, the newest in colour.

    A month's figure is that of its own latest version; a month that was not published has the
    figure that the newest issue gives of it, or none.
    """
    columns = _columns(archive)
    label = f"Grafik kolom tiket menurut bulan. {_list(columns)}."
    return E.figure(
        *(_draw(columns, frame, label) for frame in _FRAMES), _caption(archive, columns),
        CLASS("tren"),
    )  # fmt: skip


def _columns(archive: Archive) -> Sequence[_Column]:
    last = archive.months[0]
    months = last.shift(1 - _MONTHS).until(last)
    columns = [_Column(month, _figure(archive, month)) for month in months]
    while columns[0].figure is None and len(columns) > 1:
        columns = columns[1:]
    return columns


def _figure(archive: Archive, bulan: Bulan) -> Angka | None:
    own = archive.latest(bulan)
    # No issue knows of a month to come: at most a year of them is looked through.
    later = (archive.latest(month) for month in archive.months if month > bulan)
    versions = [own] if own else later
    found = (version.find(TIKET.indikator, bulan) for version in versions if version)
    return next((figure for figure in found if figure), None)


def _caption(archive: Archive, columns: Sequence[_Column]) -> HtmlElement:
    bulan = columns[-1].bulan
    newest = archive.latest(bulan)
    change = change_of_tickets(newest) if newest else []
    headline = E.strong(
        f"Tiket {bulan.label}: ", figure_text(columns[-1].figure),
        *([", ", *change] if change else []), ".",
    )  # fmt: skip
    return E.figcaption(
        headline,
        f" Banyaknya tiket menurut bulan, {columns[0].bulan.label} s.d. {bulan.label}. "
        "Sumber: angka terbitan tiap bulan; bulan yang belum terbit menurut terbitan terbaru.",
    )


def _list(columns: Sequence[_Column]) -> str:
    return "; ".join(
        f"{bulan.label}: {figure.text() if figure else 'tidak diketahui'}"
        for bulan, figure in columns
    )


def _draw(columns: Sequence[_Column], frame: _Frame, label: str) -> HtmlElement:
    step = frame.width / max(len(columns), _FEWEST_PLACES)
    top = max((each.figure.nilai for each in columns if each.figure), default=0) or 1
    marks: list[HtmlElement] = []
    for at, column in enumerate(columns):
        share = column.figure.nilai / top if column.figure else 0
        last = at == len(columns) - 1
        marks += _column(column, frame, step * at, step, share, "utama" if last else "biasa")
        if at == 0 or column.bulan.nomor == 1:
            marks.append(_text(str(column.bulan.tahun), step * (at + 0.5), frame.height - 7))
    box = f"0 0 {frame.width} {frame.height}"
    attributes = {"viewBox": box, "role": "img", "aria-label": label}
    return E.svg(*marks, CLASS(f"grafik {frame.kind}"), attributes)


def _column(
    column: _Column, frame: _Frame, left: float, step: float, share: float, look: str
) -> list[HtmlElement]:
    base, middle = frame.height - _FOOT, left + step / 2
    high, wide = (base - frame.head) * share, min(step * 0.72, 56)
    rect = {"x": f"{middle - wide / 2:.1f}", "y": f"{base - high:.1f}"}
    rect |= {"width": f"{wide:.1f}", "height": f"{high:.1f}", "class": look}
    value = column.figure.text() if column.figure else MISSING
    name = column.bulan.nama[: 1 if frame.upright else 3]
    upright = frame.upright and column.figure is not None
    above = _text(value, middle, base - high - 7, look, upright=upright)
    return [E.rect(rect), above, _text(name, middle, base + 18)]


def _text(
    value: str, x: float, y: float, look: str = "biasa", *, upright: bool = False
) -> HtmlElement:
    if upright:
        turn = f"translate({x + 5:.1f} {y:.1f}) rotate(-90)"
        return E.text(value, {"transform": turn, "class": f"{look} tegak"})
    return E.text(value, {"x": f"{x:.1f}", "y": f"{y:.1f}", "class": look})
