"""The website's pages as Google Analytics 4 exports them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.analytics import ga4_export
from laporan_sample.sample import Sample


def write_situs_halaman(sample: Sample) -> dict[str, bytes]:
    """Write views by page."""
    rng, pages = sample.random("halaman"), sample.month.halaman
    return {"situs-halaman.csv": _pages(rng, sample.bulan, pages)}


def _pages(rng: np.random.Generator, bulan: Bulan, pages: Mapping[str, int]) -> bytes:
    """Write views, by path where names are paths, with and without a final slash."""
    by_path = all(name.startswith("/") for name in pages)
    what = "Page path" if by_path else "Page title"
    rows: list[Sequence[object]] = []
    for name, views in pages.items():
        parts = {name: views}
        if by_path:
            bare = int(views * 0.07)
            parts = {f"{name}/": views - bare, name: bare}
        for page, count in parts.items():
            users = max(1, round(count * float(rng.uniform(0.55, 0.8))))
            seconds = float(rng.uniform(8, 70))
            rows.append([page, count, users, count / users, seconds, count * 3, 0, 0])
    rows.sort(key=lambda row: -int(str(row[1])))
    header = [
        f"{what} and screen class",
        "Views",
        "Active users",
        "Views per active user",
        "Average engagement time per active user",
        "Event count",
        "Key events",
        "Total revenue",
    ]
    return ga4_export(f"Pages and screens: {what} and screen class", bulan, [header, *rows])
