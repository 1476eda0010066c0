"""What the limits of the months before say of a figure, in words."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, sentence, setting

DIMENSI = "indikator"
_LUAR, _TREN, _DEKAT, _SISI = 1, 2, 3, 4


@dataclass(frozen=True)
class Sinyal:
    """A figure that is followed, judged.

    Attributes
    ----------
    angka
        The figure of the month.
    keadaan, aturan
        Which way it gives a signal, and by which rule; 0 for none.
    tengah, bawah, atas
        The line in the middle and the limits.
    """

    angka: Angka
    keadaan: Angka
    aturan: Angka
    tengah: Angka
    bawah: Angka
    atas: Angka


def read_signals(lap: Report) -> list[Sinyal]:
    """Give the figures that are followed and can be judged, in the order of the settings."""
    names = [str(name) for name in lap.settings["sinyal"]["diikuti"]]
    return [found for name in names if (found := read_signal(lap, name)) is not None]


def read_signal(lap: Report, indikator: str) -> Sinyal | None:
    """Give what is judged of a figure; nothing where it can't be."""
    figure, keadaan = lap.angka(indikator), lap.angka("sinyal.keadaan", DIMENSI, indikator)
    if figure is None or keadaan is None:
        return None
    rest = (
        lap.known(f"sinyal.{name}", DIMENSI, indikator)
        for name in ("aturan", "tengah", "bawah", "atas")
    )
    return Sinyal(figure, keadaan, *rest)


def limits_text(found: Sinyal) -> Markdown:
    """Write the limits: ``1.252 s.d. 1.991``."""
    whole = found.angka.nilai.is_integer() and found.tengah.nilai >= 10
    spec = "0" if whole else "2"
    return Markdown(f"{format(found.bawah, spec)} s.d. {format(found.atas, spec)}")


def on_one_side(found: Sinyal) -> bool:
    """Tell whether months in a row were on one side of the line in the middle."""
    return int(found.aturan.nilai) == _SISI


def why(lap: Report, found: Sinyal) -> Markdown:
    """Say which rule gave the signal."""
    limits, side = limits_text(found), Gerak.of(found.keadaan)
    match int(found.aturan.nilai):
        case rule if rule == _LUAR:
            return sentence("di luar batas wajar {batas}", batas=limits)
        case rule if rule == _TREN:
            return sentence(
                "{n} bulan berturut-turut {arah}; batas wajar {batas}",
                n=_length(lap, "panjang_tren"), arah=side, batas=limits,
            )  # fmt: skip
        case rule if rule == _DEKAT:
            return sentence("dua dari tiga bulan mendekati batas wajar {batas}", batas=limits)
        case _:
            return sentence(
                "{n} bulan berturut-turut di satu sisi rata-rata {tengah:2}; batas wajar {batas}",
                n=_length(lap, "panjang_sisi"), tengah=found.tengah, batas=limits,
            )  # fmt: skip


def _length(lap: Report, name: str) -> Markdown:
    return setting(str(lap.settings["sinyal"][name]), f"sinyal.{name}")
