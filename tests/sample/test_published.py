"""The published figures, counted in the raw files by other means than the project's readers."""

import csv
import io
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import openpyxl
import pytest

from laporan_sample.regions import zone_of

WIB = timezone(timedelta(hours=7))
NON_TECHNICAL = {"Permintaan Data", "Surat Masuk", "Reservasi", "Spam", "Lainnya"}
LONG = {"kabupaten ": "Kab. ", "provinsi ": "Prov. "}


def csv_rows(path, encoding="utf-8"):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def sheet(path, header):
    """Give the rows of a workbook under a header, merged cells left as they are."""
    rows = [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    top = next(at for at, row in enumerate(rows) if header in row)
    named = [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]
    return [row for row in named if row.get("No", 0) != "JUMLAH"]


def official(text):
    """Undo the sloppy forms that the sample types a region in."""
    text = text.strip()
    for long, short in LONG.items():
        if text.casefold().startswith(long):
            text = short + text[len(long) :]
    return text.casefold()


@pytest.fixture(scope="module")
def tickets(raw):
    """Give July's tickets that count, by id."""
    found = {}
    for path in sorted((raw / "2023-07").glob("tiket-*.csv")):
        for row in csv_rows(path):
            created = datetime.fromisoformat(row["date_created"]).astimezone(WIB)
            if (created.year, created.month) == (2023, 7) and row["hidden_status"] in {"", "spam"}:
                topik = row["Topik"].strip() or "Spam"
                found[row["ticket_id"]] = {
                    "kanal": row["Kanal"].strip().casefold(),
                    "topik": topik.casefold(),
                    "pemda": official(row["Pemda"]),
                    "eskalasi": row["Eskalasi"] == "Ya",
                    "luar": created.weekday() > 4
                    or not 8 <= created.hour < 16
                    or created.date() == date(2023, 7, 19),
                }
    return list(found.values())


@pytest.fixture(scope="module")
def zones(raw):
    from laporan_sample.regions import regions

    return {region.nama.casefold(): zone_of(region.nama) for region in regions()}


def test_channels(tickets):
    assert Counter(row["kanal"] for row in tickets) == {
        "whatsapp": 1493,
        "telepon": 77,
        "email": 107,
        "hai kemenkeu": 26,
        "live chat": 4,
    }


def test_zones_and_service_hours(tickets, zones):
    known = [row for row in tickets if row["pemda"] in zones]
    outside = [row for row in known if row["luar"]]
    assert (len(tickets), len(known), len(outside)) == (1707, 1203, 301)
    assert Counter(zones[row["pemda"]] for row in outside) == {
        "Barat": 192,
        "Tengah": 76,
        "Timur": 33,
    }
    assert sum(row["luar"] for row in tickets) == 469
    assert sum(row["luar"] and row["eskalasi"] for row in tickets) == 46


def test_names_that_do_not_resolve_are_there_too(tickets, zones):
    lost = {row["pemda"] for row in tickets if row["pemda"] and row["pemda"] not in zones}
    assert {"kab. pematang", "kab. gunung sitoli", "tegal"} <= lost


def test_regions_that_asked_most_and_their_topics(tickets, zones):
    counts = Counter(row["pemda"] for row in tickets if row["pemda"] in zones)
    named = dict(counts.most_common(6))
    assert named == {
        "kab. padang lawas": 15,
        "prov. jambi": 14,
        "prov. kalimantan timur": 14,
        "prov. gorontalo": 12,
        "kab. probolinggo": 11,
        "kab. mojokerto": 11,
    }
    assert counts.most_common(7)[-1][1] < 11
    topics = defaultdict(set)
    for row in tickets:
        topics[row["pemda"]].add(row["topik"])
    assert topics["prov. gorontalo"] == {"dau", "jf akpd"}
    assert topics["prov. kalimantan timur"] == {"dbh", "pdrd"}
    assert topics["prov. jambi"] == {"pdrd", "did", "dbh", "jf akpd"}
    assert topics["kab. probolinggo"] == {"shsr", "dau", "surat masuk", "dak fisik"}
    assert topics["kab. mojokerto"] == {"dau", "pdrd", "dak non fisik", "jf akpd", "dana desa"}
    assert topics["kab. padang lawas"] == {
        "reservasi",
        "surat masuk",
        "transfer",
        "dana desa",
        "jf akpd",
    }


def test_topics_in_their_published_order(tickets):
    other = {name.casefold() for name in NON_TECHNICAL}
    technical = Counter(row["topik"] for row in tickets if row["topik"] not in other)
    assert [name for name, _ in technical.most_common(3)] == ["dau", "dbh", "dak fisik"]
    rest = Counter(row["topik"] for row in tickets if row["topik"] in other)
    assert [name for name, _ in rest.most_common(3)] == ["spam", "lainnya", "surat masuk"]
    outside = Counter(
        row["topik"] if row["topik"] in other else "teknis" for row in tickets if row["luar"]
    )
    assert [name for name, _ in outside.most_common(5)] == [
        "spam",
        "teknis",
        "surat masuk",
        "lainnya",
        "permintaan data",
    ]


def test_topics_of_the_small_channels(tickets):
    hai = Counter(row["topik"] for row in tickets if row["kanal"] == "hai kemenkeu")
    assert (hai.pop("dana desa"), hai.pop("permintaan data")) == (4, 4)
    assert max(hai.values()) < 4
    chat = Counter(row["topik"] for row in tickets if row["kanal"] == "live chat")
    assert (chat["pdrd"], chat["dana desa"], max(chat.values())) == (1, 1, 1)
    mail = Counter(row["topik"] for row in tickets if row["kanal"] == "email")
    assert mail["surat masuk"] > 107 / 2


def test_nobody_is_called_outside_service_hours(tickets):
    assert not any(row["luar"] for row in tickets if row["kanal"] == "telepon")


def test_june_has_its_total_and_whatsapp(raw):
    rows = {}
    for path in sorted((raw / "2023-06").glob("tiket-*.csv")):
        rows |= {row["ticket_id"]: row for row in csv_rows(path)}
    counted = [
        row["Kanal"].strip().casefold()
        for row in rows.values()
        if row["hidden_status"] in {"", "spam"}
        and datetime.fromisoformat(row["date_created"]).astimezone(WIB).month == 6
    ]
    assert len(counted) == 1315
    assert round((1493 / counted.count("whatsapp") - 1) * 100) == 30


def test_email_lapor(raw):
    rows = sheet(raw / "2023-07" / "email-lapor.xlsx", "Jenis Dokumen")
    kinds = Counter(row["Jenis Dokumen"].strip().casefold() for row in rows)
    assert len(rows) == 742
    assert kinds["laporan syarat salur dau"] == 396
    assert (kinds["dbh"], kinds["data thr dan gaji ke-13"], kinds["dak non fisik"]) == (182, 144, 7)
    assert len(sheet(raw / "2023-06" / "email-lapor.xlsx", "Jenis Dokumen")) == 835


def test_visitors_in_both_products(raw):
    july = (raw / "2023-07" / "situs-pengunjung.csv").read_bytes().decode()
    assert july.count("\r\n") == july.count("\n")
    lines = [line for line in july.splitlines() if line[:4] == "2023"]
    assert len(lines) == 31
    assert lines != sorted(lines)
    assert sum(int(line.split(",")[1]) for line in lines) == 73000
    june = (raw / "2023-06" / "situs-pengunjung.csv").read_text("utf-8")
    days = june.partition("Day Index,Users\n")[2].splitlines()
    assert days[-1] == ",88.792"
    assert sum(int(line.split(",")[1].replace(".", "")) for line in days[:-1]) == 88792


def test_social_media(raw):
    folder = raw / "2023-07"
    text = (folder / "meta-harian-kunjungan.csv").read_bytes().decode("utf-16")
    assert text.startswith('sep=,\n"Facebook visits"\n"Date","Primary"\n"2023-07-01T00:00:00"')
    facebook = text.partition('\n\n"Instagram profile visits"')[0].splitlines()[3:]
    assert sum(int(line.split('"')[3]) for line in facebook) == 4142
    feed = csv_rows(folder / "meta-konten-instagram.csv", "utf-8-sig")
    assert (len(feed), sum(int(row["Reach"]) for row in feed)) == (28, 76631)
    assert len(csv_rows(folder / "meta-konten-story.csv", "utf-8-sig")) == 36
    assert len(csv_rows(folder / "meta-konten-facebook.csv", "utf-8-sig")) == 41
    tweets = csv_rows(folder / "twitter-per-tweet.csv")
    assert len(tweets) == 41
    assert sum(float(row["user profile clicks"]) for row in tweets) == 1115
    days = csv_rows(folder / "twitter-per-hari.csv")
    assert sum(int(row["Tweets published"]) for row in days) == 41
    assert sum(int(row["user profile clicks"]) for row in days) == 1115
    followers = {row["Media"]: row for row in sheet(folder / "media-sosial.xlsx", "Media")}
    assert [followers[name]["Pengikut"] for name in ("Instagram", "Twitter", "Facebook")] == [
        "114.183",
        "16.778",
        "13.632",
    ]
    assert (followers["Instagram"]["Akun Desa Baru"], followers["Instagram"]["Akun Desa"]) == (
        7,
        1851,
    )


def test_broadcasts_are_one_message_a_campaign_and_day(raw):
    rows = csv_rows(raw / "2023-07" / "wa-blast.csv")
    messages = {
        (row["campaign"], datetime.fromisoformat(row["created_at"]).astimezone(WIB).date())
        for row in rows
    }
    assert sorted(day.day for _, day in messages) == [17, 18, 25, 25, 25]


def test_lists(raw):
    folder = raw / "2023-07"
    assert len(sheet(folder / "publikasi.xlsx", "Judul")) == 20
    webinars = sheet(folder / "webinar.xlsx", "Kegiatan")
    assert len(webinars) == 9
    assert any("Employee Advocacy" in row["Kegiatan"] for row in webinars)
    assert len(sheet(folder / "video-conference.xlsx", "Topik")) == 5
    visits = sheet(folder / "tatap-muka.xlsx", "Jumlah Tamu")
    assert (len(visits), sum(int(row["Jumlah Tamu"]) for row in visits)) == (24, 105)
    who = {row["Pengguna Layanan"] for row in visits}
    assert {"Kab. Pemalang", "Kota Gunungsitoli"} <= who
    assert not {"Kab. Pematang", "Kab. Gunung Sitoli"} & who
    assert sum("DAU" in row["Topik"] for row in visits) == 8
    assert len(sheet(folder / "ppid.xlsx", "Pemohon")) == 9


def test_satisfaction_is_the_mean_of_the_agents_that_count(raw):
    ratings = defaultdict(list)
    people = defaultdict(set)
    for row in sheet(raw / "2023-07" / "survei.xlsx", "Agen"):
        if row["Completion time"].month == 7:
            factors = [row["Kepuasan Layanan"], row["Substansi\nJawaban"]]
            given = [Decimal(factor) for factor in factors if factor is not None]
            ratings[row["Agen"]].append(sum(given) / len(given))
            people[row["Agen"]].add(row["Email"].casefold())
    counted = [
        sum(values) / len(values)
        for agent, values in ratings.items()
        if len(values) >= 5 and len(people[agent]) >= 5
    ]
    assert (len(counted), len(ratings)) == (5, 7)
    assert round(sum(counted) / 5, 4) == Decimal("4.9")


def test_advocacy_adds_up(raw):
    rows = sheet(raw / "2023-07" / "advokasi.xlsx", "Potret")
    assert rows[-1]["Potret"].startswith("Applied filters:")
    first, second = rows[:2]
    assert (first["Jumlah Pegawai"], second["Jumlah Pegawai"]) == (10529, 11939)
    media = ("Instagram", "Twitter", "Facebook", "WhatsApp", "LinkedIn", "YouTube", "TikTok")
    assert [sum(row[name] for name in media) for row in (first, second)] == [11946, 13512]
    kinds = ("Konten Tersedia", "Suka/Komentar/Bagikan", "Kreasi Mandiri")
    for row in (first, second):
        assert sum(row[name] for name in kinds) == row["Jumlah Aktivasi"]


def test_history_adds_up(raw):
    rows = csv_rows(raw / "riwayat.csv")
    totals = {
        row["bulan"]: int(row["nilai"])
        for row in rows
        if (row["indikator"], row["dimensi"]) == ("tiket.jumlah", "")
    }
    assert totals.pop("2022-07") == 1114
    assert sum(totals.values()) == 7901
    channels = Counter()
    for row in rows:
        if (row["indikator"], row["dimensi"]) == ("tiket.jumlah", "kanal"):
            channels[row["bulan"]] += int(row["nilai"])
    assert channels == totals
    assert {row["bulan"] for row in rows if row["sumber"] == "terbit"} == {"2022-07"}
    keys = [(row["bulan"], row["indikator"], row["dimensi"], row["kategori"]) for row in rows]
    assert keys == sorted(set(keys))
