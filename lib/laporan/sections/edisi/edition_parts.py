"""The parts of an edition: what was asked, how fast it was answered, what is open, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.hours import HARI
from laporan.dasar.indonesian import daftar
from laporan.dasar.settings import Settings
from laporan.measure import Angka, teratas
from laporan.sections.edisi.readers import EditionFigures, meaning
from laporan.sections.report import Report
from laporan.show.runs import Runs, runs
from laporan.show.template_blocks import (
    Block,
    band,
    card,
    card_row,
    from_setting,
    listing,
    paragraph,
    part,
    small_table,
    terms,
)

MENIT = "menit layanan"
BALAS, SELESAI = "edisi.balas_median", "edisi.selesai_median"
_MISSING = "–"
_EXPLAINED = (
    "edisi.tiket", "edisi.topik_digabung", BALAS, SELESAI, "edisi.terbuka",
)  # fmt: skip


def key_cards(figures: EditionFigures, name: str) -> Block:
    """Set the figures that a reader looks for first."""
    return card_row(
        [
            card("Tiket", runs("{n}", n=figures.known("edisi.tiket", name)), runs("diterima")),
            _time_card(figures, name, BALAS, "Balasan pertama"),
            _time_card(figures, name, SELESAI, "Penyelesaian"),
            card(
                "Masih terbuka",
                runs("{n}", n=figures.known("edisi.terbuka", name)),
                runs("pada akhir {bulan}", bulan=figures.bulan),
            ),
        ]
    )


def _time_card(figures: EditionFigures, name: str, indikator: str, label: str) -> Block:
    own, country = figures.angka(indikator, name), figures.angka(indikator)
    beside = runs("Indonesia {n:1}", n=country) if country else runs("Indonesia tidak dihitung")
    if own is None:
        unit = runs(" {unit}", unit=MENIT) if country else []
        return card(label, runs(_MISSING), runs("belum cukup data; {lain}", lain=[*beside, *unit]))
    return card(
        label, runs("{n:1}", n=own), runs("median, {unit}; {lain}", unit=MENIT, lain=beside)
    )


def asked(figures: EditionFigures, name: str) -> Block:
    """List what a region asked about; what is too little to be told is one row."""
    rows = [[runs("{topik}", topik=f.kategori), runs("{n}", n=f)] for f in figures.topics(name)]
    rest = figures.known("edisi.topik_digabung", name)
    if rest.nilai:
        rows.append([runs("Topik lain, digabung"), runs("{n}", n=rest)])
    rows.append([runs("Seluruhnya"), runs("{n}", n=figures.known("edisi.tiket", name))])
    note = runs(
        "Topik yang tiketnya terlalu sedikit, dan spam, digabung agar tidak menunjuk orang."
    )
    return part(
        "Yang ditanyakan",
        small_table(["Topik", "Tiket"], rows, numbers=[1], summed=True),
        paragraph(note, muted=True),
    )


def asked_everywhere(lap: Report, figures: EditionFigures) -> Block:
    """List what the whole country asked about."""
    rows = [
        [runs("{topik}", topik=figure.kategori), runs("{n}", n=figure)]
        for figure in country_topics(lap, figures)
    ]
    return part(
        "Yang ditanyakan seluruh Indonesia",
        small_table(["Topik", "Tiket"], rows, numbers=[1])
        if rows
        else paragraph(runs("Tidak ada tiket.")),
    )


def country_topics(lap: Report, figures: EditionFigures) -> list[Angka]:
    """Give the topics of the whole country that are printed."""
    found = {figure.kategori: figure for figure in figures.topics()}
    counted = pd.Series({name: each.nilai for name, each in found.items()}, dtype="float64")
    return [found[str(n)] for n in teratas(counted, lap.settings["edisi"]["topik_tercetak"]).index]


def speed(figures: EditionFigures, name: str | None) -> Block:
    """Say how long replies took, beside the band of the whole country."""
    country, own = figures.angka(BALAS), figures.angka(BALAS, name) if name else None
    low, high = (figures.angka(f"edisi.balas_kuartil_{end}") for end in ("bawah", "atas"))
    if country is None or low is None or high is None:
        told = runs("Waktu balasan seluruh Indonesia tidak dihitung: {a}.", a=figures.alasan(BALAS))
        return part("Seberapa cepat dijawab", paragraph(told))
    drawn = runs(
        "Pita: balasan pertama seluruh Indonesia, dari kuartil bawah {bawah:1} sampai kuartil atas "
        "{atas:1} {unit}; garis tegak mediannya{titik}.",
        bawah=low, atas=high, unit=MENIT,
        titik=runs(", titik median {nama}", nama=name) if name and own else [],
    )  # fmt: skip
    return part(
        "Seberapa cepat dijawab",
        paragraph(_speed_told(figures, name)),
        band(low, country, high, own, ("Indonesia", name or ""), drawn),
        paragraph(_closed_told(figures, name)) if name else None,
    )


def _speed_told(figures: EditionFigures, name: str | None) -> Runs:
    country = figures.known(BALAS)
    whole = runs("seluruh Indonesia {n:1} {unit}", n=country, unit=MENIT)
    if name is None:
        return runs("Median balasan pertama agen di {whole}.", whole=whole)
    own = figures.angka(BALAS, name)
    if own is None:
        return runs(
            "Median balasan pertama kepada {nama} tidak disebut: {alasan}. Median {whole}.",
            nama=name, alasan=figures.alasan(BALAS, name), whole=whole,
        )  # fmt: skip
    return runs(
        "Balasan pertama agen kepada {nama} datang dengan median {n:1} {unit}; {whole}.",
        nama=name, n=own, unit=MENIT, whole=whole,
    )  # fmt: skip


def _closed_told(figures: EditionFigures, name: str) -> Runs:
    own, country = figures.angka(SELESAI, name), figures.angka(SELESAI)
    beside = runs("; seluruh Indonesia {n:1}", n=country) if country else []
    if own is None:
        beside += runs(" {unit}", unit=MENIT) if country else []
        why = figures.alasan(SELESAI, name)
        reason = [] if why == figures.alasan(BALAS, name) else runs(": {why}", why=why)
        return runs(
            "Median sampai selesai tidak disebut{reason}{lain}.", reason=reason, lain=beside
        )
    return runs("Median sampai selesai {n:1} {unit}{lain}.", n=own, unit=MENIT, lain=beside)


def left_open(lap: Report, figures: EditionFigures, name: str) -> Block:
    """Say what is still open, and how long it has been."""
    count = figures.known("edisi.terbuka", name)
    oldest = figures.angka("edisi.terbuka_tertua", name)
    if oldest is None:
        told = runs(
            "Tidak ada konsultasi dari {nama} yang masih terbuka pada akhir {bulan}.",
            nama=name, bulan=figures.bulan,
        )  # fmt: skip
    else:
        told = runs(
            "{n} konsultasi dari {nama} masih terbuka pada akhir {bulan}; yang tertua berumur "
            "{hari:0} hari. Yang menanyakannya dapat melanjutkan di kanal yang sama.",
            n=count, nama=name, bulan=figures.bulan, hari=oldest,
        )  # fmt: skip
    only = (
        None
        if "belum_selesai" in lap.tables
        else paragraph(
            runs(
                "Yang dibuat sebelum {bulan} tidak terlihat: ekspor yang belum selesai tidak "
                "diserahkan.",
                bulan=figures.bulan,
            ),
            muted=True,
        )
    )
    return part("Yang masih terbuka", paragraph(told), only)


def rules(settings: Settings, topics: Sequence[str], of: str | None = None) -> Block:
    """List the regulations behind topics, as the settings have them; of technical ones all.

    Parameters
    ----------
    topics
        What was asked about.
    of
        The region that reads of the country's topics here, as none of its own is told.
    """
    written, technical = settings["peraturan"], settings["tiket"]["topik_teknis"]
    told = [
        [runs("{topik}", topik=t), from_setting("; ".join(written[t]), f"peraturan.{t}")]
        for t in topics
        if written.get(t)
    ]
    without = [topic for topic in topics if topic in technical and not written.get(topic)]
    missing = runs(
        "Peraturan tentang {topik} belum dicantumkan; tanyakanlah lewat salah satu kanal kami.",
        topik=daftar(without),
    )
    others = runs(
        "Topik {nama} digabung; ini menurut topik yang ditanyakan seluruh Indonesia.",
        nama=of or "",
    )
    return part(
        "Peraturan di baliknya",
        paragraph(others, muted=True) if of else None,
        small_table(["Topik", "Peraturan"], told) if told else None,
        paragraph(missing, muted=bool(told)) if without else None,
        None
        if told or without
        else paragraph(runs("Topik di atas tidak bertumpu pada peraturan tersendiri.")),
    )


def channels(settings: Settings) -> Block:
    """List the channels, and when someone answers there."""
    hours, media = settings["jam_layanan"], settings["layanan"]["media"]
    told = runs(
        "Agen menjawab {hari}, pukul {mulai} sampai sebelum {selesai} WIB, kecuali hari libur "
        "nasional dan cuti bersama. Yang masuk di luar itu dijawab pada hari layanan berikutnya.",
        hari=_days(hours["hari"]),
        mulai=from_setting(hours["mulai"], "jam_layanan.mulai"),
        selesai=from_setting(hours["selesai"], "jam_layanan.selesai"),
    )  # fmt: skip
    rows = [
        [runs("{m}", m=name), from_setting(", ".join(where), f"layanan.media.{name}")]
        for name, where in media.items()
    ]
    return part(
        "Kanal dan jam layanan",
        paragraph(told),
        small_table(["Kanal", "Nomor atau alamat"], rows),
    )


def _days(days: list[str]) -> str:
    places = [HARI.index(day) for day in days if day in HARI]
    if len(places) > 1 and places == list(range(places[0], places[-1] + 1)):
        return f"{days[0]} sampai {days[-1]}"
    return daftar(days)


def deadlines(settings: Settings) -> Block:
    """List the dates that a reader should know, and the targets of the service."""
    dates = [from_setting(text, "edisi.tenggat") for text in settings["edisi"]["tenggat"]]
    names = {"balas_menit": "balasan pertama", "selesai_menit": "penyelesaian"}
    targets = [
        runs(
            "Sasaran {apa}: dalam {menit} menit layanan.",
            apa=names[key], menit=from_setting(str(value), f"sasaran.{key}"),
        )
        for key, value in settings["sasaran"].items()
    ]  # fmt: skip
    if not dates:
        targets.append(runs("Tenggat pelaporan belum dicantumkan."))
    return part("Tenggat", listing([*dates, *targets]))


def reading(figures: EditionFigures, explained: Sequence[str] = _EXPLAINED) -> Block:
    """Say what the figures are, and over how many months they speak."""
    months = figures.known("edisi.bulan")
    whole = months.tepi["n"]
    told = (
        runs(
            "Edisi ini berbicara tentang {ada} dari {semua} bulan terakhir ({bulan}): ekspor bulan "
            "selebihnya tidak ada.",
            ada=months, semua=whole, bulan=daftar(month.label for month in figures.months),
        )
        if months.nilai < whole.nilai
        else runs("Edisi ini berbicara tentang {span}.", span=span(figures))
    )  # fmt: skip
    unknown = runs(
        "Tiket yang pemdanya tidak diisi atau tidak dikenali tidak terhitung sebagai tiket suatu "
        "daerah. Daerah tidak diperingkatkan: lain pertanyaannya, lain pula lama menjawabnya."
    )
    return part(
        "Cara membaca",
        paragraph([*told, *runs(" {t}", t=unknown)]),
        terms(meaning(name) for name in explained),
    )


def span(figures: EditionFigures) -> str:
    """Write the months that the editions speak about."""
    first, last = figures.months[0], figures.months[-1]
    if first == last:
        return last.label
    start = first.nama if first.tahun == last.tahun else first.label
    return f"{start} s.d. {last.label}"
