"""What is named like a workbook and is something else that cannot be read."""

from __future__ import annotations

from laporan.errors import LaporanError
from laporan.read.archive import SIGNATURE

# The compound file of old workbooks, and of new ones that have a password.
OLD_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
START_BYTES = 4096
_SAVE = "Buka dengan Excel, lalu simpan kembali sebagai .xlsx (Save As, Excel Workbook)."


def refuse_disguised(raw: bytes, berkas: str) -> None:
    """Refuse a file whose name says workbook and whose content says otherwise.

    Raises
    ------
    LaporanError
        If it is an XML spreadsheet, a web archive, a PDF, or text of separated values.
    """
    if raw.startswith((SIGNATURE, OLD_SIGNATURE)):
        return
    start = raw[:START_BYTES].replace(b"\0", b"").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start or b"<?mso-application" in start:
        raise LaporanError(
            f"{berkas} bernama buku kerja, tetapi isinya XML Spreadsheet 2003, yang tidak dibaca. "
            + _SAVE
        )
    if start.startswith(b"mime-version:"):
        raise LaporanError(
            f"{berkas} bernama buku kerja, tetapi isinya arsip halaman web (MHTML), yang tidak "
            f"dibaca. {_SAVE}"
        )
    if start.startswith(b"%pdf"):
        raise LaporanError(
            f"{berkas} bernama buku kerja, tetapi isinya PDF. Mintalah buku kerja aslinya."
        )
    if _is_text(raw[:START_BYTES]) and b"<" not in start:
        raise LaporanError(f"{berkas} bernama buku kerja, tetapi isinya teks biasa (CSV). {_SAVE}")


def refuse_page(content: bytes, berkas: str) -> None:
    """Refuse a page or an answer of a server that was saved in place of an export.

    Raises
    ------
    LaporanError
        If the text is HTML or JSON.
    """
    start = content[:START_BYTES].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        what = "halaman web (HTML), misalnya halaman masuk karena sesinya berakhir"
    elif start.startswith((b"{", b"[{")):
        what = "JSON, misalnya pesan galat dari server"
    else:
        return
    raise LaporanError(
        f"{berkas} bernama CSV, tetapi isinya {what}. Masuklah kembali ke sistemnya, lalu unduh "
        "ulang ekspornya."
    )


def _is_text(start: bytes) -> bool:
    """Tell text from other bytes: it has separators and line ends, and no control characters."""
    letters = start.replace(b"\0", b"")
    control = sum(letter < 32 and letter not in b"\t\r\n" for letter in letters)
    return not control and any(mark in letters for mark in (b",", b";", b"\t"))
