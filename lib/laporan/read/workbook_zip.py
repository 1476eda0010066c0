"""Workbooks are ZIP archives of XML: what one holds is looked at before a reader unpacks it."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.inert import shorten

SIGNATURE = b"PK\x03\x04"
# A list kept by hand unpacks to a few megabytes, and Power BI's tables to some dozens.
MOST_BYTES = 128 << 20
MOST_PARTS = 2000
# A reader lays out every cell between the first and the last that is filled.
MOST_CELLS = 5_000_000
LONGEST_REASON = 200
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_XML = (".xml", ".rels")
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile(r"[1-9][0-9]{0,6}")


def open_workbook(raw: bytes, berkas: str) -> bytes:
    """Look through a workbook, and give it repacked: what is read is what was looked at.

    Parameters
    ----------
    raw
        The file.
    berkas
        Its name.

    Returns
    -------
    bytes
        The XML of it in an archive of its own, written anew, so that no reader can see in it
        anything else than what was seen here.

    Raises
    ------
    LaporanError
        If it is damaged, unpacks to too much, declares entities, has cells far from all others,
        or has formulas that were never computed.
    """
    parts = _unpack(raw, berkas)
    names = {name.casefold() for name in parts}
    if "xl/workbook.bin" in names:
        raise LaporanError(
            f"{berkas} adalah buku kerja Excel biner (.xlsb), yang tidak dibaca. "
            "Buka dengan Excel, lalu simpan kembali sebagai .xlsx."
        )
    if {"content.xml", "meta-inf/manifest.xml"} <= names:
        raise LaporanError(
            f"{berkas} adalah lembar OpenDocument (.ods), yang tidak dibaca. "
            "Buka dengan LibreOffice atau Excel, lalu simpan sebagai .xlsx."
        )
    if "xl/workbook.xml" not in names:
        raise LaporanError(
            f"{berkas} tidak berisi buku kerja Excel, melainkan arsip ZIP lain "
            f"(isinya misalnya {min(parts, default='kosong')!r}). Salin ulang berkas aslinya."
        )
    return _pack({name: _check_part(name, parts[name], berkas) for name in parts})


def locked(berkas: str) -> LaporanError:
    """Make the error for a workbook with a password."""
    return LaporanError(f"{berkas} terkunci kata sandi. Simpan salinannya tanpa kata sandi.")


def too_wide(berkas: str, rows: int, columns: int) -> LaporanError:
    """Make the error for a sheet with cells far from all others."""
    return LaporanError(
        f"{berkas}: selnya terbentang sampai baris {angka(rows)} dan kolom ke-{angka(columns)}, "
        "jauh di luar tabel mana pun. Hapus baris dan kolom di luar tabelnya (pilih, lalu "
        "Delete), kemudian simpan kembali."
    )


def _unpack(raw: bytes, berkas: str) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            # The sizes of the directory first: a bomb is not even touched. What is then read is
            # no longer than what the directory says.
            _check_size(sum(part.file_size for part in parts), len(parts), berkas)
            return {
                part.filename: archive.read(part)
                for part in parts
                if part.filename.casefold().endswith((*_XML, "workbook.bin"))
            }
    except RuntimeError as error:
        # What zipfile says of a part that has a password of its own, or a method that it lacks.
        if isinstance(error, NotImplementedError):
            raise _damaged(berkas, error) from error
        raise locked(berkas) from error
    except (BadZipFile, EOFError, zlib.error, ValueError, OverflowError, OSError) as error:
        raise _damaged(berkas, error) from error


def _damaged(berkas: str, error: Exception) -> LaporanError:
    return LaporanError(
        f"{berkas} rusak atau terpotong ({shorten(str(error), LONGEST_REASON)}). "
        "Salin ulang berkas aslinya, atau buka dengan Excel dan simpan kembali sebagai .xlsx."
    )


def _check_size(size: int, parts: int, berkas: str) -> None:
    if size > MOST_BYTES or parts > MOST_PARTS:
        raise LaporanError(
            f"{berkas} akan membengkak menjadi {angka(size >> 20)} MiB dalam {angka(parts)} "
            f"bagian saat dibuka; batasnya {angka(MOST_BYTES >> 20)} MiB dan {angka(MOST_PARTS)} "
            "bagian. Buku kerja sebesar itu bukan daftar yang diharapkan: periksa asalnya, "
            "atau salin tabelnya saja ke buku kerja baru."
        )


def _check_part(name: str, content: bytes, berkas: str) -> bytes:
    if b"<!DOCTYPE" in content:
        raise _declares(name, berkas)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(berkas, ValueError(f"bagian {name}: {error}")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        # In an encoding in which the bytes above look otherwise.
        raise _declares(name, berkas)
    for data in root.iter("{*}sheetData"):
        _check_sheet(data, berkas)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _declares(name: str, berkas: str) -> LaporanError:
    return LaporanError(
        f"{berkas}: bagian {name} mendeklarasikan DOCTYPE atau ENTITY, yang tidak pernah ditulis "
        "Excel dan dapat membengkak tanpa batas. Berkas ini tidak dibaca; mintalah berkas aslinya."
    )


def _check_sheet(data: etree._Element, berkas: str) -> None:
    """Refuse a sheet that a reader could not lay out, or whose results are missing."""
    last_row = last_column = place_row = 0
    for row in data.iter("{*}row"):
        place_row = _row_number(row, place_row + 1, berkas)
        place_column = 0
        for cell in row.iter("{*}c"):
            place_row, place_column = _cell_place(cell, place_row, place_column + 1, berkas)
            last_row, last_column = max(last_row, place_row), max(last_column, place_column)
            _refuse_uncomputed(cell, berkas)
            # The reader would give nothing in place of an error such as #REF!.
            if cell.get("t") == "e":
                cell.set("t", "str")
    if last_row * last_column > MOST_CELLS:
        raise too_wide(berkas, last_row, last_column)


def _row_number(row: etree._Element, default: int, berkas: str) -> int:
    text = row.get("r")
    if text is not None and not (_ROW.fullmatch(text) and int(text) <= LAST_ROW):
        raise _damaged(berkas, ValueError(f"baris {shorten(text, 20)!r}"))
    return default if text is None else int(text)


def _cell_place(cell: etree._Element, row: int, column: int, berkas: str) -> tuple[int, int]:
    """Give a cell's row and column; without a place of its own it follows the one before."""
    text = cell.get("r")
    if text is None:
        return row, column
    match = _PLACE.fullmatch(text)
    place = (int(match[2]), _column_number(match[1])) if match else (0, 0)
    if not (0 < place[0] <= LAST_ROW and place[1] <= LAST_COLUMN):
        raise _damaged(berkas, ValueError(f"sel {shorten(text, 20)!r}"))
    return place


def _refuse_uncomputed(cell: etree._Element, berkas: str) -> None:
    """Refuse a formula without a result: programs that write workbooks leave that to Excel."""
    formula = cell.find("{*}f")
    # The result of a formula may be an empty text, which its type then says.
    if formula is None or cell.get("t") == "str" or cell.findtext("{*}v"):
        return
    raise LaporanError(
        f"{berkas}, sel {cell.get('r', '')}: rumusnya belum pernah dihitung, sehingga hasilnya "
        "tidak ada di berkas. Buka dengan Excel, lalu simpan kembali."
    )


def _column_number(letters: str) -> int:
    """Give a column's number: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _pack(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content)
    return target.getvalue()
