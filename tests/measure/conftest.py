"""Small cleaned tables, made by hand."""

from collections.abc import Callable

import pandas as pd
import pytest
from bulan_contoh import JULI, RAW

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.measure import Ukuran, measure, read_riwayat

# pemda: (kode_wilayah, provinsi, zona)
WILAYAH = {
    "Kab. Brebes": ("33.29", "Prov. Jawa Tengah", "Barat"),
    "Prov. Jambi": ("15", "Prov. Jambi", "Barat"),
    "Kota Bima": ("52.72", "Prov. Nusa Tenggara Barat", "Tengah"),
    "Kota Jayapura": ("91.71", "Prov. Papua", "Timur"),
}


@pytest.fixture(scope="session")
def settings():
    return load_settings()


def make_tiket(*rows: dict) -> pd.DataFrame:
    """Make cleaned tickets; what a row does not say is as ordinary as can be."""
    records = []
    for number, row in enumerate(rows, start=1):
        pemda = row.get("pemda")
        kode, provinsi, zona = WILAYAH.get(pemda, (None, None, None))
        records.append(
            {
                "nomor": str(number),
                "dibuat": row.get("dibuat", "2023-07-03 09:00"),
                "kanal": row.get("kanal", "WhatsApp"),
                "topik": row.get("topik", "DAU"),
                "kategori": row.get("kategori", "Pemerintah Daerah"),
                "pemda": pemda,
                "kode_wilayah": kode,
                "provinsi": provinsi,
                "zona": zona,
                "eskalasi": row.get("eskalasi", False),
                "jam_layanan": row.get("jam_layanan", "Dalam"),
                "dibalas": row.get("dibalas"),
                "selesai": row.get("selesai"),
                "status": row.get("status", "awaiting_agent"),
            }
        )
    columns = ["nomor", "dibuat", "kanal", "topik", "kategori", "pemda", "kode_wilayah"]
    columns += ["provinsi", "zona", "eskalasi", "jam_layanan", "dibalas", "selesai", "status"]
    table = pd.DataFrame(records, columns=columns)
    times = {name: moments(table[name]) for name in ("dibuat", "dibalas", "selesai")}
    texts = [name for name in columns if name not in {*times, "eskalasi"}]
    return table.astype(dict.fromkeys(texts, "str")).assign(
        **times, eskalasi=table["eskalasi"].astype(bool)
    )


def moments(texts: pd.Series) -> pd.Series:
    """Read times, in WIB where they do not say otherwise."""
    read = [pd.Timestamp(text) if isinstance(text, str) else pd.NaT for text in texts]
    zone = "Asia/Jakarta"
    told = [each.tz_convert(zone) if each.tzinfo else each.tz_localize(zone) for each in read]
    return pd.Series(told, index=texts.index, dtype="datetime64[us, Asia/Jakarta]")


@pytest.fixture(scope="session")
def tiket() -> Callable[..., pd.DataFrame]:
    return make_tiket


@pytest.fixture(scope="session")
def ukuran(settings) -> Callable[..., Ukuran]:
    """Measure July 2023 from the tables given: ``ukuran(tiket=…)``, other months by text."""

    def of(bulan=JULI, lain=None, riwayat=None, **tables) -> Ukuran:
        months = {bulan: tables}
        months |= {Bulan.parse(text): found for text, found in (lain or {}).items()}
        return measure(bulan, months, riwayat, dict.fromkeys(months, settings))

    return of


@pytest.fixture(scope="session")
def riwayat_contoh() -> pd.DataFrame | None:
    return read_riwayat(RAW / "riwayat.csv")


@pytest.fixture(scope="session")
def juli(contoh, riwayat_contoh, settings) -> Ukuran:
    """All figures of the sample's July."""
    return measure(JULI, contoh, riwayat_contoh, dict.fromkeys(contoh, settings))
