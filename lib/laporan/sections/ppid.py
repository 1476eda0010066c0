"""Requests for public information."""

from __future__ import annotations

import pandas as pd

from laporan.measure.angka import TIDAK_TERCATAT
from laporan.sections._phrases import NOTHING, join
from laporan.sections._table import figures_of, make_table
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, bullets, enumerate_parts, escape, puncak, sentence

SOURCE = "daftar permohonan PPID"


def sentence_ppid(lap: Report) -> Markdown:
    """Say how many requests there were, what for, and which data they asked for."""
    count = lap.angka("ppid.jumlah")
    if count is None:
        return not_supplied(lap, "permohonan informasi PPID", "ppid")
    if count.nilai == 0:
        return sentence(
            "Pada {bulan} tidak ada permohonan informasi melalui PPID DJPK ({count} permohonan).",
            bulan=lap.bulan,
            count=count,
        )
    served = sentence(
        "Selain mempublikasikan data dan informasi, DJPK melayani permohonan melalui Pejabat "
        "Pengelola Informasi dan Dokumentasi (PPID): **{count} permohonan** pada {bulan}.",
        count=count,
        bulan=lap.bulan,
    )
    asked = sorted({str(text) for text in lap.tables["ppid"]["data_diminta"].dropna()})
    if not asked:
        return join(served, _purpose(lap))
    items = bullets(sentence("{text}", text=text) for text in asked)
    return Markdown(f"{join(served, _purpose(lap)).text}\n\nData yang diminta:\n\n{items.text}")


def table_ppid(lap: Report) -> Display:
    """List the purposes with their counts."""
    count = lap.angka("ppid.jumlah")
    if count is None or count.nilai == 0:
        return NOTHING
    purposes = lap.ukuran.kategori("ppid.jumlah", "keperluan")
    return make_table(
        pd.DataFrame({"keperluan": purposes.index, "jumlah": purposes.to_numpy()}),
        name="ppid",
        rowname="keperluan",
        labels={"keperluan": "Keperluan", "jumlah": "Permohonan"},
        integers=["jumlah"],
        totals={"jumlah": count.nilai},
        figures={"jumlah": figures_of(lap, "ppid.jumlah", "keperluan", purposes.index)},
        total_figures={"jumlah": count},
        caption=caption(
            sentence("{count} permohonan pada {bulan}.", count=count, bulan=lap.bulan),
            sentence("Permohonan informasi melalui PPID menurut keperluan."),
            SOURCE,
        ),
    )


def _purpose(lap: Report) -> Markdown | None:
    total = lap.angka("ppid.jumlah")
    purposes = lap.ukuran.kategori("ppid.jumlah", "keperluan").drop(TIDAK_TERCATAT, errors="ignore")
    if purposes.empty or total is None:
        return None
    first = [str(name) for name in purposes[purposes == purposes.iloc[0]].index]
    count = lap.known("ppid.jumlah", "keperluan", first[0])
    return sentence(
        "Keperluan {most} adalah **{names}** ({each}{count} dari {total} permohonan).",
        most=puncak("terbanyak", count),
        names=enumerate_parts(Markdown(escape(name)) for name in first),
        each=Markdown("masing-masing " if len(first) > 1 else ""),
        count=count,
        total=total,
    )
