"""Topics of tickets: technical ones, and the others."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar import indonesian
from laporan.dasar.arah import Arah
from laporan.measure import KONSULTASI_TEKNIS, teratas
from laporan.sections._keys import keys_of
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import (
    Chart,
    Display,
    Gerak,
    Markdown,
    Pane,
    blocks,
    bullets,
    puncak,
    selisih,
    sentence,
)
from laporan.show.bars import ranked_bars

BARS = 10  # in one chart
PENJELASAN = {
    "Spam": "tiket yang tidak perlu ditanggapi, seperti balasan atas WhatsApp Blast dan pesan spam",
    "Lainnya": "pertanyaan tentang DJPK di luar topik yang tersedia",
    "Surat Masuk": "penyampaian surat dan konfirmasi proses surat masuk",
    "Permintaan Data": "permintaan data dan informasi",
    "Reservasi": "permohonan jadwal konsultasi",
}


def sentence_topik_teknis(lap: Report) -> Markdown:
    """Say how many tickets were technical."""
    tiket = lap.angka("tiket.jumlah")
    if tiket is None:
        return not_supplied(lap, "topik konsultasi")
    teknis = lap.angka("tiket.jumlah", "jenis_topik", KONSULTASI_TEKNIS)
    share = lap.angka("tiket.bagian", "jenis_topik", KONSULTASI_TEKNIS)
    if teknis is None or share is None:
        return sentence("Tidak ada konsultasi teknis pada {bulan}.", bulan=lap.bulan)
    return sentence(
        "**{teknis} dari {tiket} tiket** ({bagian}) adalah konsultasi teknis.",
        teknis=teknis, tiket=tiket, bagian=share,
    )  # fmt: skip


def chart_topik_teknis(lap: Report, *, banyak: int | None = None) -> Display:
    """Rank the technical topics, each with its change; ``banyak`` of them, else the setting's."""
    shown = teratas(_known(lap, teknis=True), banyak or lap.settings["tiket"]["topik_tercetak"])
    return _charts(lap, shown, name="topik-teknis", what="Topik konsultasi teknis menurut tiket")


def catatan_topik_teknis(lap: Report) -> Markdown:
    """Give what the analysts wrote on the technical topics."""
    return lap.catatan.get("Topik teknis") or sentence(
        "Rincian topik teknis {bulan} belum ditulis.", bulan=lap.bulan
    )


def sentence_topik_lain(lap: Report) -> Markdown:
    """Say how many tickets had each other topic, and what the topic means."""
    if lap.angka("tiket.jumlah") is None:
        return not_supplied(lap, "topik konsultasi")
    items = []
    for name in _known(lap, teknis=False).index:
        count = lap.angka("tiket.topik", "topik", str(name))
        if count is not None and count.nilai:
            meaning = PENJELASAN.get(str(name))
            items.append(
                sentence(
                    "**{nama}** ({jumlah} tiket){arti}",
                    nama=str(name), jumlah=count,
                    arti=Markdown(f": {meaning}." if meaning else "."),
                )
            )  # fmt: skip
    if not items:
        return sentence("Tidak ada tiket dengan topik lain pada {bulan}.", bulan=lap.bulan)
    return bullets(items)


def chart_topik_lain(lap: Report, *, banyak: int | None = None) -> Display:
    """Rank the other topics, each with its change; ``banyak`` of them, else the setting's."""
    shown = teratas(_known(lap, teknis=False), banyak or lap.settings["tiket"]["topik_tercetak"])
    return _charts(lap, shown, name="topik-lain", what="Topik selain konsultasi teknis")


def _known(lap: Report, *, teknis: bool) -> pd.Series[float]:
    topik = lap.ukuran.kategori("tiket.topik", "topik")
    technical = topik.index.isin(lap.settings["tiket"]["topik_teknis"])
    shown: pd.Series[float] = topik[technical == teknis]
    return shown


