"""Tables of text and JSON against those that must be there: row, column, value."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from laporan.prove.same.difference import Difference, steps

# What tells when and from which commit it was made; the code is told by its digest.
ASIDE = ("waktu", "laporan.commit")


def differing_rows(file: str, found: str, expected: str, where: str = "") -> Iterator[Difference]:
    """Compare two tables of comma-separated values.

    Parameters
    ----------
    where
        What to put before each place: the table may stand within a page.
    """
    here, there = _rows(found), _rows(expected)
    head = there[0] if there else []
    for equal, i, j in steps([*map(tuple, there)], [*map(tuple, here)]):
        if not equal:
            for at, (old, new) in enumerate(zip_longest(there[i], here[j]), start=1):
                row = at + (j.start if new is not None else i.start)
                yield from _differing_cells(file, f"{where}baris {row}", head, new, old)


def _differing_cells(
    file: str, place: str, head: Sequence[str], new: list[str] | None, old: list[str] | None
) -> Iterator[Difference]:
    if new is None or old is None:
        yield Difference(file, place, ",".join(new or ()), ",".join(old or ()))
        return
    for column, (cell, wanted) in enumerate(zip_longest(new, old, fillvalue="")):
        if cell != wanted:
            name = head[column] if column < len(head) else str(column + 1)
            yield Difference(file, f"{place}, kolom {name}", cell, wanted, ",".join(new))


def _rows(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        return [[line] for line in text.splitlines()]


def differing_values(file: str, found: Any, expected: Any, path: str = "") -> Iterator[Difference]:
    """Compare what two JSON files hold, but for what is set aside."""
    if path in ASIDE or found == expected:
        return
    found, expected = _by_file(found), _by_file(expected)
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in dict.fromkeys([*expected, *found]):
            inner = f"{path}.{key}" if path else str(key)
            yield from differing_values(file, found.get(key), expected.get(key), inner)
    elif isinstance(found, list) and isinstance(expected, list):
        for at, (new, old) in enumerate(zip_longest(found, expected), start=1):
            yield from differing_values(file, new, old, f"{path}[{at}]")
    else:
        yield Difference(file, path or "seluruh isi", _json(found), _json(expected))


def _by_file(value: Any) -> Any:
    """Give a list of files as a mapping by their names, so that one too many moves no other."""
    if isinstance(value, list) and all(
        isinstance(each, dict) and "berkas" in each for each in value
    ):
        return {each["berkas"]: each for each in value}
    return value


def _json(value: Any) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def read_json(content: bytes) -> Any:
    """Read JSON; raises :class:`ValueError` where it is none."""
    return json.loads(content)


def set_aside(content: bytes) -> bytes:
    """Give a JSON file's text with what is set aside emptied."""
    data = json.loads(content)
    text = content.decode()
    for path in ASIDE:
        value: Any = data
        for key in path.split("."):
            value = value[key]
        text = text.replace(f": {json.dumps(value)}", ": null", 1)
    return text.encode()
