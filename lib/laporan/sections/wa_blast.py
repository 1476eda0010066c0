"""Messages broadcast over WhatsApp."""

from __future__ import annotations

from laporan.dasar import indonesian
from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, file_origin, sentence


def sentence_wa_blast(lap: Report) -> Markdown:
    """Say how many messages went out, and how many times."""
    jumlah, pengiriman = lap.angka("wa_blast.jumlah"), lap.angka("wa_blast.penerima")
    if jumlah is None or pengiriman is None:
        return not_supplied(lap, "WhatsApp Blast", "wa_blast")
    if jumlah.nilai == 0:
        return sentence("Tidak ada WhatsApp Blast pada {bulan}.", bulan=lap.bulan)
    return sentence(
        "Selama {bulan} disiarkan **{jumlah} pesan** WhatsApp Blast dalam {pengiriman} pengiriman. "
        "Kampanye yang disiarkan pada hari yang sama terhitung sebagai sebuah pesan.",
        bulan=lap.bulan, jumlah=jumlah, pengiriman=pengiriman,
    )  # fmt: skip


def table_wa_blast(lap: Report) -> Display:
    """List messages by date."""
    jumlah = lap.angka("wa_blast.jumlah")
    if jumlah is None or jumlah.nilai == 0:
        return NOTHING
    messages = lap.tables["wa_blast"][["tanggal", "kampanye"]].drop_duplicates()
    files = indonesian.daftar(lap.files("wa_blast"))
    return make_table(
        messages.sort_values("tanggal", kind="stable"),
        name="wa-blast",
        labels={"tanggal": "Tanggal", "kampanye": "Pesan"},
        dates=["tanggal"],
        origins=[file_origin(lap.bulan, files)] * len(messages),
        caption=caption(
            sentence("{jumlah} pesan disiarkan lewat WhatsApp Blast.", jumlah=jumlah),
            sentence("Pesan menurut tanggal, {bulan}.", bulan=lap.bulan),
            "catatan siaran Qontak",
        ),
    )
