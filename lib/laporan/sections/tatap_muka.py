"""Consultations face to face: the rules, the visits, the trend."""

from __future__ import annotations

from laporan.measure.angka import TIDAK_TERCATAT
from laporan.sections._phrases import NOTHING, join
from laporan.sections._table import make_table
from laporan.sections._trend import before
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, enumerate_parts, escape, puncak, sentence

SOURCE = "daftar konsultasi tatap muka"


def sentence_pedoman_tatap_muka(lap: Report) -> Markdown:
    """Name the letter that has the rules."""
    rules = lap.settings["tatap_muka"]
    return sentence(
        "Pelaksanaan konsultasi dengan narasumber DJPK, baik secara daring melalui video "
        "conference maupun secara tatap muka, berpedoman pada surat nomor **{letter}** tanggal "
        "{day}. Surat itu menjadi pegangan bagi pengguna layanan, khususnya pemerintah daerah, "
        "dalam berkonsultasi dengan DJPK. Video conference secara bertahap menggantikan "
        "konsultasi tatap muka, dan konsultasi tatap muka didahului surat permintaan kepada "
        "Direktur Jenderal Perimbangan Keuangan.",
        letter=rules["surat_pedoman"],
        day=rules["tanggal_surat_pedoman"],
    )


def sentence_tatap_muka(lap: Report) -> Markdown:
    """Say how many visits and guests there were, and what most of them asked about."""
    visits = lap.angka("tatap_muka.jumlah")
    if visits is None:
        return not_supplied(lap, "konsultasi tatap muka", "tatap_muka")
    base = before(lap, "tatap_muka.jumlah")
    if visits.nilai == 0:
        return join(
            sentence(
                "Selama {bulan} tidak ada konsultasi tatap muka ({visits} kunjungan).",
                bulan=lap.bulan,
                visits=visits,
            ),
            base,
        )
    guests = lap.angka("tatap_muka.tamu")
    with_guests = _guests(lap, visits, guests)
    return join(
        sentence(
            "Selama {bulan} dilaksanakan **{visits} konsultasi tatap muka**{guests}.",
            bulan=lap.bulan,
            visits=visits,
            guests=with_guests,
        ),
        _topic(lap, visits),
        base,
    )


def _guests(lap: Report, visits: Angka, guests: Angka | None) -> Markdown:
    """Say the guests, and where some visits do not tell theirs that the sum is of the others."""
    if guests is None:
        return NOTHING
    untold = lap.tables["tatap_muka"]["tamu"].isna().any()
    if untold:
        return sentence(
            " dengan {guests} tamu pada kunjungan yang mencatat jumlahnya", guests=guests
        )
    return sentence(" dengan {guests} tamu", guests=guests)


def table_tatap_muka(lap: Report) -> Display:
    """List the visits by date, with a row of totals."""
    visits = lap.angka("tatap_muka.jumlah")
    if visits is None or visits.nilai == 0:
        return NOTHING
    rows = lap.tables["tatap_muka"]
    rows = rows.assign(nomor=range(1, len(rows) + 1))
    guests = lap.angka("tatap_muka.tamu")
    return make_table(
        rows,
        name="tatap-muka",
        rowname="nomor",
        labels={
            "nomor": "No.",
            "tanggal": "Tanggal",
            "pengguna_layanan": "Pengguna layanan",
            "tamu": "Jumlah tamu",
            "topik": "Topik",
        },
        integers=["nomor", "tamu"],
        dates=["tanggal"],
        origins=lap.origins("tatap_muka"),
        totals={"tamu": guests.nilai} if guests else None,
        total_figures={"tamu": guests},
        caption=caption(
            sentence("{visits} kunjungan pada {bulan}.", visits=visits, bulan=lap.bulan),
            sentence("Konsultasi tatap muka menurut tanggal."),
            SOURCE,
        ),
    )


def _topic(lap: Report, visits: Angka) -> Markdown | None:
    topics = lap.ukuran.kategori("tatap_muka.topik", "topik").drop(TIDAK_TERCATAT, errors="ignore")
    if topics.empty:
        return None
    first = [str(name) for name in topics[topics == topics.iloc[0]].index]
    count = lap.known("tatap_muka.topik", "topik", first[0])
    return sentence(
        "Topik {most} adalah **{names}**, {each}{count} dari {visits} kunjungan; sebuah "
        "kunjungan dapat membahas beberapa topik.",
        most=puncak("terbanyak", count),
        names=enumerate_parts(Markdown(escape(name)) for name in first),
        each=Markdown("masing-masing " if len(first) > 1 else ""),
        count=count,
        visits=visits,
    )
