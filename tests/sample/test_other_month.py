"""A month without published figures: plausible, complete, and plainly synthetic."""

import csv
import io
from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest

WIB = timezone(timedelta(hours=7))


def rows_of(folder, pattern):
    return [
        row
        for path in sorted(folder.glob(pattern))
        for row in csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    ]


@pytest.fixture(scope="module")
def tickets(other_raw):
    rows = {row["ticket_id"]: row for row in rows_of(other_raw / "2024-02", "tiket-*.csv")}
    return [
        row
        for row in rows.values()
        if row["hidden_status"] in {"", "spam"}
        and datetime.fromisoformat(row["date_created"]).astimezone(WIB).month == 2
    ]


def test_the_number_of_tickets_is_the_one_asked_for(tickets):
    assert len(tickets) == 3000


def test_channels_are_distributed_as_in_life(tickets):
    channels = Counter(row["Kanal"].strip().casefold() for row in tickets)
    assert 0.75 < channels["whatsapp"] / 3000 < 0.95
    assert set(channels) == {"whatsapp", "telepon", "email", "hai kemenkeu", "live chat"}


def test_the_export_has_the_flaws_of_real_ones(other_raw):
    rows = rows_of(other_raw / "2024-02", "tiket-*.csv")
    ids = Counter(row["ticket_id"] for row in rows)
    assert max(ids.values()) == 2
    assert {"deleted", "temp", "validating", "spam"} <= {row["hidden_status"] for row in rows}
    months = {datetime.fromisoformat(row["date_created"]).astimezone(WIB).month for row in rows}
    assert months == {1, 2, 3}
    assert {row["date_created"][-6:] for row in rows} == {"+00:00", "+07:00"}
    assert any("\n" in row["subject"] for row in rows)


def test_every_answer_comes_after_its_question(tickets):
    answered = [row for row in tickets if row["date_first_agent_reply"]]
    assert len(answered) > 2000
    for row in answered:
        times = [row["date_created"], row["date_first_agent_reply"], row["date_resolved"]]
        moments = [datetime.fromisoformat(text) for text in times if text]
        assert moments == sorted(moments)


def test_everybody_is_plainly_synthetic(other_raw, tickets):
    assert all(row["person_name"].startswith("Pengguna Contoh ") for row in tickets)
    assert all(row["agent_name"].startswith("Agen Contoh ") for row in tickets if row["agent_name"])
    messages = rows_of(other_raw / "2024-02", "wa-blast.csv")
    assert all(row["contact_phone_number"].startswith("620000") for row in messages)
    assert all(row["campaign"].startswith("Pesan Contoh ") for row in messages)


@pytest.mark.parametrize("month", ["2024-01", "2024-02"])
def test_visitors_after_june_2023_come_from_ga4(other_raw, month):
    text = (other_raw / month / "situs-pengunjung.csv").read_text("utf-8")
    assert "Date,Total users,Active users" in text
    pages = (other_raw / month / "situs-halaman.csv").read_text("utf-8")
    assert "\n/mandatory-spending/," in pages
    assert "\n/mandatory-spending," in pages
