"""Consultations by video conference."""

from __future__ import annotations

import pandas as pd

from laporan.sections._phrases import NOTHING, join
from laporan.sections._table import make_table
from laporan.sections._trend import before
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, sentence

SOURCE = "daftar video conference"


def sentence_video_conference(lap: Report) -> Markdown:
    """Say how many there were, and how many the month before."""
    count = lap.angka("video_conference.jumlah")
    if count is None:
        return not_supplied(lap, "video conference", "video_conference")
    base = before(lap, "video_conference.jumlah")
    if count.nilai == 0:
        return join(
            sentence(
                "Selama {bulan} tidak ada konsultasi melalui video conference ({count} pertemuan).",
                bulan=lap.bulan,
                count=count,
            ),
            base,
        )
    return join(
        sentence(
            "Selama {bulan} dilaksanakan **{count} konsultasi** dengan pemerintah daerah dan "
            "pengguna layanan lain melalui video conference (Microsoft Teams).",
            bulan=lap.bulan,
            count=count,
        ),
        _attendance(lap),
        base,
    )


def table_video_conference(lap: Report) -> Display:
    """List the meetings by date; where Teams reported who attended, with participants and time."""
    count = lap.angka("video_conference.jumlah")
    if count is None or count.nilai == 0:
        return NOTHING
    rows = _with_attendance(lap)
    attended = {"peserta": "Peserta", "menit": "Lama (menit)"} if "peserta" in rows else {}
    return make_table(
        rows,
        name="video-conference",
        labels={
            "tanggal": "Tanggal",
            "pengguna_layanan": "Pengguna layanan",
            "topik": "Topik",
            **attended,
        },
        integers=list(attended),
        dates=["tanggal"],
        origins=lap.origins("video_conference"),
        caption=caption(
            sentence("{count} pertemuan pada {bulan}.", count=count, bulan=lap.bulan),
            sentence("Konsultasi melalui video conference menurut tanggal."),
            f"{SOURCE} dan laporan kehadiran Microsoft Teams" if attended else SOURCE,
        ),
    )


def _attendance(lap: Report) -> Markdown | None:
    """Say how many took part in the meetings that Teams reported on, and how long they took."""
    reported, people = (lap.angka(f"video_conference.{name}") for name in ("berlaporan", "peserta"))
    if reported is None or people is None:
        return None
    counted = sentence(
        "Menurut laporan kehadiran Microsoft Teams, {people} peserta mengikuti {reported} "
        "pertemuan",
        people=people,
        reported=reported,
    )
    minutes = lap.angka("video_conference.durasi")
    if minutes is None:
        return Markdown(f"{counted.text}.")
    lasted = sentence(" yang rata-rata berlangsung {minutes} menit.", minutes=minutes)
    return Markdown(counted.text + lasted.text)


def _with_attendance(lap: Report) -> pd.DataFrame:
    """Put participants and minutes beside the meetings of days with one meeting and one report."""
    meetings = lap.tables["video_conference"]
    reports = lap.tables.get("kehadiran")
    if reports is None or reports.empty:
        return meetings
    once = [
        table[~table["tanggal"].duplicated(keep=False)].set_index("tanggal")
        for table in (meetings, reports)
    ]
    paired = once[1][once[1].index.isin(once[0].index)]
    columns = ("peserta", "durasi_detik")
    people, seconds = (meetings["tanggal"].map(paired[name]) for name in columns)
    return meetings.assign(peserta=people.astype("Int64"), menit=seconds.astype("Float64") / 60)
