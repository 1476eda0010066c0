"""What a chart draws: the numbers of the data that it brings along, each with its key."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from urllib.parse import unquote

from laporan.measure import Angka
from laporan.prove.said.basis import Basis

KEYS = "bukti-data"
# Between the keys of figures that a mark adds up; in a key it is quoted.
SUM = "+"


def drawn_numbers(address: str, keys: str) -> Iterator[tuple[str, str]]:
    """Read the data in a link's address.

    Parameters
    ----------
    address
        ``data:text/csv;…``.
    keys
        By a column's place, the key in each row: ``1=2023-07,… 2023-07,…|2=…``.

    Yields
    ------
    number, key
        What is drawn, as it is written, and the key that it has; an empty text where it has none.
    """
    columns = {
        int(place): tokens.split(" ")
        for place, _, tokens in (part.partition("=") for part in keys.split("|") if part)
    }
    _, *rows = csv.reader(io.StringIO(unquote(address.partition(",")[2])))
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if _is_number(cell):
                tokens = columns.get(place, [])
                yield cell, tokens[at] if at < len(tokens) else ""


def refuted_mark(token: str, drawn: str, basis: Basis) -> str | None:
    """Say why a drawn number is not that of its key; nothing if it is.

    A category of which none came has no figure, and is drawn as 0.
    """
    figure = basis.figures.get(token)
    if figure is not None:
        same = float(drawn) == figure.nilai
        return None if same else f"tidak sama dengan {_told(figure)}"
    parts = [basis.figures.get(each) for each in token.split(SUM)]
    if len(parts) > 1 and None not in parts:
        total = sum(each.nilai for each in parts if each)
        return None if float(drawn) == total else f"tidak sama dengan jumlahnya, {total:g}"
    kind = token.rpartition(",")[0]
    if float(drawn) == 0 and kind and basis.of_kind(f"{kind},"):
        return None
    return "membawa kunci yang tidak ada di ukuran.csv"


def _told(figure: Angka) -> str:
    return f"{{{figure.name}}} = {figure.nilai:g}"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
