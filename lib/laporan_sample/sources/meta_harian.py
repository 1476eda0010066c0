"""Daily figures of Facebook and Instagram as Meta Business Suite exports them."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from datetime import date

from laporan_sample.clock import Clock
from laporan_sample.quota import spread
from laporan_sample.sample import Sample


def write_meta_harian(sample: Sample) -> dict[str, bytes]:
    """Write visits, reach and follows a day: each file two blocks, in UTF-16."""
    rng, media = sample.random("meta-harian"), sample.month.media
    days = Clock(sample.bulan).days
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
