"""The first page as a text for WhatsApp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from laporan.render.formats.format import Beside, Format, first_page, write_file

# A message that is longer is folded in the chat.
LONGEST = 900
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*])")


def _make(report: str, look: Path, path: Path) -> None:
    write_file(report, look, path, "plain", *first_page("pesan", look))


def _finish(path: Path, beside: Beside) -> None:
    paragraphs = path.read_text("utf-8").strip().split("\n\n")
    address = issue_address(beside)
    link = f"Selengkapnya: {address}" if address else ""
    path.write_text(fitted(paragraphs, link) + "\n", "utf-8")


def issue_address(beside: Beside) -> str:
    """Give the address of the month's page; nothing where the site has none that is known."""
    site = str(beside.settings["penerbitan"]["alamat_situs"]).strip()
    return f"{site.rstrip('/')}/{beside.bulan}/" if site else ""


def fitted(paragraphs: Sequence[str], last: str = "") -> str:
    """Join paragraphs into one message, of which the last ones go until it is short enough.

    Of the first statement alone sentences go, where even that is too long.
    """
    kept = list(paragraphs)
    while len(_joined(kept, last)) > LONGEST:
        sentences = _SENTENCE.split(kept[-1])
        if len(sentences) > 1:
            kept[-1] = " ".join(sentences[:-1])
        elif len(kept) > 1:
            del kept[-1]
        else:
            room = LONGEST - len(_joined([""], last)) - 1
            kept = [f"{kept[0][:room].rstrip()}…"]
    return _joined(kept, last)


def _joined(paragraphs: Sequence[str], last: str) -> str:
    return "\n\n".join([*paragraphs, last] if last else paragraphs)


FORMAT = Format(
    "whatsapp", "pesan", "bagikan.txt", "Halaman pertama sebagai pesan WhatsApp", "", _make,
    asked=True, finish=_finish,
)  # fmt: skip
