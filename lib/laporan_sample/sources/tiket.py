"""Tickets as Deskpro exports them: CSV pages of at most 1,024 rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock, next_opening
from laporan_sample.data import column_names
from laporan_sample.people import AGENTS, user_name
from laporan_sample.regions import as_typed, regions
from laporan_sample.sample import Sample
from laporan_sample.tickets import Tiket, make_tiket

PAGE = 1024
WIB = timezone(timedelta(hours=7))
SYSTEMS = {"Email": "gateway.person", "HAI Kemenkeu": "web.person.portal", "Live Chat": "web.chat"}
# Rows that an export holds beside those that count: removed ones, and the days beside the month.
HIDDEN = ("deleted",) * 9 + ("validating",) * 6 + ("temp",) * 4
BEFORE, AFTER = 3, 4
# When tickets come in during the export, a page begins with the last rows of the one before.
REPEATED = 2


@dataclass(frozen=True)
class Export:
    """A row of the export before it is written: the ticket, its number and its state."""

    nomor: int
    tiket: Tiket
    hidden_status: str = ""


def write_tiket(sample: Sample) -> dict[str, bytes]:
    """Write the export pages of the month's tickets."""
    tiket = make_tiket(sample.random("tiket"), sample.bulan, sample.quota)
    return _files(sample.random("deskpro"), sample.bulan, tiket)


def _files(rng: np.random.Generator, bulan: Bulan, tiket: Sequence[Tiket]) -> dict[str, bytes]:
    """Write the export pages of a month's tickets.

    The first page is exported with times in UTC, the next by a colleague whose Deskpro shows WIB;
    both are ISO 8601 with an offset.
    """
    rows = [Export(0, row, "spam" if _is_bare_spam(rng, row) else "") for row in tiket]
    rows += [Export(0, row, status) for row, status in _removed(rng, bulan)]
    rows += [Export(0, row) for row in _beside(rng, bulan)]
    if len(rows) >= PAGE and (len(rows) - PAGE) % (PAGE - REPEATED) == 0:
        # A last page that is full would look like a cut-off export.
        rows += [Export(0, row, status) for row, status in _removed(rng, bulan)[:1]]
    rows.sort(key=lambda row: row.tiket.dibuat)
    first = (bulan.tahun - 2015) * 2_000_000 + bulan.nomor * 150_000
    numbers = first + np.cumsum(rng.integers(1, 4, size=len(rows)))
    rows = [replace(row, nomor=int(n)) for row, n in zip(rows, numbers, strict=True)]
    files: dict[str, bytes] = {}
    start = 0
    while start < len(rows) - REPEATED or not files:
        part = rows[start : start + PAGE]
        zone = WIB if len(files) % 2 else UTC
        files[f"tiket-{len(files) + 1}.csv"] = _page(part, zone)
        start += PAGE - REPEATED
    return files


def _is_bare_spam(rng: np.random.Generator, row: Tiket) -> bool:
    """Say whether Deskpro itself hid the ticket as spam, before an agent gave it a topic."""
    return row.topik == "Spam" and not row.dikenal and rng.random() < 0.6


def _removed(rng: np.random.Generator, bulan: Bulan) -> list[tuple[Tiket, str]]:
    moments = Clock(bulan).moments(rng, len(HIDDEN), open_=True)
    return [
        (
            Tiket("Lainnya", False, False, kanal="WhatsApp", kategori="Lainnya", dibuat=moment),
            status,
        )
        for moment, status in zip(moments, HIDDEN, strict=True)
    ]


def _beside(rng: np.random.Generator, bulan: Bulan) -> list[Tiket]:
    """Make tickets minutes before and after the month in WIB, whatever their date in UTC."""
    start = datetime.combine(bulan.first_day, datetime.min.time())
    end = datetime.combine(bulan.shift(1).first_day, datetime.min.time())
    moments = [start - timedelta(minutes=int(rng.integers(1, 90))) for _ in range(BEFORE)]
    moments += [end + timedelta(minutes=int(rng.integers(0, 90))) for _ in range(AFTER)]
    names = [regions()[index].nama for index in rng.integers(0, len(regions()), len(moments))]
    return [
        Tiket("DAU", True, True, "WhatsApp", nama, "", "Pemerintah Daerah", False, moment)
        for moment, nama in zip(moments, names, strict=True)
    ]


def _page(rows: Sequence[Export], zone: timezone) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, column_names("deskpro"), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_record(row, zone) for row in rows)
    return target.getvalue().encode()


def _record(row: Export, zone: timezone) -> dict[str, str]:
    # Seeded by the ticket, so that a row which two pages share is the same on both.
    rng = np.random.default_rng(row.nomor)
    tiket = row.tiket
    person = int(rng.integers(1, 900))
    record = {
        "ticket_id": str(row.nomor),
        "language_id": "2",
        "language_title": "Bahasa Indonesia",
        "department_id": "1",
        "department_title": "Contact Center",
        "person_id": str(person),
        "person_name": user_name(person),
        "person_email_id": str(person),
        "ref": f"CTH-{row.nomor}",
        "creation_system": SYSTEMS.get(tiket.kanal, "web.agent.portal"),
        "status": "hidden" if row.hidden_status else "resolved",
        "hidden_status": row.hidden_status,
        "is_hold": "0",
        "urgency": "1",
        "date_created": _stamp(tiket.dibuat, zone),
        "has_attachments": str(int(rng.random() < 0.2)),
        "subject": _subject(row),
        "Kanal": _typed(rng, tiket.kanal),
        "Topik": "" if row.hidden_status == "spam" else _typed(rng, tiket.topik),
        "Pemda": as_typed(rng, tiket.pemda) if tiket.zona else tiket.pemda,
        "Kategori Pengguna": tiket.kategori,
        "Eskalasi": "Ya" if tiket.eskalasi else ("Tidak" if rng.random() < 0.9 else ""),
    }
    return record if row.hidden_status else record | _handling(rng, tiket, zone)


def _handling(rng: np.random.Generator, tiket: Tiket, zone: timezone) -> dict[str, str]:
    agent = int(rng.integers(0, len(AGENTS)))
    wait = timedelta(seconds=int(rng.gamma(2, 500)) + 20)
    replied = next_opening(tiket.dibuat) + wait
    resolved = replied + timedelta(seconds=int(rng.gamma(1.5, 9000)) + 60)
    record = {
        "agent_id": str(agent + 1),
        "agent_name": AGENTS[agent],
        "agent_team_id": "1",
        "agent_team_name": "Agen",
        "date_first_agent_assign": _stamp(tiket.dibuat, zone),
        "date_first_agent_reply": _stamp(replied, zone),
        "total_to_first_reply": str(int((replied - tiket.dibuat).total_seconds())),
        "labels": "eskalasi|tindak lanjut" if tiket.eskalasi else "",
    }
    if tiket.eskalasi and rng.random() < 0.15:
        return record | {"status": "awaiting_agent"}
    return record | {
        "date_resolved": _stamp(resolved, zone),
        "date_last_agent_reply": _stamp(resolved, zone),
        "status": "closed" if rng.random() < 0.3 else "resolved",
    }


def _stamp(moment: datetime, zone: timezone) -> str:
    return moment.replace(tzinfo=WIB).astimezone(zone).isoformat(timespec="seconds")


def _subject(row: Export) -> str:
    """Write a subject; now and then one with the commas, quotes and line breaks of real ones."""
    if row.nomor % 40 == 0:
        return f'Tanya "{row.tiket.topik}",\nlanjutan (contoh {row.nomor})'
    return f"Konsultasi contoh {row.nomor}"


def _typed(rng: np.random.Generator, value: str) -> str:
    """Write a value of a list; a few come in other cases or with spaces around them."""
    forms = [value, value.lower(), f"{value} "]
    return forms[rng.choice(3, p=[0.98, 0.01, 0.01])]
