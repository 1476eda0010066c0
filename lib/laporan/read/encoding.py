"""Bytes into text, by what the bytes show."""

from __future__ import annotations

import codecs

from laporan.dasar.errors import LaporanError

# What single-byte exports of Excel on Indonesian and English Windows are written in.
CODE_PAGE = "cp1252"

# UTF-32's marks come first: the little-endian one starts like that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
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
    mark, encoding = _detect(raw, berkas)
    return _decode(raw[len(mark) :], encoding, berkas)


def to_utf8(raw: bytes, berkas: str) -> bytes:
    """Give a file's text as UTF-8 without a mark; what is that already is not copied.

    Raises
    ------
    LaporanError
        As `decode`, and for NUL characters, which no export writes.
    """
    mark, encoding = _detect(raw, berkas)
    body = raw.removeprefix(mark)
    if encoding == "utf-8":
        if not body.isascii():
            _decode(body, encoding, berkas)
    else:
        body = _decode(body, encoding, berkas).encode()
    # How old programs end a text.
    body = body.removesuffix(b"\x1a")
    place = body.find(b"\0")
    if place >= 0:
        raise LaporanError(
            f"{berkas}, baris {_line_of(body, place)}: ada karakter NUL, yang tidak pernah "
            "ditulis oleh ekspor. Berkasnya rusak: unduh ulang ekspornya."
        )
    return body


def _decode(body: bytes, encoding: str, berkas: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        if error.reason in ("unexpected end of data", "truncated data"):
            raise LaporanError(
                f"{berkas} terpotong di tengah huruf terakhirnya. Unduh ulang ekspornya."
            ) from error
        raise LaporanError(
            f"{berkas} tidak dapat dibaca sebagai teks {encoding.upper()}: "
            f"bita ke-{error.start + 1} rusak. "
            "Unduh ulang ekspornya, atau simpan kembali sebagai CSV UTF-8."
        ) from error


def _line_of(body: bytes, place: int) -> int:
    return body.count(b"\n", 0, place) + 1


def _detect(raw: bytes, berkas: str) -> tuple[bytes, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return mark, encoding
    sample = raw[:SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > max(len(sample) // 8, 4 * min(even, odd)):
        return b"", "utf-16-be" if even > odd else "utf-16-le"
    return b"", "utf-8" if raw.isascii() else _detect_8_bit(raw, berkas)


def _detect_8_bit(raw: bytes, berkas: str) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # What is UTF-8 in most places and broken in a few is a damaged file: as a code page
        # every one of its accented letters would become two wrong ones.
        text = raw.decode("utf-8", "surrogateescape")
        broken = sum("\udc80" <= letter <= "\udcff" for letter in text if letter > "\x7f")
        whole = sum(letter > "\x7f" for letter in text) - broken
        # A last letter of four bytes that was cut off is one letter, not three.
        at_end = error.reason == "unexpected end of data"
        if whole >= (1 if at_end else broken):
            raise LaporanError(
                f"{berkas}, baris {_line_of(raw, error.start)}: teks UTF-8 di sini rusak atau "
                "terpotong. Unduh ulang ekspornya."
            ) from error
        return CODE_PAGE
    return "utf-8"
