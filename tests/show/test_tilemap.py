from importlib.resources import files

import pandas as pd

import laporan.dasar.regions
from laporan.show.tilemap import tiles


def test_every_province_has_one_tile_and_no_two_share_a_place():
    with (files(laporan.dasar.regions) / "wilayah.csv").open("rb") as file:
        regions = pd.read_csv(file, comment="#", dtype=str)
    provinces = set(regions.loc[regions["level"] == "prov", "short_name"])
    assert set(tiles().index) == provinces
    assert not tiles().duplicated(["kolom", "baris"]).any()
