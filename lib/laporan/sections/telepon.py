"""The telephone system's own account of calls, where it was supplied."""

from __future__ import annotations

import pandas as pd

from laporan.measure.sources.telepon import HARI
from laporan.sections._phrases import NOTHING, join
from laporan.sections._table import figures_of, make_table
from laporan.sections._words import caption, withheld
from laporan.sections.report import Report
from laporan.show import Display, Markdown, sentence

SOURCE = "laporan Avaya CMS"


def sentence_panggilan(lap: Report) -> Markdown:
    """Say how many calls came in, how many were answered, and how fast."""
    offered = lap.angka("telepon.ditawarkan")
    if offered is None:
        return withheld(lap, "telepon") or NOTHING
    if offered.nilai == 0:
        return sentence(
            "Menurut sistem telepon (Avaya CMS), tidak ada panggilan masuk pada {bulan} "
            "({offered} panggilan).",
            bulan=lap.bulan,
            offered=offered,
        )
    share = lap.known("telepon.dijawab_bagian")
    counted = sentence(
        "Menurut sistem telepon (Avaya CMS), **{offered} panggilan** masuk pada {bulan}: "
        "{answered} dijawab ({share} dari {offered} panggilan) dan {abandoned} ditinggalkan "
        "penelepon sebelum dijawab.",
        offered=offered,
        bulan=lap.bulan,
        answered=lap.known("telepon.dijawab"),
        share=share,
        abandoned=lap.known("telepon.ditinggalkan"),
    )
    speed = lap.angka("telepon.kecepatan_jawab")
    waited = None
    if speed is not None:
        waited = sentence("Panggilan dijawab rata-rata dalam {speed} detik.", speed=speed)
    remark = Markdown(
        "Angka ini menghitung panggilan, sedangkan tiket menghitung konsultasi yang dicatat agen; "
        "jumlahnya tidak harus sama."
    )
    return join(counted, waited, remark)


def table_panggilan(lap: Report) -> Display:
    """Set the calls of each weekday side by side, with their sum."""
    offered = lap.angka("telepon.ditawarkan")
    if offered is None or offered.nilai == 0:
        return NOTHING
    names = ("ditawarkan", "dijawab", "ditinggalkan")
    days = [day for day in HARI if lap.angka("telepon.ditawarkan", "hari", day) is not None]
    rows = pd.DataFrame(
        {
            "hari": days,
            **{
                name: [lap.known(f"telepon.{name}", "hari", day).nilai for day in days]
                for name in names
            },
        }
    )
    return make_table(
        rows,
        name="panggilan",
        rowname="hari",
        labels={
            "hari": "Hari",
            "ditawarkan": "Panggilan masuk",
            "dijawab": "Dijawab",
            "ditinggalkan": "Ditinggalkan",
        },
        integers=names,
        totals={name: lap.known(f"telepon.{name}").nilai for name in names},
        figures={name: figures_of(lap, f"telepon.{name}", "hari", days) for name in names},
        total_figures={name: lap.angka(f"telepon.{name}") for name in names},
        caption=caption(
            sentence(
                "{share} panggilan telepon dijawab.", share=lap.known("telepon.dijawab_bagian")
            ),
            sentence("Panggilan telepon menurut hari, {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )
