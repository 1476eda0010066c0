"""What is named like a workbook and is something else that cannot be read."""

from __future__ import annotations

from laporan.dasar.errors import LaporanError
from laporan.read.workbook_zip import SIGNATURE, locked

# The compound file of old workbooks, and of new ones that have a password.
OLD_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The part of a new workbook with a password that holds the workbook.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
START_BYTES = 4096
# How the list of an archive's parts starts.
DIRECTORY = b"PK\x01\x02"
OTHER_SIGNATURES = {
    b"\x1f\x8b": "arsip GZIP",
    b"7z\xbc\xaf\x27\x1c": "arsip 7z",
    b"Rar!": "arsip RAR",
    b"%PDF": "PDF",
    b"version https://git-lfs": "penunjuk Git LFS",
}
_SAVE = "Buka dengan Excel, lalu simpan kembali sebagai .xlsx (Save As, Excel Workbook)."


def refuse_disguised(raw: bytes, berkas: str) -> None:
    """Refuse a file whose name says workbook and whose content says otherwise.

    Raises
    ------
    LaporanError
        If it has a password, or is an XML spreadsheet, a web archive, a PDF, or text of
        separated values.
    """
    if raw.startswith(OLD_SIGNATURE) and ENCRYPTED in raw:
        raise locked(berkas)
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


def refuse_binary(raw: bytes, berkas: str) -> None:
    """Refuse what is named like a CSV and is a workbook, an archive or a document.

    Raises
    ------
    LaporanError
        If it is one of them.
    """
    is_archive = raw.startswith(SIGNATURE) and DIRECTORY in raw and b"xl/" not in raw
    if not is_archive and raw.startswith((SIGNATURE, OLD_SIGNATURE[:4])):
        raise LaporanError(
            f"{berkas} adalah buku kerja Excel, bukan CSV. "
            "Pakai ekspor CSV aslinya, atau simpan dari Excel sebagai CSV UTF-8."
        )
    found = (kind for mark, kind in OTHER_SIGNATURES.items() if raw.startswith(mark))
    kind = "arsip ZIP" if is_archive else next(found, "")
    if kind:
        raise LaporanError(
            f"{berkas} bernama CSV, tetapi isinya {kind}. Taruh ekspor CSV-nya sendiri di folder "
            "bulan itu: keluarkan dari arsipnya, atau unduh ulang."
        )


def refuse_page(content: bytes, berkas: str) -> None:
    """Refuse a page or an answer of a server that was saved in place of an export.

    Raises
    ------
    LaporanError
        If the text is HTML or JSON.
    """
    start = b"".join(content[:START_BYTES].lower().split())
    if start.startswith((b"<!doctypehtml", b"<html", b"<table", b"<?xml", b"<!--")):
        what = "halaman web (HTML), misalnya halaman masuk karena sesinya berakhir"
    elif start.startswith((b"{", b"[{", b"[]")):
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
