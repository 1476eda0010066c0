"""All services together, and tickets by channel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import add

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.arah import Arah
from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import Bulan
from laporan.sections._harian import daily_figure
from laporan.sections._keys import month_keys
from laporan.sections._phrases import FEW, NOTHING, join
from laporan.sections._table import figures_of, make_table
from laporan.sections._trend import month_data, months_in_words, span_label, this_year
from laporan.sections._words import DESKPRO, arrow, arrow_of, caption, not_supplied
from laporan.sections.kanal import within
from laporan.sections.report import Report
from laporan.show import (
    Angka,
    Chart,
    Display,
    Gerak,
    Markdown,
    Pane,
    enumerate_parts,
    escape,
    selisih,
    sentence,
)
from laporan.show.month_bars import small_months

LAYANAN = ("Tiket konsultasi", "Email Lapor", "Video conference", "Tatap muka")
MOST_PANELS = 10
# The columns of the table of channels, and the figures that they show.
KANAL = {
    "tiket": "tiket.jumlah",
    "bagian": "tiket.bagian",
    "lalu": "tiket.jumlah_bulan_lalu",
    "ubah": "tiket.perubahan_bulanan",
}


def sentence_layanan(lap: Report) -> Markdown:
    """Add up the services, and say of what the sum is made and what it lacks."""
    total = lap.angka("layanan.jumlah")
    if total is None:
        return not_supplied(lap, "layanan")
    parts = {name: lap.angka("layanan.jumlah", "layanan", name) for name in LAYANAN}
    missing = [name for name, part in parts.items() if part is None]
    made_of = enumerate_parts(
        sentence("{jumlah} {nama}", jumlah=part, nama=_within(name))
        for name, part in parts.items()
        if part is not None
    )
    whole = sentence(
        "Selama {bulan} DJPK memberikan **{total} layanan**: {bagian}.",
        bulan=lap.bulan, total=total, bagian=made_of,
    )  # fmt: skip
    lacks = enumerate_parts(sentence("{nama}", nama=_within(name)) for name in missing)
    return join(
        whole,
        sentence(
            "Belum termasuk {nama}, yang datanya {keadaan}.",
            nama=lacks,
            keadaan="belum diserahkan atau ditahan" if lap.bersih.ditahan else "belum diserahkan",
        )
        if missing
        else None,
    )


def chart_kanal_bulanan(lap: Report) -> Display:
    """Draw each channel's months, in a small panel of its own."""
    names = [str(name) for name in lap.ukuran.kategori("tiket.jumlah", "kanal").index]
    courses = {
        name: this_year(lap.ukuran.deret("tiket.jumlah", "kanal", name), lap.bulan)
        for name in names[:MOST_PANELS]
    }
    courses = {name: course for name, course in courses.items() if len(course) > 1}
    if not courses:
        return NOTHING

    bulan = lap.bulan
    told = {name: _last_two(lap, name) for name in courses}

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.panels(len(courses), 1.9)
        for place, (name, course) in zip(axes, courses.items(), strict=True):
            color = load_brand().kanal(name)
            small_months(place, course, bulan=bulan, title=name, told=told[name], color=color)
        return figure

    return Chart(
        draw,
        "kanal-bulanan",
        caption(
            _driver(lap, list(courses)),
            sentence(
                "Tiket tiap kanal menurut bulan, {rentang}, masing-masing menurut "
                "skalanya sendiri; tertulis {lalu} dan {kini}.",
                rentang=Markdown(span_label(lap.bulan)),
                lalu=lap.bulan.previous,
                kini=lap.bulan,
            ),
            f"{DESKPRO} dan riwayat angka",
        ),
        join(
            Markdown("Diagram batang kecil tiket menurut kanal dan bulan."),
            *(
                sentence(
                    "{name}: {months}.",
                    name=name,
                    months=months_in_words(lap, "tiket.jumlah", "kanal", name),
                )
                for name in courses
            ),
        ),
        lap.bulan,
        pd.concat([month_data(c, "tiket").assign(kanal=name) for name, c in courses.items()])[
            ["kanal", "bulan", "tiket"]
        ],
        {
            "tiket": [
                key
                for name, course in courses.items()
                for key in month_keys(course, "tiket.jumlah", "kanal", name)
            ]
        },
    )


