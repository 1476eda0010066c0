"""Captions, changes with their base, and what was not supplied."""

from __future__ import annotations

from collections.abc import Iterable

from laporan.dasar.arah import Arah
from laporan.dasar.bulan import Bulan
from laporan.sections._table import Carried
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, sentence

DESKPRO = "ekspor tiket Deskpro"


def caption(headline: Markdown, body: Markdown, sumber: str) -> Markdown:
    """Say what is to be seen, what it is, and where it comes from."""
    return Markdown(f"**{headline.text}** {body.text} Sumber: {sumber}.")


def listed(parts: Iterable[Markdown]) -> Markdown:
    """Set parts in a row, as an alternative text has them."""
    return Markdown(", ".join(part.text for part in parts))


def not_supplied(lap: Report, what: str) -> Markdown:
    """Say that a source is missing, ``Data Email Lapor untuk Juli 2023 belum diserahkan``."""
    return sentence("Data {what} untuk {bulan} belum diserahkan.", what=what, bulan=lap.bulan)


def no_base(what: str, bulan: Bulan) -> Markdown:
    """Say that there is nothing to compare with."""
    return sentence("Tidak ada pembanding: {what} {bulan} tidak diketahui.", what=what, bulan=bulan)


def arrow(now: Angka | None, before: Angka | None, change: Angka | None = None) -> str:
    """Write a change for a table, by arrow and word: ``▲ naik 30,05%``.

    Without ``change``, for counts by the handful, the word alone: ``▼ turun``.
    """
    if now is None or before is None:
        return "–"
    arah = Arah.between(before.nilai, now.nilai)
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
