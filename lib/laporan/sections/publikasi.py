"""What was published on the website."""

from __future__ import annotations

from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, sentence


def sentence_publikasi(lap: Report) -> Markdown:
    """Say how many there were."""
    jumlah = lap.angka("publikasi.jumlah")
    if jumlah is None:
        return not_supplied(lap, "publikasi website", "publikasi")
    if jumlah.nilai == 0:
        return sentence("Tidak ada publikasi website pada {bulan}.", bulan=lap.bulan)
    return sentence(
        "Selama {bulan} terbit **{jumlah} publikasi** di website DJPK.",
        bulan=lap.bulan, jumlah=jumlah,
    )  # fmt: skip


def table_publikasi(lap: Report) -> Display:
    """List them by date."""
    jumlah = lap.angka("publikasi.jumlah")
    if jumlah is None or jumlah.nilai == 0:
        return NOTHING
    return make_table(
        lap.tables["publikasi"],
        name="publikasi",
        labels={"tanggal": "Tanggal", "judul": "Judul"},
        dates=["tanggal"],
        origins=lap.origins("publikasi"),
        caption=caption(
            sentence("{jumlah} publikasi terbit di website DJPK.", jumlah=jumlah),
            sentence("Publikasi website menurut tanggal, {bulan}.", bulan=lap.bulan),
            "catatan publikasi website",
        ),
    )
