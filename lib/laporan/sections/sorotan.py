"""Three sentences at the top, picked by the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from laporan.report import Report
from laporan.sections._words import change_from
from laporan.show import Angka, Markdown, box, bullets, sentence

BANYAKNYA = 3
# A change from a handful is no news.
DASAR_MINIMUM = 30


class _Candidate(NamedTuple):
    weight: float  # percent: of change, beyond a half, or of the whole
    text: Markdown


def sentence_sorotan(lap: Report) -> Markdown:
    """Pick the most telling facts: the largest changes and the most lopsided shares."""
    candidates = sorted(_candidates(lap), key=lambda each: -each.weight)[:BANYAKNYA]
    if not candidates:
        return sentence("Belum ada yang dapat disorot untuk {bulan}.", bulan=lap.bulan)
    return box("sorotan", bullets(each.text for each in candidates))


def _candidates(lap: Report) -> Iterator[_Candidate]:
    for found in (_tiket(lap), _kanal(lap), _lapor(lap), _luar_jam(lap), _topik(lap)):
        if found is not None:
            yield found


def _tiket(lap: Report) -> _Candidate | None:
    tiket = lap.angka("tiket.jumlah")
    changes = [
        (change, base, bulan)
        for change, base, bulan in (
            (
                lap.angka("tiket.perubahan_tahunan"),
                lap.angka("tiket.jumlah_tahun_lalu"),
                lap.bulan.year_before,
            ),
            (
                lap.angka("tiket.perubahan_bulanan"),
                lap.angka("tiket.jumlah_bulan_lalu"),
                lap.bulan.previous,
            ),
        )
        if change is not None and base is not None and base.nilai >= DASAR_MINIMUM
    ]
    if tiket is None or not changes:
        return None
    change, base, bulan = max(changes, key=lambda each: abs(each[0].nilai))
    return _Candidate(
        abs(change.nilai),
        sentence(
            "Tiket konsultasi {bulan} berjumlah {tiket}, {ubah}.",
            bulan=lap.bulan, tiket=tiket, ubah=change_from(change, base, bulan),
        ),
    )  # fmt: skip


def _kanal(lap: Report) -> _Candidate | None:
    shares = lap.ukuran.kategori("tiket.bagian", "kanal")
    tiket = lap.angka("tiket.jumlah")
    if tiket is None or tiket.nilai < DASAR_MINIMUM or shares.empty:
        return None
    name = str(shares.index[0])
    share = lap.angka("tiket.bagian", "kanal", name)
    if share is None:
        return None
    return _Candidate(
        share.nilai - 50,
        sentence(
            "**{bagian}** dari {tiket} tiket masuk lewat {kanal}.",
            bagian=share, tiket=tiket, kanal=name,
        ),
    )  # fmt: skip


def _lapor(lap: Report) -> _Candidate | None:
    lapor = lap.angka("lapor.jumlah")
    change = lap.angka("lapor.perubahan_bulanan")
    base = lap.angka("lapor.jumlah_bulan_lalu")
    if lapor is None or change is None or base is None or base.nilai < DASAR_MINIMUM:
        return None
    return _Candidate(
        abs(change.nilai),
        sentence(
            "Email Lapor berjumlah {lapor}, {ubah}.",
            lapor=lapor, ubah=change_from(change, base, lap.bulan.previous),
        ),
    )  # fmt: skip


def _luar_jam(lap: Report) -> _Candidate | None:
    luar, tiket = lap.angka("tiket.luar_jam"), lap.angka("tiket.jumlah")
    if luar is None or tiket is None or tiket.nilai < DASAR_MINIMUM:
        return None
    return _Candidate(
        100 * luar.nilai / tiket.nilai,
        sentence(
            "**{luar}** dari {tiket} tiket masuk di luar jam layanan.", luar=luar, tiket=tiket
        ),
    )


def _topik(lap: Report) -> _Candidate | None:
    tiket = lap.angka("tiket.jumlah")
    if tiket is None or tiket.nilai < DASAR_MINIMUM:
        return None
    pairs: list[tuple[Angka, Angka]] = []
    for name in lap.ukuran.kategori("tiket.topik_bulan_lalu", "topik").index:
        now = lap.angka("tiket.topik", "topik", str(name))
        before = lap.angka("tiket.topik_bulan_lalu", "topik", str(name))
        if now and before and before.nilai >= DASAR_MINIMUM:
            pairs.append((now, before))
    if not pairs:
        return None
    now, before = max(pairs, key=lambda pair: abs(pair[0].nilai - pair[1].nilai))
    difference = now.nilai - before.nilai
    return _Candidate(
        100 * abs(difference) / tiket.nilai,
        sentence(
            "Topik {topik} paling banyak {arah}: dari {dulu} tiket pada {bulan} menjadi "
            "**{kini}**.",
            topik=now.kategori, arah="bertambah" if difference >= 0 else "berkurang",
            dulu=before, bulan=lap.bulan.previous, kini=now,
        ),
    )  # fmt: skip
