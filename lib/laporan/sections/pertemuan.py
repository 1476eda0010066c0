"""Meetings with users over the months: face to face, and by video conference."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.sections._keys import month_keys
from laporan.sections._phrases import NOTHING, join
from laporan.sections._trend import months_in_words, span_label, this_year
from laporan.sections._words import caption
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, sentence
from laporan.show.month_lines import month_lines

TATAP_MUKA, VIDEO = "tatap_muka.jumlah", "video_conference.jumlah"
NAMA = {TATAP_MUKA: "Tatap muka", VIDEO: "Video conference"}


def chart_pertemuan(lap: Report) -> Display:
    """Draw both since January on one axis: the one is meant to take the other's place."""
    known = {key: this_year(lap.ukuran.deret(key), lap.bulan) for key in NAMA if lap.angka(key)}
    courses = {key: course for key, course in known.items() if len(course) > 1}
    if not courses:
        return NOTHING
    bulan, lines = lap.bulan, {NAMA[key]: course for key, course in courses.items()}

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.7)
        month_lines(pane, axes, lines, bulan=bulan)
        return figure

    months = [str(month) for month in lap.bulan.year_to_date]
    data = pd.DataFrame({name: course.reindex(months) for name, course in lines.items()})
    return Chart(
        draw,
        "pertemuan",
        caption(
            _headline(lap),
            sentence(
                "Kunjungan tatap muka dan pertemuan video conference menurut bulan, {rentang}.",
                rentang=Markdown(span_label(lap.bulan)),
            ),
            "daftar layanan dan riwayat angka",
        ),
        join(
            Markdown("Diagram garis konsultasi menurut bulan."),
            *(
                sentence("{nama}: {bulan}.", nama=NAMA[key], bulan=months_in_words(lap, key))
                for key in courses
            ),
        ),
        lap.bulan,
        data.rename_axis("bulan").reset_index(),
        {NAMA[key]: month_keys(data[NAMA[key]], key) for key in courses},
    )


def _headline(lap: Report) -> Markdown:
    visits, meetings = lap.angka(TATAP_MUKA), lap.angka(VIDEO)
    told = [
        sentence("{n} {satuan} {nama}", n=figure, satuan=figure.satuan, nama=name)
        for figure, name in ((visits, "tatap muka"), (meetings, "video conference"))
        if figure is not None
    ]
    text = Markdown(", ".join(part.text for part in told))
    if visits is not None and meetings is not None and meetings.nilai < visits.nilai:
        return sentence("Video conference belum menggantikan tatap muka: {angka}.", angka=text)
    return Markdown(f"{text.text}.")
