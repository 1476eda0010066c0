"""What a figure of the report is, what it rests on, and where it stands: ``laporan explain``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal
from lxml import html

from laporan.check.catatan.named import nearest_names, parse_name
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import LOCALE, angka, daftar, round_half_up
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.measure import INDIKATOR, Angka, Ukuran, read_ukuran
from laporan.measure.angka import figures_of
from laporan.measure.ukuran_csv import parse_ukuran
from laporan.render.explain import explain
from laporan.render.formats import FORMATS

# As many figures of one value are told; the rest is counted.
SHOWN = 8
_PERCENT = "persen"


@dataclass(frozen=True)
class _Place:
    """A figure on the page: the part that it stands in, and what the page says of it."""

    part: str
    said: str


@dataclass(frozen=True)
class _Typed:
    """A number as a reader copies it: ``1.707``, ``29,81%``, ``-11,14``."""

    value: Decimal
    decimals: int
    percent: bool

    def fits(self, figure: Angka) -> bool:
        """Tell whether a figure is printed so; a word may stand for its sign."""
        if self.percent and figure.satuan != _PERCENT:
            return False
        rounded = round_half_up(figure.nilai, self.decimals)
        return self.value in (rounded, abs(rounded))

    def is_printed(self, figure: Angka) -> bool:
        """Tell whether a figure that fits is printed with as many decimals."""
        return len(_number_alone(figure).partition(",")[2]) == self.decimals


def tell_figure(project: Project, what: str, bulan: Bulan | None = None) -> str:
    """Say what a figure of a rendered report is.

    Parameters
    ----------
    what
        A number as it is printed, or a key: ``1.707``, ``tiket.jumlah[kanal=WhatsApp]``.
    bulan
        The report's month; the last that was rendered if None.

    Raises
    ------
    CallError
        If no figure is so named or printed.
    LaporanError
        If there is no report of the month.
    """
    month = bulan or last_rendered(project)
    folder = project.output(month)
    ukuran = Ukuran(parse_ukuran(rendered_figures(project, month), UKURAN), month)
    page = folder / FORMATS["html"].file
    places = _places(page.read_text("utf-8")) if page.is_file() else {}
    found = _find(what, ukuran)
    found.sort(key=lambda each: (each.token not in places, bool(each.dimensi), each.key))
    inputs = json.loads((folder / JEJAK).read_bytes())["masukan"]
    texts = [
        _tell(each, places.get(each.token, ()), inputs, _before(project, each, ukuran))
        for each in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        texts.append(f"… dan {angka(len(found) - SHOWN)} angka lain bernilai sama.")
    return "\n\n".join(texts)


def rendered_figures(project: Project, bulan: Bulan) -> bytes:
    """Read the ``ukuran.csv`` of a month's report.

    Raises
    ------
    LaporanError
        If it hasn't been rendered.
    """
    path = project.output(bulan) / UKURAN
    if not path.is_file():
        raise LaporanError(
            f"Laporan {bulan.label} belum disusun: {path} tidak ada. "
            f"Jalankan: laporan render {bulan}."
        )
    return path.read_bytes()


def last_rendered(project: Project) -> Bulan:
    """Find the last month that has figures.

    Raises
    ------
    LaporanError
        If there is none.
    """
    months = [Bulan.parse(path.parent.name) for path in project.out.glob(f"20??-??/{UKURAN}")]
    if not months:
        raise LaporanError(
            f"Belum ada laporan di {project.out}. Jalankan laporan render lebih dahulu."
        )
    return max(months)


def _find(what: str, ukuran: Ukuran) -> list[Angka]:
    figures = figures_of(ukuran.tabel)
    typed = _number(what)
    if typed is not None:
        rounded = [each for each in figures if typed.fits(each)]
        # What is printed just so comes before what could be rounded to it.
        found = [each for each in rounded if typed.is_printed(each)] or rounded
        if not found:
            raise CallError(
                f"Tidak ada angka {what} di laporan {ukuran.bulan.label}. Tulislah seperti yang "
                "tercetak (1.707 atau 29,81%), atau sebut kuncinya (tiket.jumlah)."
            )
        return found
    key = parse_name(what.strip().strip("{}")) or ("", "", "")
    own = [each for each in figures if each.bulan == str(ukuran.bulan)]
    found = [each for each in own if each.key[1:] == key]
    if not found and not key[1]:
        # It has no whole: all its categories are meant.
        found = [each for each in own if each.indikator == key[0]]
    if not found and key[0] in INDIKATOR:
        known = INDIKATOR[key[0]]
        raise CallError(
            f"{what} tidak tersedia untuk {ukuran.bulan.label}. {known.nama}: {known.definisi}."
        )
    if not found:
        raise CallError(
            f"{what!r} bukan angka dan bukan kunci angka laporan {ukuran.bulan.label}. "
            f"Yang paling dekat: {nearest_names(what, ukuran)}."
        )
    return found


def _number(text: str) -> _Typed | None:
    """Read a number as it is printed in Indonesian; nothing where it is none."""
    bare = text.strip().replace("−", "-").removeprefix("+")
    percent = bare.endswith("%")
    bare = bare.removesuffix("%").strip()
    try:
        value = parse_decimal(bare, locale=LOCALE, strict=True)
    except NumberFormatError:
        return None
    return _Typed(value, len(bare.partition(",")[2]), percent)


def _places(page: str) -> Mapping[str, Sequence[_Place]]:
    """Find each figure on the page, by its key: the innermost heading over it, and its text."""
    found: dict[str, list[_Place]] = defaultdict(list)
    for element in html.document_fromstring(page).iterfind(".//*[@data-kunci]"):
        place = _Place(_part_of(element), element.get("data-ket", ""))
        if place not in found[element.get("data-kunci", "")]:
            found[element.get("data-kunci", "")].append(place)
    return found


def _part_of(element: html.HtmlElement) -> str:
    for section in element.iterancestors("section"):
        heading = next((each for each in section if each.tag in {"h1", "h2", "h3", "h4"}), None)
        if heading is not None:
            return " ".join(heading.text_content().split())
    return "judul halaman"


def _tell(
    figure: Angka, places: Sequence[_Place], inputs: Sequence[Mapping[str, object]], before: str
) -> str:
    said = next((place.said for place in places if place.said), "")
    parts = list(dict.fromkeys(place.part for place in places))
    lines = [
        f"{with_unit(figure)}: {figure.name}, {Bulan.parse(figure.bulan).label}",
        _resting_on(figure),
        said or explain(figure.token, inputs),
        f"Bulan sebelumnya: {before}.",
        f"Di laporan: {daftar(parts)}." if parts else f"Di laporan: hanya di {UKURAN}.",
    ]
    return "\n  ".join(filter(None, lines))


def _resting_on(figure: Angka) -> str:
    """Write the interval in which a figure lies, and what it rests on, as far as it has them."""
    parts = []
    if figure.bawah is not None and figure.atas is not None:
        parts.append(f"Selangnya {angka(figure.bawah, 2)} sampai {angka(figure.atas, 2)}.")
    if figure.n is not None:
        parts.append(f"Dasarnya n = {angka(figure.n)}.")
    return " ".join(parts)


def _before(project: Project, figure: Angka, ukuran: Ukuran) -> str:
    """Write the figure of the month before, by this report or by that month's own."""
    month = Bulan.parse(figure.bulan).previous
    before = ukuran.find(*figure.key[1:], bulan=month)
    path = project.output(month) / UKURAN
    if before is None and path.is_file():
        before = Ukuran(read_ukuran(path), month).find(*figure.key[1:])
    return f"{with_unit(before)} ({month.label})" if before else f"{month.label} tidak ada"


def with_unit(figure: Angka) -> str:
    """Write a figure with its unit, and with two decimals where it is broken."""
    return f"{_number_alone(figure)}{'%' if figure.satuan == _PERCENT else f' {figure.satuan}'}"


def _number_alone(figure: Angka) -> str:
    whole = figure.satuan != _PERCENT and figure.nilai.is_integer()
    return angka(figure.nilai, 0 if whole else 2)
