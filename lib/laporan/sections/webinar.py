"""Webinars and discussions."""

from __future__ import annotations

from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, sentence


def sentence_webinar(lap: Report) -> Markdown:
    """Say how many there were."""
    jumlah = lap.angka("webinar.jumlah")
    if jumlah is None:
        return not_supplied(lap, "webinar/FGD", "webinar")
    if jumlah.nilai == 0:
        return sentence("Tidak ada webinar/FGD pada {bulan}.", bulan=lap.bulan)
    return sentence(
        "Selama {bulan} diselenggarakan **{jumlah} webinar/FGD**.", bulan=lap.bulan, jumlah=jumlah
    )


def table_webinar(lap: Report) -> Display:
    """List them by date."""
    jumlah = lap.angka("webinar.jumlah")
    if jumlah is None or jumlah.nilai == 0:
        return NOTHING
    return make_table(
        lap.tables["webinar"],
        name="webinar",
        labels={"tanggal": "Tanggal", "kegiatan": "Kegiatan"},
        dates=["tanggal"],
        origins=lap.origins("webinar"),
        caption=caption(
            sentence("{jumlah} webinar/FGD diselenggarakan.", jumlah=jumlah),
            sentence("Webinar/FGD menurut tanggal, {bulan}.", bulan=lap.bulan),
            "catatan webinar/FGD",
        ),
    )
