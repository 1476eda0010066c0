"""Rows of workbooks that are hidden: a filter leaves them in the file, and people forget them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_RELATION = "{*}Relationship"


def hidden_rows(content: bytes) -> Mapping[str, tuple[int, ...]]:
    """Give the hidden rows of each sheet, from 1, by the sheet's name.

    Parameters
    ----------
    content
        A workbook as `laporan.read.workbook_zip.open_workbook` gives it.
    """
    return {name: _hidden(root) for name, root in sheet_roots(content)}


def sheet_roots(content: bytes) -> list[tuple[str, etree._Element]]:
    """Give the XML of each sheet with the sheet's name."""
    with ZipFile(BytesIO(content)) as archive:
        names = {name.casefold(): name for name in archive.namelist()}

        def root(path: str) -> etree._Element | None:
            name = names.get(path.casefold())
            return etree.fromstring(archive.read(name)) if name else None

        book, relations = root("xl/workbook.xml"), root("xl/_rels/workbook.xml.rels")
        if book is None or relations is None:
            return []
        targets = {
            each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", "")))
            for each in relations.iter(_RELATION)
        }
        found = []
        for sheet in book.iter("{*}sheet"):
            place = next((value for key, value in sheet.items() if str(key).endswith("}id")), "")
            rows = root(targets.get(str(place), "").lstrip("/"))
            if rows is not None:
                found.append((str(sheet.get("name", "")), rows))
        return found


def _hidden(sheet: etree._Element) -> tuple[int, ...]:
    number, found = 0, []
    for row in sheet.iter("{*}row"):
        number = int(row.get("r", number + 1))
        if row.get("hidden") in ("1", "true"):
            found.append(number)
    return tuple(found)
