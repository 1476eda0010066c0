"""The page of an issue: what it is, what was corrected, its files, and how to check them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.check.prepared import UKURAN
from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.publish.changes import Change, label_of, name_of
from laporan.publish.issues import CHANGES, PAGE, Archive, Version
from laporan.publish.key_figures import cards
from laporan.publish.site_page import (
    TITLE,
    Part,
    inert,
    moment,
    notice_of_sample,
    page,
    section,
    size,
    table,
)
from laporan.publish.sums import FILE as SUMS
from laporan.render.formats import FORMATS
from laporan.render.jejak import FILE as JEJAK
from laporan.render.results import MUTU

LABELS = {
    **{each.file: each.isi for each in FORMATS.values()},
    UKURAN: "Semua angka laporan, satu baris satu angka",
    CHANGES: "Angka yang diralat, lama dan baru",
    MUTU: "Mutu data: apa yang dibaca, diambil, ditolak, dan mengapa",
    JEJAK: "Asal-usul: masukan, kode, dan penyusun",
}


def version_page(archive: Archive, version: Version) -> bytes:
    """Make the page at a version's own, lasting address."""
    trail = [("Arsip", f"../../{PAGE}"), (version.bulan.label, f"../{PAGE}")]
    return _page(archive, version, trail, root="../../", files="", versions="../")


def month_page(archive: Archive, bulan: Bulan) -> bytes:
    """Make the page at a month's address; it shows the version that holds now."""
    version = archive.of(bulan)[-1]
    trail = [("Arsip", f"../{PAGE}")]
    return _page(archive, version, trail, root="../", files=f"v{version.nomor}/", versions="")


def _page(
    archive: Archive, version: Version, trail: list[tuple[str, str]],
    *, root: str, files: str, versions: str,
) -> bytes:  # fmt: skip
    subtitle = f"{version.bulan.label} · versi {version.nomor}, terbit {moment(version.terbit)}"
    parts = [
        *_notices(archive, version, versions),
        _reading(files),
        cards(version),
        *_corrections(archive, version, files, versions),
        _files(version, files),
        _versions(archive, version.bulan, versions),
        _provenance(version, files),
    ]
    return page(TITLE, subtitle, trail, parts, root=root)


def _notices(archive: Archive, version: Version, versions: str) -> Iterator[HtmlElement]:
    """Say at the top that a version corrects another, and that it was corrected itself."""
    latest, before = archive.of(version.bulan)[-1], archive.before(version)
    if latest != version:
        yield _ralat(
            f"Versi {version.nomor} ini sudah diganti. Pakailah ",
            E.a(f"versi {latest.nomor}", href=f"{versions}v{latest.nomor}/{PAGE}"),
            f", yang terbit {indonesian.tanggal(latest.terbit.date())}. Berkas di sini tetap "
            "sebagaimana terbit, agar dapat dirujuk.",
        )
    if before:
        count = indonesian.angka(len(archive.corrections(version)))
        yield _ralat(
            f"Versi {version.nomor} menggantikan ",
            E.a(f"versi {before.nomor}", href=f"{versions}v{before.nomor}/{PAGE}"),
            " dan meralat ",
            E.a(f"{count} angka", href=f"#{_anchor(version)}"),
            f". Alasan: {inert(version.alasan)}",
        )
    yield from notice_of_sample(version)


def _ralat(*parts: Part) -> HtmlElement:
    return E.div(E.p(E.strong("RALAT. "), *parts), CLASS("ralat"))


def _anchor(version: Version) -> str:
    return f"ralat-v{version.nomor}"


def _reading(files: str) -> HtmlElement:
    links = (("html", "Baca laporan"), ("pdf", "PDF"), ("slide", "Slide"))
    return E.p(
        *(E.a(label, CLASS("tombol"), href=files + FORMATS[kind].file) for kind, label in links),
        CLASS("tombol-baris"),
    )


