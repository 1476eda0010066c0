"""What the limits of the months before say of a figure, in words."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, sentence, setting

DIMENSI = "indikator"
_LUAR, _TREN, _DEKAT, _SISI = 1, 2, 3, 4
# Within half the way to its limits a month is as most months are.
_BIASA = 1 / 2


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
    percobaan
        The number of base months where they are too few for firm limits; else nothing.
    """

    angka: Angka
    keadaan: Angka
    aturan: Angka
    tengah: Angka
    bawah: Angka
    atas: Angka
    percobaan: Angka | None = None

    @property
    def tercapai(self) -> bool:
        """Whether a rule holds, be it a signal or not."""
        return bool(self.keadaan.nilai)

    @property
    def satu_sisi(self) -> bool:
        """Whether months in a row were on one side of the line in the middle."""
        return int(self.aturan.nilai) == _SISI

    @property
    def sinyal(self) -> int:
        """Which way it is told as a signal; 0 for none.

        Trial limits give none. Of months on one side the last must be unlike most, too: the line
        in the middle is only known from twelve months, and with five figures one page in five
        would else give a signal of nothing but chance.
        """
        if self.percobaan is not None or (self.satu_sisi and self._usual):
            return 0
        return int(self.keadaan.nilai)

    @property
    def _usual(self) -> bool:
        side = self.keadaan.nilai
        reach = (self.atas if side > 0 else self.bawah).nilai - self.tengah.nilai
        return abs(self.angka.nilai - self.tengah.nilai) <= abs(reach) * _BIASA


def read_signals(lap: Report) -> list[Sinyal]:
    """Give the figures that are followed and can be judged, in the order of the settings."""
    names = [str(name) for name in lap.settings["sinyal"]["diikuti"]]
    return [found for name in names if (found := read_signal(lap, name)) is not None]


def read_signal(lap: Report, indikator: str) -> Sinyal | None:
    """Give what is judged of a figure; nothing where it can't be."""
    figure, keadaan = lap.angka(indikator), lap.angka("sinyal.keadaan", DIMENSI, indikator)
    if figure is None or keadaan is None:
        return None
    aturan, tengah, bawah, atas = (
        lap.known(f"sinyal.{name}", DIMENSI, indikator)
        for name in ("aturan", "tengah", "bawah", "atas")
    )
    return Sinyal(figure, keadaan, aturan, tengah, bawah, atas, _trial(lap, keadaan))


def _trial(lap: Report, keadaan: Angka) -> Angka | None:
    months = keadaan.tepi.get("n")
    firm = int(lap.settings["sinyal"]["dasar_mantap"])
    return months if months is not None and months.nilai < firm else None


def limits_text(found: Sinyal) -> Markdown:
    """Write the limits: ``1.252 s.d. 1.991``."""
    whole = found.angka.nilai.is_integer() and found.tengah.nilai >= 10
    spec = "0" if whole else "2"
    return Markdown(f"{format(found.bawah, spec)} s.d. {format(found.atas, spec)}")


def standing_text(lap: Report, found: Sinyal) -> Markdown:
    """Say how a figure that gives no signal lies in its limits, and what these are worth."""
    within = sentence("dalam variasi wajar {batas}", batas=limits_text(found))
    text = why(lap, found) if found.tercapai else within
    return text if found.percobaan is None else join_trial(text, found.percobaan)


def join_trial(text: Markdown, months: Angka) -> Markdown:
    """Add that limits rest on few months."""
    return sentence("{teks}; batas masih percobaan ({n} bulan)", teks=text, n=months)


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
            return sentence("beberapa kali mendekati batas wajar {batas}", batas=limits)
        case _:
            return sentence(
                "{n} bulan berturut-turut di sisi yang sama dari rata-rata {tengah:2}; batas wajar "
                "{batas}",
                n=_length(lap, "panjang_sisi"), tengah=found.tengah, batas=limits,
            )  # fmt: skip


def _length(lap: Report, name: str) -> Markdown:
    return setting(str(lap.settings["sinyal"][name]), f"sinyal.{name}")
