"""The page of an issue: what it is, what was corrected, its files, and how to check them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.dasar.made_files import JEJAK, MUTU, UKURAN
from laporan.publish.by_corrections import corrections_section
from laporan.publish.changes import Change, label_of
from laporan.publish.issue_cards import cards
from laporan.publish.issues import CHANGES, PAGE, Archive, Version
from laporan.publish.published_editions import kinds_of
from laporan.publish.sharing import open_graph, shared_section
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
from laporan.publish.sums import FileSum
from laporan.render.formats import FORMATS

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
    place = f"{version.folder}/"
    return _page(archive, version, trail, place, root="../../", files="", versions="../")


def month_page(archive: Archive, bulan: Bulan) -> bytes:
    """Make the page at a month's address; it shows the version that holds now."""
    version = archive.of(bulan)[-1]
    trail = [("Arsip", f"../{PAGE}")]
    files = f"v{version.nomor}/"
    beside = _beside(archive, bulan)
    return _page(archive, version, trail, f"{bulan}/", beside, root="../", files=files, versions="")


def _page(
    archive: Archive, version: Version, trail: list[tuple[str, str]], place: str,
    beside: Iterable[HtmlElement] = (), *, root: str, files: str, versions: str,
) -> bytes:  # fmt: skip
    subtitle = f"{version.bulan.label} · versi {version.nomor}, terbit {moment(version.terbit)}"
    parts = [
        *_notices(archive, version, versions),
        _reading(version, files),
        cards(version),
        *_editions(version, files),
        *_corrections(archive, version, files, versions),
        *corrections_section(version),
        *shared_section(version, files),
        _versions(archive, version, versions),
        _provenance(version, files),
        _files(version, files),
        *beside,
    ]
    head = open_graph(version, archive.alamat, place)
    return page(TITLE, subtitle, trail, parts, root=root, head=head)


def _beside(archive: Archive, bulan: Bulan) -> Iterator[HtmlElement]:
    """Lead to the issues before and after a month's.

    Only its own page does: what a version's page says of other months would not last.
    """
    before, after = archive.beside(bulan)
    links = [
        E.a(*words, href=f"../{month}/{PAGE}", rel=rel)
        for month, rel, words in (
            (before, "prev", ("← ", before.label if before else "")),
            (after, "next", (after.label if after else "", " →")),
        )
        if month
    ]
    if links:
        yield E.nav(*links, CLASS("sebelah"), {"aria-label": "Laporan bulan lain"})


def _notices(archive: Archive, version: Version, versions: str) -> Iterator[HtmlElement]:
    """Say at the top that a version corrects another, and that it was corrected itself."""
    before, after = archive.before(version), archive.after(version)
    if after:
        yield _notice(
            after,
            f"Versi {version.nomor} ini sudah diganti oleh ",
            E.a(f"versi {after.nomor}", href=f"{versions}v{after.nomor}/{PAGE}"),
            f", yang terbit {indonesian.tanggal(after.terbit.date())}. Pakailah ",
            E.a("versi yang berlaku", href=f"{versions}{PAGE}"),
            ". Berkas di sini tetap sebagaimana terbit, agar dapat dirujuk.",
        )
    if before:
        count = indonesian.angka(version.jumlah_ralat)
        corrected = [" dan meralat ", E.a(f"{count} angka", href=f"#{_anchor(version)}")]
        yield _notice(
            version,
            f"Versi {version.nomor} menggantikan ",
            E.a(f"versi {before.nomor}", href=f"{versions}v{before.nomor}/{PAGE}"),
            *(corrected if version.jumlah_ralat else ["; angka laporannya sama"]),
            f". Alasan: {inert(version.alasan)}",
        )
    if version.tanpa_bukti_bita:
        yield E.div(
            E.p(
                E.strong("Tanpa bukti bita. "),
                f"Versi ini disusun oleh {inert(version.trace.penyusun)}, yang tidak ada di mesin "
                "yang menerbitkannya. Karena itu berkasnya dibandingkan menurut teks, tanda, dan "
                "gambarnya dengan yang dibuat ulang oleh penyusun lain, tidak bita demi bita.",
            ),
            CLASS("ralat"),
        )
    yield from notice_of_sample(version)


