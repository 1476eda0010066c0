"""Twitter as X Analytics exports it: by tweet and by day."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.data import column_names
from laporan_sample.quota import spread
from laporan_sample.sample import Sample

COUNTS = column_names("twitter")
PROMOTED = [f"promoted {name}" for name in COUNTS]
# Midnight UTC to 10 a.m. is morning to afternoon in Jakarta: the same day in both.
UTC_HOURS = (0, 10)

Tweet = dict[str, object]


def write_twitter(sample: Sample) -> dict[str, bytes]:
    """Write the month's tweets, and the same added up by day."""
    media = sample.month.media
    rng = sample.random("twitter")
    tweets = _tweets(rng, sample.bulan, media["tw_unggahan"], media["tw_kunjungan"])
    return {
        "twitter-per-hari.csv": _by_day(sample.bulan, tweets),
        "twitter-per-tweet.csv": _by_tweet(tweets),
    }


def _tweets(rng: np.random.Generator, bulan: Bulan, count: int, visits: int) -> list[Tweet]:
    days = Clock(bulan).days
    clicks = spread(rng, visits, count, 0.6)
    moments = sorted(
        datetime.combine(days[int(day)], datetime.min.time())
        + timedelta(hours=int(rng.integers(*UTC_HOURS)), minutes=int(rng.integers(0, 60)))
        for day in rng.integers(0, len(days), count)
    )
    tweets = []
    for moment, click in zip(moments, clicks, strict=True):
        seen = int(rng.lognormal(7, 0.5)) + click
        likes, shares = int(seen * 0.008), int(seen * 0.003)
        tweets.append(
            {
                "moment": moment,
                "impressions": seen,
                "engagements": click + likes + shares,
                "retweets": shares,
                "replies": int(rng.poisson(1)),
                "likes": likes,
                "user profile clicks": click,
            }
        )
    return tweets


def _by_tweet(tweets: Sequence[Tweet]) -> bytes:
    header = ["Tweet id", "Tweet permalink", "Tweet text", "time", *COUNTS, *PROMOTED]
    rows = []
    for number, tweet in reversed(list(enumerate(tweets, start=1))):
        seen, engaged = int(str(tweet["impressions"])), int(str(tweet["engagements"]))
        counts = [f"{float(str(tweet.get(name, 0)))}" for name in COUNTS]
        counts[COUNTS.index("engagement rate")] = str(engaged / seen)
        key = f"16{number:017d}"
        text = f"Cuitan contoh {number}\n\nbaris kedua, dengan koma"
        link = f"https://example.com/status/{key}"
        rows.append(
            [key, link, text, f"{tweet['moment']:%Y-%m-%d %H:%M} +0000", *counts]
            + ["-"] * len(PROMOTED)
        )
    return _quoted([header, *rows])


def _by_day(bulan: Bulan, tweets: Sequence[Tweet]) -> bytes:
    header = ["Date", "Tweets published", *COUNTS, *PROMOTED]
    rows = []
    for day in Clock(bulan).days:
        own = [tweet for tweet in tweets if str(tweet["moment"]).startswith(str(day))]
        sums = {name: sum(int(str(tweet.get(name, 0))) for tweet in own) for name in COUNTS}
        rate = sums["engagements"] / sums["impressions"] if own else 0.0
        counts = [str(rate if name == "engagement rate" else sums[name]) for name in COUNTS]
        rows.append([str(day), str(len(own)), *counts, *["-"] * len(PROMOTED)])
    return _quoted([header, *rows])


def _quoted(rows: Iterable[Sequence[str]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return target.getvalue().encode()
