"""Facebook and Instagram as Meta Business Suite exports them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.quota import spread

FEED_TYPES = ("IG image", "IG carousel", "IG reel")
FACEBOOK_TYPES = ("Photos", "Videos", "Links")


def daily_files(
    rng: np.random.Generator, bulan: Bulan, media: Mapping[str, int]
) -> dict[str, bytes]:
    """Write visits, reach and follows a day: each file two blocks, in UTF-16."""
    days = Clock(bulan).days
    visits = {
        "Facebook visits": spread(rng, media["fb_kunjungan"], len(days)),
        "Instagram profile visits": spread(rng, media["ig_kunjungan"], len(days)),
    }
    reach = {
        "Reach": spread(rng, media["fb_kunjungan"] * 9, len(days)),
        "Instagram reach": spread(rng, media["ig_jangkauan"], len(days)),
    }
    follows = {
        "Follows": [int(count) for count in rng.poisson(3, len(days))],
        "Instagram follows": [int(count) for count in rng.poisson(24, len(days))],
    }
    return {
        "meta-harian-kunjungan.csv": _blocks(days, visits),
        "meta-harian-jangkauan.csv": _blocks(days, reach),
        "meta-harian-pengikut.csv": _blocks(days, follows),
    }


def content_files(
    rng: np.random.Generator, bulan: Bulan, media: Mapping[str, int]
) -> dict[str, bytes]:
    """Write posts: Instagram's feed, its stories, and Facebook's; the columns differ."""
    feed = _posts(rng, bulan, "IG", media["ig_feed"], FEED_TYPES, media["ig_jangkauan"])
    story = _posts(rng, bulan, "IGS", media["ig_story"], ("IG story",), media["ig_story"] * 900)
    facebook = _posts(
        rng, bulan, "FB", media["fb_unggahan"], FACEBOOK_TYPES, media["fb_unggahan"] * 640
    )
    for row in story:
        for name in ("Saves", "Comments"):
            row.pop(name)
    for row in facebook:
        row.pop("Saves")
    return {
        "meta-konten-instagram.csv": _table(feed),
        "meta-konten-story.csv": _table(story),
        "meta-konten-facebook.csv": _table(facebook),
    }


def _blocks(days: Sequence[date], blocks: Mapping[str, Sequence[int]]) -> bytes:
    parts = []
    for title, values in blocks.items():
        # A day on which nothing happened has no line.
        lines = [
            f'"{day}T00:00:00","{value}"' for day, value in zip(days, values, strict=True) if value
        ]
        parts.append("\n".join([f'"{title}"', '"Date","Primary"', *lines]))
    text = "sep=,\n" + "\n\n".join(parts) + "\n"
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def _posts(
    rng: np.random.Generator,
    bulan: Bulan,
    prefix: str,
    count: int,
    types: Sequence[str],
    reach_total: int,
) -> list[dict[str, object]]:
    days = Clock(bulan).days
    reaches = spread(rng, reach_total, count, 0.5)
    rows = []
    for number, reach in enumerate(reaches, start=1):
        day = days[int(rng.integers(0, len(days)))]
        moment = datetime.combine(day, datetime.min.time()) + timedelta(
            hours=int(rng.integers(7, 20)), minutes=int(rng.integers(0, 60))
        )
        kind = types[int(rng.integers(0, len(types)))]
        rows.append(
            {
                "Post ID": f"{prefix}-CONTOH-{number:04d}",
                "Account name": "Akun Contoh DJPK",
                "Description": f'Unggahan contoh {number}, "teks"\nbaris kedua',
                "Duration (sec)": 0,
                "Publish time": f"{moment:%m/%d/%Y %H:%M}",
                "Permalink": f"https://example.com/{prefix.lower()}/{number}",
                "Post type": kind,
                "Data comment": "",
                "Date": "Lifetime",
                "Impressions": reach + int(rng.integers(0, reach // 3 + 1)),
                "Reach": reach,
                "Likes": int(reach * rng.uniform(0.01, 0.06)),
                "Shares": int(reach * rng.uniform(0, 0.01)),
                "Comments": int(reach * rng.uniform(0, 0.005)),
                "Saves": int(reach * rng.uniform(0, 0.01)),
            }
        )
    return sorted(rows, key=lambda row: str(row["Publish time"]), reverse=True)


def _table(rows: Sequence[Mapping[str, object]]) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return codecs.BOM_UTF8 + target.getvalue().encode()
