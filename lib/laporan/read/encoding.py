"""Bytes into text, by what the bytes show."""

from __future__ import annotations

import codecs

from laporan.errors import LaporanError

# What single-byte exports of Excel on Indonesian and English Windows are written in.
CODE_PAGE = "cp1252"

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Enough for the pattern of NUL bytes of UTF-16 to show.
SAMPLE_BYTES = 4096


def decode(raw: bytes, berkas: str) -> str:
    """Decode a file by its byte order mark, its NUL bytes, UTF-8 or the code page, in that order.

    Raises
    ------
    LaporanError
        If the bytes are no text in any of these.
    """
    mark, encoding = _detect(raw)
    try:
        text = raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise LaporanError(
            f"{berkas} tidak dapat dibaca sebagai teks {encoding.upper()}: "
            f"bita ke-{error.start + 1} rusak. "
            "Unduh ulang ekspornya, atau simpan kembali sebagai CSV UTF-8."
        ) from error
    return text if "\n" in text else text.replace("\r", "\n")


def _detect(raw: bytes) -> tuple[bytes, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return mark, encoding
    sample = raw[:SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) // 8:
        return b"", "utf-16-be" if even > odd else "utf-16-le"
    if raw.isascii():
        return b"", "ascii"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return b"", CODE_PAGE
    return b"", "utf-8"
