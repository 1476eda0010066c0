"""What the next month may bring."""

from __future__ import annotations

from laporan.measure import INDIKATOR
from laporan.sections._phrases import join
from laporan.sections._sure import why_not
from laporan.sections.report import Report
from laporan.show import Markdown, sentence


def sentence_perkiraan(lap: Report) -> Markdown:
    """Give the range of the next month's tickets, never a single number; else say why not."""
    found, days = lap.angka("perkiraan.tiket"), lap.bulan.shift(1)
    if found is None or "bawah" not in found.tepi:
        return sentence(
            "Tiket {bulan} tidak diperkirakan: {alasan}.",
            bulan=days,
            alasan=why_not(lap, "perkiraan.tiket", otherwise="dasarnya belum ada"),
        )  # fmt: skip
    forecast = sentence(
        "Perkiraan tiket {bulan}: **{bawah:0}–{atas:0}**, menurut tiket per hari layanan "
        "{n} bulan yang diketahui.",
        bulan=days, bawah=found.tepi["bawah"], atas=found.tepi["atas"], n=found.tepi["n"],
    )  # fmt: skip
    return join(forecast, _tested(lap))


def _tested(lap: Report) -> Markdown | None:
    """Say how good such forecasts were of the months that are known."""
    error = lap.angka("perkiraan.mase")
    if error is None:
        return None
    return sentence(
        "{nama} pada {n} bulan yang diuji {galat:2} {satuan}.",
        nama=INDIKATOR["perkiraan.mase"].nama, n=error.tepi["n"], galat=error, satuan=error.satuan,
    )  # fmt: skip