def _notice(newer: Version, *parts: Part) -> HtmlElement:
    """Tell of a version that replaces another; only one that corrects figures is a RALAT."""
    if not newer.jumlah_ralat:
        return E.div(E.p(E.strong("Versi baru. "), *parts), CLASS("catatan"))
    return E.div(E.p(E.strong("RALAT. "), *parts), CLASS("ralat"))


def _anchor(version: Version) -> str:
    return f"ralat-v{version.nomor}"


def _reading(version: Version, files: str) -> HtmlElement:
    links = {"html": "Baca laporan", "pdf": "PDF", "slide": "Slide"}
    places = {FORMATS[kind].file: label for kind, label in links.items()}
    places |= {f"{j.folder}/{PAGE}": j.label for j in kinds_of(_names(version))}
    return E.p(
        *(E.a(label, CLASS("tombol"), href=files + place) for place, label in places.items()),
        CLASS("tombol-baris"),
    )


def _names(version: Version) -> set[str]:
    return {file.name for file in version.files}


def _editions(version: Version, files: str) -> Iterator[HtmlElement]:
    """Lead to the editions that were published with a version."""
    items = []
    for jenis in kinds_of(_names(version)):
        own = [file for file in version.files if file.name.startswith(f"{jenis.folder}/")]
        papers = sum(file.name.endswith(".pdf") for file in own)
        items.append(
            E.li(
                E.a(jenis.label, href=f"{files}{jenis.folder}/{PAGE}"),
                f": {indonesian.angka(papers)} edisi, masing-masing PDF dan HTML. Semuanya dalam ",
                *_archives(own, files),
                ".",
            )
        )
    if items:
        yield section(
            "Edisi", "edisi",
            E.p("Laporan dua halaman untuk satu pembaca masing-masing:"),
            E.ul(*items),
        )  # fmt: skip


def _archives(own: Iterable[FileSum], files: str) -> Iterator[Part]:
    for file in own:
        if file.name.endswith(".zip"):
            yield E.a(PurePosixPath(file.name).name, href=files + file.name)
            yield f" ({size(file.size)})"


def _corrections(
    archive: Archive, version: Version, files: str, versions: str
) -> Iterator[HtmlElement]:
    """Tell what this version corrected, and what the next one corrected in it."""
    for later in (version, archive.after(version)):
        if later is None or not later.jumlah_ralat:
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
    key = E.code(inert(figure.name))
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
        if file.name in LABELS
    ]
    return section(
        "Berkas", "berkas",
        table("Berkas terbitan ini; isinya tidak akan berubah.", head, rows, of="Berkas terbitan"),
        E.p("Semua sidik sebagai satu berkas: ", E.a(SUMS, href=files + SUMS), "."),
    )  # fmt: skip


def _versions(archive: Archive, version: Version, versions: str) -> HtmlElement:
    """List the versions up to the next one; those after it are no matter of this page."""
    last, label = archive.after(version) or version, version.bulan.label
    words = (("Versi", "pendek"), ("Terbit", "pendek"))
    head = [*words, ("Angka diralat", "nilai"), ("Alasan", "panjang")]
    rows: list[list[Part]] = [
        [
            E.a(f"versi {each.nomor}", href=f"{versions}v{each.nomor}/{PAGE}"),
            moment(each.terbit),
            indonesian.angka(each.jumlah_ralat),
            inert(each.alasan or "terbitan pertama"),
        ]
        for each in reversed(archive.of(version.bulan))
        if each.nomor <= last.nomor
    ]
    caption = f"Versi laporan {label} sampai dengan versi {last.nomor}; yang terbaru di atas."
    whole = E.p("Semua versi ada di ", E.a(f"laman {label}", href=f"{versions}{PAGE}"), ".")
    parts = [table(caption, head, rows, of=f"Versi {label}"), *([whole] if versions else [])]
    return section("Versi", "versi", *parts)


def _provenance(version: Version, files: str) -> HtmlElement:
    trace = version.trace
    code = f"laporan {trace.code['versi']}"
    if trace.code["commit"]:
        code += f", commit {trace.code['commit'][:12]}"
    figures = next(file for file in version.files if file.name == UKURAN)
    facts = {
        "Disusun": moment(trace.waktu),
        "Kode": f"{code} (SHA-256 {str(trace.code['sha256'])[:12]}…)",
        "Penyusun": trace.penyusun,
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
