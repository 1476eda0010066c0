"""The page itself; lxml builds it, so that whatever a file holds stays text."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd
from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.check.quality.found import checks_part, corrections_part, findings_part, regions_part
from laporan.check.quality.plain_table import Column, table
from laporan.dasar.brand import Brand, load_brand
from laporan.dasar.indonesian import angka
from laporan.read.declaration import Source
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData

# More rejected rows of one source than this are counted here and listed in ditolak.csv.
REJECTED_SHOWN = 1000

FILES = (
    Column("berkas", "Berkas"),
    Column("baris", "Baris masuk", "angka"),
    Column("diambil", "Diambil", "angka"),
    Column("ditolak", "Ditolak", "angka"),
    Column("dikecualikan", "Dikecualikan", "angka"),
)
RULES = (
    Column("aturan", "Aturan"),
    Column("berkas", "Berkas"),
    Column("jumlah", "Baris", "angka"),
    Column("contoh_baris", "Contoh nomor baris"),
)
REJECTED = (
    Column("berkas", "Berkas"),
    Column("baris", "Nomor baris", "nomor"),
    Column("kolom", "Kolom"),
    Column("isi", "Isi", "isi"),
    Column("alasan", "Alasan"),
)
ROWS_OF_FILES = "Baris setiap berkas: masuk = diambil + ditolak + dikecualikan"
# Nothing is fetched and nothing runs, whatever a file smuggles in.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def quality_html(month: MonthData, *, contoh: bool = False) -> str:
    """Write the quality report of a month as one self-contained page.

    Parameters
    ----------
    month
        The cleaned month.
    contoh
        Whether its exports are synthetic, which the page then says.

    Returns
    -------
    str
        HTML that asks nothing of a network and runs no script.
    """
    title = f"Mutu data {month.bulan.label}"
    supplied = [source for source in SOURCES.values() if source.name in month.tables]
    page = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": POLICY}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(title),
            E.style(_style(load_brand())),
        ),
        E.body(
            E.header(E.h1(title), *_lead(month, contoh=contoh)),
            E.main(
                *_missing(month),
                *findings_part(month),
                *regions_part(month),
                *corrections_part(month),
                *(part for source in supplied for part in _source(month, source)),
                *checks_part(month),
            ),
        ),
        lang="id",
    )
    content: str = html.tostring(page, doctype="<!DOCTYPE html>", encoding="unicode")
    return content + "\n"


def _style(brand: Brand) -> str:
    colors = "".join(f"--{name}:{value};" for name, value in brand.colors.items())
    return f":root{{{colors}}}\n" + (files(__package__) / "mutu.css").read_text("utf-8")


def _lead(month: MonthData, *, contoh: bool) -> list[HtmlElement]:
    total = month.berkas[["baris", "diambil", "ditolak", "dikecualikan"]].sum()
    parts = [
        E.p(
            f"{angka(total['baris'])} baris dibaca dari {angka(len(month.berkas))} berkas: "
            f"{angka(total['diambil'])} diambil, {angka(total['ditolak'])} ditolak, dan "
            f"{angka(total['dikecualikan'])} dikecualikan menurut aturan."
        )
    ]
    if contoh:
        parts.append(E.p("Ekspor bulan ini adalah data contoh, bukan nyata.", CLASS("catatan")))
    return parts


def _missing(month: MonthData) -> list[HtmlElement]:
    unread = {finding.sumber for finding in month.temuan if finding.menghentikan or finding.menahan}
    present = {*month.tables, *unread}
    missing = [
        source for source in SOURCES.values() if source.name not in present and not source.extra
    ]
    heading = E.h2("Yang belum dipasok")
    if not missing:
        return [heading, E.p("Semua sumber sudah dipasok.")]
    items = [E.li(f"{source.label}: ", E.code(source.pattern)) for source in missing]
    return [heading, E.ul(*items)]


def _source(month: MonthData, source: Source) -> list[HtmlElement]:
    def of(book: pd.DataFrame) -> pd.DataFrame:
        return book[book["sumber"] == source.name]

    files, rules, rejected = of(month.berkas), of(month.dikecualikan), of(month.ditolak)
    return [
        E.h2(source.label, id=source.name),
        table(files, FILES, ROWS_OF_FILES, of=source.label),
        *_rules(rules, source),
        *_rejected(rejected, source),
    ]


def _rules(rules: pd.DataFrame, source: Source) -> list[HtmlElement]:
    if rules.empty:
        return [E.p("Tidak ada baris yang dikecualikan.", CLASS("redup"))]
    return [table(rules, RULES, "Baris yang dikecualikan, menurut aturannya", of=source.label)]


def _rejected(rejected: pd.DataFrame, source: Source) -> list[HtmlElement]:
    if rejected.empty:
        return [E.p("Tidak ada baris yang ditolak.", CLASS("redup"))]
    shown = rejected.head(REJECTED_SHOWN)
    parts = [table(shown, REJECTED, "Baris yang ditolak, dan alasannya", of=source.label)]
    if len(rejected) > REJECTED_SHOWN:
        parts.append(
            E.p(
                f"Dicantumkan {angka(REJECTED_SHOWN)} yang pertama dari {angka(len(rejected))} "
                "baris; selebihnya ada di ditolak.csv pada folder data bersih bulan ini."
            )
        )
    return parts
