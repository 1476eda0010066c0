"""Consultations out of service hours, and whether they are escalated more often: without spam."""

from __future__ import annotations

from laporan.measure.keputusan.luar_layanan import LIBUR, SEBELUM, SESUDAH
from laporan.sections._phrases import join, paragraphs
from laporan.sections._sure import interval, not_measured, why_not
from laporan.sections.report import Report
from laporan.show import Angka, Markdown, enumerate_parts, sentence

JAM = "jam_layanan"
ESKALASI, SELISIH, BAGIAN = "eskalasi.bagian", "eskalasi.selisih", "luar_jam.bagian_konsultasi"
# When they come, as a sentence says it.
WAKTU = {
    LIBUR: "pada akhir pekan dan hari libur",
    SEBELUM: "sebelum jam layanan",
    SESUDAH: "sesudahnya",
}
POIN = "2"  # decimals of percentage points


def sentence_luar_jam_konsultasi(lap: Report) -> Markdown:
    """Say which share of consultations comes out of service hours, and when."""
    luar = lap.angka("luar_jam.jumlah")
    if luar is None:
        return not_measured(lap, "luar_jam.jumlah", "konsultasi di luar jam layanan")
    share = lap.angka(BAGIAN)
    if share is None:
        head = sentence(
            "Tanpa Spam, {luar} konsultasi masuk di luar jam layanan; bagiannya tidak dihitung: "
            "{alasan}.",
            luar=luar, alasan=why_not(lap, BAGIAN),
        )  # fmt: skip
        return join(head, _slots(lap))
    head = sentence(
        "Tanpa Spam, **{bagian}**{selang} dari {n} konsultasi masuk di luar jam layanan.",
        bagian=share, selang=interval(share), n=share.tepi["n"],
    )  # fmt: skip
    return join(head, _slots(lap))


def sentence_eskalasi_konsultasi(lap: Report) -> Markdown:
    """Say how often consultations are escalated in and out of service hours, and how surely."""
    if lap.angka("luar_jam.jumlah") is None:
        return not_measured(lap, "luar_jam.jumlah", "eskalasi konsultasi")
    parts = enumerate_parts(_escalated(lap, name) for name in ("Luar", "Dalam"))
    head = sentence("Tanpa Spam, yang dieskalasi {parts}.", parts=parts)
    return paragraphs([join(head, _difference(lap)), _published(lap)])


def _slots(lap: Report) -> Markdown | None:
    slots = [
        sentence("{n} {waktu}", n=figure, waktu=said)
        for name, said in WAKTU.items()
        if (figure := lap.angka("luar_jam.jumlah", "waktu", name))
    ]
    if not slots:
        return None
    return sentence("Menurut waktunya: {slots}.", slots=enumerate_parts(slots))


def _escalated(lap: Report, name: str) -> Markdown:
    share, where = lap.angka(ESKALASI, JAM, name), name.lower()
    if share is None:
        return sentence(
            "di {where} jam layanan tidak dihitung karena {alasan}",
            where=where, alasan=why_not(lap, ESKALASI, JAM, name),
        )  # fmt: skip
    return sentence(
        "di {where} jam layanan **{bagian}**{selang} dari {n} konsultasi",
        where=where, bagian=share, selang=interval(share), n=share.tepi["n"],
    )  # fmt: skip


def _difference(lap: Report) -> Markdown:
    found = lap.angka(SELISIH)
    if found is None:
        return sentence("Selisihnya tidak dinilai: {alasan}.", alasan=why_not(lap, SELISIH))
    return sentence(
        "Bagian itu **{nyata}**: selisihnya {selisih:2} poin persen{selang}.",
        nyata="berbeda nyata" if _differs(found) else "tidak berbeda nyata",
        selisih=found, selang=interval(found, POIN),
    )  # fmt: skip


def _differs(found: Angka) -> bool:
    """Tell whether an interval leaves out zero."""
    low, high = found.tepi["bawah"].nilai, found.tepi["atas"].nilai
    return low > 0 or high < 0


def _published(lap: Report) -> Markdown | None:
    """Say what the published share is of, where both are there."""
    share, whole = lap.angka("tiket.luar_jam_eskalasi_bagian"), lap.angka("tiket.luar_jam")
    if share is None or whole is None:
        return None
    return sentence(
        "Bagian {share} di atas dihitung dari {whole} tiket di luar jam layanan, termasuk Spam.",
        share=share, whole=whole,
    )  # fmt: skip
