"""The covering letter: who writes to whom, around what the report says, and what is attached."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from laporan.dasar.brand import load_brand
from laporan.dasar.inert import visible
from laporan.dasar.made_files import JEJAK
from laporan.render.formats.format import Beside
from laporan.render.office.package_bytes import write_document
from laporan.render.office.word_reference import border, rgb, set_order

TITLE = "Nota Dinas"
SUBJECT = "Laporan Layanan Informasi DJPK"
# What nobody has set stands open, as on paper.
_OPEN = "…" * 18
_SMALL, _TEXT, _LETTERHEAD = Pt(7.5), Pt(10), Pt(12)
_FACT = Cm(2.4)
# A letter is signed by hand in as much room.
_SIGNED_IN = Pt(44)


def finish_letter(path: Path, beside: Beside) -> None:
    """Put letterhead, addressee, signature and attachments around a letter's text."""
    document = Document(str(path))
    _set_small(document)
    said = beside.settings["nota"]
    first = next(document.element.body.iterchildren())
    _letterhead(document, said["kop"], first)
    subject = f"{SUBJECT} {beside.bulan.label}"
    _facts(document, said, subject, first)
    _signature(document, said)
    _attachments(document, beside.files)
    document.core_properties.title = f"{TITLE}: {subject}"
    document.core_properties.language = "id-ID"
    write_document(path, document)


def _set_small(document: Any) -> None:
    """Let it go on one page: smaller than the report, and without its footer."""
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Cm(1.7)
    footer = section.footer.paragraphs[0]
    footer._p.getparent().remove(footer._p)
    section.footer.add_paragraph()
    for name in ("Normal", "Body Text", "First Paragraph", "Compact"):
        document.styles[name].font.size = _TEXT
        document.styles[name].paragraph_format.space_after = Pt(4)
        document.styles[name].paragraph_format.line_spacing = 1.0


def _letterhead(document: Any, lines: Sequence[str], before: Any) -> None:
    brand = load_brand()
    for at, line in enumerate(lines):
        paragraph = _placed(document, visible(line).upper(), before)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.runs[0]
        run.font.size, run.font.bold = _LETTERHEAD, True
        run.font.color.rgb = rgb(brand["malam"])
        if at == len(lines) - 1:
            paragraph._p.get_or_add_pPr().append(border("bottom", 12, brand["malam"], space=4))
            set_order(paragraph._p.pPr)
    heading = _placed(document, TITLE.upper(), before, style="Heading 1")
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_before = Pt(9)
    heading.paragraph_format.space_after = Pt(0)
    heading.runs[0].font.size = Pt(13)


def _facts(document: Any, said: Any, subject: str, before: Any) -> None:
    number = _placed(document, f"Nomor: {_filled(said['nomor'])}", before)
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    facts = {
        "Yth.": _filled(said["yth"]),
        "Dari": _filled(said["dari"]),
        "Sifat": _filled(said["sifat"]),
        "Lampiran": "Daftar di bawah",
        "Hal": subject,
        "Tanggal": _filled(said["tanggal"]),
    }
    for name, fact in facts.items():
        line = _placed(document, f"{name}\t:\t{fact}", before).paragraph_format
        line.space_after = Pt(1)
        line.left_indent, line.first_line_indent = _FACT, -_FACT
        for stop in (_FACT - Cm(0.4), _FACT):
            line.tab_stops.add_tab_stop(stop)
    rule = _placed(document, "", before)
    rule.paragraph_format.space_after = Pt(4)
    rule._p.get_or_add_pPr().append(border("bottom", 6, load_brand()["garis"]))
    set_order(rule._p.pPr)


def _signature(document: Any, said: Any) -> None:
    for text, above in ((_filled(said["jabatan"]), Pt(6)), (_filled(said["nama"]), _SIGNED_IN)):
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.left_indent = Cm(10)
        paragraph.paragraph_format.space_before = above
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = True
    copies = [visible(each) for each in said["tembusan"]]
    if copies:
        document.add_paragraph(f"Tembusan: {'; '.join(copies)}")


def _attachments(document: Any, files: Iterable[Path]) -> None:
    """List what goes with the letter, each with the digest by which it is known again."""
    heading = document.add_paragraph("Lampiran")
    heading.runs[0].font.bold = True
    heading.paragraph_format.space_before = Pt(8)
    heading.paragraph_format.space_after = Pt(2)
    heading.paragraph_format.keep_with_next = True
    rows = [("Berkas", "SHA-256"), *sorted(_digests(files))]
    table = _table(document, rows, (Cm(3), Cm(13.6)), size=_SMALL)
    # By its name, as the default of the document is not the default of every reader.
    table._tbl.tblPr.style = document.styles["Table"].style_id
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _digests(files: Iterable[Path]) -> list[tuple[str, str]]:
    """Give names and digests; the provenance names the letter itself, and can't be among them."""
    return [
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in files
        if path.name != JEJAK
    ]


def _table(
    document: Any, rows: Iterable[tuple[str, str]], widths: Sequence[Any], *, size: Any
) -> Any:
    rows = list(rows)
    table = document.add_table(rows=len(rows), cols=len(widths))
    table.autofit = False
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.add_run(text).font.size = size
    for column, width in zip(table._tbl.iter(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width // 635))
    return table


def _placed(document: Any, text: str, before: Any, style: str = "Normal") -> Any:
    paragraph = document.add_paragraph(style=style)
    if text:
        paragraph.add_run(text)
    before.addprevious(paragraph._p)
    return paragraph


def _filled(text: str) -> str:
    return visible(text) or _OPEN
