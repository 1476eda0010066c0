"""Social media: posts, followers, reach and visits of each medium."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.arah import Arah
from laporan.dasar.brand import load_brand
from laporan.sections._keys import month_keys
from laporan.sections._phrases import NOTHING, join, paragraphs
from laporan.sections._trend import month_data, months_in_words, span_label, this_year
from laporan.sections._words import caption, not_supplied, withheld
from laporan.sections.report import Report
from laporan.show import (
    Angka,
    Card,
    Chart,
    Display,
    Gerak,
    Markdown,
    Pane,
    cards,
    enumerate_parts,
    sentence,
)
from laporan.show.month_bars import small_months

GAIN = "pertambahan_pengikut"
FEED, STORY = "Instagram feed", "Instagram story"
# Indicator, its category under ``media``, and what the card says.
KARTU = {
    "Instagram": (
        ("unggahan", FEED, "unggahan feed"),
        ("unggahan", STORY, "unggahan story"),
        ("pengikut", "Instagram", "pengikut"),
        ("jangkauan", "Instagram", "jangkauan"),
    ),
    "Twitter": (
        ("unggahan", "Twitter", "unggahan"),
        ("pengikut", "Twitter", "pengikut"),
        ("kunjungan_profil", "Twitter", "kunjungan profil"),
        ("tayangan", "Twitter", "tayangan unggahan"),
    ),
    "Facebook": (
        ("unggahan", "Facebook", "unggahan"),
        ("pengikut", "Facebook", "pengikut"),
        ("kunjungan_profil", "Facebook", "kunjungan profil"),
    ),
}

# What tells of each medium.
SOURCES = {
    "Instagram": ("meta_konten", "meta_harian", "media_sosial"),
    "Twitter": ("twitter", "media_sosial"),
    "Facebook": ("meta_konten", "meta_harian", "media_sosial"),
}


def cards_media_sosial(lap: Report, media: str) -> Display:
    """Show a medium's figures; those whose source was not supplied are dashes."""
    figures = [(_figure(lap, *key), label) for *key, label in KARTU[media]]
    if not any(figure for figure, _ in figures):
        return NOTHING
    return cards(Card(figure, label, _remark(lap, figure)) for figure, label in figures)


def sentence_instagram(lap: Report) -> Markdown:
    """Say what was posted, whom it reached, and how many villages follow."""
    feed, story = _figure(lap, "unggahan", FEED), _figure(lap, "unggahan", STORY)
    parts = [
        _posts(lap, "Instagram", [(feed, "unggahan feed"), (story, "story")]),
        _followers(lap, "Instagram"),
        _reach(lap),
    ]
    return _told(lap, "Instagram", [join(*parts) if any(parts) else None, _villages(lap)])


def sentence_twitter(lap: Report) -> Markdown:
    """Say what was posted, and how many came to look."""
    parts = [
        _posts(lap, "Twitter", [(_figure(lap, "unggahan", "Twitter"), "unggahan")]),
        _followers(lap, "Twitter"),
        _visits(lap, "Twitter"),
    ]
    return _told(lap, "Twitter", [join(*parts) if any(parts) else None])


def sentence_facebook(lap: Report) -> Markdown:
    """Say what was posted, and how many came to look."""
    parts = [
        _posts(lap, "Facebook", [(_figure(lap, "unggahan", "Facebook"), "unggahan")]),
        _followers(lap, "Facebook"),
        _visits(lap, "Facebook"),
    ]
    return _told(lap, "Facebook", [join(*parts) if any(parts) else None])


def chart_pengikut(lap: Report) -> Display:
    """Draw what each month added to the followers of each medium, all on one scale.

    The followers themselves hardly move: an axis from zero would show a wall, a cut one a climb.
    """
    known = {media: _gained(lap, media) for media in KARTU}
    courses = {media: course for media, course in known.items() if len(course)}
    if not courses:
        return NOTHING
    bulan, top = lap.bulan, max(float(course.max()) for course in courses.values())
    told = {
        media: now.text() if (now := _figure(lap, GAIN, media)) is not None else "–"
        for media in courses
    }

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.panels(len(courses), 1.9)
        for place, (media, course) in zip(axes, courses.items(), strict=True):
            small_months(
                place, course, bulan=bulan, title=media, told=told[media],
                color=load_brand()["aksen"], top=max(top, 1.0),
            )  # fmt: skip
        return figure

    return Chart(
        draw,
        "pengikut",
        caption(
            _gains(lap, list(courses)),
            sentence(
                "Pengikut yang didapat menurut bulan, {rentang}, semua menurut skala yang sama; "
                "tertulis {bulan}.",
                rentang=Markdown(span_label(lap.bulan)), bulan=lap.bulan,
            ),
            "catatan media sosial dan riwayat angka",
        ),
        join(
            Markdown("Diagram batang kecil pengikut yang didapat menurut bulan."),
            *(
                sentence(
                    "{media}: {bulan}.",
                    media=media, bulan=months_in_words(lap, f"media_sosial.{GAIN}", "media", media),
                )
                for media in courses
            ),
        ),
        lap.bulan,
        pd.concat([month_data(c, "akun").assign(media=media) for media, c in courses.items()])[
            ["media", "bulan", "akun"]
        ],
        {
            "akun": [
                key
                for media, course in courses.items()
                for key in month_keys(course, f"media_sosial.{GAIN}", "media", media)
            ]
        },
    )  # fmt: skip


def _gained(lap: Report, media: str) -> pd.Series[float]:
    return this_year(lap.ukuran.deret(f"media_sosial.{GAIN}", "media", media), lap.bulan)


def _gains(lap: Report, media: list[str]) -> Markdown:
    told = [
        sentence("{media} {way} {n:+}", media=name, way=_way(figure), n=figure)
        for name in media
        if (figure := _figure(lap, GAIN, name)) is not None
    ]
    if not told:
        return sentence("Pengikut yang didapat sampai {bulan}.", bulan=lap.bulan.previous)
    return sentence("Pengikut {bulan}: {told}.", bulan=lap.bulan, told=enumerate_parts(told))


def _way(gain: Angka) -> Markdown:
    way = Gerak.of(gain)
    return way.written({Arah.NAIK: "bertambah", Arah.TURUN: "berkurang"}.get(way.arah, "tetap"))


def _figure(lap: Report, indikator: str, kategori: str) -> Angka | None:
    return lap.angka(f"media_sosial.{indikator}", "media", kategori)


def _remark(lap: Report, figure: Angka | None) -> Markdown | None:
    """Say the mean where the figure is the sum over posts."""
    if figure is None or figure.indikator != "media_sosial.jangkauan":
        return None
    mean = _figure(lap, "jangkauan_per_unggahan", figure.kategori)
    return sentence("rata-rata {mean} per unggahan feed", mean=mean) if mean else None


def _told(lap: Report, media: str, parts: list[Markdown | None]) -> Markdown:
    known = [part for part in (*parts, withheld(lap, *SOURCES[media])) if part is not None]
    return paragraphs(known) if known else not_supplied(lap, media)


def _posts(lap: Report, media: str, kinds: list[tuple[Angka | None, str]]) -> Markdown | None:
    parts = [
        sentence("**{count} {what}**", count=count, what=what)
        for count, what in kinds
        if count is not None
    ]
    if not parts:
        return None
    return sentence(
        "Selama {bulan} ada {parts} di {media}.",
        bulan=lap.bulan,
        parts=enumerate_parts(parts),
        media=media,
    )


def _followers(lap: Report, media: str) -> Markdown | None:
    now = _figure(lap, "pengikut", media)
    if now is None:
        return None
    base = lap.bulan.previous
    earlier = lap.angka("media_sosial.pengikut", "media", media, base)
    against = (
        sentence("; pada akhir {base} jumlahnya {earlier}", base=base, earlier=earlier)
        if earlier is not None
        else NOTHING
    )
    return sentence(
        "Per {day}, akun ini diikuti **{now} akun**{against}.",
        day=lap.bulan.last_day,
        now=now,
        against=against,
    )


def _reach(lap: Report) -> Markdown | None:
    total = _figure(lap, "jangkauan", "Instagram")
    mean = _figure(lap, "jangkauan_per_unggahan", "Instagram")
    feed = _figure(lap, "unggahan", FEED)
    if total is None or mean is None or feed is None:
        return None
    return sentence(
        "Unggahan feed menjangkau **{total} akun**, rata-rata **{mean} akun** untuk tiap unggahan "
        "({total} dibagi {feed} unggahan); akun yang terjangkau beberapa unggahan terhitung "
        "beberapa kali.",
        total=total,
        mean=mean,
        feed=feed,
    )


def _villages(lap: Report) -> Markdown | None:
    new = _figure(lap, "akun_desa_baru", "Instagram")
    total = _figure(lap, "akun_desa", "Instagram")
    if total is None:
        return None
    if new is None:
        return sentence("Akun pemerintah desa yang mengikuti: **{total} akun**.", total=total)
    return sentence(
        "Pada {bulan}, **{new} akun pemerintah desa** mulai mengikuti akun ini, sehingga akun desa "
        "yang mengikutinya berjumlah **{total} akun**.",
        bulan=lap.bulan,
        new=new,
        total=total,
    )


def _visits(lap: Report, media: str) -> Markdown | None:
    visits = _figure(lap, "kunjungan_profil", media)
    if visits is None:
        return None
    return sentence("Profilnya dikunjungi **{visits} kali** selama bulan itu.", visits=visits)
