"""A folder of downloads, sorted into a month's folder by what is in them: ``laporan collect``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.inert import shorten, visible
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.dasar.settings import Settings, load_settings
from laporan.read.declaration import Source, Tipe
from laporan.read.folder import CATATAN, OF_SYSTEMS, find_files
from laporan.read.reader import read_source
from laporan.read.recognition import Candidate, candidates, file_name, free_name, surely
from laporan.read.sources import SOURCES
from laporan.read.workbook_zip import SIGNATURE
from laporan.store.freshness import digest

UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".tmp")
# What an archive may unpack to: a month's exports are a few megabytes.
MOST_UNPACKED = 1 << 30
# So many months around are looked at, to say of which a file is.
YEAR = 12
_LONGEST = 300
_DATES = (Tipe.TANGGAL, Tipe.WAKTU)


@dataclass(frozen=True)
class _File:
    """A file to look at, and what it is called where it was found."""

    path: Path
    name: str


def collect(project: Project, bulan: Bulan, folder: Path) -> str:
    """Copy each file that is of the month to its place, and say what each is.

    Nothing is overwritten, and what lies there already is not copied again.

    Parameters
    ----------
    folder
        Where the browser puts what is downloaded; only read.

    Raises
    ------
    LaporanError
        If there is no such folder, or the month's cannot be written.
    """
    if not folder.is_dir():
        raise LaporanError(f"Folder {folder} tidak ada. Sebutkan folder tempat unduhan disimpan.")
    target = project.raw(bulan)
    settings = load_settings(project.settings_file, bulan)
    with ExitStack() as stack:
        unpacked = stack.enter_context(scratch())
        try:
            target.mkdir(parents=True, exist_ok=True)
            there = {digest(path): path.name for path in target.iterdir() if path.is_file()}
            lines = [
                visible(f"{file.name}: {_place(file, target, bulan, settings, there)}")
                for file in _files(folder, unpacked)
            ]
        except OSError as error:
            raise LaporanError(
                f"Folder {target} tidak dapat ditulisi: {error.strerror}. Periksa izinnya dan sisa "
                "ruang penyimpanan."
            ) from error
    return "\n".join([*(lines or [f"Tidak ada berkas di {folder}."]), "", _missing(target, bulan)])


def _files(folder: Path, unpacked: Path) -> Iterator[_File]:
    for path in sorted(folder.iterdir(), key=lambda each: each.name.casefold()):
        hidden = path.name.startswith((".", "~")) or path.name.casefold() in OF_SYSTEMS
        if not path.is_file() or hidden:
            continue
        yield from _members(path, unpacked) if _is_archive(path) else [_File(path, path.name)]


def _is_archive(path: Path) -> bool:
    """Tell an archive from a workbook, which is one, too."""
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            return False
    try:
        with ZipFile(path) as archive:
            return "[Content_Types].xml" not in archive.namelist()
    except BadZipFile:
        return False


def _members(path: Path, unpacked: Path) -> Iterator[_File]:
    with ZipFile(path) as archive:
        infos = [
            info
            for info in archive.infolist()
            if not info.is_dir() and not Path(info.filename).name.startswith((".", "~"))
            and "__MACOSX" not in info.filename
        ]  # fmt: skip
        whole = sum(info.file_size for info in infos) <= MOST_UNPACKED
        for number, info in enumerate(infos if whole else ()):
            place = unpacked / f"{len([*unpacked.iterdir()])}-{number}"
            place.mkdir()
            inner = place / Path(info.filename).name
            try:
                inner.write_bytes(archive.read(info))
            except (BadZipFile, RuntimeError, NotImplementedError):
                inner.write_bytes(b"")  # told as empty: it is damaged, or locked by a password
            yield _File(inner, f"{path.name} › {info.filename}")
        if not whole:
            yield _File(path, path.name)


def _place(
    file: _File, target: Path, bulan: Bulan, settings: Settings, there: dict[str, str]
) -> str:
    """Put a file to its place if it is of the month, and say what it is."""
    if file.path.suffix.casefold() in UNFINISHED:
        return "belum selesai diunduh; tunggu, lalu ulangi."
    if known := there.get(digest(file.path)):
        return f"sudah ada sebagai {known}."
    if file.path.name == CATATAN:
        if (target / CATATAN).exists():
            return f"{CATATAN} lain sudah ada."
        return _copy(file.path, target, CATATAN, there)
    try:
        found = candidates(file.path, settings)
    except LaporanError as error:
        return f"tidak dikenali: {error}"
    source = surely(found)
    if source is None:
        return _unclear(found)
    try:
        counted = _counted(file.path, source, bulan, settings)
    except LaporanError as error:
        return f"{source.label}, tetapi tidak dapat dipakai: {shorten(str(error), _LONGEST)}"
    if counted.month != bulan:
        month = counted.month.label if counted.month else "bulan lain"
        here = f"; {angka(counted.here)} di antaranya {bulan.label}" if counted.here else ""
        return f"{source.label}, {month}, {angka(counted.rows)} baris{here}; tidak disalin."
    rows = f"{angka(counted.here)} dari {angka(counted.rows)} baris"
    when = bulan.label if _is_dated(source) else f"tanpa tanggal, dianggap {bulan.label}"
    name = free_name(source, file.path, target)
    return f"{source.label}, {when}, {rows}; {_copy(file.path, target, name, there)}"


def _is_dated(source: Source) -> bool:
    """Whether its rows tell of which month they are; of pages the exporter tells the period."""
    return any(kolom.tipe in _DATES for kolom in source.table) or not source.workbook


def _copy(path: Path, target: Path, name: str, there: dict[str, str]) -> str:
    """Copy a file under a name that is free, and say so."""
    with (target / name).open("xb") as copy:
        copy.write(path.read_bytes())
    there[digest(path)] = name
    return f"disalin sebagai {name}."


def _unclear(found: list[Candidate]) -> str:
    if not found:
        return "bukan ekspor yang dikenal; tidak disalin."
    likely = []
    for each in found[:2]:
        kind = "buku kerja (.xlsx)" if each.source.workbook else "CSV"
        lacks = [f"tanpa kolom {daftar(each.missing)}"] if each.missing else []
        lacks += [] if each.fits else [f"seharusnya {kind}"]
        likely.append(f"{each.source.label}" + (f" ({'; '.join(lacks)})" if lacks else ""))
    return f"tidak jelas, paling mirip {' atau '.join(likely)}; tidak disalin."


@dataclass(frozen=True)
class _Counted:
    """The rows of a file, those of the month asked for, and the month that most are of."""

    rows: int
    here: int
    month: Bulan | None


def _counted(path: Path, source: Source, bulan: Bulan, settings: Settings) -> _Counted:
    """Clean a file by itself, as the month's, and as those around it if most is not of it.

    Raises
    ------
    LaporanError
        If it can't be read, or can be of none of these months.
    """
    with scratch() as folder:
        (folder / file_name(source, 1, path.suffix.casefold())).write_bytes(path.read_bytes())
        tables = read_source(folder, source.name, settings)
    rows, taken, refused = 0, dict[Bulan, int](), list[LaporanError]()
    for month in (bulan, *(bulan.shift(by) for by in (*range(-1, -YEAR - 1, -1), 1))):
        try:
            book = cleaner(source.name)(tables, month, settings).berkas
        except LaporanError as error:
            refused.append(error)
            continue
        rows, taken[month] = int(book["baris"].sum()), int(book["diambil"].sum())
        # A month's export reaches into the next one by some hours; most is of one month.
        if 2 * taken[month] > rows or not rows:
            return _Counted(rows, taken.get(bulan, 0), month)
    if not any(taken.values()) and refused:
        raise refused[0]
    most = max(taken, key=lambda each: taken[each])
    return _Counted(rows, taken.get(bulan, 0), most if taken[most] else None)


def _missing(target: Path, bulan: Bulan) -> str:
    absent = [
        f"{source.label} ({source.pattern})"
        for source in SOURCES.values()
        if not source.extra and not find_files(target, source)
    ]
    if not absent:
        return f"Semua sumber {bulan.label} ada. Berikutnya: laporan check {bulan}."
    return f"Belum ada untuk {bulan.label}: {daftar(absent)}."
