"""The file of corrections: its form, and what can be said of a line without the exports.

It is not read as lists kept beside the months are (`laporan.read.kept_list`). Of those, a row at
fault refuses the list; here each line is a finding of its own, so that one mistake doesn't hide the
others. Nor may a cell be filled down, or a column that nobody knows be passed over: what is
corrected would be another cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from laporan.clean.dates import read_date
from laporan.clean.koreksi.meant import meant
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import daftar, tanggal
from laporan.dasar.inert import shorten
from laporan.dasar.temuan import Temuan
from laporan.read.encoding import to_utf8
from laporan.read.folder import KOREKSI, cannot_open, correction_files, find_files
from laporan.read.header import LONGEST_SHOWN, fold, tidy, trim
from laporan.read.kept_list import QUOTED
from laporan.read.records import SEPARATORS, long_cells, read_rows
from laporan.read.sheets import Sheet
from laporan.read.sources import SOURCES
from laporan.read.struck import ABU_ABU, DICORET
from laporan.read.workbook import is_workbook, read_sheets

COLUMNS = ("sumber", "kunci", "kolom", "lama", "baru", "alasan", "oleh", "tanggal")
# What stands for the whole row, which is taken out.
SELURUH_BARIS = "*"
# The check, and the rule by which rows are taken out.
PEMERIKSAAN = "koreksi"
# Looks that leave in doubt whether a line holds: what they are, and what makes it hold.
_TERSEMBUNYI = "baris tersembunyi"
_DOUBTFUL = {
    DICORET: ("dicoret", "hilangkan coretannya"),
    ABU_ABU: ("berhuruf abu-abu", "hitamkan hurufnya"),
    _TERSEMBUNYI: ("tersembunyi", "tampilkan"),
}
_FORM = f"judulnya {','.join(COLUMNS)}, masing-masing sekali"

Cells = Sequence[str]
Line = tuple[int, Cells]


@dataclass(frozen=True)
class Koreksi:
    """A line of the file of corrections.

    Attributes
    ----------
    berkas, baris
        The file of corrections, and the line's number in it.
    sumber, kunci, kolom
        What is corrected; the column ``*`` is the whole row.
    lama, baru
        What stands there, and what should; empty for a cell of nothing.
    alasan, tanggal
        Why, and since when. Who says so stays in the file.
    """

    berkas: str
    baris: int
    sumber: str
    kunci: str
    kolom: str
    lama: str
    baru: str
    alasan: str
    tanggal: date

    def finding(self, kolom: str, pesan: str, *, menghentikan: bool = True) -> Temuan:
        """Tell of this line; ``kolom`` is a column of the file of corrections."""
        return Temuan(
            PEMERIKSAAN, pesan, menghentikan, self.sumber, self.berkas, kolom, (self.baris,), 1
        )


@dataclass(frozen=True)
class Written:
    """What a month's file of corrections says, and what is wrong with it by itself."""

    koreksi: tuple[Koreksi, ...] = ()
    temuan: tuple[Temuan, ...] = ()

    def of(self, sumber: str) -> tuple[Koreksi, ...]:
        """Give the corrections of a source."""
        return tuple(each for each in self.koreksi if each.sumber == sumber)


def read_corrections(folder: Path) -> Written:
    """Read the corrections of a month's folder.

    Nothing is raised for what the file says: each wrong line is a finding that blocks.
    """
    found: list[Koreksi | Temuan] = []
    try:
        for berkas, baris, cells in written_lines(folder):
            found += _read_line(folder, berkas, baris, cells)
    except LaporanError as error:
        path = next(iter(correction_files(folder)), folder / KOREKSI)
        found = [Temuan(PEMERIKSAAN, str(error), menghentikan=True, berkas=path.name)]
    return Written(
        tuple(each for each in found if isinstance(each, Koreksi)),
        tuple(each for each in found if isinstance(each, Temuan)),
    )


def written_lines(folder: Path) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """Give the lines as they are written: file, number, and cells by column.

    Raises
    ------
    LaporanError
        If there are two files of them, or one has not the form of one.
    """
    files = correction_files(folder)
    if len(files) > 1:
        raise LaporanError(
            f"{daftar(path.name for path in files)} sama-sama memuat koreksi, padahal hanya satu "
            f"berkas yang dibaca. Gabungkan barisnya ke dalam {KOREKSI} dan hapus yang lain."
        )
    for path in files:
        try:
            lines = _lines_of(path)
        except OSError as error:
            raise cannot_open(path, error) from error
        names = _heads(path.name, lines)
        for baris, cells in lines[1:]:
            if len(trim(cells)) > len(names):
                raise LaporanError(
                    f"{path.name}, baris {baris}: ada {len(trim(cells))} sel, padahal judulnya "
                    f"{len(names)}. {QUOTED}"
                )
            padded = [*cells, *[""] * len(names)]
            yield path.name, baris, {name: padded[at] for at, name in enumerate(names)}


