"""Where an element of a page stands, as its readers would say it."""

from __future__ import annotations

from lxml.html import HtmlElement

from laporan.prove.same.difference import squeezed

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "judul"),
    "p": "kalimat",
    "li": "butir",
    "td": "sel",
    "th": "sel judul",
    "tr": "baris",
    "caption": "judul tabel",
    "figcaption": "judul gambar",
    "figure": "gambar",
    "img": "gambar",
    "svg": "gambar",
    "table": "tabel",
    "title": "judul dokumen",
    "style": "gaya (CSS)",
    "script": "skrip",
    "iframe": "bingkai (iframe)",
    "section": "bagian",
    "pre": "kode",
    "summary": "butir",
    "dt": "butir",
    "dd": "butir",
}
# What only holds blocks, and says nothing itself.
CONTAINERS = {
    *("html", "head", "body", "main", "header", "footer", "nav", "section", "div", "aside"),
    *("figure", "table", "thead", "tbody", "tr", "ul", "ol", "dl", "details"),
}
# The rest is a mark within one of these.
_BLOCKS = {*KINDS, *CONTAINERS} - {"img", "svg"}
_HEADINGS = "self::h1 or self::h2 or self::h3"


def block_of(element: HtmlElement) -> HtmlElement:
    """Give the block that an element is a part of: the paragraph, the cell, the script."""
    for each in (element, *element.iterancestors()):
        if each.tag in _BLOCKS:
            return each
    return element


def place_of(element: HtmlElement) -> str:
    """Say where an element stands: its section, then its table or picture, then what it is."""
    block = block_of(element)
    parts = [_section(element), _numbered(element), *_cell(block)]
    tag = element.tag if isinstance(element.tag, str) and element.tag in KINDS else block.tag
    parts.append(KINDS.get(tag, f"<{tag}>"))
    return ", ".join(part for part in parts if part)


def text_of(element: HtmlElement) -> str:
    """Give all that an element says, with single spaces."""
    if not isinstance(element.tag, str):
        return squeezed(element.text or "")
    return squeezed(str(element.text_content()))


def caption_of(element: HtmlElement) -> str:
    """Give the caption of the picture or table that an element is a part of."""
    for figure in (element, *element.iterancestors("figure", "table")):
        for caption in figure.iterchildren("figcaption", "caption"):
            return text_of(caption)
    return ""


def _section(element: HtmlElement) -> str:
    before = element.xpath(
        f"(ancestor-or-self::*[{_HEADINGS}] | preceding::*[{_HEADINGS}])[last()]"
    )
    if before:
        return f"bagian “{text_of(before[0])}”"
    return "kepala berkas" if element.xpath("ancestor-or-self::head") else "awal halaman"


def _numbered(element: HtmlElement) -> str:
    """Give the number of the picture or table: ``Gambar 3``."""
    return " ".join(caption_of(element).split(". ")[0].split()[:2]).rstrip(".")


def _cell(block: HtmlElement) -> list[str]:
    """Give row and column of a cell."""
    if block.tag not in ("td", "th"):
        return []
    row = block.getparent()
    tables = list(block.iterancestors("table"))
    if row is None or not tables:
        return []
    rows = list(tables[0].iter("tr"))
    column = row.index(block)
    heads = list(rows[0]) if rows else []
    names = [f"baris {rows.index(row) + 1}" if row in rows else ""]
    if len(row) and row[0] is not block:
        names[0] += f" ({text_of(row[0])})"
    if column < len(heads) and heads[column] is not block:
        names.append(f"kolom {text_of(heads[column]) or column + 1}")
    return [name for name in names if name]
