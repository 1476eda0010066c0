"""Posts on Facebook and Instagram: Meta Business Suite's content export."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dates import parse_us_times
from laporan.clean.ids import warn_untrusted
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import exclude_same_ids
from laporan.clean.steps import count_columns, find_unread_counts, reject_missing
from laporan.clean.texts import tidy
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

ID = "Post ID"
NILAI = {"jangkauan": "Reach", "suka": "Likes", "bagikan": "Shares", "komentar": "Comments"}
FEED, STORY, FACEBOOK = "Instagram feed", "Instagram story", "Facebook"


def clean_meta_konten(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's posts: ``diterbitkan, media, jenis, jangkauan, suka, bagikan, komentar``.

    ``jenis`` is ``Instagram feed``, ``Instagram story`` or ``Facebook``.
    """
    ledger = Ledger.open(tables)
    published = parse_us_times(
        ledger.rows["Publish time"], settings["media_sosial"]["zona_waktu_meta"]
    )
    counts = count_columns(ledger.rows, NILAI.values())
    values = {name: counts[header] for name, header in NILAI.items()}
    kinds = _kind(ledger.rows["Post type"])
    ledger = reject_missing(ledger, published, kolom="Publish time", apa="waktu terbit")
    # Likes grow from one export to the next, so they are no part of what makes a post itself.
    marks = pd.DataFrame({"terbit": published, "jenis": kinds})
    ledger = exclude_same_ids(ledger, ID, marks)
    ledger = exclude_other_months(ledger, published, bulan)
    rows = ledger.rows
    jenis = kinds.loc[rows.index]
    is_facebook = jenis.eq(FACEBOOK)
    tabel = pd.DataFrame(
        {
            "diterbitkan": published.loc[rows.index],
            "media": pd.Series("Instagram", rows.index, dtype="str").mask(is_facebook, FACEBOOK),
            "jenis": jenis,
            **{name: value.loc[rows.index] for name, value in values.items()},
        }
    ).sort_values("diterbitkan", kind="stable")
    warnings = warn_untrusted(rows, ID, marks)
    warnings += find_unread_counts(rows, values, NILAI)
    return ledger.close("meta_konten", tabel, warnings)


def _kind(post_types: pd.Series[str]) -> pd.Series[str]:
    """Tell stories and feed of Instagram by ``IG …``; anything else is Facebook."""
    names = tidy(post_types).str.lower().fillna("")
    kinds = pd.Series(FACEBOOK, index=names.index, dtype="str")
    return kinds.mask(names.str.startswith("ig"), FEED).mask(names.eq("ig story"), STORY)
