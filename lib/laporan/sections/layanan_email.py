"""The two mailboxes: what each is for, and who looks after it."""

from __future__ import annotations

import pandas as pd

from laporan.report import Report
from laporan.sections._table import make_table
from laporan.sections._words import caption
from laporan.show import Markdown, Table, sentence


def sentence_layanan_email(lap: Report) -> Markdown:
    """Introduce the mailboxes."""
    return sentence("Surat elektronik kepada DJPK mempunyai alamat yang berbeda menurut isinya.")


def table_layanan_email(lap: Report) -> Table:
    """List the mailboxes, as the settings have them."""
    boxes = lap.settings["kotak_surat"]
    rows = [(f"{box['nama']} ({box['alamat']})", box["isi"], box["pengelola"]) for box in boxes]
    return make_table(
        pd.DataFrame(rows, columns=["nama", "isi", "pengelola"]),
        name="layanan-email",
        rowname="nama",
        labels={"nama": "Layanan", "isi": "Untuk", "pengelola": "Pengelola"},
        caption=caption(
            Markdown("Dokumen rutin dan konsultasi mempunyai alamat masing-masing."),
            Markdown("Layanan email DJPK."),
            "pengaturan laporan",
        ),
    )
