"""WhatsApp broadcasts as Qontak logs them: one row a recipient."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from laporan_sample.data import column_names
from laporan_sample.month import Line
from laporan_sample.people import user_name, user_phone
from laporan_sample.sample import Sample

STATUS = {"read": 0.55, "delivered": 0.25, "sent": 0.1, "pending": 0.02, "failed": 0.08}
ERRORS = ("Message undeliverable", "Recipient is not a valid WhatsApp user")


def write_wa_blast(sample: Sample) -> dict[str, bytes]:
    """Write the log of the month's broadcasts."""
    lines = sample.month.daftar["wa_blast"]
    return {"wa-blast.csv": _log(sample.random("wa-blast"), lines)}


def _log(rng: np.random.Generator, lines: Sequence[Line]) -> bytes:
    """Write the log of a month's broadcasts, times in UTC.

    The first goes out before seven in the morning in Jakarta: the day before, in UTC.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(column_names("qontak"))
    message = 0
    for number, (day, campaign, count) in enumerate(lines):
        start = datetime.combine(day, datetime.min.time()) + (
            timedelta(hours=6, minutes=30) if number == 0 else timedelta(hours=9 + number % 6)
        )
        people = sorted(int(person) for person in rng.choice(900, int(count), replace=False))
        for step, person in enumerate(people):
            message += 1
            status = str(rng.choice(list(STATUS), p=list(STATUS.values())))
            error = ERRORS[int(rng.integers(0, len(ERRORS)))] if status == "failed" else "n/a"
            sent = start + timedelta(seconds=step // 2) - timedelta(hours=7)
            writer.writerow(
                [
                    campaign,
                    user_name(person + 1),
                    user_phone(person + 1),
                    status,
                    f"wamid.CONTOH{message:06d}",
                    f"{sent:%Y-%m-%dT%H:%M:%SZ}",
                    error,
                ]
            )
    return target.getvalue().encode()
