"""The summary: cards, what is missing."""

from __future__ import annotations

from laporan.read.sources import SOURCES
from laporan.sections._harian import daily_change
from laporan.sections._trend import months_in_words, span_label, this_year
from laporan.sections._words import change_from, missing_word, reason
from laporan.sections.report import Report
from laporan.show import (
    Angka,
    Card,
    Display,
    Gerak,
    Markdown,
    Sparkline,
    bullets,
    cards,
    enumerate_parts,
    sentence,
)
from laporan.show.sparkline import FEWEST

# In the order of the published summary.
KARTU = (
    ("publikasi.jumlah", "publikasi website"),
    ("tiket.jumlah", "tiket konsultasi"),
    ("media_sosial.konten_tipikal", "publikasi konten media sosial*"),
    ("video_conference.jumlah", "video conference"),
    ("wa_blast.jumlah", "WhatsApp Blast"),
    ("tatap_muka.jumlah", "konsultasi tatap muka"),
    ("ppid.jumlah", "layanan PPID"),
    ("webinar.jumlah", "webinar/FGD"),
)
UNGGAHAN = ("Instagram feed", "Twitter", "Facebook")


def cards_ringkasan(lap: Report) -> Markdown:
    """Show the eight figures of the summary; a missing one is a dash and says why."""
    return cards(
        Card(lap.angka(key), label, _remark(lap, key), _course(lap, key, label))
        for key, label in KARTU
    )


def sentence_konten_tipikal(lap: Report) -> Display:
    """Explain the one card that is no sum."""
    typical = lap.angka("media_sosial.konten_tipikal")
    known = [
        sentence("{nama} ({jumlah})", nama=name, jumlah=count)
        for name in UNGGAHAN
        if (count := lap.angka("media_sosial.unggahan", "media", name))
    ]
    if typical is None or not known:
        return sentence(
            "\\*Nilai tipikal konten media sosial tidak dapat dihitung: data unggahan {bulan} "
            "belum diserahkan.",
            bulan=lap.bulan,
        )
    return sentence(
        "\\*Unggahan {daftar}; {tipikal} ialah mediannya, bukan jumlahnya.",
        daftar=enumerate_parts(known), tipikal=typical,
    )  # fmt: skip


def sentence_belum_diserahkan(lap: Report) -> Markdown:
    """List the sources that were not supplied."""
    missing = [sentence("{label}", label=label) for label in missing_sources(lap)]
    held = [
        sentence(
            "{label}, yang ditahan: {sebab}", label=SOURCES[name].label, sebab=reason(lap, name)
        )
        for name in lap.bersih.ditahan
    ]
    if not missing and not held:
        return sentence("Semua sumber data {bulan} telah diserahkan.", bulan=lap.bulan)
    head = "Sumber data yang belum diserahkan untuk {bulan}:"
    if held:
        head = "Sumber data yang belum diserahkan, atau yang angkanya ditahan, untuk {bulan}:"
    items = bullets([*missing, *held])
    return Markdown(f"{sentence(head, bulan=lap.bulan).text}\n\n{items.text}")


def missing_sources(lap: Report) -> list[str]:
    """Name the sources that were not supplied, besides those that are extra."""
    return [
        source.label
        for name, source in SOURCES.items()
        if name not in (*lap.tables, *lap.bersih.ditahan) and not source.extra
    ]


def _remark(lap: Report, key: str) -> Markdown | None:
    figure = lap.angka(key)
    if figure is None:
        return Markdown(missing_word(lap, key))
    if key == "media_sosial.konten_tipikal":
        return Markdown("nilai tipikal (median)")
    return _change(lap, key, figure)


def _change(lap: Report, key: str, now: Angka) -> Markdown:
    """Say the change: in percent for tickets, in figures for what is counted by the handful."""
    base = lap.bulan.previous
    before = lap.angka(key, bulan=base)
    change = lap.angka("tiket.perubahan_bulanan") if key == "tiket.jumlah" else None
    if before is None:
        return sentence("tanpa pembanding dari {bulan}", bulan=base)
    if change is not None:
        if twin := daily_change(lap):
            return sentence("{twin} dari {bulan}", twin=twin, bulan=base)
        return change_from(change, before, base)
    way = Gerak.between(before, now)
    if before.nilai == now.nilai:
        return sentence("**{way}** {dasar} seperti {bulan}", way=way, dasar=before, bulan=base)
    return sentence("**{way}** dari {dasar} pada {bulan}", way=way, dasar=before, bulan=base)


def _course(lap: Report, key: str, label: str) -> Sparkline | None:
    """Draw the figure since January, where every month is known."""
    series = this_year(lap.ukuran.deret(key), lap.bulan)
    if len(series) < max(FEWEST, lap.bulan.nomor):
        return None
    alt = sentence(
        "Garis {label}, {span}: {months}.",
        label=label,
        span=span_label(lap.bulan),
        months=months_in_words(lap, key),
    )
    return Sparkline(series.tolist(), key.replace("_", "-").replace(".", "-"), alt, lap.bulan)
