"""What a picture says beside its pixels: texts, EXIF, XMP, IPTC, and what follows its end."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import ExifTags, Image, IptcImagePlugin

from laporan.prove.privacy.compared_words import END

SUFFIXES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".ico"}
# Where the pixels end, and what is added is shown by no viewer.
_ENDS = {"PNG": b"IEND\xaeB`\x82", "JPEG": b"\xff\xd9", "GIF": b"\x3b"}


def picture_text(raw: bytes) -> str:
    """Give all that can be read in a picture, or in what was meant to be one."""
    try:
        return END.join(_texts(raw))
    except (OSError, ValueError, SyntaxError):
        return raw.decode("latin-1")


def _texts(raw: bytes) -> Iterator[str]:
    with Image.open(BytesIO(raw)) as picture:
        picture.load()  # a PNG may have texts behind its pixels, too
        exif = picture.getexif()
        yield from _said([picture.info, dict(exif), getattr(picture, "applist", ())])
        yield from _said([dict(exif.get_ifd(part)) for part in ExifTags.IFD])
        yield from _said([getattr(picture, name, ()) for name in ("text", "private_chunks")])
        yield from _said(IptcImagePlugin.getiptcinfo(picture))
        yield from _said(raw.rpartition(_ENDS.get(picture.format or "", raw))[2])


def _said(value: object) -> Iterator[str]:
    if isinstance(value, bytes):
        # Windows writes its EXIF fields in UTF-16, and so do cameras behind this word.
        value = value.removeprefix(b"UNICODE\0")
        encodings = ("utf-8", "utf-16-le", "utf-16-be") if b"\0" in value else ("utf-8",)
        yield from (value.decode(encoding, "replace") for encoding in encodings)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _said(key)
            yield from _said(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _said(item)
    elif value is not None:
        yield str(value)
