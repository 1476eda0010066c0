"""Each measure against a reckoning in plain Python: of the raw sample, and of three made months.

The made months have nights, holidays, spam, tickets that are never answered, answered after the
month's end or in its last minutes, and moments written in several offsets.
"""

import csv
import random
import tomllib
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import cycle

import hitung
import pandas as pd
import pytest
from hitung import WIB, end_of, minutes, service_days, tally, wilson
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.measure import measure

RAW = ROOT / "data" / "raw"
JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)
KANAL = ["WhatsApp", "Telepon", "Email", "HAI Kemenkeu", "Live Chat"]
TOPIK = ["DAU", "DBH", "Spam", "Lainnya", "PDRD"]
SASARAN = {"balas_menit": 30, "selesai_menit": 240}
TERBUKA = "awaiting_agent"
TIKET = tomllib.loads((files("laporan.dasar.settings") / "bawaan.toml").read_text("utf-8"))["tiket"]
KNOWN = (*TIKET["kanal"], *TIKET["topik_teknis"], *TIKET["topik_lain"])
SPELLED = {name.casefold(): name for name in KNOWN}


def parsed(text):
    return datetime.fromisoformat(text).astimezone(WIB) if text else None


def spelled(text):
    return SPELLED.get(text.strip().casefold(), text.strip())


