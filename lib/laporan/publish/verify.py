"""``laporan verify``: an issue against its digests, and against the inputs that it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import JEJAK
from laporan.dasar.project import Project
from laporan.publish.again import Held, Maker, hold, make_again
from laporan.publish.issues import FEED, INDEX, PAGE, Archive, Version, read_archive
from laporan.publish.read_jejak import Trace, parse_trace
from laporan.publish.sums import FILE as SUMS
from laporan.publish.sums import format_sums, parse_sums
from laporan.render.engines import is_installed
from laporan.render.formats import UNPUBLISHED
from laporan.render.jejak import code_version, libraries, list_inputs, list_published
from laporan.store.freshness import needed_months

_SHOWN = 3


@dataclass(frozen=True)
class Verification:
    """What came of checking an issue.

    Attributes
    ----------
    name
        What was checked.
    matched
        How many files are as they must be, inputs among them.
    wrong
        What is not as it must be.
    unchecked
        What could not be checked, because it is not here.
    remarks
        What is worth knowing and speaks against nothing.
    """

    name: str
    matched: int
    wrong: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Tell it in a few lines."""
        state = f"{angka(len(self.wrong))} hal TIDAK COCOK" if self.wrong else "cocok"
        lines = [f"{self.name}: {state}; {angka(self.matched)} berkas sesuai sidiknya."]
        lines += [f"  salah: {text}" for text in self.wrong]
        lines += [f"  tidak diperiksa: {text}" for text in self.unchecked]
        lines += [f"  catatan: {text}" for text in self.remarks]
        return "\n".join(lines)


@dataclass(frozen=True)
class _Inputs:
    """What came of comparing inputs."""

    matched: int = 0
    wrong: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()


def verify(folder: Path, project: Project, make: Maker | None = None) -> list[Verification]:
    """Check an issue, or a site with every issue in it.

    Parameters
    ----------
    folder
        A folder with ``jejak.json``, or one with ``indeks.json``.
    project
        Where the raw exports may lie.
    make
        What makes a month again; :func:`make_again` if None.

    Raises
    ------
    LaporanError
        If the folder is neither, or can't be read.
    """
    try:
        if (folder / INDEX).is_file():
            return _verify_site(folder, project, make or make_again)
        return [verify_issue(folder, project, make=make or make_again)]
    except OSError as error:
        raise LaporanError(
            f"{error.filename} tidak dapat dibaca: {error.strerror}. Periksa izinnya."
        ) from error


def verify_issue(
    folder: Path, project: Project, *, inputs: bool = True, make: Maker | None = None
) -> Verification:
    """Check an issue's files against their digests, and its inputs against those recorded.

    Where exports, code and libraries are those of then, it is made again, too.

    Parameters
    ----------
    inputs
        False for a version that was replaced: its inputs have been corrected since.
    make
        What makes it again; nothing does if None.

    Raises
    ------
    LaporanError
        If it has no ``jejak.json``, or a damaged one.
    """
    path = folder / JEJAK
    if not path.is_file():
        raise LaporanError(
            f"{folder} bukan terbitan: {JEJAK} tidak ada di situ. Sebutlah folder terbitan, "
            "misalnya _output/2023-07 atau _situs/2023-07/v1, atau folder situs."
        )
    trace = parse_trace(path.read_bytes(), path)
    wanted, wrong = _wanted(folder, trace)
    differing = list(_differing(folder, wanted))
    found = _compare_inputs(trace, project) if inputs else _Inputs()
    result = Verification(
        f"{trace.bulan.label} ({folder})",
        len(wanted) - len(differing) + found.matched,
        (*wrong, *differing, *found.wrong),
        found.unchecked,
    )
    if not inputs or make is None:
        return result
    reason = _not_again(trace, result)
    if reason:
        return replace(result, remarks=(f"tidak dibuat ulang: {reason}",))
    held = _hold(folder, trace, make, project)
    return replace(
        result,
        wrong=(*result.wrong, *map(str, held.differences), *held.unstable),
        remarks=(f"dibuat ulang dari ekspor mentahnya oleh {held.engine}",),
    )


def _not_again(trace: Trace, result: Verification) -> str:
    """Say why a month can't be made again as it was made then; nothing if it can."""
    now, then = libraries(), trace.libraries
    if result.unchecked:
        return "ekspor mentahnya tidak ada di sini"
    if result.wrong:
        return "berkas atau masukannya tidak cocok lagi"
    if trace.code["sha256"] != code_version()["sha256"]:
        return "terbitan ini disusun dengan kode yang lain dari kode yang terpasang di sini"
    other = [name for name in sorted({*now, *then}) if now.get(name) != then.get(name)]
    if other:
        told = (f"{name} {then.get(name, '(tidak ada)')}" for name in other[:_SHOWN])
        more = f", … ({angka(len(other))} pustaka)" if len(other) > _SHOWN else ""
        return f"terbitan ini disusun dengan pustaka yang lain: {', '.join(told)}{more}"
    if not is_installed(trace.engine, trace.parts):
        return f"penyusunnya, {trace.penyusun}, tidak ada di sini"
    return ""


