"""Consultations by video conference."""

from __future__ import annotations

from laporan.report import Report
from laporan.sections._phrases import NOTHING, join
from laporan.sections._table import make_table
from laporan.sections._trend import before, chart_months, count_headline
from laporan.sections._words import caption, not_supplied
from laporan.show import Display, Markdown, sentence

SOURCE = "daftar video conference"


def sentence_video_conference(lap: Report) -> Markdown:
    """Say how many there were, and how many the month before."""
    count = lap.angka("video_conference.jumlah")
    if count is None:
        return not_supplied(lap, "video conference")
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
        base,
    )


def chart_video_conference(lap: Report) -> Display:
    """Draw the meetings since January."""
    count = lap.angka("video_conference.jumlah")
    if count is None:
        return NOTHING
    return chart_months(
        lap,
        "video_conference.jumlah",
        name="video-conference",
        headline=count_headline(lap, "Video conference", count),
        what="Konsultasi melalui video conference menurut bulan",
        source=f"{SOURCE} dan riwayat angka",
    )


def table_video_conference(lap: Report) -> Display:
    """List the meetings by date."""
    count = lap.angka("video_conference.jumlah")
    if count is None or count.nilai == 0:
        return NOTHING
    return make_table(
        lap.tables["video_conference"],
        name="video-conference",
        labels={"tanggal": "Tanggal", "pengguna_layanan": "Pengguna layanan", "topik": "Topik"},
        dates=["tanggal"],
        caption=caption(
            sentence("{count} pertemuan pada {bulan}.", count=count, bulan=lap.bulan),
            sentence("Konsultasi melalui video conference menurut tanggal."),
            SOURCE,
        ),
    )
