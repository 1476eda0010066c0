"""What holds digits or words of direction and is no claim: names, settings, fixed words."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from laporan.prove.audit.blocks import Key, squeeze
from laporan.prove.audit.claims import has_claims
from laporan.sections.report import Report

_HOLE = re.compile(r"\{[^{}]*\}")
_NAME_LENGTH = 3


def find_names(
    lap: Report, figures: Iterable[Key], inputs: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """Give the names that hold claims: of categories, of rows, of files, of the settings."""
    found = {part for key in figures for part in (key[3], *key[2].split(":")[1:])}
    found |= {Path(str(item["berkas"])).name for item in inputs}
    found |= set(setting_texts(lap))
    for table in lap.tables.values():
        texts = table.select_dtypes(exclude=["number", "datetime", "datetimetz", "bool"])
        if "nomor" not in table:
            found |= {str(cell) for column in texts for cell in texts[column].dropna()}
    for name in map(squeeze, found):
        if has_claims(name) and len(name) >= _NAME_LENGTH and not name.isdigit():
            yield name


def setting_texts(lap: Report) -> Iterator[str]:
    """Give the texts of the settings, but for addresses, which are listed row by row."""
    services = {name: each for name, each in lap.settings["layanan"].items() if name != "media"}
    media = [*lap.settings["layanan"]["media"]]
    return _strings([{**lap.settings, "layanan": services}, media])


@cache
def wording() -> frozenset[str]:
    """Give the fixed words of the report's sentences that hold claims.

    They are the pieces between the holes of all templates, and the notebook's own text.
    """
    return frozenset(piece for piece in _templates() if has_claims(piece))


def places_of(piece: str, text: str) -> Iterator[tuple[int, int]]:
    """Give where a piece stands in a text."""
    at = text.find(piece)
    while at >= 0:
        yield at, at + len(piece)
        at = text.find(piece, at + 1)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield str(name)
            yield from _strings(inner)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _strings(inner)


def _templates() -> Iterator[str]:
    package = files("laporan")
    for folder in ("sections", "show"):
        for path in sorted(Path(str(package / folder)).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from _pieces(node.value)
    notebook = Path(str(package)).parents[1] / "notebooks" / "laporan.ipynb"
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            for line in "".join(cell["source"]).splitlines():
                yield from _pieces(re.sub(r"^#+ ", "", line))


def _pieces(template: str) -> Iterator[str]:
    for piece in _HOLE.split(template.replace("**", "")):
        yield squeeze(piece)
