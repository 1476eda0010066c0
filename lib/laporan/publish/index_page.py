"""The archive page: the newest issue, the trend, and all months with their key figures."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar import indonesian
from laporan.publish.archive_trend import trend
from laporan.publish.issue_cards import cards
from laporan.publish.issues import FEED, INDEX, PAGE, Archive, Version
from laporan.publish.key_figures import KEY_FIGURES, KeyFigure, out_of
from laporan.publish.site_page import (
    TITLE,
    Part,
    figure_text,
    notice_of_sample,
    page,
    section,
    table,
)
from laporan.render.formats import FORMATS


def archive_page(archive: Archive) -> bytes:
    """Make the site's first page."""
    newest = archive.of(archive.months[0])[-1]
    return page(
        TITLE, "Arsip laporan bulanan", [],
        [
            section(
                f"Terbaru: {newest.bulan.label}", "terbaru",
                E.p(
                    E.a("Buka terbitan", CLASS("tombol"), href=f"{newest.bulan}/{PAGE}"),
                    E.a(
                        "Baca laporan",
                        CLASS("tombol"),
                        href=f"{newest.folder}/{FORMATS['html'].file}",
                    ),
                    CLASS("tombol-baris"),
                ),
                cards(newest),
                *notice_of_sample(newest),
            ),
            section("Perkembangan", "perkembangan", trend(archive)),
            section("Semua bulan", "semua-bulan", _months(archive)),
            _about(),
        ],
        root="",
    )  # fmt: skip


def _months(archive: Archive) -> HtmlElement:
    head = [("Bulan", "pendek"), *((key.label, "nilai") for key in KEY_FIGURES), ("Terbitan", "")]
    rows = [_row(archive.of(bulan)) for bulan in archive.months]
    caption = "Angka utama tiap bulan, menurut versi yang berlaku; yang terbaru di atas."
    return table(caption, head, rows, of="Angka utama semua bulan")


def _row(versions: tuple[Version, ...]) -> list[Part]:
    version = versions[-1]
    figures = [_figure(version, key) for key in KEY_FIGURES]
    return [
        E.a(version.bulan.label, href=f"{version.bulan}/{PAGE}"),
        *figures,
        E.span(*_state(versions), CLASS("keadaan")),
    ]


def _figure(version: Version, key: KeyFigure) -> Part:
    figure = version.find(key.indikator)
    scale = out_of(figure)
    text = figure_text(figure, key.decimals)
    return E.span(text, f" {scale}") if scale else text


def _state(versions: tuple[Version, ...]) -> list[Part]:
    version = versions[-1]
    parts: list[Part] = [f"versi {version.nomor}, {indonesian.tanggal(version.terbit.date())}"]
    corrected = [each for each in versions if each.jumlah_ralat]
    if corrected:
        address = f"{corrected[-1].folder}/{PAGE}#ralat-v{corrected[-1].nomor}"
        parts.append(E.a("ralat", CLASS("lencana ralat"), href=address))
    if version.contoh:
        parts.append(E.span("data contoh", CLASS("lencana")))
    return parts


def _about() -> HtmlElement:
    return section(
        "Tentang arsip ini", "tentang",
        E.p(
            "Setiap versi terbitan mempunyai alamat tetap dan tidak pernah diubah. Angka yang "
            "keliru diralat dalam versi berikutnya, yang menyebut alasan serta angka lama dan "
            "barunya; versi sebelumnya tetap dapat dibuka."
        ),
        E.p(
            "Untuk mesin: ", E.a(INDEX, href=INDEX), " memuat semua terbitan, berkas, dan "
            "sidiknya; ", E.a(FEED, href=FEED), " memberitahukan terbitan dan ralat baru.",
        ),
    )  # fmt: skip
