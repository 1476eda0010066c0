"""Sentences about a count and its change, and how sentences are set together."""

from __future__ import annotations

from collections.abc import Iterable

from laporan.sections._harian import NOTHING, daily_change, daily_figure, with_daily
from laporan.sections._words import change_from, no_base
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, selisih, sentence

# Of fewer a change is told in figures: a percentage would sound surer than it is.
FEW = 100


def join(*parts: Markdown | None) -> Markdown:
    """Set sentences one after the other; those that are ``None`` have nothing to say."""
    return Markdown(" ".join(part.text for part in parts if part is not None))


def paragraphs(parts: Iterable[Markdown | None]) -> Markdown:
    """Set parts under each other."""
    return Markdown("\n\n".join(part.text for part in parts if part is not None))


def compare(
    lap: Report, what: str, indikator: str, dimensi: str = "", kategori: str = ""
) -> Markdown:
    """Say how a count changed against the month before, with the figure of that month.

    Parameters
    ----------
    what
        The count, as the sentence begins: ``Jumlah konsultasi melalui WhatsApp``.
    indikator, dimensi, kategori
        Its key; ``tiket.jumlah`` finds ``tiket.jumlah_bulan_lalu`` and
        ``tiket.perubahan_bulanan``.
    """
    group = indikator.partition(".")[0]
    before = lap.angka(f"{group}.jumlah_bulan_lalu", dimensi, kategori)
    change = lap.angka(f"{group}.perubahan_bulanan", dimensi, kategori)
    base = lap.bulan.previous
    known = lap.angka(indikator, dimensi, kategori, base)
    if known is not None and known.nilai == 0:
        return sentence(
            "Tidak ada pembanding: {what} pada {base} berjumlah {known} {unit}.",
            what=what[:1].lower() + what[1:],
            base=base,
            known=known,
            unit=known.satuan,
        )
    if before is None or change is None:
        return no_base(what[:1].lower() + what[1:], base)
    now = lap.angka(indikator, dimensi, kategori)
    if now is not None and before.nilai < FEW and now.nilai != before.nilai:
        return sentence(
            "{what} **{way} {by}** dari {before} {unit} pada {base}.",
            what=what, way=Gerak.between(before, now), by=selisih(before, now), before=before,
            unit=before.satuan, base=base,
        )  # fmt: skip
    daily = daily_change(lap, f"{group}.perubahan", dimensi, kategori)
    return sentence(
        "{what} {change}.", what=what, change=with_daily(change_from(change, before, base), daily)
    )


def change_headline(lap: Report, what: str, group: str, now: Angka) -> Markdown:
    """Head a chart by its change since the month before, or by the figure where none is known.

    Parameters
    ----------
    what
        ``Email Lapor``.
    group
        What the names of its figures begin with: ``lapor``.
    """
    change, since = lap.angka(f"{group}.perubahan_bulanan"), lap.bulan.previous
    if change is None:
        return sentence("{what}: {now} {unit}.", what=what, now=now, unit=now.satuan)
    if change.nilai == 0:
        return sentence(
            "{what} {way} {now} {unit} sejak {since}.",
            what=what, way=Gerak.of(change), now=now, unit=now.satuan, since=since,
        )  # fmt: skip
    daily = daily_figure(lap, f"{group}.perubahan")
    twin = NOTHING
    if daily is not None:
        twin = sentence(" ({way} {daily:+} per hari layanan)", way=Gerak.of(daily), daily=daily)
    return sentence(
        "{what} {way} {change:+}{twin} sejak {since}, menjadi {now} {unit}.",
        what=what, way=Gerak.of(change), change=change, twin=twin, since=since, now=now,
        unit=now.satuan,
    )  # fmt: skip
