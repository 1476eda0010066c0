"""Files of Office are packed folders: packed so that the same content gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

# The first of all dates that a packed folder knows.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_WHEN_AND_WHO = ("created", "modified", "lastModifiedBy", "revision")


def write_package(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a packed folder: its list of types first, the rest by name, without times."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda each: (each != _TYPES, each)):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    path.write_bytes(buffer.getvalue())


def write_document(path: Path, document: Any) -> None:
    """Write a document of python-docx or python-pptx, without when it was made and by whom."""
    core = document.core_properties._element
    for element in list(core):
        if etree.QName(element).localname in _WHEN_AND_WHO:
            core.remove(element)
    buffer = BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        write_package(path, {name: archive.read(name) for name in archive.namelist()})
