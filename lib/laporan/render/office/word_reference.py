"""The reference file of Word: pandoc's styles in the brand's colours and type, with a footer."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pypandoc
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from laporan.dasar.brand import Brand

# Where the brand's family is not installed, Word takes this one, which is as wide.
_SUBSTITUTE = "Calibri"
_TITLE = 26.0
_HEADINGS = {1: 17.0, 2: 13.0, 3: 11.5, 4: 11.0}
# Halves of a line's width, in eighths of a point.
_THIN, _THICK = 4, 18


def pandoc_reference(name: str) -> bytes:
    """Give a reference file as pandoc itself has it, with all styles that it writes."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", name]
    return subprocess.run(command, capture_output=True, check=True).stdout


def write_word_reference(path: Path, brand: Brand) -> None:
    """Write the reference file of Word documents."""
    document = Document(BytesIO(pandoc_reference("reference.docx")))
    _set_page(document.sections[0])
    _set_type(document, brand)
    _set_styles(document.styles, brand)
    _set_table(document.styles["Table"], brand)
    _add_boxes(document.styles, brand)
    write_footer(document.sections[0], brand)
    document.save(str(path))


def _set_page(section: Any) -> None:

    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    section.footer_distance = Cm(1.1)


def _set_type(document: Any, brand: Brand) -> None:
    """Name the family in all styles, and what stands for it where it is not installed."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        if fonts.get(qn("w:ascii")) in (None, "Calibri"):
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for name in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{name}"), brand.family)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")
    table = next(part for part in document.part.package.parts if "fontTable" in part.partname)
    entry = parse_xml(
        f'<w:font {nsdecls("w")} w:name="{brand.family}"><w:altName w:val="{_SUBSTITUTE}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )
    fonts = parse_xml(table.blob)
    fonts.append(entry)

    table._blob = etree.tostring(fonts, encoding="UTF-8", xml_declaration=True, standalone=True)


def _set_styles(styles: Any, brand: Brand) -> None:

    body = styles["Normal"]
    body.font.size, body.font.color.rgb = Pt(10.5), rgb(brand["tinta"])
    for name, before, after in (("Body Text", 0, 7), ("Compact", 1, 2)):
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(after)
        styles[name].paragraph_format.line_spacing = 1.15
    for name, size, color in (("Title", _TITLE, "malam"), ("Subtitle", 15.0, "redup")):
        style = styles[name]
        style.font.size, style.font.bold = Pt(size), name == "Title"
        style.font.color.rgb = rgb(brand[color])
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        style.paragraph_format.space_after = Pt(3)
    for level, size in _HEADINGS.items():
        style = styles[f"Heading {level}"]
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = rgb(brand["malam" if level == 1 else "tinta"])
        style.paragraph_format.space_before = Pt(20 if level == 1 else 12)
        style.paragraph_format.space_after = Pt(6 if level == 1 else 3)
        style.paragraph_format.keep_with_next = True
    for name in ("Table Caption", "Image Caption"):
        style = styles[name]
        style.font.size, style.font.italic = Pt(9.5), False
        style.font.color.rgb = rgb(brand["redup"])
        style.paragraph_format.space_before = Pt(8 if name == "Table Caption" else 2)
        style.paragraph_format.space_after = Pt(4 if name == "Table Caption" else 12)
    heading = styles["TOC Heading"]
    heading.font.size, heading.font.bold = Pt(_HEADINGS[2]), True
    heading.font.color.rgb = rgb(brand["malam"])
    styles["Table Caption"].paragraph_format.keep_with_next = True
    for name in ("Figure", "Captioned Figure"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        styles[name].paragraph_format.keep_with_next = True
        styles[name].paragraph_format.space_before = Pt(10)
    styles["Footnote Text"].font.size = Pt(8.5)
    styles["Hyperlink"].font.color.rgb = rgb(brand["aksen"])


def _set_table(style: Any, brand: Brand) -> None:
    """Draw rules and no boxes, with the head on a ground of its own."""
    rule, accent = brand["garis"].lstrip("#"), brand["aksen"].lstrip("#")
    parts = (
        '<w:pPr><w:spacing w:before="20" w:after="20"/></w:pPr>',
        '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
        "<w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{accent}"/>'
        f'<w:bottom w:val="single" w:sz="{_THIN}" w:space="0" w:color="{rule}"/>'
        f'<w:insideH w:val="single" w:sz="{_THIN}" w:space="0" w:color="{rule}"/>'
        '</w:tblBorders><w:tblCellMar><w:top w:w="30" w:type="dxa"/>'
        '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>',
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{brand["lembut"].lstrip("#")}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    )
    element = style.element
    for tag in ("w:pPr", "w:rPr", "w:tblPr", "w:tblStylePr"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    for part in parts:
        opening, _, rest = part.partition(">")
        space = opening.find(" ") if " " in opening else len(opening)
        element.append(parse_xml(f"{opening[:space]} {nsdecls('w')}{opening[space:]}>{rest}"))


def _add_boxes(styles: Any, brand: Brand) -> None:
    """Add the styles of what the theme sets apart."""
    for name, ground, edge, size in (
        ("Sorotan", "aksen-lembut", "aksen", 11),
        ("Kotak", "lembut", "aksen", 10.5),
        ("Catatan", None, "pudar", 9.5),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = styles["Body Text"], True
        style.font.size = Pt(size)
        style.paragraph_format.space_before = Pt(4)
        style.paragraph_format.left_indent = Pt(9)
        properties = style.element.get_or_add_pPr()
        properties.append(border("left", _THICK, brand[edge], space=8))
        if ground:
            properties.append(_shading(brand[ground]))
        set_order(properties)
    entry = styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    entry.base_style, entry.font.size = styles["Normal"], Pt(9.5)
    entry.paragraph_format.space_after = Pt(1)
    question = styles.add_style("Pertanyaan", WD_STYLE_TYPE.PARAGRAPH)
    question.base_style = styles["Body Text"]
    question.font.bold, question.font.color.rgb = True, rgb(brand["aksen"])
    question.paragraph_format.keep_with_next = True
    value = styles.add_style("Nilai", WD_STYLE_TYPE.CHARACTER)
    value.font.size, value.font.bold = Pt(15), True


def border(side: str, width: int, color: str, *, space: int = 0) -> Any:
    """Give a paragraph's line at one side, in eighths of a point."""
    return parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="{width}" w:space="{space}" '
        f'w:color="{color.lstrip("#")}"/></w:pBdr>'
    )


def _shading(color: str) -> Any:

    fill = color.lstrip("#")
    return parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')


# Word reads the properties of a paragraph in the order of its schema, and no other.
_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs",
          "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")  # fmt: skip


def set_order(properties: Any) -> None:
    """Put the properties of a paragraph in their order."""
    properties[:] = sorted(properties, key=lambda each: _ORDER.index(etree.QName(each).localname))


def write_footer(section: Any, brand: Brand) -> None:
    """Write the footer: a line for the document's name, and the page's number as fields."""
    paragraph = section.footer.paragraphs[0]
    properties = paragraph._p.get_or_add_pPr()
    properties.append(border("top", _THIN, brand["garis"], space=6))
    width = section.page_width - section.left_margin - section.right_margin
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    set_order(properties)
    paragraph.add_run("\t")
    paragraph.add_run("Halaman ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" dari ")
    add_field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8.5), rgb(brand["redup"])


def add_field(paragraph: Any, code: str) -> None:
    """Add a field to a paragraph, which shows 1 until it is reckoned."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run(text if text == "1" else "")
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif text != "1":
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def rgb(color: str) -> Any:
    """Read a colour of the brand."""
    return RGBColor.from_string(color.lstrip("#").upper())
