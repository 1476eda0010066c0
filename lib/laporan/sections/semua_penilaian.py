"""All ratings of the survey, beside the published figure of the agents with enough of them."""

from __future__ import annotations

from laporan.measure import INDIKATOR
from laporan.sections._phrases import NOTHING, join
from laporan.sections._sure import interval, why_not
from laporan.sections.report import Report
from laporan.show import Markdown, sentence

RATA_RATA, PUAS, RESPONS = "kepuasan.rata_rata", "kepuasan.puas_bagian", "kepuasan.laju_respons"
SKALA = "2"  # decimals of a rating


def sentence_penilaian(lap: Report) -> Markdown:
    """Say the mean and the share of all ratings, how many answered, and how many don't count."""
    dropped = lap.angka("kepuasan.tidak_diperhitungkan")
    if dropped is None:
        return NOTHING
    head = sentence(
        "{lain} dari {n} penilaian tidak diperhitungkan dalam nilai itu.",
        lain=dropped, n=dropped.tepi["n"],
    )  # fmt: skip
    return join(head, _mean(lap), _content(lap), _answered(lap))


def _mean(lap: Report) -> Markdown:
    mean = lap.angka(RATA_RATA)
    if mean is None:
        return _not_told(lap, RATA_RATA)
    return sentence(
        "Menurut faktor Kepuasan Layanan, rata-rata semua penilaian **{rata:2}**{selang} dari {n} "
        "penilaian.",
        rata=mean, selang=interval(mean, SKALA), n=mean.tepi["n"],
    )  # fmt: skip


def _content(lap: Report) -> Markdown:
    share = lap.angka(PUAS)
    if share is None:
        return _not_told(lap, PUAS)
    return sentence(
        "{nama}: **{bagian}**{selang}.",
        nama=INDIKATOR[PUAS].nama, bagian=share, selang=interval(share),
    )  # fmt: skip


def _answered(lap: Report) -> Markdown | None:
    rate = lap.angka(RESPONS)
    if rate is not None:
        return sentence(
            "{nama} {laju} dari {n} konsultasi.",
            nama=INDIKATOR[RESPONS].nama, laju=rate, n=rate.tepi["n"],
        )  # fmt: skip
    return _not_told(lap, RESPONS) if lap.ukuran.alasan(RESPONS) else None


def _not_told(lap: Report, indikator: str) -> Markdown:
    return sentence(
        "{nama} tidak dihitung: {alasan}.",
        nama=INDIKATOR[indikator].nama, alasan=why_not(lap, indikator),
    )  # fmt: skip
