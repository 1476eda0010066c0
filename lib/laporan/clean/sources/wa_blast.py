"""WhatsApp Blast: Qontak's log, one row a recipient."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dates import parse_instants
from laporan.clean.ids import is_rounded, warn_rounded, warn_untrusted
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import exclude_same_ids
from laporan.clean.steps import reject_missing, warn_without_offset
from laporan.clean.texts import fold_spellings, hide_persons, serial_numbers, tidy
from laporan.clean.unsupplied import find_emptied
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

ID = "whatsapp_message_id"
# What the log writes where a message met no error.
TANPA_GALAT = ["n/a", "na", "null", "none"]


def clean_wa_blast(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's messages: ``kampanye, tanggal, status, galat, penerima``.

    The day is WIB's; ``galat`` is the error's text, ``penerima`` a serial number.
    """
    ledger = Ledger.open(tables)
    sent = parse_instants(ledger.rows["created_at"])
    campaign = fold_spellings(ledger.rows["campaign"])
    ledger = reject_missing(ledger, sent, kolom="created_at", apa="waktu pengiriman")
    ledger = reject_missing(ledger, campaign, kolom="campaign", apa="nama kampanye")
    phones = _telephone(ledger.rows)
    marks = pd.DataFrame({"kampanye": campaign, "waktu": sent, "penerima": phones})
    ledger = exclude_same_ids(ledger, ID, marks)
    ledger = exclude_other_months(ledger, sent, bulan, "created_at")
    rows = ledger.rows
    errors = tidy(rows["whatsapp_error_message"])
    tabel = pd.DataFrame(
        {
            "kampanye": hide_persons(campaign.loc[rows.index]),
            "tanggal": sent.loc[rows.index].dt.tz_localize(None).dt.normalize(),
            "status": hide_persons(tidy(rows["status"]).str.lower()),
            "galat": hide_persons(errors.mask(errors.str.lower().isin(TANPA_GALAT))),
            "penerima": serial_numbers(phones.loc[rows.index]),
        }
    )
    warnings = [
        *warn_without_offset(rows, "created_at"),
        *find_emptied(rows, ["status"]),
        *warn_untrusted(rows, ID, marks),
        *warn_rounded(rows, "contact_phone_number", "penerimanya tidak dapat dibedakan"),
    ]
    return ledger.close("wa_blast", tabel, warnings)


def _telephone(rows: pd.DataFrame) -> pd.Series[str]:
    """Take ``+62 812-…``, ``62812…`` and ``0812…`` as one number."""
    numbers = rows["contact_phone_number"]
    digits = numbers.str.replace(r"\D", "", regex=True).str.replace(r"^(?:62|0)", "", regex=True)
    return digits.mask(digits.eq("") | is_rounded(rows, "contact_phone_number"))
