"""Tickets counted again, in plain Python from the raw rows: nothing is taken from memory.

The counts below share no code with the package. They read the same exports with the csv module
and follow the definitions, over all tickets and with a random tenth of the rows dropped.
"""

import csv
import math
import random
import tomllib
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from importlib.resources import files

import pytest
from proyek import ROOT

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.measure import measure, violated_identities
from laporan.read.reader import read_source

RAW = ROOT / "data" / "raw"
JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)
WIB = timezone(timedelta(hours=7))
TAHUN_BARU_ISLAM = date(2023, 7, 19)
ZONA = {"WIB": "Barat", "WITA": "Tengah", "WIT": "Timur"}
BUKAN_TEKNIS = {"Permintaan Data", "Surat Masuk", "Reservasi", "Spam", "Lainnya"}

SETTINGS = tomllib.loads((files("laporan.dasar.settings") / "bawaan.toml").read_text("utf-8"))[
    "tiket"
]
KANAL = SETTINGS["kanal"]


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def regions():
    rows = read_rows(ROOT / "lib" / "laporan" / "dasar" / "regions" / "wilayah.csv")
    provinces = {row["code"]: row["short_name"] for row in rows if row["level"] == "prov"}
    return {
        row["short_name"].casefold(): (
            row["short_name"],
            provinces[row["province_code"]],
            ZONA[row["zone"]],
        )
        for row in rows
    }


WILAYAH = regions()


def spelled(text, known):
    return {name.casefold(): name for name in known}.get(text.strip().casefold(), text.strip())


def region_of(text):
    name = text.strip().casefold()
    for long, short in (("kabupaten ", "kab. "), ("provinsi ", "prov. ")):
        if name.startswith(long):
            name = short + name.removeprefix(long)
    return WILAYAH.get(name, (None, None, None))


def is_luar(moment):
    working_day = moment.weekday() < 5 and moment.date() != TAHUN_BARU_ISLAM
    return not (working_day and time(8) <= moment.time() < time(16))


def tickets_of(rows, bulan):
    """The month's tickets, each once, with what the definitions make of them."""
    found = {}
    for row in rows:
        moment = datetime.fromisoformat(row["date_created"]).astimezone(WIB)
        if row["hidden_status"] in {"deleted", "temp", "validating"}:
            continue
        if (moment.year, moment.month) != (bulan.tahun, bulan.nomor):
            continue
        pemda, provinsi, zona = region_of(row["Pemda"])
        empty = "Spam" if row["hidden_status"] == "spam" else "Tidak tercatat"
        topics = [*SETTINGS["topik_teknis"], *SETTINGS["topik_lain"]]
        topik = spelled(row["Topik"], topics) or empty
        found[row["ticket_id"]] = {
            "kanal": spelled(row["Kanal"], KANAL) or "Tidak tercatat",
            "topik": topik,
            "jenis": topik if topik in BUKAN_TEKNIS | {empty} else "Konsultasi Teknis",
            "kategori": spelled(row["Kategori Pengguna"], SETTINGS["kategori"]) or "Tidak tercatat",
            "pemda": pemda,
            "provinsi": provinsi,
            "zona": zona,
            "luar": is_luar(moment),
            "eskalasi": row["Eskalasi"].strip().casefold() == "ya",
            "tanggal": f"{moment:%Y-%m-%d}",
            "hari_jam": f"{moment.isoweekday()}-{moment:%H}",
        }
    return list(found.values())


def tally(tickets, column, always=()):
    return dict.fromkeys(always, 0) | Counter(ticket[column] for ticket in tickets)


