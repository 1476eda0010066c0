"""What may speak on the first page, in this order.

A rule gives the statements that it has for a month; most months it has none. What a figure is
judged by, limits, q and targets, is measured elsewhere; here stands only when that is news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from laporan.measure import INDIKATOR
from laporan.measure.konsultasi import SPAM
from laporan.read.sources import SOURCES
from laporan.sections._harian import by_day
from laporan.sections._sure import why_not
from laporan.sections._words import change_from
from laporan.sections.muka.judged import (
    Sinyal,
    join_trial,
    limits_text,
    read_signals,
    why,
)
from laporan.sections.report import Report
from laporan.sections.ringkasan import missing_sources
from laporan.show import Angka, Gerak, Markdown, enumerate_parts, sentence, setting

Rule = Callable[[Report], Iterator[Markdown]]
# Of topics and channels whose share in the change is told at once.
TERBANYAK_NYATA = 2


def late_requests(lap: Report) -> Iterator[Markdown]:
    """Tell of a legal deadline that was missed: a request for information answered late."""
    share = lap.angka("ppid.tepat_waktu")
    if share is not None and share.nilai < share.tepi["n"].nilai:
        yield sentence(
            "**Tenggat hukum terlewat.** {tepat} dari {n} permohonan PPID yang jatuh tempo dijawab "
            "tepat waktu.",
            tepat=share, n=share.tepi["n"],
        )  # fmt: skip


def waiting(lap: Report) -> Iterator[Markdown]:
    """Tell of people who wait, where the settings name a target for it."""
    reached, open_ = lap.angka("balas.dalam_sasaran"), lap.angka("balas.belum")
    if reached is None or open_ is None or open_.nilai == 0:
        return
    yield sentence(
        "**{belum} konsultasi belum dibalas** pada akhir {bulan}; {bagian} dari {n} konsultasi "
        "yang jatuh tempo dibalas dalam sasaran {menit} menit jam layanan.",
        belum=open_, bulan=lap.bulan, bagian=reached, n=reached.tepi["n"],
        menit=setting(str(lap.settings["sasaran"]["balas_menit"]), "sasaran.balas_menit"),
    )  # fmt: skip


def signals(lap: Report) -> Iterator[Markdown]:
    """Tell of a figure that is not as in the months before; that none is so is good news."""
    judged = read_signals(lap)
    spoken = [_signal(lap, each) for each in judged if each.sinyal]
    yield from spoken
    if judged and not spoken:
        yield _no_signal(judged)


def significant(lap: Report) -> Iterator[Markdown]:
    """Tell of a channel or topic that changed by more than chance and service days explain."""
    limit = float(lap.settings["pernyataan"]["q"])
    found: list[tuple[float, Markdown]] = []
    for dimensi in ("kanal", "topik"):
        for name, q in lap.ukuran.kategori("sumbangan.peluang", dimensi).items():
            if q < limit:
                found.append((q, _changed(lap, dimensi, str(name))))
    for _, text in sorted(found, key=lambda each: each[0])[:TERBANYAK_NYATA]:
        yield text


def missing(lap: Report) -> Iterator[Markdown]:
    """Tell of data that were not supplied: the report is silent about them."""
    held = [SOURCES[name].label for name in lap.bersih.ditahan]
    if labels := [*missing_sources(lap), *held]:
        yield sentence(
            "**Data belum lengkap.** {keadaan}, sehingga tidak dinilai: {labels}.",
            keadaan="Belum diserahkan atau ditahan" if held else "Belum diserahkan",
            labels=enumerate_parts(sentence("{label}", label=label) for label in labels),
        )


def doubtful(lap: Report) -> Iterator[Markdown]:
    """Tell of a rule that holds on too little for a signal, marked so."""
    found = read_signals(lap)
    yield from (_doubtful(lap, each) for each in found if each.tercapai and not each.sinyal)


def large_without_signal(lap: Report) -> Iterator[Markdown]:
    """Tell of a large change of tickets which is no signal, marked so."""
    now, before = lap.angka("tiket.jumlah"), lap.angka("tiket.jumlah_bulan_lalu")
    change = lap.angka("tiket.perubahan_bulanan")
    judged = {each.angka.indikator: each for each in read_signals(lap)}.get("tiket.jumlah")
    if now is None or before is None or change is None:
        return
    if abs(change.nilai) < float(lap.settings["pernyataan"]["perubahan_besar_persen"]):
        return
    if judged is not None and judged.sinyal:
        return
    head = sentence(
        "Tiket {bulan} berjumlah **{tiket}**, {ubah}{harian}.",
        bulan=lap.bulan, tiket=now, ubah=change_from(change, before, lap.bulan.previous),
        harian=by_day(lap),
    )  # fmt: skip
    meaning = (
        sentence("Bukan sinyal: batas wajarnya {batas}.", batas=_tickets(judged))
        if judged
        else sentence("Belum dapat dinilai: {alasan}.", alasan=_reason(lap))
    )
    yield Markdown(f"{head.text} {meaning.text}")


def served(lap: Report) -> Iterator[Markdown]:
    """Tell how many of the tickets were consultations, and how these were served."""
    tiket, spam = lap.angka("tiket.jumlah"), lap.angka("tiket.jumlah", "jenis_topik", SPAM)
    share, asked = lap.angka("tiket.bagian", "jenis_topik", SPAM), lap.angka("konsultasi.jumlah")
    if tiket is None or spam is None or share is None or asked is None:
        return
    head = sentence(
        "**{bagian} tiket adalah {jenis}.** Dari {tiket} tiket, {spam} {jenis} dan {konsultasi} "
        "konsultasi",
        bagian=share, jenis=SPAM.lower(), tiket=tiket, spam=spam, konsultasi=asked,
    )  # fmt: skip
    yield Markdown("; ".join(part.text for part in (head, *_service(lap))) + ".")


# The order in which the first page is filled.
ATURAN: tuple[Rule, ...] = (
    late_requests,
    waiting,
    signals,
    significant,
    missing,
    doubtful,
    large_without_signal,
    served,
)


def _signal(lap: Report, found: Sinyal) -> Markdown:
    return sentence(
        "**{nama}: sinyal {arah}.** {nilai} {satuan} pada {bulan}, {sebab}.",
        nama=INDIKATOR[found.angka.indikator].nama, arah=Gerak.of(found.keadaan),
        nilai=_figure(found.angka), satuan=found.angka.satuan, bulan=lap.bulan,
        sebab=why(lap, found),
    )  # fmt: skip


def _no_signal(judged: Sequence[Sinyal]) -> Markdown:
    """Say that there is none, and which figures lie within which limits."""
    within = [each for each in judged if not each.tercapai]
    groups = groupby(sorted(within, key=_base), key=_base)
    told = [_within([*group]) for _, group in groups]
    return Markdown(" ".join(["**Tidak ada sinyal bulan ini.**", *(each.text for each in told)]))


def _base(found: Sinyal) -> float:
    """Order by the base months of trial limits, after those that are firm."""
    return 0 if found.percobaan is None else found.percobaan.nilai


def _within(group: Sequence[Sinyal]) -> Markdown:
    names, months = enumerate_parts(_quietly(each) for each in group), group[0].percobaan
    if months is None:
        return sentence("Dalam variasi wajar bulan-bulan sebelumnya: {names}.", names=names)
    return sentence(
        "Dalam variasi wajar; batas masih percobaan ({n} bulan): {names}.", n=months, names=names
    )


def _quietly(found: Sinyal) -> Markdown:
    return sentence(
        "{nama} ({batas})", nama=INDIKATOR[found.angka.indikator].nama, batas=limits_text(found)
    )


def _doubtful(lap: Report, found: Sinyal) -> Markdown:
    name = INDIKATOR[found.angka.indikator].nama
    if found.percobaan is None:
        return sentence(
            "**{nama}: belum tentu berubah.** {nilai} {satuan} pada {bulan}, {sebab}. Kebetulan "
            "pun dapat membuatnya demikian, sehingga belum disebut sinyal.",
            nama=name, nilai=_figure(found.angka), satuan=found.angka.satuan, bulan=lap.bulan,
            sebab=why(lap, found),
        )  # fmt: skip
    return sentence(
        "**{nama}: batas masih percobaan** ({n} bulan), sehingga bukan sinyal. {nilai} {satuan} "
        "pada {bulan}, {sebab}.",
        nama=name, n=found.percobaan, nilai=_figure(found.angka), satuan=found.angka.satuan,
        bulan=lap.bulan, sebab=why(lap, found),
    )  # fmt: skip


def _tickets(found: Sinyal) -> Markdown:
    text = sentence("{batas} tiket", batas=limits_text(found))
    return text if found.percobaan is None else join_trial(text, found.percobaan)


def _changed(lap: Report, dimensi: str, name: str) -> Markdown:
    key = "tiket.jumlah" if dimensi == "kanal" else "tiket.topik"
    now, before = lap.angka(key, dimensi, name), lap.angka(f"{key}_bulan_lalu", dimensi, name)
    share = lap.known("sumbangan.perubahan", dimensi, name)
    q = lap.known("sumbangan.peluang", dimensi, name)
    if now is None or before is None:
        return sentence(
            "**{jenis} {nama} berubah nyata** (q {q:3}).", jenis=dimensi.title(), nama=name, q=q
        )
    return sentence(
        "**{jenis} {nama} {arah} nyata**, dari {dulu} menjadi {kini} tiket, juga setelah hari "
        "layanan diperhitungkan (q {q:3}); sumbangannya {bagian:2} poin dari perubahan seluruhnya.",
        jenis=dimensi.title(), nama=name, arah=Gerak.between(before, now),
        dulu=before, kini=now, q=q, bagian=share,
    )  # fmt: skip


def _figure(figure: Angka) -> Markdown:
    whole = float(figure.nilai).is_integer() or figure.satuan == "persen"
    return Markdown(format(figure, "" if whole else "2"))


def _service(lap: Report) -> Iterator[Markdown]:
    median, rating = lap.angka("balas.median_menit"), lap.angka("kepuasan.nilai")
    if median is not None:
        yield sentence(
            "median balasan pertama {median:2} {satuan}", median=median, satuan=median.satuan
        )
    if rating is not None and (ratings := lap.angka("kepuasan.penilaian")) is not None:
        yield sentence("kepuasan {nilai:2} dari {n} penilaian", nilai=rating, n=ratings)


def _reason(lap: Report) -> Markdown:
    judged = ("sinyal.keadaan", "indikator", "tiket.jumlah")
    return why_not(lap, *judged, otherwise="tanpa riwayat")
