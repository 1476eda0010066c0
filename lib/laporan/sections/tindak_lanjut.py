"""What was asked for, what was decided to be done, and what became of it."""

from __future__ import annotations

import pandas as pd
from babel.numbers import format_decimal

from laporan.check.catatan.named import find_named
from laporan.check.tindak_lanjut import Sasaran, Tindakan, state_of
from laporan.dasar import indonesian
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
            "tindakan": "Tindakan",
            "pemilik": "Pemilik",
            "tenggat": "Tenggat",
            "ukuran": "Ukuran",
            "kini": "Kini",
            "sasaran": "Sasaran",
            "keadaan": "Keadaan",
        },
        written=["kini", "sasaran"],
        figures={"kini": figures},
        origins=[row_origin(lap.bulan, each.berkas, each.baris) for each in actions],
        caption=caption(
            sentence("Keadaan dihitung dari ukurannya, bukan ditulis."),
            sentence("Tindak lanjut sampai {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )


def _row(lap: Report, action: Tindakan, figure: Angka | None) -> dict[str, str]:
    return {
        "tindakan": action.tindakan,
        "pemilik": action.pemilik,
        "tenggat": _deadline(action),
        "ukuran": _measured(action),
        "kini": MISSING if figure is None else figure.text(),
        "sasaran": _target(action.sasaran),
        "keadaan": state_of(action, lap.ukuran).value,
    }


def _deadline(action: Tindakan) -> str:
    """Write the deadline that holds; one that was put off says what it was first."""
    shown = indonesian.tanggal(action.tenggat)
    if not action.perpanjangan:
        return shown
    return f"{shown} (semula {indonesian.tanggal(action.tenggat_semula)})"


def _measured(action: Tindakan) -> str:
    """Name the figure as readers know it: ``Tiket menurut topik: DAU``."""
    key, _, part = action.ukuran.rstrip("]").partition("[")
    known = INDIKATOR.get(key.strip())
    name = known.nama if known else key
    return f"{name}: {part.partition('=')[2].strip()}" if part else name


def _target(target: Sasaran) -> str:
    """Write a target with as many decimals as it has."""
    return f"{target.shown} {format_decimal(target.value, locale=indonesian.LOCALE)}"