def _charts(lap: Report, shown: pd.Series[float], *, name: str, what: str) -> Display:
    """Draw as many charts of the same scale as it takes to keep each legible on a slide."""
    if shown.empty:
        return sentence("Tidak ada topik untuk digambar pada {bulan}.", bulan=lap.bulan)
    first, *others = (shown[at : at + BARS] for at in range(0, len(shown), BARS))
    chart = _chart(lap, first, name=name, what=what, top=float(shown.max()))
    rest = [
        _chart(lap, part, name=f"{name}-{number}", what=what, top=float(shown.max()))
        for number, part in enumerate(others, start=2)
    ]
    return blocks(chart, *rest) if rest else chart


def _chart(lap: Report, shown: pd.Series[float], *, name: str, what: str, top: float) -> Display:
    labels = {str(topik): _label(lap, str(topik)) for topik in shown.index}
    compared = any("(" in label for label in labels.values())
    leading = [str(topik) for topik in shown.index[shown == top]]

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.38 * len(shown) + 0.3)
        ranked_bars(pane, axes, shown, highlight=leading, labels=labels, top=top)
        return figure

    first = lap.known("tiket.topik", "topik", str(shown.index[0]))
    known = [lap.known("tiket.topik", "topik", str(name)) for name in shown.index]
    headline = (
        "{topik} di {most}: {jumlah} tiket."
        if leading
        else "Lanjutan, mulai dari {topik}: {jumlah} tiket."
    )
    versus = f"; dalam kurung: selisih dari {lap.bulan.previous.label}" if compared else ""
    marks = listed(_mark(lap, str(topik)) for topik in shown.index)
    return Chart(
        draw,
        name,
        caption(
            sentence(
                headline,
                topik=first.kategori, most=puncak("urutan pertama", first, known), jumlah=first,
            ),
            sentence("{apa}, {bulan}{banding}.", apa=what, bulan=lap.bulan,
                     banding=Markdown(versus)),
            DESKPRO,
        ),
        sentence(
            "Diagram batang {apa}, {bulan}: {marks}.",
            apa=what[0].lower() + what[1:], bulan=lap.bulan, marks=marks,
        ),
        lap.bulan,
        _data(lap, shown),
        {
            f"tiket {bulan.label}": keys_of(lap.bulan, indikator, "topik", shown.index)
            for bulan, indikator in (
                (lap.bulan, "tiket.topik"), (lap.bulan.previous, "tiket.topik_bulan_lalu"),
            )
        },
    )  # fmt: skip


def _data(lap: Report, shown: pd.Series[float]) -> pd.DataFrame:
    before = lap.ukuran.kategori("tiket.topik_bulan_lalu", "topik").reindex(shown.index)
    return pd.DataFrame({
        "topik": shown.index,
        f"tiket {lap.bulan.label}": shown.to_numpy(),
        f"tiket {lap.bulan.previous.label}": before.to_numpy(),
    })  # fmt: skip


def _mark(lap: Report, topik: str) -> Markdown:
    """Say what stands at a bar."""
    now = lap.known("tiket.topik", "topik", topik)
    before = lap.angka("tiket.topik_bulan_lalu", "topik", topik)
    if before is None:
        return sentence("{topik} {now}", topik=topik, now=now)
    way = Gerak.between(before, now)
    if way.arah is Arah.TETAP:
        return sentence("{topik} {now} ({way})", topik=topik, now=now, way=way)
    return sentence(
        "{topik} {now} ({way} {by})",
        topik=topik, now=now, way=way.panah, by=selisih(before, now),
    )  # fmt: skip


def _label(lap: Report, topik: str) -> str:
    now = lap.angka("tiket.topik", "topik", topik)
    before = lap.angka("tiket.topik_bulan_lalu", "topik", topik)
    if now is None or before is None:
        return now.text() if now else "–"
    difference = now.nilai - before.nilai
    arah = Arah.of(difference)
    if arah is Arah.TETAP:
        return f"{now.text()} ({arah})"
    return f"{now.text()} ({arah.panah} {arah} {indonesian.angka(abs(difference))})"
