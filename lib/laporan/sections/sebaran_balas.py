"""How the times until the first reply are spread, with the median and the slowest tenth."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.measure import INDIKATOR
from laporan.measure.keputusan.waktu import BALAS, LEBAR, SEBARAN, TERAKHIR, step_name
from laporan.sections._phrases import NOTHING
from laporan.sections._words import DESKPRO, caption, listed
from laporan.sections.report import Report
from laporan.show import Angka, Chart, Display, Markdown, Pane, enumerate_parts, sentence
from laporan.show.spread import spread

STEPS = range(0, TERAKHIR + LEBAR, LEBAR)
NAMA = {
    each.kunci: each.nama.removesuffix(" balasan pertama").lower()
    for each in (BALAS.median, BALAS.p90)
}


def chart_balas(lap: Report) -> Display:
    """Draw how many were answered after how many minutes of service hours."""
    steps = [lap.angka(SEBARAN.kunci, "menit", step_name(start)) for start in STEPS]
    known = [each for each in steps if each is not None]
    if not any(each.nilai for each in known):
        return NOTHING
    times = [time for key in NAMA if (time := lap.angka(key)) is not None]
    values = pd.Series([each.nilai for each in known])
    edges = [str(start) for start in STEPS[:-1]] + [f"{TERAKHIR}+"]
    lines = {
        f"{NAMA[time.indikator]}: {time.text('1')} menit": min(time.nilai / LEBAR, len(known))
        for time in times
    }
    target = lap.settings["sasaran"].get("balas_menit")
    if target is not None:
        lines[f"sasaran: {target} menit"] = min(target / LEBAR, len(known))

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.7)
        spread(pane, axes, values, edges=edges, lines=lines)
        axes.set_xlabel("menit jam layanan")
        return figure

    names = [each.kategori for each in known]
    return Chart(
        draw,
        "balas",
        caption(
            _headline(lap, times),
            sentence(
                "Konsultasi menurut menit jam layanan sampai balasan pertama, {bulan}; tanpa Spam "
                "dan yang belum dibalas.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
        sentence(
            "Diagram batang konsultasi menurut menit sampai balasan pertama, {bulan}: {marks}. "
            "{ringkas}",
            bulan=lap.bulan, ringkas=_headline(lap, times),
            marks=listed(
                sentence("{langkah} {n}", langkah=each.kategori, n=each) for each in known
            ),
        ),
        lap.bulan,
        pd.DataFrame({
            "menit": [*names, *(NAMA[time.indikator] for time in times)],
            "konsultasi": [*values, *(None for _ in times)],
            "menit jam layanan": [*(None for _ in known), *(time.nilai for time in times)],
        }),
        {
            "konsultasi": [each.token for each in known],
            "menit jam layanan": [*("" for _ in known), *(time.token for time in times)],
        },
    )  # fmt: skip


def _headline(lap: Report, times: list[Angka]) -> Markdown:
    if len(times) < len(NAMA):
        return sentence("Waktu sampai balasan pertama, {bulan}.", bulan=lap.bulan)
    names = (INDIKATOR[time.indikator].nama for time in times)
    told = [
        sentence("{nama} {menit:0}", nama=name[0].lower() + name[1:], menit=time)
        for name, time in zip(names, times, strict=True)
    ]
    text = enumerate_parts(told).text
    return sentence("{waktu} menit layanan.", waktu=Markdown(text[0].upper() + text[1:]))
