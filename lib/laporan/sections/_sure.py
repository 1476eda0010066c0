"""How sure a figure is, and why one is not there."""

from __future__ import annotations

from laporan.measure import INDIKATOR, Tiada
from laporan.sections._phrases import NOTHING
from laporan.sections._words import not_supplied
from laporan.sections.report import Report
from laporan.show import Angka, Markdown, quoted, sentence

Known = Angka | Tiada | None


def find(lap: Report, indikator: str, dimensi: str = "", kategori: str = "") -> Known:
    """Give a figure, or the reason why it is not there."""
    key = (indikator, dimensi, kategori)
    return lap.angka(*key) or lap.ukuran.alasan(*key)


def why_not(
    lap: Report,
    indikator: str,
    dimensi: str = "",
    kategori: str = "",
    *,
    otherwise: str = "datanya belum ada",
) -> Markdown:
    """Say why a figure is not there; ``otherwise`` where its measure does not say."""
    reason = lap.ukuran.alasan(indikator, dimensi, kategori)
    return Markdown(otherwise) if reason is None else quoted(reason.text())


def not_measured(lap: Report, indikator: str, what: str, dimensi: str = "") -> Markdown:
    """Say that a section has nothing to tell: of data that are missing, or do not bear it."""
    if lap.ukuran.alasan(indikator, dimensi) is None:
        return not_supplied(lap, what)
    return sentence(
        "{nama} {bulan} tidak dihitung: {alasan}.",
        nama=INDIKATOR[indikator].nama, bulan=lap.bulan, alasan=why_not(lap, indikator, dimensi),
    )  # fmt: skip


def interval(figure: Angka, spec: str = "") -> Markdown:
    """Write the interval of a figure, to follow it: `` (selang 7,43% s.d. 12,84%)``."""
    if "bawah" not in figure.tepi:
        return NOTHING
    ends = [Markdown(format(figure.tepi[name], spec)) for name in ("bawah", "atas")]
    return sentence(" (selang {bawah} s.d. {atas})", bawah=ends[0], atas=ends[1])
