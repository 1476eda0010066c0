"""Tickets out of service hours that had to be passed on."""

from __future__ import annotations

from laporan.sections._phrases import join
from laporan.sections._words import not_supplied
from laporan.sections.report import Report
from laporan.sections.zona import ZONA
from laporan.show import Angka, Markdown, enumerate_parts, sentence


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
        _by_zone(lap),
    )  # fmt: skip


def _whole(lap: Report, luar: Angka) -> Markdown | None:
    unknown = lap.angka("tiket.luar_jam_zona_tidak_dikenal")
    if unknown is None or unknown.nilai == 0:
        return None
    return sentence(
        "Jumlah {luar} tiket itu mencakup {tidak} tiket yang zonanya tidak diketahui.",
        luar=luar, tidak=unknown,
    )  # fmt: skip


def _by_zone(lap: Report) -> Markdown | None:
    """Say of each zone how many of its tickets; the shares are too alike for a picture."""
    parts = [
        sentence("{zona} {part} dari {whole}", zona=name, part=escalated, whole=whole)
        for name, escalated, whole in _pairs(lap)
        if escalated is not None and whole is not None
    ]
    return sentence("Menurut asalnya: {parts}.", parts=enumerate_parts(parts)) if parts else None


def _pairs(lap: Report) -> list[tuple[str, Angka | None, Angka | None]]:
    known = [
        (
            f"zona {zona}",
            lap.angka("tiket.luar_jam_eskalasi", "zona", zona),
            lap.angka("tiket.luar_jam", "zona", zona),
        )
        for zona in ZONA
    ]
    unknown = (
        "zona tidak diketahui",
        lap.angka("tiket.luar_jam_eskalasi_zona_tidak_dikenal"),
        lap.angka("tiket.luar_jam_zona_tidak_dikenal"),
    )
    return [*known, unknown]
