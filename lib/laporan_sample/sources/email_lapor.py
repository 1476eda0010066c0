"""The list of Email Lapor, kept by hand."""

from __future__ import annotations

from laporan.dasar.indonesian import angka
from laporan_sample.clock import Clock
from laporan_sample.list_workbook import list_workbook
from laporan_sample.people import user_email
from laporan_sample.quota import apportion, deck, shuffled
from laporan_sample.sample import Sample


def write_email_lapor(sample: Sample) -> dict[str, bytes]:
    """Write the list; a day's mails share one merged date cell."""
    rng, bulan, kinds = sample.random("email"), sample.bulan, sample.month.email
    clock = Clock(bulan)
    workdays = set(clock.workdays)
    weights = [(1.0 if day in workdays else 0.12) * rng.lognormal(0, 0.2) for day in clock.days]
    total = sum(kinds.values())
    counts = apportion(total, weights)
    days = [day for day, count in zip(clock.days, counts, strict=True) for _ in range(count)]
    senders = rng.integers(1, 700, total)
    lines = [
        (day, user_email(int(sender)), kind if rng.random() > 0.02 else f" {kind.upper()}")
        for day, sender, kind in zip(days, senders, shuffled(rng, deck(kinds)), strict=True)
    ]
    written = list_workbook(
        bulan,
        "Email Lapor",
        ["Pengirim", "Jenis Dokumen"],
        lines,
        total=["JUMLAH", None, angka(total), None],
        merged=1,
    )
    return {"email-lapor.xlsx": written}
