"""The five channels: how many came by each, how that changed, and about what."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.brand import load_brand
from laporan.measure import teratas
from laporan.measure.angka import TIDAK_TERCATAT
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING, change_headline, compare, join, paragraphs
from laporan.sections._shares import chart_shares
from laporan.sections._trend import chart_months, rank_in_year
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
    """Draw tickets by channel, each in its colour."""
    brand = load_brand()
    names = [str(name) for name in lap.ukuran.kategori("tiket.jumlah", "kanal").index]
    return chart_shares(
        lap,
        "kanal",
        headline="{bagian} tiket masuk lewat {nama}.",
        what="kanal",
        colors={name: brand.kanal(name) for name in names},
    )


def sentence_konsultasi(lap: Report, kanal: str) -> Markdown:
    """Say how many tickets came by a channel, their share of all, and how that changed."""
    now = lap.angka("tiket.jumlah", "kanal", kanal)
    total = lap.angka("tiket.jumlah")
    if now is None or total is None:
        return not_supplied(lap, f"konsultasi melalui {within(kanal)}")
    what = f"Konsultasi melalui {within(kanal)}"
    change = compare(lap, what, "tiket.jumlah", "kanal", kanal)
    return paragraphs([join(_count(lap, kanal, now, total), change), _about(lap, kanal)])


def chart_konsultasi(lap: Report, kanal: str) -> Display:
    """Draw a channel's tickets since January, in its colour."""
    now = lap.angka("tiket.jumlah", "kanal", kanal)
    if now is None:
        return NOTHING
    change = lap.angka("tiket.perubahan_bulanan", "kanal", kanal)
    rank = rank_in_year(lap, now)
    headline = change_headline(f"Konsultasi melalui {within(kanal)}", now, change)
    if rank:
        headline = Markdown(headline.text.removesuffix(".") + f", {rank.text}.")
    return chart_months(
        lap, "tiket.jumlah", "kanal", kanal,
        name=f"konsultasi-{_slug(kanal)}",
        headline=headline,
        what=f"Tiket konsultasi melalui {within(kanal)} menurut bulan",
        source=f"{DESKPRO} dan riwayat angka",
        color=load_brand().kanal(kanal),
    )  # fmt: skip


def chart_topik_konsultasi(
    lap: Report, kanal: str, *, banyak: int | None = None, teknis: bool | None = None
) -> Display:
    """Draw the most frequent topics of a channel; whoever ties with the last is drawn too.

    Parameters
    ----------
    banyak
        How many; else the setting's.
    teknis
        Whether technical ones only; else as is usual for the channel.
    """
    only = kanal in TECHNICAL_ONLY if teknis is None else teknis
    topics = _top_topics(lap, kanal, banyak, teknis=only)
    kind = "topik teknis" if only else "topik"
    if topics.empty:
        known = lap.angka("tiket.jumlah", "kanal", kanal)
        if known is None or known.nilai == 0:
            return NOTHING
        return sentence(
            "Tidak ada {kind} yang tercatat untuk konsultasi melalui {kanal}.",
            kind=kind, kanal=within(kanal),
        )  # fmt: skip
    if len(topics) == 1:
        return _only_topic(lap, kanal, kind, str(topics.index[0]))
    colors = dict.fromkeys(topics.index, load_brand().kanal(kanal))

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.5 + 0.38 * len(topics))
        ranked_bars(pane, axes, topics, colors=colors)
        return figure

    what = f"{kind} menurut tiket melalui {within(kanal)}"
    text = caption(
        _topic_headline(lap, kanal, kind, topics),
        sentence("{what}, {bulan}.", what=what[0].upper() + what[1:], bulan=lap.bulan),
        DESKPRO,
    )
    marks = listed(
        sentence(
            "{name} {count}",
            name=str(name),
            count=lap.known("tiket.topik", f"kanal:{kanal}", str(name)),
        )
        for name in topics.index
    )
    alt = sentence("Diagram batang {what}: {marks} tiket.", what=what, marks=marks)
    data = pd.DataFrame({"topik": topics.index, "tiket": topics.to_numpy()})
    keys = {"tiket": keys_of(lap.bulan, "tiket.topik", f"kanal:{kanal}", topics.index)}
    return Chart(draw, f"topik-{_slug(kanal)}", text, alt, lap.bulan, data, keys)


def _only_topic(lap: Report, kanal: str, kind: str, name: str) -> Markdown:
    """Say what a chart of one bar would show."""
    return sentence(
        "Hanya {kind} **{name}** yang tercatat: {count} tiket.",
        kind=kind, name=name, count=lap.known("tiket.topik", f"kanal:{kanal}", name),
    )  # fmt: skip


def _top_topics(lap: Report, kanal: str, banyak: int | None, *, teknis: bool) -> pd.Series[float]:
    """Give the topics to print for a channel, with their tickets."""
    topics = lap.ukuran.kategori("tiket.topik", f"kanal:{kanal}").drop(
        TIDAK_TERCATAT, errors="ignore"
    )
    if teknis:
        topics = topics[topics.index.isin(lap.settings["tiket"]["topik_teknis"])]
    return teratas(topics, banyak or lap.settings["tiket"]["topik_kanal_tercetak"])


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


def _slug(kanal: str) -> str:
    return kanal.lower().replace(" ", "-")
