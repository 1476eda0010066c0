"""Sample months: which ones, with which figures, and onto the disk."""

from __future__ import annotations

from pathlib import Path

from laporan.bulan import Bulan
from laporan.errors import CallError
from laporan.sample.folder import check_folder, write_folder
from laporan.sample.deskpro import tiket_files
from laporan.sample.quota import generator
from laporan.sample.tiket import make_tiket
from laporan.sample.tiket_quota import published_quota, scaled_quota

DEFAULT_SEED = 2023
PUBLISHED = Bulan(2023, 7)


def write_sample(
    raw: Path, bulan: Bulan, tiket: int | None = None, seed: int = DEFAULT_SEED
) -> list[Path]:
    done = []
    for b, q in ((PUBLISHED, published_quota()), (PUBLISHED.previous, scaled_quota(generator(seed, PUBLISHED.previous, "kuota"), 1315, {"WhatsApp": 1148, "Telepon": 62, "Email": 78, "HAI Kemenkeu": 22, "Live Chat": 5}))):
        rows = make_tiket(generator(seed, b, "tiket"), b, q)
        check_folder(raw / str(b))
        done += write_folder(raw / str(b), tiket_files(generator(seed, b, "deskpro"), b, rows))
    return done
