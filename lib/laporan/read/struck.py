"""Rows of workbooks that somebody struck through or greyed out: so people cancel."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from laporan.read.hidden import sheet_roots

# The rules by which such rows are left out.
DICORET, ABU_ABU = "baris dicoret", "baris berhuruf abu-abu"
# Of a list most of whose rows are grey, grey says nothing.
_GREYS = range(0x60, 0xD0)
_GREY_INDEXES = {"22", "23", "55"}


def struck_rows(content: bytes) -> Mapping[str, Mapping[int, str]]:
    """Give the cancelled rows of each sheet, from 1, each with the rule, by the sheet's name.

    Parameters
    ----------
    content
        A workbook as `laporan.read.workbook_zip.open_workbook` gives it.
    """
    with ZipFile(BytesIO(content)) as archive:
        names = {name.casefold(): name for name in archive.namelist()}
        if "xl/styles.xml" not in names:
            return {}
        styles = etree.fromstring(archive.read(names["xl/styles.xml"]))
    fonts = [_rule_of(font) for font in styles.iterfind("{*}fonts/{*}font")]
    formats = [int(each.get("fontId", 0)) for each in styles.iterfind("{*}cellXfs/{*}xf")]
    rules = [fonts[at] if at < len(fonts) else "" for at in formats]
    if not any(rules):
        return {}
    return {name: _cancelled(root, rules) for name, root in sheet_roots(content)}


def _rule_of(font: etree._Element) -> str:
    strike = font.find("{*}strike")
    if strike is not None and strike.get("val", "1") not in ("0", "false"):
        return DICORET
    color = font.find("{*}color")
    return ABU_ABU if color is not None and _is_grey(color) else ""


def _is_grey(color: etree._Element) -> bool:
    rgb = color.get("rgb", "")[-6:]
    if len(rgb) == 6:
        red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
        return red == green == blue and red in _GREYS
    tint = float(color.get("tint", 0))
    white = color.get("theme") == "0" and -0.6 <= tint <= -0.2
    black = color.get("theme") == "1" and 0.3 <= tint <= 0.8
    return white or black or color.get("indexed", "") in _GREY_INDEXES


def _cancelled(sheet: etree._Element, rules: list[str]) -> dict[int, str]:
    number, found, filled = 0, {}, 0
    for row in sheet.iter("{*}row"):
        number = int(row.get("r", number + 1))
        cells = [cell for cell in row.iter("{*}c") if len(cell)]
        here = {
            rules[int(cell.get("s", 0))] for cell in cells if int(cell.get("s", 0)) < len(rules)
        }
        filled += len(cells) > 1
        if len(cells) > 1 and len(here) == 1 and "" not in here:
            found[number] = here.pop()
    greys = sum(rule == ABU_ABU for rule in found.values())
    return {at: rule for at, rule in found.items() if rule == DICORET or 2 * greys <= filled}
