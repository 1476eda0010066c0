"""Where the services are reached, from the settings."""

from __future__ import annotations

import pandas as pd

from laporan.sections._table import make_table
from laporan.sections._words import caption
from laporan.sections.report import Report
from laporan.show import Table, sentence, setting_origin


def table_media_layanan(lap: Report) -> Table:
    """List media and addresses."""
    layanan = lap.settings["layanan"]
    rows = [(media, ", ".join(where)) for media, where in layanan["media"].items()]
    return make_table(
        pd.DataFrame(rows, columns=["media", "alamat"]),
        name="media-layanan",
        rowname="media",
        labels={"media": "Media", "alamat": "Nomor atau alamat"},
        origins=[setting_origin("layanan.media")] * len(rows),
        caption=caption(
            sentence("Hubungi DJPK lewat salah satu media ini."),
            sentence("Media layanan informasi {pusat}.", pusat=layanan["nama_pusat"]),
            "pengaturan laporan",
        ),
    )
