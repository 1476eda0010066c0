"""The quality of the data: how many rows were taken, how many were not, and what was found."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from laporan.check.quality import WHOLE_MONTH
from laporan.dasar import indonesian
from laporan.dasar.made_files import MUTU
from laporan.read.sources import SOURCES
from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import caption
from laporan.sections.report import Report
from laporan.show import Display, Markdown, accounted, file_origin, sentence

SOURCE = "catatan pembersihan data"
ROWS = ("baris", "diambil", "dikecualikan", "ditolak")


def sentence_mutu(lap: Report) -> Markdown:
    """Say that no row got lost, and where each can be looked up."""
    return sentence(
        "Setiap baris berkas {bulan} yang masuk diambil, dikecualikan menurut aturan yang bernama, "
        "atau ditolak. Aturan, baris yang ditolak, dan setiap temuan dimuat selengkapnya dalam "
        "{mutu}.",
        bulan=lap.bulan,
        mutu=MUTU,
    )


def table_mutu(lap: Report) -> Display:
    """Count files, rows and findings by source."""
    counts = pd.DataFrame(_counts(lap))
    if counts.empty:
        return NOTHING
    integers = ("berkas", *ROWS, "temuan")
    totals = {name: int(counts[name].sum()) for name in integers}
    return make_table(
        counts,
        name="mutu",
        rowname="label",
        labels={
            "label": "Sumber",
            "berkas": "Berkas",
            "baris": "Baris masuk",
            "diambil": "Diambil",
            "dikecualikan": "Dikecualikan",
            "ditolak": "Ditolak",
            "temuan": "Temuan",
        },
        integers=integers,
        totals=totals,
        origins=[_origin(lap, name) for name in counts["sumber"]],
        caption=caption(
            sentence(
                "{baris} baris: {dikecualikan} dikecualikan, {ditolak} ditolak.",
                **{
                    name: accounted(
                        indonesian.angka(totals[name]) if totals[name] else "nihil", lap.bulan, MUTU
                    )
                    for name in ("baris", "dikecualikan", "ditolak")
                },
            ),
            sentence("Berkas, baris, dan temuan menurut sumber, {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )


def _counts(lap: Report) -> Iterator[dict[str, object]]:
    """Count what was read and found, source by source, at last of the month as a whole."""
    files, found = lap.bersih.berkas, [finding.sumber for finding in lap.bersih.temuan]
    for name in (*SOURCES, ""):
        own = files[files["sumber"] == name]
        if len(own) or name in found:
            yield {
                "sumber": name,
                "label": SOURCES[name].label if name else WHOLE_MONTH,
                "berkas": len(own),
                **{row: int(own[row].sum()) for row in ROWS},
                "temuan": found.count(name),
            }


def _origin(lap: Report, sumber: str) -> str:
    return file_origin(lap.bulan, indonesian.daftar(lap.files(sumber)) or MUTU)
