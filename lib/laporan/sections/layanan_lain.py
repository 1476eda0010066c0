"""Services beside the tickets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from laporan.sections._harian import daily_figure
from laporan.sections._phrases import NOTHING, join
from laporan.sections._table import Carried, make_table
from laporan.sections._words import (
    arrow,
    arrow_figure,
    arrow_of,
    caption,
    missing_word,
    not_supplied,
)
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, puncak, sentence

# What each is begins with what is counted.
LAYANAN = (
    ("lapor.jumlah", "Email Lapor", "Email dokumen rutin ke lapor.djpk"),
    ("video_conference.jumlah", "Video conference", "Pertemuan daring dengan narasumber DJPK"),
    ("tatap_muka.jumlah", "Konsultasi tatap muka", "Kunjungan ke kantor DJPK"),
    ("ppid.jumlah", "PPID", "Permohonan informasi publik"),
    ("wa_blast.jumlah", "WhatsApp Blast", "Pesan siaran kepada pengguna layanan"),
)


def sentence_layanan_lain(lap: Report) -> Markdown:
    """Say how many services beside tickets belong to the total."""
    total, tiket = lap.angka("layanan.jumlah"), lap.angka("layanan.jumlah", "layanan", TIKET)
    if total is None or tiket is None or not _rows(lap):
        return not_supplied(lap, "layanan lainnya")
    unknown = [(key, name) for key, name, _ in LAYANAN if lap.angka(key) is None]
    return join(
        sentence(
            "Selain {tiket} tiket, DJPK melayani pengguna lewat saluran berikut. Email "
            "Lapor, video conference, dan tatap muka terhitung dalam jumlah {total} layanan; PPID "
            "dan WhatsApp Blast tidak.",
            tiket=tiket, total=total,
        ),
        *(
            sentence("Data {nama} {keadaan}.", nama=name, keadaan=missing_word(lap, key))
            for key, name in unknown
        ),
    )  # fmt: skip


def table_layanan_lain(lap: Report) -> Display:
    """List services beside tickets."""
    rows = _rows(lap)
    if not rows:
        return NOTHING
    compared = any(row[2] is not None for row in rows)
    top = max(rows, key=lambda row: row[1])
    names = [row[0] for row in rows]
    shown = [key for key, name, _ in LAYANAN if name in names]
    figure = lap.known(next(key for key, name, _ in LAYANAN if name == top[0]))
    daily = [
        daily_figure(lap, "lapor.perubahan") if key == "lapor.jumlah" else None
        for key, name, _ in LAYANAN
        if name in names
    ]
    table = pd.DataFrame(rows, columns=["layanan", "jumlah", "lalu", "ubah", "keterangan"])
    table["harian"] = ["–" if each is None else arrow_of(each) for each in daily]
    by_days = any(daily)
    return make_table(
        table,
        name="layanan-lain",
        rowname="layanan",
        labels={
            "layanan": "Layanan", "jumlah": lap.bulan.label,
            **({"lalu": lap.bulan.previous.label, "ubah": "Perubahan"} if compared else {}),
            **({"harian": "Per hari layanan"} if by_days else {}),
            "keterangan": "Keterangan",
        },
        integers=["jumlah", "lalu"] if compared else ["jumlah"],
        written=[*(["ubah"] if compared else []), *(["harian"] if by_days else [])],
        figures={**_figures(lap, names), "harian": daily},
        caption=caption(
            sentence(
                "{nama} {most}: {jumlah} {satuan}.",
                nama=top[0], most=puncak("terbanyak", figure, [lap.known(key) for key in shown]),
                jumlah=figure, satuan=figure.satuan,
            ),
            sentence("Layanan selain tiket, {bulan}.", bulan=lap.bulan),
            "Email Lapor, Qontak, dan catatan layanan DJPK",
        ),
    )  # fmt: skip


TIKET = "Tiket konsultasi"
# The others are too few for percentages.
_CHANGES = {"lapor.jumlah": "lapor.perubahan_bulanan"}


def _nilai(figure: Angka | None) -> float | None:
    return figure.nilai if figure else None


def _figures(lap: Report, names: list[str]) -> Mapping[str, Sequence[Carried]]:
    keys = {name: key for key, name, _ in LAYANAN}
    return {
        "jumlah": [lap.angka(keys[name]) for name in names],
        "lalu": [lap.angka(keys[name], bulan=lap.bulan.previous) for name in names],
        "ubah": [_course(lap, keys[name]) for name in names],
    }


def _course(lap: Report, key: str) -> Carried:
    """Give what the last column says: a change, or for what is few the direction alone."""
    change = lap.angka(_CHANGES[key]) if key in _CHANGES else None
    return arrow_figure(lap.angka(key), lap.angka(key, bulan=lap.bulan.previous), change)


def _rows(lap: Report) -> list[tuple[str, float, float | None, str, str]]:
    base = lap.bulan.previous
    return [
        (
            name,
            figure.nilai,
            _nilai(lap.angka(key, bulan=base)),
            arrow(
                figure,
                lap.angka(key, bulan=base),
                lap.angka(_CHANGES[key]) if key in _CHANGES else None,
            ),
            what,
        )
        for key, name, what in LAYANAN
        if (figure := lap.angka(key)) is not None
    ]
