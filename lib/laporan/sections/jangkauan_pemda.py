"""How many regional governments are reached, which are new, and which stopped asking."""

from __future__ import annotations

from laporan.measure import INDIKATOR
from laporan.sections._phrases import join
from laporan.sections._sure import not_measured, why_not
from laporan.sections.report import Report
from laporan.show import Markdown, sentence

TERATAS = "cakupan.sepuluh_teratas"


def sentence_cakupan(lap: Report) -> Markdown:
    """Say the share that is reached, what moved, and how much is not known."""
    count, share = lap.angka("cakupan.pemda"), lap.angka("cakupan.bagian")
    if count is None or share is None:
        return not_measured(lap, "cakupan.pemda", "cakupan pemda")
    reached = sentence(
        "Cakupannya **{bagian}**: {pemda} dari {semua} pemda bertanya pada {bulan}.",
        bagian=share, pemda=count, semua=count.tepi["n"], bulan=lap.bulan,
    )  # fmt: skip
    return join(reached, _moves(lap), _stopped(lap), _never(lap), _top(lap), _unknown(lap))


def _moves(lap: Report) -> Markdown:
    new, back = lap.angka("cakupan.baru"), lap.angka("cakupan.kembali")
    if new is None or back is None:
        return sentence(
            "Yang baru dan yang kembali tidak dihitung: {alasan}.",
            alasan=why_not(lap, "cakupan.baru"),
        )
    return sentence(
        "Di antaranya {baru} baru dan {kembali} kembali, menurut {n} bulan yang diketahui.",
        baru=new, kembali=back, n=new.tepi["n"],
    )  # fmt: skip


def _stopped(lap: Report) -> Markdown | None:
    stopped = lap.angka("cakupan.berhenti")
    if stopped is None:
        return None
    return sentence(
        "{berhenti} dari {n} pemda yang bertanya pada {lalu} tidak bertanya lagi.",
        berhenti=stopped, n=stopped.tepi["n"], lalu=lap.bulan.previous,
    )  # fmt: skip


def _never(lap: Report) -> Markdown:
    never = lap.angka("cakupan.belum_pernah")
    if never is None:
        return sentence(
            "Pemda yang belum pernah bertanya tidak disebut: {alasan}.",
            alasan=why_not(lap, "cakupan.belum_pernah"),
        )
    return sentence(
        "{n} pemda belum pernah bertanya dalam {bulan} bulan itu.", n=never, bulan=never.tepi["n"]
    )


def _top(lap: Report) -> Markdown:
    share, name = lap.angka(TERATAS), INDIKATOR[TERATAS].nama
    if share is None:
        return sentence("{nama} tidak dihitung: {alasan}.", nama=name, alasan=why_not(lap, TERATAS))
    return sentence(
        "{nama} {bagian} dari {n} tiket yang pemdanya dikenali.",
        nama=name, bagian=share, n=share.tepi["n"],
    )  # fmt: skip


def _unknown(lap: Report) -> Markdown | None:
    """Say of how many tickets nobody knows where they come from."""
    known = ("zona_dikenal", "Tidak")
    count, share = lap.angka("tiket.jumlah", *known), lap.angka("tiket.bagian", *known)
    whole = lap.angka("tiket.jumlah")
    if count is None or share is None or whole is None:
        return None
    return sentence(
        "Pemda {tidak} dari {tiket} tiket ({bagian}) tidak dikenali.",
        tidak=count, tiket=whole, bagian=share,
    )  # fmt: skip
