"""The page itself; lxml builds it, so that whatever a file holds stays text."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import pandas as pd
from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.check.quality.found import checks_part, corrections_part, findings_part, regions_part
from laporan.check.quality.plain_table import Column, table
from laporan.check.quality.told import WHOLE_MONTH
from laporan.dasar.brand import Brand, load_brand
from laporan.dasar.brand_style import css_variables, font_faces
from laporan.dasar.indonesian import angka
from laporan.read.declaration import Source
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData

# More rejected rows of one source than this are counted here and listed in ditolak.csv.
REJECTED_SHOWN = 1000

COUNTS = (
    Column("label", "Sumber"),
    Column("berkas", "Berkas", "angka"),
    Column("baris", "Baris masuk", "angka"),
    Column("diambil", "Diambil", "angka"),
    Column("ditolak", "Ditolak", "angka"),
    Column("dikecualikan", "Dikecualikan", "angka"),
    Column("temuan", "Temuan", "angka"),
)
FILES = (Column("berkas", "Berkas"), *COUNTS[2:-1])
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
ROWS = ["baris", "diambil", "ditolak", "dikecualikan"]
ROWS_OF_SOURCES = "Baris setiap sumber: masuk = diambil + ditolak + dikecualikan"
ROWS_OF_FILES = "Baris setiap berkas"
# Nothing is fetched and nothing runs, whatever a file smuggles in.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


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
    parts = [
        *_counts(month),
        *_missing(month),
        *findings_part(month),
        *regions_part(month),
        *corrections_part(month),
        *_left_out(month),
        *_files(month),
        *checks_part(month),
    ]
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
            _contents(parts),
            E.main(*parts),
        ),
        lang="id",
    )
    content: str = html.tostring(page, doctype="<!DOCTYPE html>", encoding="unicode")
    return content + "\n"


def _style(brand: Brand) -> str:
    head = font_faces(brand) + css_variables(brand)
    return head + (files(__package__) / "mutu.css").read_text("utf-8")


def _contents(parts: Sequence[HtmlElement]) -> HtmlElement:
    headings = [part for part in parts if part.tag == "h2"]
    items = (E.li(E.a(part.text_content(), href=f"#{part.get('id')}")) for part in headings)
    return E.nav({"aria-label": "Daftar isi"}, E.ul(*items))


def _lead(month: MonthData, *, contoh: bool) -> list[HtmlElement]:
    total = month.berkas[ROWS].sum()
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


def _counts(month: MonthData) -> list[HtmlElement]:
    """Count rows and findings by source, at last of the month as a whole."""
    found = [finding.sumber for finding in month.temuan]
    own = {name: month.berkas[month.berkas["sumber"] == name] for name in (*SOURCES, "")}
    rows = [
        {
            "label": SOURCES[name].label if name else WHOLE_MONTH,
            "berkas": len(books),
            **books[ROWS].sum().astype(int).to_dict(),
            "temuan": found.count(name),
        }
        for name, books in own.items()
        if len(books) or name in found
    ]
    columns = [column.name for column in COUNTS]
    listed = pd.DataFrame(rows, columns=columns)
    total = {**listed[columns[1:]].sum().astype(int).to_dict(), "label": "Jumlah"}
    listed = pd.concat([listed, pd.DataFrame([total])], ignore_index=True)
    heading = E.h2("Jumlah baris dan temuan", id="jumlah")
    return [heading, table(listed, COUNTS, ROWS_OF_SOURCES, of="semua sumber")]


def _missing(month: MonthData) -> list[HtmlElement]:
    unread = {finding.sumber for finding in month.temuan if finding.menghentikan or finding.menahan}
    present = {*month.tables, *unread}
    missing = [
        source for source in SOURCES.values() if source.name not in present and not source.extra
    ]
    if not missing:
        return [E.p("Semua sumber sudah dipasok.")]
    items = [E.li(f"{source.label}: ", E.code(source.pattern)) for source in missing]
    return [E.h2("Yang belum dipasok", id="belum-dipasok"), E.ul(*items)]


def _left_out(month: MonthData) -> list[HtmlElement]:
    """List what was not taken, of the sources of which something was not."""
    parts = []
    for source in SOURCES.values():
        rules, rejected = (
            book[book["sumber"] == source.name] for book in (month.dikecualikan, month.ditolak)
        )
        if len(rules) or len(rejected):
            heading = E.h3(source.label, id=source.name)
            parts += [heading, *_rules(rules, source), *_rejected(rejected, source)]
    if not parts:
        return [E.p("Tidak ada baris yang dikecualikan atau ditolak.", CLASS("redup"))]
    return [E.h2("Baris yang tidak diambil", id="tidak-diambil"), *parts]


def _files(month: MonthData) -> list[HtmlElement]:
    if month.berkas.empty:
        return []
    return [
        E.h2("Berkas", id="berkas"),
        table(month.berkas, FILES, ROWS_OF_FILES, of="semua sumber"),
    ]


def _rules(rules: pd.DataFrame, source: Source) -> list[HtmlElement]:
    if rules.empty:
        return []
    return [table(rules, RULES, "Baris yang dikecualikan, menurut aturannya", of=source.label)]


def _rejected(rejected: pd.DataFrame, source: Source) -> list[HtmlElement]:
    if rejected.empty:
        return []
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
