"""A table's HTML without looks and without anything that acts: the theme styles all tables."""

from __future__ import annotations

import re

import lxml.html
from lxml.html import HtmlElement

from laporan.show.cell_colors import mark_colors

# The class of what the report's own helpers did not make.
OWN_TABLE = "tabel-sel"
# References to ids would dangle once the ids are gone; headers are found by their scope.
_LOOKS = {"style", "id", "headers", "border", "width", "height", "bgcolor", "valign"}
_ACTING = ("script", "style", "iframe", "object", "embed", "link", "form", "input", "button")
_ADDRESSES = ("href", "src")
_HARMLESS = re.compile(
    r"(?:https?:|mailto:|#|data:image/(?:png|jpeg|gif|svg\+xml);)", re.IGNORECASE
)
_NUMBER = re.compile(r"[-−+]?\d[\d.,]*(?:e[-+]?\d+)?\s?%?")
_NO_NUMBER = ("", "–", "-", "nan", "NaN", "None", "<NA>", "NaT")
_RIGHT = re.compile(r"text-align:\s*right")


def find_table(html: str, colored: bool = False) -> HtmlElement | None:
    """Give the table of HTML that is one table and its surroundings, cleaned of what acts.

    A table that stands in another is left where it is. Of several tables, or of a table with a
    script beside it, nothing is given: that is more than a table.

    Parameters
    ----------
    colored
        Whether the colours of its cells are marked.
    """
    root = lxml.html.fromstring(f"<div>{html}</div>")
    tables = [table for table in root.iter("table") if not any(table.iterancestors("table"))]
    if len(tables) != 1:
        return None
    (table,) = tables
    if any(table not in script.iterancestors() for script in root.iter("script")):
        return None
    table.tail = None
    if colored:
        mark_colors(root, table)
    for element in list(table.iter(*_ACTING)):
        # It is shown instead of run.
        text = str(lxml.html.tostring(element, encoding="unicode", with_tail=False))
        element.addprevious(said := lxml.html.Element("span"))
        said.text, said.tail = text, element.tail
        parent = element.getparent()
        if parent is not None:
            element.tail = None
            parent.remove(element)
    for element in table.iter():
        if not isinstance(element.tag, str):
            continue
        if _RIGHT.search(element.get("style", "")):
            element.set("class", f"{element.get('class', '')} gt_right".strip())
        for name in map(str, list(element.attrib)):
            address = name in _ADDRESSES and not _HARMLESS.match(element.get(name, "").strip())
            if name in _LOOKS or name.startswith("on") or address:
                del element.attrib[name]
    return table


def align_numbers(table: HtmlElement) -> None:
    """Let columns of numbers stand at the right, in a table that doesn't say where they stand."""
    rows = [list(row) for row in table.iter("tr")]
    if any("gt_" in cell.get("class", "") for row in rows for cell in row):
        return
    width = max(map(len, rows), default=0)
    body = [row for row in rows if any(cell.tag == "td" for cell in row) and len(row) == width]
    for column in range(width):
        texts = [row[column].text_content().strip() for row in body if row[column].tag == "td"]
        numbers = any(_NUMBER.fullmatch(text) for text in texts)
        if numbers and all(text in _NO_NUMBER or _NUMBER.fullmatch(text) for text in texts):
            for row in rows:
                if len(row) == width:
                    row[column].set("class", f"{row[column].get('class', '')} gt_right".strip())


def raw_table(table: HtmlElement) -> str:
    """Write a table as a raw block of Markdown that nothing within it can end."""
    text = str(lxml.html.tostring(table, encoding="unicode"))
    # A blank line would end the raw block for some readers; braces could start a shortcode.
    text = re.sub(r"\n\s*\n", "\n", text)
    return raw_block(text.replace("{", "&#123;").replace("}", "&#125;"))


def raw_block(html: str) -> str:
    """Write HTML as a raw block of Markdown, with a fence longer than any within."""
    longest = max((len(run) for run in re.findall("`+", html)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{{=html}}\n{html}\n{fence}"


def own_table(table: HtmlElement, remark: str = "") -> str:
    """Write a table of an analyst's cell, which gets number and caption by the cell's options."""
    align_numbers(table)
    if next(table.iter("td"), None) is None:
        remark = remark or "Tabel ini tidak memuat baris."
    told = f"[{remark}]{{.sisa}}" if remark else ""
    shown = "" if next(table.iter("th", "td"), None) is None else raw_table(table)
    parts = [f"::: {{.{OWN_TABLE}}}", shown, told, ":::"]
    return "\n\n".join(part for part in parts if part)