def sample(bulan):
    """The month's tickets, from the raw rows."""
    found = {}
    for path in sorted((RAW / str(bulan)).glob("tiket*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                created = parsed(row["date_created"])
                counted = row["hidden_status"] not in {"deleted", "temp", "validating"}
                if counted and (created.year, created.month) == (bulan.tahun, bulan.nomor):
                    spam = row["hidden_status"] == "spam" and not row["Topik"].strip()
                    found[row["ticket_id"]] = {
                        "dibuat": created,
                        "dibalas": parsed(row["date_first_agent_reply"]),
                        "selesai": parsed(row["date_resolved"]),
                        "status": row["status"],
                        "kanal": spelled(row["Kanal"]),
                        "topik": "Spam" if spam else spelled(row["Topik"]),
                        "eskalasi": row["Eskalasi"].strip().casefold() == "ya",
                    }
    return list(found.values())


def made(bulan, seed):
    """A month as it may be: of its tickets a few have everything that is odd."""
    rng = random.Random(seed)
    start = datetime(bulan.tahun, bulan.nomor, 1, tzinfo=WIB)
    end = datetime(bulan.shift(1).tahun, bulan.shift(1).nomor, 1, tzinfo=WIB)
    found = []
    for number in range(rng.randint(300, 500)):
        span = (end - start).total_seconds() / 60
        created = start + timedelta(minutes=rng.randrange(int(span)))
        if number % 17 == 0:
            created = end - timedelta(minutes=rng.randint(1, 90))
        replied = created + timedelta(minutes=rng.choice([0, 1, 7, 25, 60, 500, 3000]))
        solved = replied + timedelta(minutes=rng.choice([0, 30, 200, 900, 9000]))
        state = rng.choices(["answered", "open", "silent"], [8, 1, 1])[0]
        found.append(
            {
                "dibuat": created,
                "dibalas": None if state == "silent" else replied,
                "selesai": solved if state == "answered" else None,
                "status": "resolved" if state == "answered" else TERBUKA,
                "kanal": rng.choices(KANAL, [50, 20, 20, 9, 1])[0],
                "topik": rng.choice(TOPIK),
                "eskalasi": rng.random() < 0.1,
            }
        )
    return found


def table(tickets, tiket):
    """The cleaned table of some tickets; each moment is written in an offset of its own."""
    rows = [
        {
            **each,
            **{
                name: each[name] and each[name].astimezone(zone).isoformat()
                for name in hitung.WAKTU
            },
            "jam_layanan": "Dalam" if inside(each["dibuat"]) else "Luar",
        }
        for each, zone in zip(tickets, cycle([WIB, UTC]), strict=False)
    ]
    return tiket(*rows)


def inside(moment):
    return hitung.is_service_day(moment.date()) and 8 <= moment.hour < 16


@pytest.fixture(scope="module")
def months(contoh, tiket):
    """Some months with the one before: their tickets, and the cleaned tables."""
    found = {"contoh": (JULI, sample(JULI), sample(JUNI), contoh)}
    for seed, bulan in ((1, JULI), (2, JUNI), (3, Bulan(2023, 8))):
        now, before = made(bulan, seed), made(bulan.previous, seed + 10)
        tables = {
            month: {"tiket": table(each, tiket)}
            for month, each in ((bulan, now), (bulan.previous, before))
        }
        found[f"buatan {seed}"] = (bulan, now, before, tables)
    return found


@pytest.fixture(scope="module", params=["contoh", "buatan 1", "buatan 2", "buatan 3"])
def month(request, months, settings):
    bulan, now, before, tables = months[request.param]
    held = {**settings, "sasaran": SASARAN}
    return bulan, now, before, measure(bulan, tables, None, dict.fromkeys(tables, held))


def put(found, indikator, dimensi, nilai, n=None, selang=(None, None)):
    found[indikator, *dimensi] = (nilai, *selang, n)


def percent(part, whole):
    return 100 * part / whole, whole, tuple(100 * end for end in wilson(part, whole))


def waits(tickets, column, until):
    ended = [each[column] if each[column] and each[column] <= until else None for each in tickets]
    return [
        (
            minutes(each["dibuat"], moment or until),
            max(((moment or until) - each["dibuat"]).total_seconds() / 60, 0),
            moment is not None,
        )
        for each, moment in zip(tickets, ended, strict=True)
    ]


def put_waits(found, name, tickets, place, until):
    column, target = {"balas": ("dibalas", 30), "selesai": ("selesai", 240)}[name]
    waited = waits(tickets, column, until)
    count = len(waited)
    put(found, f"{name}.belum", place, sum(not ended for *_, ended in waited), count)
    service = [(each, ended) for each, _, ended in waited]
    calendar = [(each, ended) for _, each, ended in waited]
    wanted = [("median_menit", service, 0.5, 20), ("p90_menit", service, 0.9, 50)]
    wanted += [("median_menit_kalender", calendar, 0.5, 20)] if name == "balas" else []
    for measure_, times, share, least in wanted:
        value = end_of(times, share) if count >= least else None
        if value is not None:
            put(found, f"{name}.{measure_}", place, value, count)
    due = [(each, ended) for each, ended in service if ended or each >= target]
    if len(due) >= 20:
        value, whole, selang = percent(sum(e and t <= target for t, e in due), len(due))
        put(found, f"{name}.dalam_sasaran", place, value, whole, selang)


def test_how_long_people_wait(month):
    bulan, now, _, ukuran = month
    tickets = [each for each in now if each["topik"] != "Spam"]
    latest = max(each[name] for each in now for name in hitung.WAKTU if each[name])
    end = datetime(bulan.shift(1).tahun, bulan.shift(1).nomor, 1, tzinfo=WIB)
    until, found = min(end, latest), {}
    put_waits(found, "balas", tickets, ("", ""), until)
    put_waits(found, "selesai", tickets, ("", ""), until)
    for name in KANAL:
        part = [each for each in tickets if each["kanal"] == name]
        put_waits(found, "balas", part, ("kanal", name), until)
    for name in ("Dalam", "Luar"):
        part = [each for each in tickets if inside(each["dibuat"]) == (name == "Dalam")]
        put_waits(found, "balas", part, ("jam_layanan", name), until)
    replied = [waited for waited, _, ended in waits(tickets, "dibalas", until) if ended]
    for start in range(0, 60, 5):
        steps = sum(start <= waited < start + 5 for waited in replied)
        put(found, "balas.sebaran", ("menit", f"{start:02d}–{start + 5:02d} menit"), steps)
    put(
        found, "balas.sebaran", ("menit", "60 menit lebih"), sum(waited >= 60 for waited in replied)
    )
    assert_same(ukuran, found, "balas.", "selesai.")
    missing = {each.key[1:] for each in ukuran.tiada if each.bulan == str(bulan)}
    for name in KANAL:
        key = ("balas.p90_menit", "kanal", name)
        assert (key in found) != (key in missing)


def test_what_comes_out_of_hours(month):
    _, now, _, ukuran = month
    tickets = [each for each in now if each["topik"] != "Spam"]
    luar = [each for each in tickets if not inside(each["dibuat"])]
    found = {}
    put(found, "luar_jam.jumlah", ("", ""), len(luar))
    kinds = {"Akhir pekan dan libur": 0, "Sebelum jam layanan": 0, "Sesudah jam layanan": 0}
    for each in luar:
        served = hitung.is_service_day(each["dibuat"].date())
        early = each["dibuat"].hour < 8
        kinds[
            ("Sebelum jam layanan" if early else "Sesudah jam layanan")
            if served
            else "Akhir pekan dan libur"
        ] += 1
    for name, count in kinds.items():
        put(found, "luar_jam.jumlah", ("waktu", name), count)
    put(found, "luar_jam.bagian_konsultasi", ("", ""), *percent(len(luar), len(tickets)))
    groups = {name: [t for t in tickets if inside(t["dibuat"]) == (name == "Dalam")]
              for name in ("Dalam", "Luar")}  # fmt: skip
    counted = {name: (sum(t["eskalasi"] for t in part), len(part)) for name, part in groups.items()}
    for name, each in counted.items():
        put(found, "eskalasi.bagian", ("jam_layanan", name), *percent(*each))
    both = percent(sum(e for e, _ in counted.values()), len(tickets))
    put(found, "eskalasi.bagian", ("", ""), *both)
    (first, low, high), (second, low2, high2) = (
        (part / whole, *wilson(part, whole)) for part, whole in (counted["Luar"], counted["Dalam"])
    )
    selang = (
        100 * (first - second - ((first - low) ** 2 + (high2 - second) ** 2) ** 0.5),
        100 * (first - second + ((high - first) ** 2 + (second - low2) ** 2) ** 0.5),
    )
    put(found, "eskalasi.selisih", ("", ""), 100 * (first - second), len(tickets), selang)
    assert_same(ukuran, found, "luar_jam.", "eskalasi.")


def test_what_a_change_consists_of(month):
    bulan, now, before, ukuran = month
    days, days_before = (len(service_days(m.tahun, m.nomor)) for m in (bulan, bulan.previous))
    assert ukuran.nilai("hari_layanan.jumlah") == days
    assert ukuran.nilai("tiket.per_hari_layanan") == pytest.approx(len(now) / days)
    rate = len(now) / days / (len(before) / days_before)
    assert ukuran.nilai("tiket.perubahan_per_hari_layanan") == pytest.approx(100 * (rate - 1))
    kalender, laju = (ukuran.nilai(f"tiket.perubahan_{name}") for name in ("kalender", "laju"))
    assert kalender + laju == pytest.approx(len(now) - len(before))
    services = [[t for t in each if t["topik"] != "Spam"] for each in (now, before)]
    assert ukuran.nilai("konsultasi.jumlah") == len(services[0])
    assert ukuran.nilai("konsultasi.per_hari_layanan") == pytest.approx(len(services[0]) / days)
    assert ukuran.nilai("konsultasi.perubahan_bulanan") == pytest.approx(
        100 * (len(services[0]) / len(services[1]) - 1)
    )
    for dimensi in ("kanal", "topik"):
        counts, earlier = tally(now, dimensi), tally(before, dimensi)
        for name in {*counts, *earlier}:
            points = 100 * (counts[name] - earlier[name]) / len(before)
            assert ukuran.nilai("sumbangan.perubahan", dimensi, name) == pytest.approx(points)
        assert ukuran.kategori("sumbangan.perubahan", dimensi).sum() == pytest.approx(
            100 * (len(now) / len(before) - 1)
        )


def assert_same(ukuran, expected, *prefixes):
    """Hold all figures of the report's month that begin so against those expected."""
    rows = ukuran.tabel[ukuran.tabel["bulan"].eq(str(ukuran.bulan))]
    rows = rows[rows["indikator"].str.startswith(prefixes)]
    names = ["indikator", "dimensi", "kategori"]
    found = rows.set_index(names)[["nilai", "bawah", "atas", "n"]].T.to_dict("list")
    assert set(found) == set(expected)
    for key, values in found.items():
        told = [None if pd.isna(value) else value for value in values]
        assert told == [pytest.approx(each) for each in expected[key]], key
