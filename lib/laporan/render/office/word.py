"""What pandoc leaves undone in a Word document: its footer's name, rows that stay whole, bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from laporan.render.office.package_bytes import write_document

# As wide as pandoc takes a line to be.
_PANDOC_WIDTH = 7920
# A table of no more rows stands on one page.
_WHOLE = 13
# Of a point, in the unit of drawings.
_TWENTIETH = 635


def finish_word(path: Path) -> None:
    """Finish the report that an engine made for Word, so that it has the same bytes each time."""
    document = Document(str(path))
    name = _named(document)
    for section in document.sections:
        runs = section.footer.paragraphs[0].runs
        runs[0].text = f"{name}\t"
    document.core_properties.subject = name
    width = _text_width(document.sections[0])
    for table in document.element.body.iter(qn("w:tbl")):
        _widen(table, width)
        rows = list(table.iter(qn("w:tr")))
        for row in rows:
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if len(rows) <= _WHOLE:
            _keep_together(rows)
    say_pictures(document)
    write_document(path, document)


def _keep_together(rows: Sequence[Any]) -> None:
    """Let a short table stand on one page: each row goes with the one after it."""
    for row in rows[:-1]:
        for paragraph in row.iter(qn("w:p")):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


def say_pictures(document: Any) -> None:
    """Let pictures say twice what they show: where pandoc has the names of their files, too."""
    for drawing in document.element.body.iter(qn("wp:inline")):
        said = drawing.find(qn("wp:docPr")).get("descr", "")
        for picture in drawing.iter(qn("pic:cNvPr")):
            picture.set("descr", said)


def _named(document: Any) -> str:
    """Give the document's name as its first lines have it: title and month."""
    heads = [p.text for p in document.paragraphs[:2] if p.style.name in ("Title", "Subtitle")]
    return ", ".join(heads)


def _text_width(section: Any) -> Any:
    """Give the width of a line, in twentieths of a point."""
    return (section.page_width - section.left_margin - section.right_margin) // _TWENTIETH


def _widen(table: Any, width: int) -> None:
    """Reckon a table's columns by the page that it stands on."""
    for column in table.iter(qn("w:gridCol")):
        narrow = int(column.get(qn("w:w"), "0"))
        column.set(qn("w:w"), str(round(narrow * width / _PANDOC_WIDTH)))
