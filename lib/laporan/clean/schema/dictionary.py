"""Whether the cleaned tables have the columns and types that are declared."""

from __future__ import annotations

import pandas as pd

from laporan.clean.schema.engine import Aturan, Hasil, other_column, run_rules
from laporan.clean.schema.rules import LAPORKAN
from laporan.dasar.settings import Settings
from laporan.read.declaration import Tipe
from laporan.read.sources import SOURCES


def columns_of_table(sumber: str, settings: Settings) -> dict[str, str]:
    """Give the columns that a source's cleaned table must have, each with its type.

    Employee advocacy has one more a medium of the settings.
    """
    source = SOURCES[sumber]
    media = settings["advokasi"]["media"] if sumber == "advokasi" else []
    declared = {column.name: column.tipe.value for column in source.table}
    return {**declared, **dict.fromkeys(media, Tipe.BILANGAN_KOSONG.value)}


def check_columns(tabel: pd.DataFrame, sumber: str, settings: Settings) -> Hasil:
    """Check that a cleaned table has its columns, and each its type."""
    wanted = columns_of_table(sumber, settings)
    found = {str(name): str(kind) for name, kind in tabel.dtypes.items()}
    names = list(dict.fromkeys([*wanted, *found]))
    listing = pd.DataFrame(
        {
            "kolom": names,
            "tipe": [found.get(name, "tidak ada") for name in names],
            "seharusnya": [wanted.get(name, "tidak ada") for name in names],
            "berkas": "",
            "baris": 0,
        }
    )
    rule = Aturan(
        "kolom dan tipe",
        lambda v: v.col_vals_eq("tipe", other_column("seharusnya")),
        ("kolom", "tipe", "seharusnya"),
        lambda row: (
            f"tabel bersih {sumber}, kolom {row['kolom']!r}: tipenya {row['tipe']}, seharusnya "
            f"{row['seharusnya']}. {LAPORKAN}"
        ),
        harapan="Setiap kolom tabel bersih ada, dengan tipe yang ditetapkan.",
        menghentikan=True,
    )
    return run_rules(listing, [rule], sumber)
