"""Posts on Facebook and Instagram as Meta Business Suite exports them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.quota import spread
from laporan_sample.sample import Sample

FEED_TYPES = ("IG image", "IG carousel", "IG reel")
FACEBOOK_TYPES = ("Photos", "Videos", "Links")


def write_meta_konten(sample: Sample) -> dict[str, bytes]:
    """Write posts: Instagram's feed, its stories, and Facebook's; the columns differ."""
    rng, bulan, media = sample.random("meta-konten"), sample.bulan, sample.month.media
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