def table_kanal(lap: Report) -> Display:
    """List the channels with their tickets, shares and changes, and the sums."""
    tiket, before = lap.angka("tiket.jumlah"), lap.angka("tiket.jumlah_bulan_lalu")
    counts = lap.ukuran.kategori("tiket.jumlah", "kanal")
    if tiket is None or tiket.nilai == 0:
        return NOTHING
    earlier = lap.ukuran.kategori("tiket.jumlah_bulan_lalu", "kanal").reindex(counts.index)
    rows = pd.DataFrame({"kanal": counts.index, "tiket": counts.to_numpy()})
    rows["bagian"] = lap.ukuran.kategori("tiket.bagian", "kanal").reindex(counts.index).to_numpy()
    rows["lalu"] = earlier.to_numpy()
    rows["ubah"] = [_change(lap, "kanal", str(name)) for name in counts.index]
    whole, daily = _harian(lap), [_harian(lap, "kanal", str(name)) for name in counts.index]
    rows["harian"] = [_daily(each) for each in daily]
    by_days = any([*daily, whole])
    versus = f"; perubahan terhadap {lap.bulan.previous.label}" if before else ""
    totals = {"tiket": tiket.nilai, "bagian": 100.0}
    return make_table(
        rows,
        name="kanal",
        rowname="kanal",
        labels={
            "kanal": "Kanal",
            "tiket": lap.bulan.label,
            "bagian": "Bagian",
            **({"lalu": lap.bulan.previous.label, "ubah": "Perubahan"} if before else {}),
            **({"harian": "Per hari layanan"} if by_days else {}),
        },
        integers=["tiket", "lalu"] if before else ["tiket"],
        percents={"bagian": 2},
        written=[*(["ubah"] if before else []), *(["harian"] if by_days else [])],
        totals=totals | ({"lalu": before.nilai} if before else {}),
        total_texts={"ubah": _change(lap), "harian": _daily(whole)},
        figures={
            column: figures_of(lap, key, "kanal", counts.index) for column, key in KANAL.items()
        }
        | {"harian": daily},
        total_figures={column: lap.angka(key) for column, key in KANAL.items()}
        | {"harian": whole},
        caption=caption(
            _against_before(lap, [str(name) for name in counts.index]),
            sentence(
                "Tiket menurut kanal, {bulan}; bagian dari {tiket} tiket{lalu}.",
                bulan=lap.bulan, tiket=tiket, lalu=versus,
            ),
            DESKPRO,
        ),
    )  # fmt: skip


def _change(lap: Report, dimensi: str = "", kategori: str = "") -> str:
    change = lap.angka("tiket.perubahan_bulanan", dimensi, kategori)
    if change is None:
        return "–"  # nothing to compare with, such as no ticket the month before
    now, before = lap.angka("tiket.jumlah", dimensi, kategori), _before(lap, dimensi, kategori)
    return arrow(now, before, change if _many(before) else None)


def _many(before: Angka | None) -> bool:
    return before is not None and before.nilai >= FEW


def _harian(lap: Report, dimensi: str = "", kategori: str = "") -> Angka | None:
    many = _many(_before(lap, dimensi, kategori))
    return daily_figure(lap, "tiket.perubahan", dimensi, kategori) if many else None


def _daily(change: Angka | None) -> str:
    return "–" if change is None else arrow_of(change)


def _against_before(lap: Report, names: list[str]) -> Markdown:
    """Say which channels rose against the month before, and which fell."""
    changes = {
        name: Gerak.of(change)
        for name in names
        if (change := lap.angka("tiket.perubahan_bulanan", "kanal", name)) is not None
    }
    return _ways(changes, lap.bulan, lap.bulan.previous) or sentence(
        "Tiket menurut kanal pada {bulan}.", bulan=lap.bulan
    )


def _last_two(lap: Report, name: str) -> str:
    """Write the figures of the month before and of this one: ``1.148 → 1.493``."""
    now, before = lap.known("tiket.jumlah", "kanal", name), _before(lap, "kanal", name)
    return now.text() if before is None else f"{before.text()} → {now.text()}"


def _before(lap: Report, dimensi: str = "", kategori: str = "") -> Angka | None:
    return lap.angka("tiket.jumlah_bulan_lalu", dimensi, kategori)


def _driver(lap: Report, names: list[str]) -> Markdown:
    """Say which channel made most of the change since last month."""
    now, before = lap.angka("tiket.jumlah"), _before(lap)
    pairs = {
        name: (earlier, lap.known("tiket.jumlah", "kanal", name))
        for name in names
        if (earlier := _before(lap, "kanal", name)) is not None
    }
    if now is None or before is None or not pairs or now.nilai == before.nilai:
        return _against_before(lap, names)
    way = Gerak.between(before, now)
    sign = 1 if way.arah is Arah.NAIK else -1
    most = max(pairs, key=lambda name: sign * (pairs[name][1].nilai - pairs[name][0].nilai))
    own = pairs[most]
    if sign * (own[1].nilai - own[0].nilai) > sign * (now.nilai - before.nilai):
        # Others went the other way, and the part would be larger than the whole.
        return _against_before(lap, names)
    return sentence(
        "{nama} menyumbang {bagian} dari {semua} {ubah} tiket sejak {lalu}.",
        nama=most, bagian=selisih(*own), semua=selisih(before, now),
        ubah=way.written("tambahan" if sign > 0 else "pengurangan"), lalu=lap.bulan.previous,
    )  # fmt: skip


def _ways(changes: Mapping[str, Gerak], now: Bulan, since: Bulan) -> Markdown | None:
    """Say which way channels went, with both ends: another chart may have another beginning."""
    head, parts = sentence("Tiket {now} dibanding {since}", now=now, since=since).text, []
    for arah in Arah:
        names = [name for name, change in changes.items() if change.arah is arah]
        if not names:
            continue
        way = reduce(add, (changes[name] for name in names))
        if len(changes) > 1 and len(names) == len(changes):
            return sentence("{head} {way} di semua kanal.", head=Markdown(head), way=way)
        named = enumerate_parts(Markdown(escape(within(name))) for name in names)
        parts.append(sentence("{way} lewat {named}", way=way, named=named).text)
    return Markdown(f"{head} {', '.join(parts)}.") if parts else None


def _within(name: str) -> str:
    """Write a service's name inside of a sentence; Email Lapor is a proper name."""
    return name if name == "Email Lapor" else name[0].lower() + name[1:]
