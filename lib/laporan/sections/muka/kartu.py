"""The key figures, each with its course within the limits of the months before."""

from __future__ import annotations

from laporan.dasar.bulan import Bulan
from laporan.measure import INDIKATOR
from laporan.sections._trend import months_in_words, span_label, this_year
from laporan.sections._words import missing_word
from laporan.sections.muka.judged import Sinyal, limits_text, read_signal, standing_text
from laporan.sections.report import Report
from laporan.show import Angka, Card, Gerak, Markdown, Sparkline, cards, quoted, sentence
from laporan.show.sparkline import FEWEST, Batas

# What counts work is drawn by service day: its limits hold for that.
HARIAN = {
    "tiket.jumlah": "tiket.per_hari_layanan",
    "konsultasi.jumlah": "konsultasi.per_hari_layanan",
}


def cards_muka(lap: Report) -> Markdown:
    """Show the figures that are followed; a missing one is a dash and says why."""
    return cards(_card(lap, str(name)) for name in lap.settings["sinyal"]["diikuti"])


def _card(lap: Report, name: str) -> Card:
    figure, found = lap.angka(name), read_signal(lap, name)
    known = INDIKATOR[name]
    label = known.nama if figure is None else _label(known.nama, figure.satuan)
    whole = figure is None or figure.nilai.is_integer() or figure.satuan == "persen"
    return Card(
        figure, label, _remark(lap, name, figure, found), _course(lap, name), "" if whole else "2"
    )


def _label(name: str, unit: str) -> str:
    """Name a figure with its unit, unless its name says it, or it is a scale."""
    said = unit.casefold() in name.casefold() or any(map(str.isdigit, unit))
    return name if said else f"{name} ({unit})"


def _remark(lap: Report, name: str, figure: Angka | None, found: Sinyal | None) -> Markdown:
    if found is None:
        reason = lap.ukuran.alasan("sinyal.keadaan", "indikator", name)
        missing = missing_word(lap, name) if figure is None else "belum dapat dinilai"
        return Markdown(missing) if reason is None else quoted(reason.text())
    if not found.sinyal:
        return standing_text(lap, found)
    return sentence(
        "**sinyal {arah}**, batas wajar {batas}",
        arah=Gerak.of(found.keadaan), batas=limits_text(found),
    )  # fmt: skip


def _course(lap: Report, name: str) -> Sparkline | None:
    """Draw the figure since January, where every month is known, with its limits."""
    drawn = HARIAN.get(name, name)
    series = this_year(lap.ukuran.deret(drawn), lap.bulan)
    units = {lap.ukuran.find(drawn, bulan=Bulan.parse(month)) for month in series.index}
    if len({figure.satuan for figure in units if figure and figure.satuan}) > 1:
        return None  # on two scales its course would be none
    if len(series) < max(FEWEST, lap.bulan.nomor):
        return None
    alt = sentence(
        "Garis {nama}, {span}: {months}.",
        nama=INDIKATOR[drawn].nama, span=span_label(lap.bulan), months=months_in_words(lap, drawn),
    )  # fmt: skip
    place = f"muka-{drawn.replace('_', '-').replace('.', '-')}"
    return Sparkline(series.tolist(), place, alt, lap.bulan, _limits(read_signal(lap, drawn)))


def _limits(found: Sinyal | None) -> Batas | None:
    if found is None:
        return None
    return Batas(found.bawah.nilai, found.tengah.nilai, found.atas.nilai, found.sinyal)
