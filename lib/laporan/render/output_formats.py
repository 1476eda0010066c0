"""The three formats, by the names that people type, and the files that they become."""

from __future__ import annotations

from collections.abc import Mapping

from laporan.dasar.errors import CallError

FILES: Mapping[str, str] = {
    "html": "laporan.html",
    "pdf": "laporan.pdf",
    "slide": "slide.html",
}


def parse_formats(text: str) -> tuple[str, ...]:
    """Read a list of formats, ``html,pdf,slide``.

    Raises
    ------
    CallError
        If one is unknown, or none is named.
    """
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [name for name in names if name not in FILES]
    if unknown or not names:
        raise CallError(
            f"Format {', '.join(unknown) or '(kosong)'!r} tidak dikenal. "
            f"Pilihlah dari: {', '.join(FILES)}, dipisahkan koma."
        )
    return names
