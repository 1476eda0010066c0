"""Email Lapor: the mailbox for routine documents."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts, shares
from laporan.measure.indikator import define

SUMBER, SELURUH = "email_lapor", "seluruh Email Lapor bulan itu"
JUMLAH = define(
    "lapor.jumlah", "Email Lapor", "email",
    "Email yang dicatat pada bulan itu, satu baris satu email", SELURUH, SUMBER,
)  # fmt: skip
BAGIAN = define(
    "lapor.bagian", "Bagian dari Email Lapor", "persen",
    "Email jenis itu dibagi seluruh Email Lapor", SELURUH, SUMBER,
)  # fmt: skip


def series_email_lapor(email: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure what is followed over months: all e-mails."""
    return [JUMLAH.whole(bulan, len(email))]


def detail_email_lapor(email: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count the kinds; what is none of the settings' kinds is ``Lainnya``, so that all add up."""
    always = [*settings["email_lapor"]["jenis"], "Lainnya"]
    jenis = counts(email["jenis"].fillna("Lainnya"), always)
    return [
        *JUMLAH.by(bulan, "jenis", jenis),
        *BAGIAN.by(bulan, "jenis", shares(jenis, len(email))),
    ]
