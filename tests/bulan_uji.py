"""Two months at the edges of what a report must bear: one sparse, one heavy.

Both are raw exports, made from the sample's, so that they go the whole way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan_sample.folder import write_folder
from laporan_sample.month import Month, synthetic_month
from laporan_sample.people import AGENTS
from laporan_sample.quota import generator
from laporan_sample.regions import regions
from laporan_sample.tickets import Tiket, make_tiket
from laporan_sample.tiket_quota import scaled_quota
from laporan_sample.write import month_files

JARANG, PADAT = Bulan(2024, 1), Bulan(2024, 3)
PEMDA = "Kab. Brebes"
MISSING = ("situs-", "survei", "wa-blast", "advokasi")
TOPICS = 40
LONG = 120  # characters of a name
FORMULAS = {
    1: "=SUM(A1:A9) tentang",
    2: "@Topik 2: naik, 5; tentang",
    31: "=Topik 31; turun tentang",
    32: "@Topik. 32, tentang",
    33: "-2+3 tentang",
}
# As many as need six figures.
MANY = 123_456
FEWER = 23_456


def write_jarang(raw: Path) -> Bulan:
    """Write a month of 40 tickets: four sources missing, no live chat, one pemda only."""
    seed, bulan = 7, JARANG
    month = synthetic_month(generator(seed, bulan, "bulan"), bulan, 40)
    month = replace(month, daftar={name: lines[:1] for name, lines in month.daftar.items()})
    quota = scaled_quota(generator(seed, bulan, "kuota"), 40)
    files = month_files(seed, month, quota)
    tiket = [_sparse(row) for row in make_tiket(generator(seed, bulan, "tiket"), bulan, quota)]
    kept = {name: data for name, data in files.items() if not name.startswith((*MISSING, "tiket"))}
    kept["tiket.csv"] = _tiket_csv(tiket)
    write_folder(raw / str(bulan), kept)
    return bulan


def write_padat(raw: Path) -> Bulan:
    """Write a month of six-figure counts, 40 topics, and names of 120 characters.

    The settings know the topics and have them all printed; the month before has its tickets.
    """
    seed, bulan = 9, PADAT
    month = _heavy(synthetic_month(generator(seed, bulan, "bulan"), bulan, 900))
    quota = scaled_quota(generator(seed, bulan, "kuota"), 900)
    files = month_files(seed, month, quota)
    kept = {name: data for name, data in files.items() if not name.startswith("tiket")}
    kept["tiket.csv"] = _many_tiket(bulan, MANY)
    write_folder(raw / str(bulan), kept)
    write_folder(raw / str(bulan.previous), {"tiket.csv": _many_tiket(bulan.previous, FEWER)})
    names = long_topics()
    (raw.parent / "pengaturan.toml").write_text(
        f"[tiket]\ntopik_teknis = {_toml(names[:30])}\ntopik_lain = {_toml(names[30:])}\n"
        f"topik_tercetak = {TOPICS}\n",
        "utf-8",
    )
    return bulan


def long_topics() -> list[str]:
    """Give 40 names of 120 characters, no two of them alike in their first words.

    Some begin as a formula does, and hold the marks and words that sentences are made of.
    """
    starts = {number: f"Topik {number:02} tentang" for number in range(1, TOPICS + 1)}
    return [long_name(start) for start in (starts | FORMULAS).values()]


def long_name(start: str) -> str:
    """Fill a name up to 120 characters with words."""
    words = ["pengelolaan", "dana", "transfer", "ke", "daerah", "dan", "pertanggungjawabannya"]
    text = " ".join([start, *words, *words])[:LONG]
    return text.rstrip() + "x" * (LONG - len(text.rstrip()))


def _toml(names: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def _sparse(tiket: Tiket) -> Tiket:
    kanal = "WhatsApp" if tiket.kanal == "Live Chat" else tiket.kanal
    return replace(tiket, kanal=kanal, pemda=PEMDA if tiket.zona else "")


def _heavy(month: Month) -> Month:
    lines = dict(month.daftar)
    days = [month.bulan.first_day.replace(day=day) for day in range(1, 29)]
    lines["publikasi"] = [
        (day, long_name(f"Publikasi {number} tentang")) for number, day in enumerate(days * 2)
    ]
    lines["webinar"] = [(day, long_name(f"Webinar {day.day} tentang")) for day in days]
    lines["wa_blast"] = [(day, long_name(f"Pesan {day.day} tentang"), 40) for day in days]
    names = [region.nama for region in regions()]
    lines["tatap_muka"] = [
        (day, names[9 * at], 50, long_name("Topik")) for at, day in enumerate(sorted(days * 2))
    ]
    return replace(
        month,
        pengunjung=987_654,
        halaman={long_name(f"Halaman {n} tentang"): 900_000 - n for n in range(1, 13)},
        media={name: count * 20 for name, count in month.media.items()},
        daftar=lines,
    )


def _many_tiket(bulan: Bulan, count: int) -> bytes:
    """Write tickets a row each, spread over topics, regions, channels and hours."""
    rng = np.random.default_rng(count)
    names = np.array([region.nama for region in regions()])
    kanal = ["WhatsApp", "Telepon", "Email", "HAI Kemenkeu", "Live Chat"]
    first = pd.Timestamp(bulan.first_day, tz="Asia/Jakarta")
    minutes = bulan.last_day.day * 24 * 60
    shares = np.arange(TOPICS, 0, -1.0)
    created = first + pd.to_timedelta(np.sort(rng.integers(0, minutes, count)), unit="min")
    pemda = names[(rng.beta(0.5, 2, count) * len(names)).astype(int)]
    frame = pd.DataFrame(
        {
            "ticket_id": np.arange(count) + count * 10,
            "status": "resolved",
            "hidden_status": "",
            "agent_name": rng.choice(AGENTS, count),
            "date_created": created.strftime("%Y-%m-%dT%H:%M:%S+07:00"),
            "date_first_agent_reply": "",
            "date_resolved": "",
            "labels": "",
            "Kanal": rng.choice(kanal, count, p=[0.7, 0.1, 0.1, 0.06, 0.04]),
            "Topik": rng.choice(long_topics(), count, p=shares / shares.sum()),
            "Pemda": np.where(rng.random(count) < 0.9, pemda, ""),
            "Kategori Pengguna": "Pemerintah Daerah",
            "Eskalasi": np.where(rng.random(count) < 0.05, "Ya", "Tidak"),
        }
    )
    return frame.to_csv(index=False).encode()


def _tiket_csv(rows: Sequence[Tiket]) -> bytes:
    """Write few tickets with the columns that are read."""
    frame = pd.DataFrame(
        {
            "ticket_id": range(1, len(rows) + 1),
            "status": "resolved",
            "hidden_status": "",
            "agent_name": AGENTS[0],
            "date_created": [f"{row.dibuat:%Y-%m-%dT%H:%M:%S}+07:00" for row in rows],
            "date_first_agent_reply": "",
            "date_resolved": "",
            "labels": "",
            "Kanal": [row.kanal for row in rows],
            "Topik": [row.topik for row in rows],
            "Pemda": [row.pemda for row in rows],
            "Kategori Pengguna": [row.kategori for row in rows],
            "Eskalasi": ["Ya" if row.eskalasi else "Tidak" for row in rows],
        }
    )
    return frame.to_csv(index=False).encode()
