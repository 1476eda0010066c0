"""The five channels: how many came by each, how that changed, and about what."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.brand import load_brand
from laporan.measure.angka import TIDAK_TERCATAT
from laporan.sections._phrases import compare, join, paragraphs
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import (
    Angka,
    Chart,
    Display,
    Markdown,
    Pane,
    enumerate_parts,
    escape,
    puncak,
    sentence,
)
from laporan.show.bars import ranked_bars

# The one channel with so many questions of every kind that its technical ones are listed alone.
TECHNICAL_ONLY = ("WhatsApp",)
# Within a sentence, what is no brand begins with a small letter.
COMMON_NOUNS = {"Telepon": "telepon", "Email": "email"}


def chart_kanal(lap: Report) -> Display:
    """Rank the channels by their tickets, each with its share, in its colour."""
    counts, tiket = lap.ukuran.kategori("tiket.jumlah", "kanal"), lap.angka("tiket.jumlah")
    if counts.empty or tiket is None or tiket.nilai == 0:
        return not_supplied(lap, "kanal tiket")
    names = [str(name) for name in counts.index]
    marks = {
        name: tuple(lap.known(f"tiket.{key}", "kanal", name) for key in ("jumlah", "bagian"))
        for name in names
    }
    labels = {name: f"{count.text()} ({share.text()})" for name, (count, share) in marks.items()}
    colors = {name: load_brand().kanal(name) for name in names}

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.42 * len(names) + 0.2)
        ranked_bars(pane, axes, counts, colors=colors, highlight=names[:1], labels=labels)
        return figure

    told = listed(
        sentence("{name} {count} ({share})", name=name, count=count, share=share)
        for name, (count, share) in marks.items()
    )
    return Chart(
        draw,
        "kanal",
        caption(
            sentence("{bagian} tiket masuk lewat {nama}.", bagian=marks[names[0]][1],
                     nama=names[0]),
            sentence(
                "Tiket menurut kanal, {bulan}; bagian dari {tiket} tiket.",
                bulan=lap.bulan, tiket=tiket,
            ),
            DESKPRO,
        ),
        sentence(
            "Diagram batang tiket menurut kanal, {bulan}: {marks}.",
            bulan=lap.bulan, marks=told,
        ),
        lap.bulan,
        pd.DataFrame({
            "kanal": names,
            "tiket": counts.to_numpy(),
            "persen": [share.nilai for _, share in marks.values()],
        }),
        {
            "tiket": [count.token for count, _ in marks.values()],
            "persen": [share.token for _, share in marks.values()],
        },
    )  # fmt: skip


def sentence_konsultasi(lap: Report, kanal: str) -> Markdown:
    """Say how many tickets came by a channel, their share, how that changed, and about what."""
    now = lap.angka("tiket.jumlah", "kanal", kanal)
    total = lap.angka("tiket.jumlah")
    if now is None or total is None:
        return not_supplied(lap, f"konsultasi melalui {within(kanal)}")
    what = f"Konsultasi melalui {within(kanal)}"
    change = compare(lap, what, "tiket.jumlah", "kanal", kanal)
    told = join(_count(lap, kanal, now, total), change, _leading(lap, kanal))
    return paragraphs([told, _about(lap, kanal)])


def _only_topic(lap: Report, kanal: str, kind: str, name: str) -> Markdown:
    """Say what a chart of one bar would show."""
    return sentence(
        "Hanya {kind} **{name}** yang tercatat: {count} tiket.",
        kind=kind, name=name, count=lap.known("tiket.topik", f"kanal:{kanal}", name),
    )  # fmt: skip


def _leading(lap: Report, kanal: str) -> Markdown | None:
    """Say what most of a channel's tickets are about."""
    only = kanal in TECHNICAL_ONLY
    topics = lap.ukuran.kategori("tiket.topik", f"kanal:{kanal}").drop(
        TIDAK_TERCATAT, errors="ignore"
    )
    if only:
        topics = topics[topics.index.isin(lap.settings["tiket"]["topik_teknis"])]
    kind = "topik teknis" if only else "topik"
    if topics.empty:
        return None
    if len(topics) == 1:
        return _only_topic(lap, kanal, kind, str(topics.index[0]))
    return _topic_headline(lap, kanal, kind, topics)


def _count(lap: Report, kanal: str, now: Angka, total: Angka) -> Markdown:
    if now.nilai == 0:
        return sentence(
            "Pada {bulan} tidak ada konsultasi melalui {kanal} ({now} dari {total} tiket).",
            bulan=lap.bulan, kanal=within(kanal), now=now, total=total,
        )  # fmt: skip
    share = lap.angka("tiket.bagian", "kanal", kanal)
    part = (
        sentence(" atau **{share}** dari {total} tiket", share=share, total=total)
        if share
        else Markdown("")
    )
    return sentence(
        "Pada {bulan}, sebanyak **{now} konsultasi**{part} masuk melalui {kanal}.",
        bulan=lap.bulan, now=now, part=part, kanal=within(kanal),
    )  # fmt: skip


def _about(lap: Report, kanal: str) -> Markdown | None:
    """Say what the channel is; of the one that leads, say that too."""
    counts = lap.ukuran.kategori("tiket.jumlah", "kanal")
    leads = len(counts) > 1 and counts.index[0] == kanal and counts.iloc[0] > counts.iloc[1]
    lead = (
        sentence(
            "{kanal} adalah kanal yang {most} dipakai bulan ini.",
            kanal=kanal,
            most=puncak("paling banyak", lap.known("tiket.jumlah", "kanal", kanal)),
        )
        if leads
        else None
    )
    remark = str(lap.settings["keterangan_kanal"].get(kanal, ""))
    told = join(lead, sentence("{remark}", remark=remark) if remark else None)
    return told if told.text else None


def _topic_headline(lap: Report, kanal: str, kind: str, topics: pd.Series[float]) -> Markdown:
    first = topics[topics == topics.iloc[0]]
    count, *others = (
        lap.known("tiket.topik", f"kanal:{kanal}", str(name)) for name in topics.index
    )
    names = enumerate_parts(Markdown(escape(name)) for name in first.index)
    # Where all are equal, none of them is the most frequent.
    template = (
        "{names} sama banyak melalui {kanal}, {each}{count} tiket."
        if len(first) == len(topics) > 1
        else "{names} adalah {kind} {most} melalui {kanal}, {each}{count} tiket."
    )
    return sentence(
        template,
        names=names,
        kind=kind,
        most=puncak("terbanyak", count, others),
        kanal=within(kanal),
        each=Markdown("masing-masing " if len(first) > 1 else ""),
        count=count,
    )


def within(kanal: str) -> str:
    """Write a channel's name inside of a sentence."""
    return COMMON_NOUNS.get(kanal, kanal)
