"""The formats of the report, each in the module of its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from laporan.dasar.errors import CallError
from laporan.render.formats.format import Format

# In the order in which they are told.
NAMES = ("html", "pdf", "slide", "docx", "pptx", "gambar", "whatsapp", "nota")
FORMATS: Mapping[str, Format] = {name: import_module(f"{__name__}.{name}").FORMAT for name in NAMES}
# What is made where nobody says what.
USUAL = tuple(name for name, each in FORMATS.items() if not each.asked)
# What is for its readers alone, and never published.
UNPUBLISHED = tuple(each.file for each in FORMATS.values() if not each.published)


def parse_formats(text: str | None) -> tuple[str, ...]:
    """Read a list of formats, ``html,pdf,slide``; without one, give the usual ones.

    Raises
    ------
    CallError
        If one is unknown, or none is named.
    """
    if text is None:
        return USUAL
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise CallError(
            f"Format {', '.join(unknown) or '(kosong)'!r} tidak dikenal. "
            f"Pilihlah dari: {', '.join(FORMATS)}, dipisahkan koma."
        )
    return names
