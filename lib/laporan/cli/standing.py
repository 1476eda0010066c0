"""Where each month stands: what it has, what is out of date and why: ``laporan status``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from laporan.cli.as_needed import check_basis
from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS, Jenis
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar, tanggal
from laporan.dasar.made_files import JEJAK, MUTU
from laporan.dasar.project import Project
from laporan.publish.issues import Archive, read_archive
from laporan.publish.read_jejak import Trace, parse_trace
from laporan.publish.verify import verify_issue
from laporan.read.folder import CATATAN, correction_files, find_files, unknown_files
from laporan.read.sources import SOURCES
from laporan.render.jejak import code_version, libraries
from laporan.store.freshness import stale_groups
from laporan.store.unchanged import Records

# As many reasons are told; the rest is counted.
_REASONS = 4
# Further lines of the same thing stand below the first one.
_BELOW = "\n" + " " * 13


def tell_standing(project: Project, site: Path) -> str:
    """Say of all months what each has, the newest first.

    Raises
    ------
    LaporanError
        If there is no month at all.
    """
    archive = read_archive(site)
    raw = {Bulan.parse(path.name) for path in (project.data / "raw").glob("20??-??")}
    made = {Bulan.parse(path.name) for path in project.out.glob("20??-??")}
    months = sorted({*raw, *made, *archive.months}, reverse=True)
    if not months:
        raise LaporanError(
            f"Belum ada bulan di {project.data / 'raw'}. Buat folder seperti 2023-08 di situ dan "
            "taruh ekspor mentahnya."
        )
    records = Records(project)
    return "\n\n".join(_month(project, month, archive, records) for month in months)


def _month(project: Project, month: Bulan, archive: Archive, records: Records) -> str:
    lines = {
        "mentah": _raw(project, month),
        "bersih": _clean(project, month),
        "diperiksa": _checked(project, month, records),
        "disusun": _rendered(project, month),
        "edisi": _editions(project, month),
        "terbit": _published(project, month, archive),
    }
    told = "\n".join(f"  {name:10} {text}" for name, text in lines.items())
    return f"{month}  {month.label}\n{told}"


def _raw(project: Project, month: Bulan) -> str:
    folder = project.raw(month)
    if not folder.is_dir():
        return "tidak ada"
    there = {name: find_files(folder, source) for name, source in SOURCES.items()}
    count = sum(map(len, there.values())) + (folder / CATATAN).is_file()
    count += len(correction_files(folder))
    absent = [SOURCES[name].label for name, files in there.items() if not files]
    unknown = unknown_files(folder)
    told = [f"{angka(count)} berkas"]
    told += [f"tidak ada: {daftar(absent)}"] if absent else []
    told += [f"tidak dikenal: {daftar(unknown)}"] if unknown else []
    return "; ".join(told)


def _clean(project: Project, month: Bulan) -> str:
    if not project.raw(month).is_dir():
        return "–"
    stale = stale_groups(project, month)
    if not stale:
        return "mutakhir"
    return f"perlu dibersihkan lagi: {daftar(stale)}"


def _checked(project: Project, month: Bulan, records: Records) -> str:
    if not (project.output(month) / MUTU).is_file():
        return f"belum (laporan check {month})"
    if records.recall(f"{month}.check", check_basis(project, records, month)):
        return "mutakhir"
    if (project.output(month) / JEJAK).is_file():
        return "bersama penyusunannya"
    return f"usang (laporan check {month})"


def _rendered(project: Project, month: Bulan) -> str:
    path = project.output(month) / JEJAK
    if not path.is_file():
        return f"belum (laporan render {month})"
    trace = parse_trace(path.read_bytes(), path)
    return f"{_when(trace)} oleh {trace.engine}; {_state(project, path.parent, trace)}"


def _editions(project: Project, month: Bulan) -> str:
    """Give a line a kind that is made, or say how they are made."""
    told = [line for jenis in JENIS.values() if (line := _kind(project, month, jenis))]
    return _BELOW.join(told) or f"belum (laporan render {month} --edisi {'|'.join(JENIS)})"


def _kind(project: Project, month: Bulan, jenis: Jenis) -> str:
    path = project.editions(month, jenis.nama) / JEJAK
    if not path.is_file():
        return ""
    trace = parse_trace(path.read_bytes(), path)
    papers = sum(file.name.endswith(".pdf") for file in trace.outputs)
    state = _state(project, path.parent, trace)
    return f"{jenis.nama}: {angka(papers)} edisi, {_when(trace)}; {state}"


def _when(trace: Trace) -> str:
    return f"{tanggal(trace.waktu.date())} {trace.waktu:%H.%M}"


def _state(project: Project, folder: Path, trace: Trace) -> str:
    reasons = [*_stale(project, folder, trace)]
    return f"usang: {_some(reasons)}" if reasons else "mutakhir"


def _stale(project: Project, folder: Path, trace: Trace) -> Iterator[str]:
    """Say why a report, or a kind of editions, is no longer what would be made now."""
    result = verify_issue(folder, project)
    yield from result.wrong
    yield from result.unchecked
    if trace.code["sha256"] != code_version()["sha256"]:
        yield "kode, notebook, atau tampilan berubah"
    now = libraries()
    changed = [
        f"{name} {found} menjadi {now.get(name, 'tidak ada')}"
        for name, found in trace.libraries.items()
        if now.get(name) != found
    ]
    if changed:
        yield f"pustaka berubah ({_some(changed)})"


def _published(project: Project, month: Bulan, archive: Archive) -> str:
    version = archive.latest(month)
    if version is None:
        return "belum"
    told = f"versi {version.nomor}, {tanggal(version.terbit.date())}"
    path = project.output(month) / JEJAK
    if not path.is_file():
        return told
    made = {file.name: file.sha256 for file in parse_trace(path.read_bytes(), path).outputs}
    for jenis in JENIS.values():
        path = project.editions(month, jenis.nama) / JEJAK
        if path.is_file():
            of_kind = parse_trace(path.read_bytes(), path).outputs
            made |= {f"{jenis.folder}/{file.name}": file.sha256 for file in of_kind}
    out = {file.name: file.sha256 for file in version.files}
    same = all(out.get(name) == digest for name, digest in made.items())
    return f"{told}; {'sama dengan' if same else 'lain dari'} yang disusun"


def _some(texts: list[str]) -> str:
    more = len(texts) - _REASONS
    return "; ".join([*texts[:_REASONS], *([f"dan {angka(more)} lagi"] if more > 0 else [])])