def count_all(rows, rows_before):
    """Every figure on tickets of July, by its key."""
    tickets, before = tickets_of(rows, JULI), tickets_of(rows_before, JUNI)
    total = len(tickets)
    zona = list(ZONA.values())
    known = [ticket for ticket in tickets if ticket["zona"]]
    luar = [ticket for ticket in tickets if ticket["luar"]]
    luar_known = [ticket for ticket in luar if ticket["zona"]]
    escalated = [ticket for ticket in luar if ticket["eskalasi"]]
    figures = {}

    def put(indikator, nilai, dimensi="", kategori=""):
        figures[f"tiket.{indikator}", dimensi, kategori] = nilai

    def put_all(indikator, dimensi, values, of=None):
        for kategori, nilai in values.items():
            put(indikator, nilai if of is None else nilai / of * 100, dimensi, kategori)

    days = [f"2023-07-{day:02d}" for day in range(1, 32)]
    hours = [f"{day}-{hour:02d}" for day in range(1, 8) for hour in range(24)]
    kanal, kategori = tally(tickets, "kanal", KANAL), tally(tickets, "kategori")
    jenis, dikenal = tally(tickets, "jenis"), {"Ya": len(known), "Tidak": total - len(known)}
    put("jumlah", total)
    for name, values in (("kanal", kanal), ("kategori", kategori), ("jenis_topik", jenis)):
        put_all("jumlah", name, values)
        put_all("bagian", name, values, of=total)
    put_all("jumlah", "zona_dikenal", dikenal)
    put_all("bagian", "zona_dikenal", dikenal, of=total)
    put_all("jumlah", "zona", tally(known, "zona", zona))
    put_all("jumlah", "provinsi", tally(known, "provinsi"))
    put_all("jumlah", "tanggal", tally(tickets, "tanggal", days))
    put_all("jumlah", "hari_jam", tally(tickets, "hari_jam", hours))
    came = [ticket["hari_jam"][2:] for ticket in tickets]
    put_all("jumlah", "jam", {f"{hour:02d}": came.count(f"{hour:02d}") for hour in range(24)})
    put("jumlah", len(known) - len(luar_known), "jam_layanan", "Dalam")
    put("jumlah", len(luar_known), "jam_layanan", "Luar")
    dalam_known = [ticket for ticket in known if not ticket["luar"]]
    put_all("dalam_jam", "zona", tally(dalam_known, "zona", zona))
    put("luar_jam", len(luar))
    put("luar_jam_zona_tidak_dikenal", len(luar) - len(luar_known))
    put_all("luar_jam", "zona", tally(luar_known, "zona", zona))
    for name, count in tally(luar_known, "zona", zona).items():
        whole = sum(ticket["zona"] == name for ticket in known)
        put("luar_jam_dari_zona", 100 * count / whole, "zona", name)
    # Of the 31 days five are Mondays, and the one Wednesday that is a holiday is left out.
    often = {1: 5, 2: 4, 3: 3, 4: 4, 5: 4, 6: 5, 7: 5}
    usual = [ticket for ticket in tickets if ticket["tanggal"] != f"{TAHUN_BARU_ISLAM}"]
    for name, count in tally(usual, "hari_jam", hours).items():
        put("rata_rata", count / often[int(name[0])], "hari_jam", name)
    served = [ticket["hari_jam"][2:] for ticket in usual if ticket["hari_jam"][0] < "6"]
    for hour in range(24):
        put("rata_rata", served.count(f"{hour:02d}") / 20, "jam", f"{hour:02d}")
    put_all("luar_jam_bagian", "zona", tally(luar_known, "zona", zona), of=len(luar_known))
    escalated_known = [ticket for ticket in escalated if ticket["zona"]]
    put("luar_jam_eskalasi", len(escalated))
    put("luar_jam_eskalasi_zona_tidak_dikenal", len(escalated) - len(escalated_known))
    put_all("luar_jam_eskalasi", "zona", tally(escalated_known, "zona", zona))
    put("luar_jam_eskalasi_bagian", len(escalated) / len(luar) * 100)
    put("luar_jam_eskalasi_bagian_total", len(escalated) / total * 100)
    put_all("topik_luar_jam", "topik", tally(luar, "topik"))
    put_all("topik_luar_jam", "jenis_topik", tally(luar, "jenis"))
    topik, topik_before = tally(tickets, "topik"), tally(before, "topik")
    put_all("topik", "topik", topik)
    put_all("topik_bulan_lalu", "topik", dict.fromkeys(topik, 0) | topik_before)
    for name in kanal:
        of_kanal = [ticket for ticket in tickets if ticket["kanal"] == name]
        put_all("topik", f"kanal:{name}", tally(of_kanal, "topik"))
    pemda = tally(known, "pemda")
    put("jumlah_pemda", len(pemda))
    put_all("pemda", "pemda", pemda)
    sixth = sorted(pemda.values(), reverse=True)[5]
    for name in (name for name, count in pemda.items() if count >= sixth):
        of_pemda = [ticket for ticket in known if ticket["pemda"] == name]
        put_all("topik", f"pemda:{name}", tally(of_pemda, "topik"))
    # Comparisons; the months without exports are in the published figures.
    earlier = {
        row["bulan"]: float(row["nilai"])
        for row in read_rows(RAW / "riwayat.csv")
        if (row["indikator"], row["dimensi"]) == ("tiket.jumlah", "")
    }
    put("jumlah_bulan_lalu", len(before))
    put("perubahan_bulanan", (total / len(before) - 1) * 100)
    put("jumlah_tahun_lalu", earlier["2022-07"])
    put("perubahan_tahunan", (total / earlier["2022-07"] - 1) * 100)
    # Service days: weekdays of June, July, and July 2022 without holidays and joint leave.
    rate, rate_before = total / 20, len(before) / 17
    put("per_hari_layanan", rate)
    put("perubahan_per_hari_layanan", (rate / rate_before - 1) * 100)
    yearly = rate / (earlier["2022-07"] / 21)
    put("perubahan_tahunan_per_hari_layanan", (yearly - 1) * 100)
    weight = (total - len(before)) / math.log(total / len(before))
    put("perubahan_kalender", weight * math.log(20 / 17))
    put("perubahan_laju", weight * math.log(rate / rate_before))
    months = [earlier[f"2023-{month:02d}"] for month in range(1, 6)]
    put("jumlah_tahun_berjalan", sum(months) + len(before) + total)
    for name, base in tally(before, "kanal", KANAL).items():
        put("jumlah_bulan_lalu", base, "kanal", name)
        put("perubahan_bulanan", (kanal[name] / base - 1) * 100, "kanal", name)
        daily = (kanal[name] / 20) / (base / 17)
        put("perubahan_per_hari_layanan", (daily - 1) * 100, "kanal", name)
    return figures


