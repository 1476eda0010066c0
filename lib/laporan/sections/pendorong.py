"""What drove the change of tickets: the channels and topics, and whether it is more than chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from babel.numbers import format_decimal

from laporan.dasar import indonesian
from laporan.sections._harian import by_day
from laporan.sections._phrases import NOTHING, join
from laporan.sections._sure import Known, find, not_measured, why_not
from laporan.sections._table import MISSING, Carried, make_table
from laporan.sections._words import DESKPRO, caption, change_from
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, enumerate_parts, sentence, setting

SUMBANGAN, PELUANG = "sumbangan.perubahan", "sumbangan.peluang"
# The figures of a dimension, of the month and of the one before.
TIKET = {
    "kanal": ("tiket.jumlah", "tiket.jumlah_bulan_lalu"),
    "topik": ("tiket.topik", "tiket.topik_bulan_lalu"),
}
POIN_DESIMAL = 2
# Channels are few, and all told; of topics those that make this much of the gross change.
DISEBUT = {"kanal": 1.0, "topik": 0.8}


def sentence_pendorong(lap: Report) -> Markdown:
    """Say the change and what it consists of; never the bare change where service days differ."""
    change, before = lap.angka("tiket.perubahan_bulanan"), lap.angka("tiket.jumlah_bulan_lalu")
    if change is None or before is None or not _contributions(lap, "kanal"):
        return not_measured(lap, SUMBANGAN, "perubahan tiket", "kanal")
    head = sentence(
        "Jumlah tiket {bulan} {ubah}{harian}.",
        bulan=lap.bulan, ubah=change_from(change, before, lap.bulan.previous), harian=by_day(lap),
    )  # fmt: skip
    return join(head, _largest(lap), _beyond_chance(lap))


def table_sumbangan(lap: Report, dimensi: str) -> Display:
    """List what contributed, the largest first, and how likely chance alone would do as much.

    Parameters
    ----------
    dimensi
        ``kanal`` or ``topik``.
    """
    found = _contributions(lap, dimensi)
    if not found:
        if lap.ukuran.alasan(SUMBANGAN, dimensi) is None:
            return NOTHING
        return sentence(
            "Sumbangan {dimensi} tidak dihitung: {alasan}.",
            dimensi=dimensi, alasan=why_not(lap, SUMBANGAN, dimensi),
        )  # fmt: skip
    told = _told(found, DISEBUT[dimensi])
    rows = [_row(lap, dimensi, [each], each.kategori) for each in told]
    if rest := found[len(told) :]:
        rows.append(_row(lap, dimensi, rest, f"{dimensi.title()} lain"))
    return _table(lap, dimensi, _adding_up(rows), _row(lap, dimensi, found, "Jumlah"))


@dataclass(frozen=True)
class _Row:
    """A row of the table: what it shows and what that carries, column by column."""

    shown: Mapping[str, str | float]
    carried: Mapping[str, Carried]


def _contributions(lap: Report, dimensi: str) -> list[Angka]:
    """Give the contributions, the largest first, whichever way they go."""
    names = lap.ukuran.kategori(SUMBANGAN, dimensi).index
    found = [lap.known(SUMBANGAN, dimensi, str(name)) for name in names]
    return sorted(found, key=lambda each: -abs(each.nilai))


def _told(found: Sequence[Angka], portion: float) -> Sequence[Angka]:
    """Keep the first, until they make such a portion of the gross change."""
    gross = sum(abs(each.nilai) for each in found)
    reached = 0.0
    for count, each in enumerate(found, start=1):
        reached += abs(each.nilai)
        if reached >= portion * gross and portion < 1:
            # One alone left is named, and not called the rest.
            return found if len(found) - count == 1 else found[:count]
    return found


def _row(lap: Report, dimensi: str, cells: Sequence[Angka], name: str) -> _Row:
    """Give a row of a contribution; of several together, their sums."""
    now, before = (
        [
            figure
            for each in cells
            if (figure := lap.angka(indikator, dimensi, each.kategori)) is not None
        ]
        for indikator in TIKET[dimensi]
    )
    summed = {"dulu": before, "kini": now, "poin": cells}
    chance = find(lap, PELUANG, dimensi, cells[0].kategori) if len(cells) == 1 else None
    return _Row(
        {
            "nama": name,
            **{column: sum(each.nilai for each in parts) for column, parts in summed.items()},
            "q": _chance(chance),
        },
        {**{column: _carried(parts) for column, parts in summed.items()}, "q": chance},
    )


def _adding_up(rows: Sequence[_Row]) -> list[_Row]:
    """Round the points so that what is printed adds up, too."""
    points = indonesian.round_to_sum([float(row.shown["poin"]) for row in rows], POIN_DESIMAL)
    return [
        replace(row, shown={**row.shown, "poin": float(point)})
        for row, point in zip(rows, points, strict=True)
    ]


def _carried(figures: Sequence[Angka]) -> Carried:
    return figures[0] if len(figures) == 1 else figures or None


def _chance(known: Known) -> str:
    if known is None:
        return MISSING
    return known.text("3") if isinstance(known, Angka) else known.text()


def _table(lap: Report, dimensi: str, rows: Sequence[_Row], total: _Row) -> Display:
    counted = ("dulu", "kini", "poin")
    return make_table(
        pd.DataFrame([row.shown for row in rows]),
        name=f"sumbangan-{dimensi}",
        rowname="nama",
        labels={
            "nama": dimensi.title(), "poin": "Sumbangan", "q": "q",
            "dulu": lap.bulan.previous.label, "kini": lap.bulan.label,
        },
        integers=["dulu", "kini"],
        decimals={"poin": POIN_DESIMAL},
        written=["q"],
        totals={column: float(total.shown[column]) for column in counted},
        figures={column: [row.carried[column] for row in rows] for column in (*counted, "q")},
        total_figures={column: total.carried[column] for column in counted},
        caption=caption(
            _headline(lap, dimensi),
            sentence(
                "Tiket menurut {dimensi}; sumbangannya selisih dalam poin persen dari tiket "
                "{lalu}, dan q peluang bahwa lajunya per hari layanan berubah sebesar itu secara "
                "kebetulan.",
                dimensi=dimensi, lalu=lap.bulan.previous,
            ),
            DESKPRO,
        ),
    )  # fmt: skip


def _headline(lap: Report, dimensi: str) -> Markdown:
    first = _contributions(lap, dimensi)[0]
    return sentence("{nama} menyumbang {poin:2} poin persen.", nama=first.kategori, poin=first)


def _largest(lap: Report) -> Markdown:
    """Name the channel and the topic that contributed most."""
    parts = [
        sentence(
            "{dimensi} {nama} {poin:2} poin persen",
            dimensi=dimensi, nama=found[0].kategori, poin=found[0],
        )
        for dimensi in TIKET
        if (found := _contributions(lap, dimensi))
    ]  # fmt: skip
    return sentence("Dari perubahan itu {parts}.", parts=enumerate_parts(parts))


def _beyond_chance(lap: Report) -> Markdown:
    limit = float(lap.settings["pernyataan"]["q"])
    names = [
        sentence("{dimensi} {nama}", dimensi=dimensi, nama=str(name))
        for dimensi in TIKET
        for name, q in lap.ukuran.kategori(PELUANG, dimensi).items()
        if q < limit
    ]
    said = setting(format_decimal(limit, locale=indonesian.LOCALE), "pernyataan.q")
    if names:
        return sentence(
            "Berubah nyata per hari layanan (q di bawah {q}): {names}.",
            q=said, names=enumerate_parts(names),
        )  # fmt: skip
    return sentence(
        "Per hari layanan tidak ada kanal atau topik yang berubah nyata (q di bawah {q}).", q=said
    )
