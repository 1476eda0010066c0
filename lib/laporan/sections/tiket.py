"""All services together, and tickets by channel."""

from __future__ import annotations

from laporan.brand import load_brand
from laporan.report import Report
from laporan.sections._phrases import join
from laporan.sections._shares import chart_shares
from laporan.sections._words import not_supplied
from laporan.show import Display, Markdown, enumerate_parts, sentence

LAYANAN = ("Tiket konsultasi", "Email Lapor", "Video conference", "Tatap muka")


def sentence_layanan(lap: Report) -> Markdown:
    """Add up the services, and say of what the sum is made and what it lacks."""
    total = lap.angka("layanan.jumlah")
    if total is None:
        return not_supplied(lap, "layanan")
    parts = {name: lap.angka("layanan.jumlah", "layanan", name) for name in LAYANAN}
    missing = [name for name, part in parts.items() if part is None]
    made_of = enumerate_parts(
        sentence("{jumlah} {nama}", jumlah=part, nama=_within(name))
        for name, part in parts.items()
        if part is not None
    )
    whole = sentence(
        "Selama {bulan} DJPK memberikan **{total} layanan**: {bagian}.",
        bulan=lap.bulan, total=total, bagian=made_of,
    )  # fmt: skip
    lacks = enumerate_parts(sentence("{nama}", nama=_within(name)) for name in missing)
    return join(
        whole,
        sentence("Belum termasuk {nama}, yang datanya belum diserahkan.", nama=lacks)
        if missing
        else None,
    )


def chart_kanal(lap: Report) -> Display:
    """Draw tickets by channel, each in its colour."""
    brand = load_brand()
    names = [str(name) for name in lap.ukuran.kategori("tiket.jumlah", "kanal").index]
    return chart_shares(
        lap,
        "kanal",
        headline="{bagian} tiket masuk lewat {nama}.",
        what="kanal",
        colors={name: brand.kanal(name) for name in names},
    )


def _within(name: str) -> str:
    """Write a service's name inside of a sentence; Email Lapor is a proper name."""
    return name if name == "Email Lapor" else name[0].lower() + name[1:]