def _hold(folder: Path, trace: Trace, make: Maker, project: Project) -> Held:
    names = [file.name for file in trace.outputs if file.name not in UNPUBLISHED] + [JEJAK]
    found = {name: (folder / name).read_bytes() for name in names}
    return hold(found, make(project, trace, found))


def damaged_files(site: Path, versions: Iterable[Version]) -> list[str]:
    """List what is no longer as it was published; all of it is read."""
    found: list[str] = []
    for version in versions:
        if (site / version.folder).is_dir():
            wanted = {file.name: file.sha256 for file in version.files}
            texts = [*_differing(site / version.folder, wanted), *_wrong_sums(site, version)]
            found += [f"{version.folder}/{text}" for text in texts]
        else:
            found.append(_gone(version))
    return found


def misfit_files(site: Path, archive: Archive) -> list[str]:
    """List what is missing or has another size than when it was published; nothing is read."""
    found: list[str] = []
    for version in archive.versions:
        folder = site / version.folder
        if not folder.is_dir():
            found.append(_gone(version))
            continue
        for file in version.files:
            if not (folder / file.name).is_file():
                found.append(f"{version.folder}/{file.name} tidak ada")
            elif (folder / file.name).stat().st_size != file.size:
                found.append(f"{version.folder}/{file.name} berubah sejak dibuat")
    return found


def _gone(version: Version) -> str:
    return f"{version.folder} tidak ada: {version.bulan.label} versi {version.nomor} hilang"


def _verify_site(site: Path, project: Project, make: Maker) -> list[Verification]:
    archive = read_archive(site)
    pages = [PAGE, FEED, *(f"{bulan}/{PAGE}" for bulan in archive.months)]
    there = [version for version in archive.versions if (site / version.folder).is_dir()]
    pages += [f"{version.folder}/{PAGE}" for version in there]
    wrong = [f"{name} tidak ada" for name in pages if not (site / name).is_file()]
    known = {version.folder for version in archive.versions}
    folders = {path.parent.relative_to(site).as_posix() for path in site.glob(f"*/*/{JEJAK}")}
    wrong += [f"{name} tidak tercatat di {INDEX}" for name in sorted(folders - known)]
    wrong += damaged_files(site, archive.versions)
    whole = Verification(f"Situs ({site})", len(pages), tuple(wrong))
    issues = (
        verify_issue(
            site / version.folder,
            project,
            inputs=version == archive.latest(version.bulan),
            make=make,
        )
        for version in archive.versions
        if (site / version.folder / JEJAK).is_file()  # else it is told above
    )
    return [whole, *issues]


def _wrong_sums(site: Path, version: Version) -> Iterator[str]:
    path = site / version.folder / SUMS
    if not path.is_file():
        yield f"{SUMS} tidak ada"
    elif path.read_bytes() != format_sums(version.files):
        yield f"{SUMS} tidak sama dengan yang tercatat di {INDEX}"


def _wanted(folder: Path, trace: Trace) -> tuple[Mapping[str, str], list[str]]:
    """Give the digest of each file, and where the two lists of them contradict each other."""
    made = {file.name: file.sha256 for file in trace.outputs if file.name not in UNPUBLISHED}
    if not (folder / SUMS).is_file():
        return made, []
    sums = parse_sums((folder / SUMS).read_bytes())
    contradicting = [name for name, digest in made.items() if sums.get(name) != digest]
    return {**made, **sums}, [
        f"{SUMS} dan {JEJAK} berselisih tentang {name}" for name in contradicting
    ]


def _differing(folder: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    for name, digest in wanted.items():
        if not (folder / name).is_file():
            yield f"{name} tidak ada"
        elif _digest(folder / name) != digest:
            yield f"{name} berubah sejak dibuat"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _compare_inputs(trace: Trace, project: Project) -> _Inputs:
    recorded = {file.name: file.sha256 for file in trace.inputs}
    if not project.raw(trace.bulan).is_dir():
        return _Inputs(
            unchecked=(_no_folder(f"{angka(len(recorded))} masukan", project.raw(trace.bulan)),)
        )
    absent = [month for month in trace.months if not project.raw(month).is_dir()]
    present = {*needed_months(project, trace.bulan), *trace.months} - {*absent}
    listed = (*list_inputs(project, sorted(present)), *list_published(project, trace.bulan))
    now = {item["berkas"]: item["sha256"] for item in listed}
    gone = tuple(f"raw/{month}/" for month in absent)
    here = {name: digest for name, digest in recorded.items() if not name.startswith(gone)}
    wrong = [
        f"masukan {name} " + ("berubah" if name in now else "tidak ada lagi")
        for name, digest in here.items()
        if now.get(name) != digest
    ]
    added = [f"masukan {name} tidak dipakai terbitan ini" for name in now if name not in recorded]
    unchecked = tuple(_no_folder(f"masukan {m.label}", project.raw(m)) for m in absent)
    return _Inputs(len(here) - len(wrong), (*wrong, *added), unchecked)


def _no_folder(what: str, folder: Path) -> str:
    return f"{what}, sebab folder {folder} tidak ada"
