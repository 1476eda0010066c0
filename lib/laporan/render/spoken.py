"""What the report says, on its way from the notebook to its proof and to ``jejak.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from laporan.dasar.indonesian import angka
from laporan.prove.said.said import Said, Spoken
from laporan.render.document import Document
from laporan.render.notebook.numbered_cells import numbered_cells

_SHOWN = 20


def write_spoken(executed: Path, document: Document, notes: Path, target: Path) -> None:
    """Write what the proof reads: the document, and the code and notes that it comes from."""
    typed = notes.read_text("utf-8-sig") if notes.is_file() else ""
    spoken = Spoken(document.tree, _sources(executed), typed)
    target.write_text(json.dumps(spoken.record, ensure_ascii=False), "utf-8")


def _sources(executed: Path) -> dict[int, str]:
    """Give the code of each code cell by its number in the source notebook."""
    cells = json.loads(executed.read_text("utf-8"))["cells"]
    return {
        number: "".join(cell["source"])
        for number, cell in numbered_cells(cells)
        if cell["cell_type"] == "code"
    }


def read_said(path: Path) -> Said:
    """Read what the proof found."""
    return Said.from_record(json.loads(path.read_text("utf-8")))


def told_unproven(said: Said) -> Iterator[str]:
    """Say what nothing proves, each with its cell."""
    if not said.unproven:
        return
    yield (
        f"{angka(len(said.unproven))} angka atau kata arah tidak terbukti; laporan ini tidak dapat "
        "diterbitkan sebelum dibetulkan, diberi kunci, atau diberi sumber"
    )
    yield from map(str, said.unproven[:_SHOWN])
    if len(said.unproven) > _SHOWN:
        yield f"… dan {angka(len(said.unproven) - _SHOWN)} lagi"
