"""The form of Google Analytics' exports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from laporan.dasar.bulan import Bulan

RULE = "# ----------------------------------------"


def ga4_export(title: str, bulan: Bulan, rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table of Google Analytics 4, after its preamble."""
    preamble = [
        RULE,
        f"# {title}",
        "# Account: Contoh DJPK",
        "# Property: Contoh DJPK - GA4",
        RULE,
        "# ",
        "# All Users",
        f"# Start date: {bulan.first_day:%Y%m%d}",
        f"# End date: {bulan.last_day:%Y%m%d}",
    ]
    return lines(preamble, rows, "\r\n")


def lines(preamble: Sequence[str], rows: Iterable[Sequence[object]], end: str) -> bytes:
    """Write lines, and rows below them."""
    target = io.StringIO(newline="")
    target.write("".join(line + end for line in preamble))
    csv.writer(target, lineterminator=end).writerows(rows)
    return target.getvalue().encode()
