"""Email Lapor: the mailbox for routine documents."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, counts, shares, single


def series_lapor(email: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure what is followed over months: all e-mails."""
    return [single(bulan, "lapor.jumlah", len(email), "email")]


def detail_lapor(email: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count the kinds; what is none of the settings' kinds is ``Lainnya``, so that all add up."""
    always = [*settings["email_lapor"]["jenis"], "Lainnya"]
    jenis = counts(email["jenis"].fillna("Lainnya"), always)
    return [
        *by_category(bulan, "lapor.jumlah", "jenis", jenis, "email"),
        *by_category(bulan, "lapor.bagian", "jenis", shares(jenis, len(email)), "persen"),
    ]
