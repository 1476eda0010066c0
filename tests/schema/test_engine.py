"""A rule that looks at some columns tells of whole rows, with their file and number."""

import pandas as pd

from laporan.schema.engine import run_rules
from laporan.schema.rules import no_twins, unique


def test_twins_are_told_with_file_and_rows():
    table = pd.DataFrame(
        {
            "berkas": ["publikasi.xlsx"] * 3,
            "baris": [5, 9, 6],
            "tanggal": pd.to_datetime(["2023-07-01", "2023-07-01", "2023-07-02"]),
            "judul": ["Pedoman", "Pedoman", "Siaran"],
        }
    )
    for rule in (no_twins(["tanggal", "judul"]), unique("judul", "Judul")):
        (finding,) = run_rules(table, [rule], "publikasi").temuan
        assert finding.berkas == "publikasi.xlsx"
        assert finding.baris == (5, 9)