def _lines_of(path: Path) -> list[Line]:
    """Read the lines that hold something, those of a workbook's only list or of a text."""
    raw = path.read_bytes()
    if path.suffix.casefold() != ".csv" or is_workbook(raw):
        return _lines_of_book(path)
    content = to_utf8(raw, path.name)
    with long_cells():
        rows = read_rows(content, _separator(content.decode()), path.name, QUOTED)
        return _filled((row.baris, row.cells) for row in rows)


def _lines_of_book(path: Path) -> list[Line]:
    """Read a workbook's only list; what is hidden or crossed out may hold or not."""
    filled = [sheet for sheet in read_sheets(path) if any(map(any, sheet.grid))]
    lists = [sheet for sheet in filled if _is_head(sheet.grid)]
    lists = lists or [sheet for sheet in filled if sheet.visible][:1]
    if len(lists) > 1:
        raise LaporanError(
            f"{path.name}: lembar {daftar(repr(sheet.name) for sheet in lists)} sama-sama "
            "memuat koreksi. Gabungkan ke dalam satu lembar, dan hapus yang lain."
        )
    for sheet in lists:
        if not sheet.visible:
            raise LaporanError(
                f"{path.name}: lembar {sheet.name!r} yang memuat koreksi tersembunyi. Tampilkan "
                "lembar itu bila berlaku, atau hapus."
            )
        doubtful = _doubtful_lines(sheet)
        for how, (looks, remedy) in _DOUBTFUL.items():
            if crossed := [str(baris) for baris, each in doubtful.items() if each == how]:
                raise LaporanError(
                    f"{path.name}, baris {daftar(crossed)}: {looks}, sehingga tidak jelas "
                    f"berlaku atau tidak. Hapus barisnya, atau {remedy}."
                )
    return [line for sheet in lists for line in _filled(enumerate(sheet.grid, 1))]


def _doubtful_lines(sheet: Sheet) -> Mapping[int, str]:
    """Give the lines that may not hold by their looks; headings are grey for beauty."""
    filled = [baris for baris, _ in _filled(enumerate(sheet.grid, 1))]
    looks = {**dict.fromkeys(sheet.tersembunyi, _TERSEMBUNYI), **sheet.dicoret}
    return {
        baris: looks[baris]
        for baris in filled
        if baris in looks and (baris != filled[0] or looks[baris] == DICORET)
    }


def _separator(text: str) -> str:
    """Take the separator that shows the most headings; without any, as if it were a comma."""
    heads = (line for line in text.splitlines() if line.strip() and not _names_separator(line))
    head = next(heads, "")
    return max(SEPARATORS, key=lambda mark: len(_known(head.replace('"', "").split(mark))))


def _names_separator(cell: str) -> bool:
    """Tell whether it is what a spreadsheet reads, and no line of the file."""
    return cell.casefold().startswith("sep=")


def _filled(lines: Iterator[Line]) -> list[Line]:
    """Leave out blank lines, and that by which a spreadsheet names its separator."""
    told = [(baris, cells) for baris, cells in lines if any(map(str.strip, cells))]
    return told[1:] if told and _names_separator(told[0][1][0]) else told


def _is_head(grid: Sequence[Cells]) -> bool:
    return bool(_known(next((row for row in grid if any(row)), ())))


def _known(cells: Cells) -> set[str]:
    return {*map(fold, cells)} & {*COLUMNS}


def _heads(berkas: str, lines: Sequence[Line]) -> list[str]:
    """Give the headings, which must be the eight of corrections in whatever order."""
    if not lines:
        raise LaporanError(f"{berkas} kosong. Tulislah {_FORM}, atau hapus berkasnya.")
    baris, cells = lines[0]
    names = [fold(cell) for cell in trim(cells)]
    missing = [name for name in COLUMNS if name not in names]
    unknown = [cell for cell, name in zip(cells, names, strict=False) if name not in COLUMNS]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    told = [f"kolom {name!r} tidak ada" for name in missing]
    told += [
        f"kolom {shorten(tidy(cell), LONGEST_SHOWN)!r} tidak dikenal{meant(fold(cell), missing)}"
        for cell in unknown
    ]
    told += [f"kolom {name!r} ada lebih dari sekali" for name in twice]
    if told:
        raise LaporanError(f"{berkas}, baris {baris}: {'; '.join(told)}. Yang dibaca: {_FORM}.")
    return names