def _corrections(
    archive: Archive, version: Version, files: str, versions: str
) -> Iterator[HtmlElement]:
    """Tell what this version corrected, and what later ones corrected in it."""
    for later in archive.of(version.bulan):
        if later.nomor < max(version.nomor, 2):
            continue
        changes = archive.corrections(later)
        before = later.nomor - 1
        folder = files if later == version else f"{versions}v{later.nomor}/"
        yield section(
            f"Ralat atas versi {before}, dalam versi {later.nomor}",
            _anchor(later),
            E.p(E.strong("Alasan: "), inert(later.alasan)),
            _changes(changes, before, later.nomor),
            E.p("Sebagai tabel data: ", E.a(CHANGES, href=folder + CHANGES), "."),
        )


def _changes(changes: Sequence[Change], before: int, after: int) -> HtmlElement:
    head = [("Angka", "nama-angka"), *((f"Versi {each}", "nilai") for each in (before, after))]
    caption = E.span(
        E.strong(f"{indonesian.angka(len(changes))} angka diralat."),
        f" Nilai di versi {before} dan di versi {after}.",
    )
    rows = [[_name(change), *change.texts()] for change in changes]
    return table(caption, head, rows, of=f"Angka yang diralat dalam versi {after}")


def _name(change: Change) -> HtmlElement:
    figure = change.figure
    remark = f", {Bulan.parse(figure.bulan).label}, {inert(figure.satuan)}"
    key = E.code(inert(name_of(figure)))
    return E.span(inert(label_of(figure)), E.br(), E.span(key, remark, CLASS("redup")))


def _files(version: Version, files: str) -> HtmlElement:
    head = [("Berkas", ""), ("Isi", "panjang"), ("Ukuran", "nilai"), ("SHA-256", "sidik")]
    rows: list[list[Part]] = [
        [
            E.a(file.name, href=files + file.name),
            LABELS[file.name],
            size(file.size),
            E.code(file.sha256),
        ]
        for file in version.files
    ]
    return section(
        "Berkas", "berkas",
        table("Berkas terbitan ini; isinya tidak akan berubah.", head, rows, of="Berkas terbitan"),
        E.p("Semua sidik sebagai satu berkas: ", E.a(SUMS, href=files + SUMS), "."),
    )  # fmt: skip


def _versions(archive: Archive, bulan: Bulan, versions: str) -> HtmlElement:
    words = (("Versi", "pendek"), ("Terbit", "pendek"))
    head = [*words, ("Angka diralat", "nilai"), ("Alasan", "panjang")]
    rows: list[list[Part]] = [
        [
            E.a(f"versi {version.nomor}", href=f"{versions}v{version.nomor}/{PAGE}"),
            moment(version.terbit),
            indonesian.angka(len(archive.corrections(version))),
            inert(version.alasan or "terbitan pertama"),
        ]
        for version in reversed(archive.of(bulan))
    ]
    caption = f"Semua versi laporan {bulan.label}; yang terbaru di atas."
    return section("Versi", "versi", table(caption, head, rows, of=f"Versi {bulan.label}"))


def _provenance(version: Version, files: str) -> HtmlElement:
    trace = version.trace
    code = f"laporan {trace.code['versi']}"
    if trace.code["commit"]:
        code += f", commit {trace.code['commit'][:12]}"
    figures = next(file for file in version.files if file.name == UKURAN)
    facts = {
        "Disusun": moment(trace.waktu),
        "Kode": f"{code} (SHA-256 {str(trace.code['sha256'])[:12]}…)",
        "Penyusun": trace.engine,
        "Masukan": f"{indonesian.angka(len(trace.inputs))} berkas, bulan "
        + indonesian.daftar(month.label for month in trace.months),
        "Kutiplah sebagai": f"{TITLE}, {version.bulan.label}, versi {version.nomor}, "
        f"{indonesian.tanggal(version.terbit.date())}. SHA-256 {UKURAN}: {figures.sha256[:16]}…",
    }
    pairs = [part for name, fact in facts.items() for part in (E.dt(name), E.dd(inert(fact)))]
    return section(
        "Asal-usul dan pemeriksaan", "asal-usul",
        E.dl(*pairs, CLASS("fakta")),
        E.p(
            "Rinciannya di ", E.a(JEJAK, href=files + JEJAK), ". Keutuhan berkas terbitan ini "
            "diperiksa dengan ", E.code("sha256sum -c SHA256SUMS"), " di foldernya; kecocokannya "
            "dengan masukan diperiksa dengan ", E.code("laporan verify FOLDER"), ".",
        ),
    )  # fmt: skip
