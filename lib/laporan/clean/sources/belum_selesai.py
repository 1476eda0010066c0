"""Tickets that are still open at the end of a month: Deskpro's export."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dates import parse_instants
from laporan.clean.excel_times import restore_times
from laporan.clean.ids import is_rounded, plain_numbers
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.numbers import is_blank
from laporan.clean.sources.tiket import SPAM, TIDAK_DIHITUNG, WAKTU, hidden_status
from laporan.clean.steps import reject_missing, warn_without_offset
from laporan.clean.texts import TIDAK_TERCATAT, hide_persons, match_category, tidy
from laporan.clean.versions import exclude_older
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

SELESAI = ("resolved", "closed", "archived")
SUDAH_SELESAI, SESUDAH = "sudah selesai", "dibuat sesudah bulan itu"


def clean_belum_selesai(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the tickets that are open, each once: ``nomor, dibuat, status, topik``.

    They may have been created in any month up to the report's.
    """
    tables = restore_times(tables, WAKTU, settings["tiket"]["zona_ekspor"])
    ledger = Ledger.open(tables)
    created = parse_instants(ledger.rows["date_created"])
    ids = plain_numbers(ledger.rows["ticket_id"])
    ledger = ledger.reject(is_blank(ids), kolom="ticket_id", alasan="nomor tiket kosong")
    ledger = reject_missing(ledger, created, kolom="date_created", apa="waktu pembuatan")
    ledger = ledger.exclude_each(_rules(ledger.rows, created, bulan))
    exact = ids.mask(is_rounded(ledger.rows, "ticket_id"))
    ledger = exclude_older(ledger, exact.loc[ledger.rows.index])
    rows = ledger.rows
    topics = [*settings["tiket"]["topik_teknis"], *settings["tiket"]["topik_lain"]]
    topik = match_category(rows[settings["kolom_tiket"]["topik"]], topics)
    spam = topik.isna() & hidden_status(rows).eq("spam")
    tabel = pd.DataFrame(
        {
            "nomor": hide_persons(ids.loc[rows.index]),
            "dibuat": created.loc[rows.index],
            "status": hide_persons(tidy(rows["status"]).str.lower()),
            "topik": topik.mask(spam, SPAM).fillna(TIDAK_TERCATAT),
        }
    )
    return ledger.close("belum_selesai", tabel, warn_without_offset(rows, "date_created"))


def _rules(
    rows: pd.DataFrame, created: pd.Series[pd.Timestamp], bulan: Bulan
) -> dict[str, pd.Series[bool]]:
    """Say which rows are no open tickets of the month's end, and why."""
    hidden = hidden_status(rows)
    after = pd.Timestamp(bulan.shift(1).first_day, tz="Asia/Jakarta")
    return {
        **{rule: hidden.eq(status) for status, rule in TIDAK_DIHITUNG.items()},
        SUDAH_SELESAI: tidy(rows["status"]).str.lower().isin(SELESAI),
        SESUDAH: created.loc[rows.index].ge(after),
    }
