"""Three sentences at the top, picked by the figures: what departs most from what was before."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from laporan.dasar.bulan import Bulan
from laporan.measure import KONSULTASI_TEKNIS
from laporan.sections._phrases import NOTHING
from laporan.sections._trend import rank_in_year
from laporan.sections._words import change_from
from laporan.sections.kanal import within
from laporan.sections.report import Report
from laporan.show import Angka, Gerak, Markdown, box, bullets, sentence

BANYAKNYA = 3
# A change from a handful is no news.
DASAR_MINIMUM = 30


class _Candidate(NamedTuple):
    surprise: float
    text: Markdown


class _Change(NamedTuple):
    """A count, what it is compared with, and by how much it changed."""

    now: Angka
    base: Angka
    percent: Angka
    bulan: Bulan

    @property
    def surprise(self) -> float:
        """How far it is from its base, in what chance would make of counts of that size."""
        return abs(self.now.nilai - self.base.nilai) / sqrt(self.now.nilai + self.base.nilai)


def sentence_sorotan(lap: Report) -> Markdown:
    """Say the three largest surprises, each with its base, one of a subject.

    Where fewer can be compared, what is most lopsided stands in.
    """
    found = sorted(_surprises(lap), key=lambda each: -each.surprise)
    chosen = [*found, *_shares(lap)][:BANYAKNYA]
    if not chosen:
        return sentence("Belum ada yang dapat disorot untuk {bulan}.", bulan=lap.bulan)
    return box("sorotan", bullets(each.text for each in chosen))


def _surprises(lap: Report) -> Iterator[_Candidate]:
    for found in (_tiket(lap), _kanal(lap), _lapor(lap), _topik(lap)):
        if found is not None:
            yield found


def _tiket(lap: Report) -> _Candidate | None:
    """Take the year or the month before, whichever is farther away."""
    changes = [
        change
        for change in (
            _change(lap, "tiket", "tahunan", "tahun_lalu", lap.bulan.year_before),
            _change(lap, "tiket", "bulanan", "bulan_lalu", lap.bulan.previous),
        )
        if change is not None
    ]
    if not changes:
        return None
    change = max(changes, key=lambda each: each.surprise)
    rank = rank_in_year(lap, change.now)
    return _Candidate(
        change.surprise,
        sentence(
            "Tiket konsultasi {bulan} berjumlah {tiket}, {ubah}{tempat}.",
            bulan=lap.bulan, tiket=change.now, ubah=_from(change),
            tempat=sentence(", {rank}", rank=rank) if rank else NOTHING,
        ),
    )  # fmt: skip


def _kanal(lap: Report) -> _Candidate | None:
    """Take the channel that changed most, unless it is nearly all there is."""
    changes = [
        change
        for name in lap.ukuran.kategori("tiket.jumlah", "kanal").index
        if (change := _change(lap, "tiket", "bulanan", "bulan_lalu", lap.bulan.previous, str(name)))
    ]
    tiket = lap.angka("tiket.jumlah")
    if not changes or tiket is None:
        return None
    change = max(changes, key=lambda each: each.surprise)
    return _Candidate(
        change.surprise,
        sentence(
            "Lewat {kanal} masuk {jumlah} dari {tiket} tiket, {ubah}.",
            kanal=within(change.now.kategori), jumlah=change.now, tiket=tiket, ubah=_from(change),
        ),
    )  # fmt: skip


def _lapor(lap: Report) -> _Candidate | None:
    change = _change(lap, "lapor", "bulanan", "bulan_lalu", lap.bulan.previous)
    if change is None:
        return None
    return _Candidate(
        change.surprise,
        sentence("Email Lapor berjumlah {lapor}, {ubah}.", lapor=change.now, ubah=_from(change)),
    )


def _topik(lap: Report) -> _Candidate | None:
    """Take the topic that changed most, of those that were no handful before."""
    pairs: list[tuple[float, Angka, Angka]] = []
    for name in lap.ukuran.kategori("tiket.topik_bulan_lalu", "topik").index:
        now = lap.angka("tiket.topik", "topik", str(name))
        before = lap.angka("tiket.topik_bulan_lalu", "topik", str(name))
        if now and before and before.nilai >= DASAR_MINIMUM and now.nilai != before.nilai:
            change = abs(now.nilai - before.nilai) / sqrt(now.nilai + before.nilai)
            pairs.append((change, now, before))
    if not pairs:
        return None
    surprise, now, before = max(pairs, key=lambda pair: pair[0])
    return _Candidate(
        surprise,
        sentence(
            "Topik {topik} berubah mencolok: **{arah}** dari {dulu} tiket pada {bulan} menjadi "
            "**{kini}**.",
            topik=now.kategori, arah=Gerak.between(before, now),
            dulu=before, bulan=lap.bulan.previous, kini=now,
        ),
    )  # fmt: skip


def _shares(lap: Report) -> Iterator[_Candidate]:
    tiket, luar = lap.angka("tiket.jumlah"), lap.angka("tiket.luar_jam")
    if tiket is None or tiket.nilai < DASAR_MINIMUM:
        return
    for name in lap.ukuran.kategori("tiket.bagian", "kanal").index[:1]:
        share = lap.known("tiket.bagian", "kanal", str(name))
        text = sentence(
            "**{bagian}** dari {tiket} tiket masuk lewat {kanal}.",
            bagian=share, tiket=tiket, kanal=within(str(name)),
        )  # fmt: skip
        yield _Candidate(0, text)
    if luar is not None:
        text = sentence(
            "**{luar}** dari {tiket} tiket masuk di luar jam layanan.", luar=luar, tiket=tiket
        )
        yield _Candidate(0, text)
    teknis = lap.angka("tiket.jumlah", "jenis_topik", KONSULTASI_TEKNIS)
    if teknis is not None:
        text = sentence(
            "**{teknis}** dari {tiket} tiket adalah konsultasi teknis.", teknis=teknis, tiket=tiket
        )
        yield _Candidate(0, text)


def _change(
    lap: Report, group: str, change: str, base: str, bulan: Bulan, kanal: str = ""
) -> _Change | None:
    """Find a count with its base, where that is no handful and they differ."""
    place = ("kanal", kanal) if kanal else ("", "")
    now, before, percent = (
        lap.angka(f"{group}.{name}", *place)
        for name in ("jumlah", f"jumlah_{base}", f"perubahan_{change}")
    )
    if now is None or before is None or percent is None:
        return None
    if before.nilai < DASAR_MINIMUM or percent.nilai == 0:
        return None
    return _Change(now, before, percent, bulan)


def _from(change: _Change) -> Markdown:
    return change_from(change.percent, change.base, change.bulan)
