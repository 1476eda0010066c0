"""Whether a month says something new of a figure, or varies as months do (XmR)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.measure import konsultasi, tickets
from laporan.measure.indikator import INDIKATOR, define
from laporan.measure.keputusan.bahan import Bahan, Hasil, with_neighbour
from laporan.measure.keputusan.hari import PER_HARI
from laporan.measure.sources import email_lapor
from laporan.measure.statistik.xmr import Batas, Panjang, Tanda, limits, median_limits, signals

DIMENSI = "indikator"
DASAR = "bulan-bulan dasar sebelum bulan laporan, sejak deretnya terakhir putus"
# Of what is followed unless the settings name other figures.
SUMBER = ("tiket", "email_lapor", "survei")
TENGAH = define(
    "sinyal.tengah", "Garis tengah", "satuan angkanya",
    "Rata-rata bulan dasar; jumlah pekerjaan dihitung per hari layanan, lalu dikalikan hari "
    "layanan bulan laporan", DASAR, *SUMBER,
)  # fmt: skip
BAWAH = define(
    "sinyal.bawah", "Batas bawah", "satuan angkanya",
    "Garis tengah dikurangi 2,66 kali rata-rata selisih bulan yang bersebelahan (XmR); tidak di "
    "bawah nol", DASAR, *SUMBER,
)  # fmt: skip
ATAS = define(
    "sinyal.atas", "Batas atas", "satuan angkanya",
    "Garis tengah ditambah 2,66 kali rata-rata selisih bulan yang bersebelahan (XmR); persentase "
    "tidak di atas seratus", DASAR, *SUMBER,
)  # fmt: skip
KEADAAN = define(
    "sinyal.keadaan", "Keadaan", "arah",
    "1 bila bulan laporan memberi sinyal ke atas, −1 ke bawah, 0 bila dalam variasi wajar",
    DASAR, *SUMBER,
)  # fmt: skip
ATURAN = define(
    "sinyal.aturan", "Aturan sinyal", "nomor",
    "Aturan pertama yang terpenuhi: 1 di luar batas, 2 tren, 3 dua dari tiga dekat batas, 4 satu "
    "sisi garis tengah; 0 bila tidak ada", DASAR, *SUMBER,
)  # fmt: skip
SEMUA = (TENGAH, BAWAH, ATAS, KEADAAN, ATURAN)
# Counts of work: months with more service days have more of it.
PEKERJAAN = (tickets.JUMLAH.kunci, konsultasi.JUMLAH.kunci, email_lapor.JUMLAH.kunci)
BELUM_CUKUP = "belum cukup riwayat untuk menilai ({n} bulan; perlu {perlu})"
SKALA_LAIN = (
    "skala nilainya berubah, sehingga tidak dibandingkan dengan bulan-bulan sebelumnya "
    "({n} bulan pada skala ini; perlu {perlu})"
)
TETAP = "angkanya sama pada semua bulan dasar"
JARANG = "kurang dari satu sebulan"
TIDAK_ADA = "angka bulan laporan tidak ada"
SERATUS = 100.0


@dataclass(frozen=True)
class Deret:
    """A series as it is judged.

    Attributes
    ----------
    indikator
        The figure that is judged.
    counted
        The figure whose breaks are its own.
    values
        Its values by month.
    times
        What limits are multiplied by to be printed: service days, of what is counted by them.
    highest
        What no value exceeds.
    """

    indikator: str
    counted: str
    values: Mapping[Bulan, float]
    times: float = 1.0
    highest: float | None = None


def measure_sinyal(bahan: Bahan) -> Hasil:
    """Judge the report's month of each figure that the settings follow."""
    return [
        row
        for name in bahan.own["sinyal"]["diikuti"]
        for series in _series(bahan, name)
        for row in _judge(bahan, series)
    ]


def _series(bahan: Bahan, name: str) -> list[Deret]:
    """Give a series to judge; of work by service day, where it has a name of its own, that too."""
    if name not in INDIKATOR:
        raise LaporanError(
            f"Pengaturan sinyal.diikuti: {name!r} bukan nama angka. Nama semua angka ada di "
            "docs/kamus.md, misalnya tiket.jumlah."
        )
    if name not in PEKERJAAN:
        percent = INDIKATOR[name].satuan == "persen"
        return [Deret(name, name, bahan.series(name), highest=SERATUS if percent else None)]
    counted = Deret(name, name, bahan.rates(name), times=bahan.days(bahan.bulan))
    daily = PER_HARI.get(name)
    return [counted, *([replace(counted, indikator=daily.kunci, times=1.0)] if daily else [])]


def _judge(bahan: Bahan, series: Deret) -> Hasil:
    found, rules = series.values, bahan.own["sinyal"]
    before = [month for month in found if month < bahan.bulan]
    since = bahan.since_break(series.counted, before)
    base = with_neighbour(since)

    def none(reason: str, n: float | None = None, perlu: float | None = None) -> Hasil:
        place = (bahan.bulan, reason, DIMENSI, series.indikator)
        return [each.none(*place, n=n, perlu=perlu) for each in SEMUA]

    if bahan.bulan not in found:
        return none(TIDAK_ADA)
    if len(base) < rules["dasar_minimum"]:
        few = SKALA_LAIN if bahan.other_scale(series.counted) else BELUM_CUKUP
        return none(few, len(since), rules["dasar_minimum"])
    batas = _limits(_with_gaps(base[: rules["dasar_mantap"]], found), rules)
    if batas.rentang == 0:
        return none(TETAP)
    if batas.tengah * series.times < 1:
        return none(JARANG)
    lengths = Panjang(rules["panjang_tren"], rules["panjang_sisi"])
    shown = _with_gaps([*base, bahan.bulan], found)
    signs = signals(shown, batas, lengths, above_zero=True)[-1]
    return _figures(bahan, series, batas, signs, min(len(base), rules["dasar_mantap"]))


def _limits(values: list[float | None], rules: Mapping[str, bool]) -> Batas:
    return median_limits(values) if rules["median"] else limits(values, screened=rules["saring"])


def _with_gaps(months: list[Bulan], values: Mapping[Bulan, float]) -> list[float | None]:
    return [values.get(month) for month in months[0].until(months[-1])]


def _figures(bahan: Bahan, series: Deret, batas: Batas, signs: list[Tanda], months: int) -> Hasil:
    rule, side = signs[0] if signs else (0, 0)
    low = max(0.0, batas.bawah) * series.times
    high = batas.atas * series.times
    high = high if series.highest is None else min(high, series.highest)
    place = (bahan.bulan, DIMENSI, series.indikator)
    unit = INDIKATOR[series.indikator].satuan
    return [
        TENGAH.part(*place, batas.tengah * series.times, selang=(low, high), n=months)._replace(
            satuan=unit
        ),
        BAWAH.part(*place, low, n=months)._replace(satuan=unit),
        ATAS.part(*place, high, n=months)._replace(satuan=unit),
        KEADAAN.part(*place, side, n=months),
        ATURAN.part(*place, rule, n=months),
    ]