@pytest.fixture(scope="module")
def pages():
    """The raw rows of July's pages, by file name."""
    return {path.name: read_rows(path) for path in sorted((RAW / "2023-07").glob("tiket*.csv"))}


@pytest.fixture(scope="module")
def rows_before():
    return [row for path in (RAW / "2023-06").glob("tiket*.csv") for row in read_rows(path)]


# Of the pairs that the page's filter shows only those are figures that tell of nobody.
PAIRS = {"tiket.provinsi": "provinsi", "tiket.jam": "jam"}


def july_figures(table):
    rows = table[table["bulan"].eq("2023-07") & table["indikator"].str.startswith("tiket.")]
    names = ["indikator", "dimensi", "kategori"]
    return dict(zip(rows[names].itertuples(index=False, name=None), rows["nilai"], strict=True))


def own_figures(table):
    return {key: nilai for key, nilai in july_figures(table).items() if key[0] not in PAIRS}


def flat(pages):
    return [row for rows in pages.values() for row in rows]


def test_all_tickets(pages, rows_before, juli):
    assert own_figures(juli.tabel) == pytest.approx(count_all(flat(pages), rows_before))


def test_every_pair_that_is_shown_is_counted(pages, juli):
    tickets = [
        {name: ticket[name] or "Tidak tercatat" for name in ("kanal", "topik", "provinsi")}
        | {"jam": ticket["hari_jam"][2:]}
        for ticket in tickets_of(flat(pages), JULI)
    ]
    shown = {key: nilai for key, nilai in july_figures(juli.tabel).items() if key[0] in PAIRS}
    assert len(shown) > 500
    for (indikator, dimensi, kategori), nilai in shown.items():
        name, _, value = dimensi.partition(":")
        both = (each[name] == value and each[PAIRS[indikator]] == kategori for each in tickets)
        assert nilai == sum(both), (indikator, dimensi, kategori)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_a_random_tenth(
    tmp_path, pages, rows_before, contoh, riwayat_contoh, settings, juli, seed
):
    kept = {name: drop_tenth(rows, random.Random(f"{seed} {name}")) for name, rows in pages.items()}
    for name, rows in kept.items():
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    cleaned = cleaner("tiket")(read_source(tmp_path, "tiket", settings), JULI, settings)
    months = contoh | {JULI: contoh[JULI] | {"tiket": cleaned.tabel}}
    hasil = measure(JULI, months, riwayat_contoh, dict.fromkeys(months, settings))
    expected = count_all(flat(kept), rows_before)
    assert own_figures(hasil.tabel) == pytest.approx(expected)
    assert violated_identities(hasil.tabel, JULI) == []

    dropped = juli.nilai("tiket.jumlah") - hasil.nilai("tiket.jumlah")
    assert 0.05 < dropped / juli.nilai("tiket.jumlah") < 0.15
    layanan = juli.nilai("layanan.jumlah") - hasil.nilai("layanan.jumlah")
    assert layanan == dropped
    # What does not rest on July's tickets stays.
    assert hasil.nilai("lapor.jumlah") == juli.nilai("lapor.jumlah")
    assert hasil.nilai("tiket.jumlah_bulan_lalu") == juli.nilai("tiket.jumlah_bulan_lalu")


def drop_tenth(rows, rng):
    gone = set(rng.sample(range(len(rows)), len(rows) // 10))
    return [row for number, row in enumerate(rows) if number not in gone]
