"""Tickets out of service hours that had to be passed on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.sections._phrases import NOTHING, join
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.sections.zona import ZONA
from laporan.show import Angka, Chart, Display, Markdown, Pane, sentence
from laporan.show.bars import ranked_bars

TIDAK_DIKETAHUI = "Zona tidak diketahui"


def sentence_eskalasi(lap: Report) -> Markdown:
    """Say how many, and of which wholes they are which share."""
    tiket, luar = lap.angka("tiket.jumlah"), lap.angka("tiket.luar_jam")
    jumlah = lap.angka("tiket.luar_jam_eskalasi")
    if tiket is None or luar is None or jumlah is None:
        return not_supplied(lap, "eskalasi tiket")
    share = lap.angka("tiket.luar_jam_eskalasi_bagian")
    of_all = lap.angka("tiket.luar_jam_eskalasi_bagian_total")
    if share is None or of_all is None:
        return sentence("Tidak ada tiket di luar jam layanan pada {bulan}.", bulan=lap.bulan)
    return join(
        sentence(
            "Dari {luar} tiket di luar jam layanan, **{jumlah} tiket ({bagian}) memerlukan "
            "eskalasi**; itu **{bagian_total}** dari seluruh {tiket} tiket.",
            luar=luar, jumlah=jumlah, bagian=share, bagian_total=of_all, tiket=tiket,
        ),
        _whole(lap, luar),
    )  # fmt: skip


def chart_eskalasi(lap: Report) -> Display:
    """Draw escalated tickets by zone, each with what it is part of."""
    pairs = {
        name: (escalated, whole)
        for name, escalated, whole in _pairs(lap)
        if escalated is not None and whole is not None
    }
    jumlah, luar = lap.angka("tiket.luar_jam_eskalasi"), lap.angka("tiket.luar_jam")
    if not pairs or jumlah is None or luar is None or luar.nilai == 0:
        return NOTHING
    values = pd.Series({name: escalated.nilai for name, (escalated, _) in pairs.items()})
    labels = {
        name: f"{escalated.text()} dari {whole.text()}"
        for name, (escalated, whole) in pairs.items()
    }

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.45 * len(values) + 0.3)
        ranked_bars(pane, axes, values, highlight=[str(values.idxmax())], labels=labels)
        return figure

    marks = listed(
        sentence("{name} {part} dari {whole}", name=name, part=escalated, whole=whole)
        for name, (escalated, whole) in pairs.items()
    )
    return Chart(
        draw,
        "eskalasi",
        caption(
            sentence("{jumlah} dari {luar} tiket di luar jam layanan dieskalasi.", jumlah=jumlah,
                     luar=luar),
            sentence(
                "Tiket di luar jam layanan yang dieskalasi, menurut zona waktu asal, {bulan}.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
        sentence(
            "Diagram batang tiket di luar jam layanan yang dieskalasi menurut zona, {bulan}: "
            "{marks}.",
            bulan=lap.bulan, marks=marks,
        ),
        lap.bulan,
        pd.DataFrame({
            "zona": values.index,
            "tiket dieskalasi": values.to_numpy(),
            "tiket di luar jam layanan": [whole.nilai for _, whole in pairs.values()],
        }),
        {
            "tiket dieskalasi": [escalated.token for escalated, _ in pairs.values()],
            "tiket di luar jam layanan": [whole.token for _, whole in pairs.values()],
        },
    )  # fmt: skip


def _whole(lap: Report, luar: Angka) -> Markdown | None:
    unknown = lap.angka("tiket.luar_jam_zona_tidak_dikenal")
    if unknown is None or unknown.nilai == 0:
        return None
    return sentence(
        "Jumlah {luar} tiket itu mencakup {tidak} tiket yang zonanya tidak diketahui.",
        luar=luar, tidak=unknown,
    )  # fmt: skip


def _pairs(lap: Report) -> list[tuple[str, Angka | None, Angka | None]]:
    known = [
        (
            f"Zona {zona}",
            lap.angka("tiket.luar_jam_eskalasi", "zona", zona),
            lap.angka("tiket.luar_jam", "zona", zona),
        )
        for zona in ZONA
    ]
    unknown = (
        TIDAK_DIKETAHUI,
        lap.angka("tiket.luar_jam_eskalasi_zona_tidak_dikenal"),
        lap.angka("tiket.luar_jam_zona_tidak_dikenal"),
    )
    return [*known, unknown]
