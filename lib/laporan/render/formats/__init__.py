"""The formats of the report, each in the module of its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from laporan.dasar.errors import CallError
from laporan.render.formats.format import Format

# In the order in which they are told.
NAMES = ("html", "pdf", "slide")
FORMATS: Mapping[str, Format] = {name: import_module(f"{__name__}.{name}").FORMAT for name in NAMES}


def parse_formats(text: str | None) -> tuple[str, ...]:
    """Read a list of formats, ``html,pdf,slide``; without one, give them all.

    Raises
    ------
    CallError
        If one is unknown, or none is named.
    """
    if text is None:
        return tuple(FORMATS)
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise CallError(
            f"Format {', '.join(unknown) or '(kosong)'!r} tidak dikenal. "
            f"Pilihlah dari: {', '.join(FORMATS)}, dipisahkan koma."
        )
    return names
