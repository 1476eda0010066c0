"""What was asked for, what was decided to be done, and what became of it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from laporan.check.catatan.named import find_named, write_plain
from laporan.check.tindak_lanjut import Tindakan, state_of
from laporan.measure import INDIKATOR
from laporan.sections._table import MISSING, make_table
from laporan.sections._words import caption
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, row_origin, sentence

SOURCE = "daftar tindak lanjut"


def sentence_diminta(lap: Report) -> Markdown:
    """Give the decisions that the analysts ask for, or say that there are none."""
    asked = lap.catatan.get("Diminta")
    return asked or sentence("Tidak ada keputusan yang diminta untuk {bulan}.", bulan=lap.bulan)


def table_tindak_lanjut(lap: Report) -> Display:
    """List the actions with the state that their figures tell; say so where there are none."""
    if not lap.tindak_lanjut:
        return sentence("Belum ada tindak lanjut yang tercatat sampai {bulan}.", bulan=lap.bulan)
    actions = lap.tindak_lanjut
    figures = [find_named(action.ukuran, lap.ukuran) for action in actions]
    rows = [_row(lap, *each) for each in zip(actions, figures, strict=True)]
    return make_table(
        pd.DataFrame(rows),
        name="tindak-lanjut",
        rowname="tindakan",
        labels={
            "tindakan": "Tindakan (pemilik)",
            "keadaan": "Keadaan",
            "ukuran": "Ukuran",
            "kini": "Kini",
            "sasaran": "Sasaran",
            "tenggat": "Tenggat",
            **({"semula": "Semula"} if any(each.perpanjangan for each in actions) else {}),
        },
        dates=["tenggat", "semula"],
        written=["kini", "sasaran"],
        figures={"kini": figures},
        origins=[row_origin(lap.bulan, each.berkas, each.baris) for each in actions],
        caption=caption(
            sentence("Keadaan dihitung dari ukurannya, bukan ditulis."),
            sentence("Tindak lanjut sampai {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )


def _row(lap: Report, action: Tindakan, figure: Angka | None) -> dict[str, Any]:
    return {
        "tindakan": action.owned,
        "tenggat": pd.Timestamp(action.tenggat),
        "semula": pd.Timestamp(action.tenggat_semula) if action.perpanjangan else pd.NaT,
        "ukuran": _measured(action),
        "kini": MISSING if figure is None else write_plain(figure),
        "sasaran": action.sasaran.text,
        "keadaan": state_of(action, lap.ukuran).value,
    }


def _measured(action: Tindakan) -> str:
    """Name the figure as readers know it: ``Tiket menurut topik: DAU``."""
    key, _, part = action.ukuran.rstrip("]").partition("[")
    known = INDIKATOR.get(key.strip())
    name = known.nama if known else key
    return f"{name}: {part.partition('=')[2].strip()}" if part else name
