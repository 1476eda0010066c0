"""What the next month may bring."""

from __future__ import annotations

from laporan.sections.report import Report
from laporan.show import Markdown, quoted, sentence


def sentence_perkiraan(lap: Report) -> Markdown:
    """Give the range of the next month's tickets, never a single number; else say why not."""
    found, days = lap.angka("perkiraan.tiket"), lap.bulan.shift(1)
    if found is None or "bawah" not in found.tepi:
        reason = lap.ukuran.alasan("perkiraan.tiket")
        return sentence(
            "Tiket {bulan} tidak diperkirakan: {alasan}.",
            bulan=days,
            alasan=Markdown("dasarnya belum ada") if reason is None else quoted(reason.text()),
        )  # fmt: skip
    return sentence(
        "Perkiraan tiket {bulan}: **{bawah:0}–{atas:0}**, menurut tiket per hari layanan "
        "{n} bulan yang diketahui.",
        bulan=days, bawah=found.tepi["bawah"], atas=found.tepi["atas"], n=found.tepi["n"],
    )  # fmt: skip
