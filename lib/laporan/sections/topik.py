"""Topics of tickets: technical ones, and the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar import indonesian
from laporan.dasar.arah import Arah
from laporan.measure import KONSULTASI_TEKNIS, teratas
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import (
    Angka,
    Chart,
    Display,
    Gerak,
    Markdown,
    Pane,
    blocks,
    bullets,
    jumlah,
    puncak,
    selisih,
    sentence,
)
from laporan.show.bars import ranked_bars

BARS = 7  # in one chart, besides that of all others together: as many as a slide has room for
LAIN = "Topik lain"
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
    return _charts(
        lap, teknis=True, banyak=banyak, name="topik-teknis",
        what="Topik konsultasi teknis menurut tiket",
    )  # fmt: skip


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
    return _charts(
        lap, teknis=False, banyak=banyak, name="topik-lain", what="Topik selain konsultasi teknis"
    )


def _names(lap: Report, *, teknis: bool) -> list[str]:
    """Name the topics of this month and of the one before."""
    both = (_known(lap, key, teknis=teknis) for key in ("tiket.topik", "tiket.topik_bulan_lalu"))
    return list(dict.fromkeys(str(name) for known in both for name in known.index))


def _known(lap: Report, indikator: str = "tiket.topik", *, teknis: bool) -> pd.Series[float]:
    topik = lap.ukuran.kategori(indikator, "topik")
    technical = topik.index.isin(lap.settings["tiket"]["topik_teknis"])
    shown: pd.Series[float] = topik[technical == teknis]
    return shown


def _charts(lap: Report, *, teknis: bool, banyak: int | None, name: str, what: str) -> Display:
    """Draw as many charts of the same scale as it takes to keep each legible on a slide."""
    known = _known(lap, teknis=teknis)
    shown = teratas(known, banyak or lap.settings["tiket"]["topik_tercetak"])
    if shown.empty:
        return sentence("Tidak ada topik untuk digambar pada {bulan}.", bulan=lap.bulan)
    rows = [_Row(str(topik), _figures(lap, [str(topik)])) for topik in shown.index]
    # Of topics that nobody asked about this month, too: the dot is of all others.
    rest = [name for name in _names(lap, teknis=teknis) if name not in shown.index]
    parts = [rows[at : at + BARS] for at in range(0, len(rows), BARS)]
    if any(others := _figures(lap, rest)):
        parts[-1].append(_Row(LAIN, others))
    top = max(max(row.now, row.before or 0) for part in parts for row in part)
    charts = [
        _chart(
            lap,
            part,
            teknis=teknis,
            name=name if number == 1 else f"{name}-{number}",
            what=what,
            top=top,
        )
        for number, part in enumerate(parts, start=1)
    ]
    return blocks(*charts) if len(charts) > 1 else charts[0]


@dataclass(frozen=True)
class _Row:
    """A bar: a topic, or all others together; its figures of the month, and of the one before."""

    name: str
    figures: tuple[Sequence[Angka], Sequence[Angka]]

    @property
    def now(self) -> float:
        """The tickets."""
        return sum(figure.nilai for figure in self.figures[0])

    @property
    def before(self) -> float | None:
        """The tickets of the month before, where it is known."""
        earlier = self.figures[1]
        return sum(figure.nilai for figure in earlier) if earlier else None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of both; of several together those that it adds up."""
        return tuple("+".join(figure.token for figure in each) for each in self.figures)

    @property
    def label(self) -> str:
        """What stands beside the bar: ``170 (▲ 65)``."""
        if self.before is None:
            return indonesian.angka(self.now)
        arah = Arah.between(self.before, self.now)
        by = indonesian.angka(abs(self.now - self.before))
        return f"{indonesian.angka(self.now)} ({f'{arah.panah} {by}' if arah.panah else arah})"

    def told(self) -> Markdown:
        """Say the bar to those who don't see it."""
        now, before = self.figures
        if not before:
            return sentence("{topik} {now}", topik=self.name, now=jumlah(now))
        return sentence(
            "{topik} {now} ({before})", topik=self.name, now=jumlah(now), before=jumlah(before)
        )


def _figures(lap: Report, names: Sequence[str]) -> tuple[list[Angka], list[Angka]]:
    now, before = (
        [figure for name in names if (figure := lap.angka(key, "topik", name)) is not None]
        for key in ("tiket.topik", "tiket.topik_bulan_lalu")
    )
    return now, before if len(before) == len(names) else []


def _chart(
    lap: Report, rows: Sequence[_Row], *, teknis: bool, name: str, what: str, top: float
) -> Chart:
    names = [row.name for row in rows]
    values = pd.Series([row.now for row in rows], index=names, dtype="float64")
    before = pd.Series([row.before for row in rows], index=names, dtype="float64")
    labels = {row.name: row.label for row in rows}
    most = _known(lap, teknis=teknis).max()
    leading = [row.name for row in rows if row.now == most and row.name != LAIN]
    dots = lap.bulan.previous.nama

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.38 * len(rows) + 0.3)
        ranked_bars(
            pane, axes, values, highlight=leading, labels=labels, top=top, before=before,
            before_name=dots,
        )  # fmt: skip
        return figure

    compared = bool(before.notna().any())
    versus = f"; titik dan selisih: {lap.bulan.previous.label}" if compared else ""
    now_name, before_name = (f"tiket {bulan.label}" for bulan in (lap.bulan, lap.bulan.previous))
    data = pd.DataFrame({"topik": names, now_name: values.to_numpy()})
    keys = {now_name: [row.keys[0] for row in rows]}
    if compared:
        data[before_name] = before.to_numpy()
        keys[before_name] = [row.keys[1] for row in rows]
    return Chart(
        draw,
        name,
        caption(
            _headline(lap, rows, teknis=teknis),
            sentence("{apa}, {bulan}{banding}.", apa=what, bulan=lap.bulan,
                     banding=Markdown(versus)),
            DESKPRO,
        ),
        sentence(
            "Diagram batang {apa}, {bulan}{kurung}: {marks}.",
            apa=what[0].lower() + what[1:], bulan=lap.bulan,
            kurung=Markdown(f" (dalam kurung {lap.bulan.previous.label})" if compared else ""),
            marks=listed(row.told() for row in rows),
        ),
        lap.bulan,
        data,
        keys,
    )  # fmt: skip


def _headline(lap: Report, rows: Sequence[_Row], *, teknis: bool) -> Markdown:
    """Name the topic that leads, and the one that changed most; of no other is it told."""
    single = [row for row in rows if row.name != LAIN]
    first, *others = (row.figures[0][0] for row in single)
    if first.nilai < _known(lap, teknis=teknis).max():
        return sentence(
            "Lanjutan, mulai dari {topik}: {jumlah} tiket.", topik=first.kategori, jumlah=first
        )
    moved = [row for row in single if row.before is not None and row.before != row.now]
    lead = sentence(
        "{topik} {most} ({jumlah} tiket)",
        topik=first.kategori, most=puncak("terbanyak", first, others or [first]), jumlah=first,
    )  # fmt: skip
    if not moved:
        return Markdown(f"{lead.text}.")
    most = max(moved, key=lambda row: abs(row.now - (row.before or 0)))
    (now,), (before,) = most.figures
    change = sentence(
        "{topik} {way} {by} sejak {lalu}, menjadi {now}",
        topik=most.name, way=Gerak.between(before, now), by=selisih(before, now), now=now,
        lalu=lap.bulan.previous,
    )  # fmt: skip
    return Markdown(f"{change.text}." if most is single[0] else f"{lead.text}; {change.text}.")
