"""The figures and lists of a month beside its tickets: published ones, and made-up ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.data import read_text, read_toml
from laporan_sample.quota import apportion_like
from laporan_sample.regions import regions

TECHNICAL = (
    "DAU",
    "DBH",
    "DAK Fisik",
    "DAK Non Fisik",
    "Dana Desa",
    "PDRD",
    "DID",
    "Hibah",
    "SHSR",
)
KEPERLUAN = ("Penelitian", "Penelitian", "Penelitian", "Penyusunan laporan", "Bahan pemberitaan")
DATA = ("Data anggaran dan realisasi APBD", "Data anggaran dan realisasi Transfer ke Daerah")
PUBLISHED = Bulan(2023, 7)

# A line of a list: its date, then its cells as its workbook has them.
Line = tuple[date, *tuple[Any, ...]]


@dataclass(frozen=True)
class Potret:
    """A snapshot of the employee advocacy."""

    tanggal: date
    pegawai: int
    aktivasi: int
    konten: Sequence[int]
    media: Mapping[str, int]
    target: int
    seluruh_pegawai: int


@dataclass(frozen=True)
class Month:
    """What a month's exports add up to, tickets aside."""

    bulan: Bulan
    pengunjung: int
    survei: Sequence[int]
    email: Mapping[str, int]
    halaman: Mapping[str, int]
    media: Mapping[str, int]
    daftar: Mapping[str, Sequence[Line]]
    advokasi: Sequence[Potret]
    catatan: str


def published_month() -> Month:
    """Give July 2023 as it was published."""
    data = read_toml("bulan_2023_07.toml")
    bulan = PUBLISHED
    return Month(
        bulan=bulan,
        pengunjung=data["pengunjung"],
        survei=data["survei"],
        email=data["email"],
        halaman=data["halaman"],
        media=data["media"],
        daftar={
            name: [(_day(bulan, line[0]), *line[1:]) for line in lines]
            for name, lines in data["daftar"].items()
        },
        advokasi=[
            Potret(**{**potret, "tanggal": _day(bulan, potret["tanggal"])})
            for potret in data["advokasi"]
        ],
        catatan=read_text("catatan_2023_07.md"),
    )


def synthetic_month(
    rng: np.random.Generator,
    bulan: Bulan,
    tiket: int,
    *,
    email: int | None = None,
    pengunjung: int | None = None,
) -> Month:
    """Make up a month in the likeness of July 2023.

    Parameters
    ----------
    rng
        Makes it differ from other months.
    bulan
        The month.
    tiket
        Its number of tickets; e-mails follow it.
    email, pengunjung
        The number of Email Lapor and of visitors, where they are known.
    """
    data = read_toml("bulan_2023_07.toml")
    if email is None:
        email = round(tiket * 0.45 * rng.lognormal(0, 0.1))
    if pengunjung is None:
        pengunjung = round(73000 * rng.lognormal(0, 0.08))
    pages = {f"/{_slug(name)}": views for name, views in data["halaman"].items()}
    return Month(
        bulan=bulan,
        pengunjung=pengunjung,
        survei=[int(points) for points in rng.integers(1, 13, len(data["survei"]))],
        email=_near(rng, data["email"], email),
        halaman=_near(rng, pages, round(sum(pages.values()) * rng.lognormal(0, 0.08))),
        media=_media(rng, bulan, data["media"]),
        daftar=_lists(rng, bulan),
        advokasi=_potret(rng, bulan, data["advokasi"][-1]),
        catatan=read_text("catatan_contoh.md"),
    )


def _day(bulan: Bulan, number: int) -> date:
    return date(bulan.tahun, bulan.nomor, number)


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _near(rng: np.random.Generator, template: Mapping[str, int], total: int) -> dict[str, int]:
    return apportion_like(
        total, {name: count * rng.lognormal(0, 0.12) for name, count in template.items()}
    )


def _media(rng: np.random.Generator, bulan: Bulan, july: Mapping[str, int]) -> dict[str, int]:
    """Let followers grow from month to month, and let the rest vary."""
    months = (bulan.tahun - PUBLISHED.tahun) * 12 + bulan.nomor - PUBLISHED.nomor
    growth = {"ig_pengikut": 640, "tw_pengikut": 75, "fb_pengikut": 48, "ig_desa": 8}
    return {
        name: max(0, count + growth[name] * months)
        if name in growth
        else max(1, round(count * rng.lognormal(0, 0.12)))
        for name, count in july.items()
    }


def _lists(rng: np.random.Generator, bulan: Bulan) -> dict[str, list[Line]]:
    workdays = Clock(bulan).workdays

    def days(mean: float) -> list[date]:
        count = max(1, int(rng.poisson(mean)))
        return sorted(workdays[index] for index in rng.integers(0, len(workdays), count))

    def pick(items: Sequence[str]) -> str:
        return items[int(rng.integers(0, len(items)))]

    names = [region.nama for region in regions()]
    return {
        "publikasi": [
            (day, f"Publikasi Contoh {n} tentang {pick(TECHNICAL)}")
            for n, day in enumerate(days(14), start=1)
        ],
        "webinar": [
            (day, f"Webinar Contoh {n}: {pick(TECHNICAL)}")
            for n, day in enumerate(days(6), start=1)
        ],
        "video_conference": [(day, pick(names), pick(TECHNICAL)) for day in days(6)],
        "tatap_muka": [
            (day, pick(names), int(rng.integers(1, 10)), pick(TECHNICAL)) for day in days(20)
        ],
        "ppid": [(day, pick(KEPERLUAN), pick(DATA)) for day in days(8)],
        "wa_blast": [
            (day, f"Pesan Contoh {n}: {pick(TECHNICAL)}", int(rng.integers(120, 260)))
            for n, day in enumerate(days(4), start=1)
        ],
    }


def _potret(rng: np.random.Generator, bulan: Bulan, last: Mapping[str, Any]) -> list[Potret]:
    share = float(rng.lognormal(-0.15, 0.1))
    media = {name: max(1, round(count * share)) for name, count in last["media"].items()}
    konten = [max(1, round(count * share)) for count in last["konten"]]
    return [
        Potret(
            tanggal=bulan.last_day,
            pegawai=round(last["pegawai"] * share),
            aktivasi=sum(konten),
            konten=konten,
            media=media,
            target=last["target"],
            seluruh_pegawai=last["seluruh_pegawai"],
        )
    ]