def _read_line(
    folder: Path, berkas: str, baris: int, cells: Mapping[str, str]
) -> Iterator[Koreksi | Temuan]:
    text = {name: tidy(cell) for name, cell in cells.items()}
    day = read_date(text["tanggal"]) if text["tanggal"] else None
    sumber = source_of(text["sumber"])
    koreksi = Koreksi(
        berkas,
        baris,
        sumber if sumber in SOURCES else "",
        **{name: text[name] for name in ("kunci", "kolom", "lama", "baru", "alasan")},
        tanggal=day or date.min,
    )
    wrong = [
        *_wrong_source(folder, sumber, text["sumber"]),
        *_wrong_form(koreksi, text, day),
        *_too_early(Bulan.parse(folder.name), text["tanggal"], day),
    ]
    yield from (koreksi.finding(kolom, pesan) for kolom, pesan in wrong)
    if not text["oleh"]:
        pesan = "kosong: tidak disebut siapa yang mengoreksi. Isilah unit atau perannya."
        yield koreksi.finding("oleh", pesan, menghentikan=False)
    if not wrong:
        yield koreksi


def _too_early(month: Bulan, text: str, day: date | None) -> Iterator[tuple[str, str]]:
    """Refuse the date of a correction that is older than all that it could correct."""
    if day and Bulan.of(day) < month:
        yield (
            "tanggal",
            f"{shorten(text, LONGEST_SHOWN)!r} sebelum {month.label}, padahal ekspor bulan itu "
            "yang dikoreksi. Barangkali tahun atau bulannya salah ketik; tulislah tanggal koreksi "
            f"itu dibuat, {tanggal(month.first_day)} atau sesudahnya.",
        )


def source_of(text: str) -> str:
    """Give a source's name as it is written in the code: ``Tatap Muka`` is ``tatap_muka``."""
    return "_".join(fold(text).replace("-", " ").replace("_", " ").split())


def _wrong_source(folder: Path, sumber: str, text: str) -> Iterator[tuple[str, str]]:
    if sumber not in SOURCES:
        found = f"{shorten(text, LONGEST_SHOWN)!r} bukan sumber" if text else "kosong"
        listed = ", ".join(SOURCES)
        yield "sumber", f"{found}{meant(sumber, SOURCES)}. Yang dibolehkan: {listed}."
    elif not find_files(folder, SOURCES[sumber]):
        pattern = SOURCES[sumber].pattern
        yield (
            "sumber",
            f"{sumber!r} tidak diserahkan: tidak ada berkas {pattern} di folder {folder.name}. "
            "Tambahkan berkasnya, betulkan sumbernya, atau hapus baris koreksi ini.",
        )


def _wrong_form(
    koreksi: Koreksi, text: Mapping[str, str], day: date | None
) -> Iterator[tuple[str, str]]:
    if not koreksi.kunci:
        yield "kunci", "kosong. Isilah nomor barisnya di sumber itu, atau berkas!baris."
    if not koreksi.kolom:
        yield "kolom", f"kosong. Isilah judul kolom, atau {SELURUH_BARIS} untuk seluruh baris."
    if not any(map(str.isalnum, koreksi.alasan)):
        yield "alasan", "kosong. Sebutkan mengapa ekspornya keliru; alasan itu ikut dicetak."
    if day is None:
        found = f"{shorten(text['tanggal'], LONGEST_SHOWN)!r} bukan" if text["tanggal"] else "tanpa"
        yield "tanggal", f"{found} tanggal. Tulislah misalnya 2023-08-02 atau 2 Agustus 2023."
    if koreksi.kolom == SELURUH_BARIS and koreksi.baru:
        yield (
            "baru",
            f"terisi, padahal kolom {SELURUH_BARIS} mengeluarkan seluruh baris. Kosongkan, atau "
            "sebutkan kolom yang dikoreksi.",
        )
    elif koreksi.kolom not in ("", SELURUH_BARIS) and koreksi.lama == koreksi.baru:
        yield "baru", "sama dengan lama, sehingga tidak ada yang dikoreksi. Isilah yang benar."
