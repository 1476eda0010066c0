"""Captions, changes with their base, and what was not supplied."""

from __future__ import annotations

from collections.abc import Iterable

from laporan.dasar.arah import Arah
from laporan.dasar.bulan import Bulan
from laporan.measure.by_source import sources_of
from laporan.read.sources import SOURCES
from laporan.sections._table import Carried
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, quoted, sentence

DESKPRO = "ekspor tiket Deskpro"


def caption(headline: Markdown, body: Markdown, sumber: str) -> Markdown:
    """Say what is to be seen, what it is, and where it comes from."""
    return Markdown(f"**{headline.text}** {body.text} Sumber: {sumber}.")


def listed(parts: Iterable[Markdown]) -> Markdown:
    """Set parts in a row, as an alternative text has them."""
    return Markdown(", ".join(part.text for part in parts))


def not_supplied(lap: Report, what: str, *sources: str) -> Markdown:
    """Say that a source is missing, ``Data Email Lapor untuk Juli 2023 belum diserahkan``.

    Parameters
    ----------
    sources
        Those that it would come from: of one that is withheld, it is said why.
    """
    told = withheld(lap, *sources)
    if told is not None:
        return told
    return sentence("Data {what} untuk {bulan} belum diserahkan.", what=what, bulan=lap.bulan)


def withheld(lap: Report, *sources: str) -> Markdown | None:
    """Say which of the sources are withheld, and why; nothing if none is."""
    parts = [
        sentence(
            "Data {label} untuk {bulan} ditahan, karena angkanya akan keliru: {sebab}",
            label=SOURCES[name].label, bulan=lap.bulan, sebab=reason(lap, name),
        )
        for name in sources
        if name in lap.bersih.ditahan
    ]  # fmt: skip
    return Markdown(" ".join(part.text for part in parts)) if parts else None


def reason(lap: Report, sumber: str) -> Markdown:
    """Say what withholds a source: the first of what was found."""
    found = (each for each in lap.bersih.temuan if each.menahan and each.sumber == sumber)
    told = next(map(str, found), "")
    return quoted(told) if told else Markdown("lihat mutu.html.")


def missing_word(lap: Report, key: str) -> str:
    """Say in a word why there is no figure: its source is withheld, or was not supplied."""
    held = sources_of(key, "") & set(lap.bersih.ditahan)
    return "ditahan" if held else "belum diserahkan"


def no_base(what: str, bulan: Bulan) -> Markdown:
    """Say that there is nothing to compare with."""
    return sentence("Tidak ada pembanding: {what} {bulan} tidak diketahui.", what=what, bulan=bulan)


def arrow(now: Angka | None, before: Angka | None, change: Angka | None = None) -> str:
    """Write a change for a table, by arrow and word: ``▲ naik 30,05%``.

    Without ``change``, for counts by the handful, the word alone: ``▼ turun``.
    """
    if now is None or before is None:
        return "–"
    return _arrow(Arah.between(before.nilai, now.nilai), change)


def arrow_of(change: Angka) -> str:
    """Write a change for a table as `arrow` does, where it alone is known."""
    return _arrow(Arah.of(change.nilai), change)


def _arrow(arah: Arah, change: Angka | None) -> str:
    size = change.text("+") if change is not None and arah is not Arah.TETAP else ""
    return " ".join(part for part in (arah.panah, str(arah), size) if part)


def arrow_figure(now: Angka | None, before: Angka | None, change: Angka | None) -> Carried:
    """Give what such an arrow is read from: the change, and where there is none both figures."""
    if change is not None or now is None or before is None:
        return change
    return Gerak.between(before, now)


def change_from(change: Angka, base: Angka, bulan: Bulan) -> Markdown:
    """Say a change and its base: ``naik 29,81% dari 1.315 tiket pada Juni 2023``."""
    if change.nilai == 0:
        return sentence(
            "**{arah}** seperti {bulan} ({base} {satuan})",
            arah=Gerak.of(change), bulan=bulan, base=base, satuan=base.satuan,
        )  # fmt: skip
    return sentence(
        "**{arah} {ubah:+}** dari {base} {satuan} pada {bulan}",
        arah=Gerak.of(change), ubah=change, base=base, satuan=base.satuan, bulan=bulan,
    )  # fmt: skip
