"""Ways in which exports are spoilt in practice: by spreadsheets, by exporters, and by people.

Each takes a file as its rows and gives what lies in its place, or nothing where it can't happen
in such a file. What it spoils is named, so that a finding can be asked for it.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import xlsxwriter
from tests.fuzz.rewriting import decode, grid_of, join, split

from laporan.clean.likert import WORDS
from laporan.dasar.indonesian import tanggal
from laporan.dasar.settings import load_settings
from laporan.read.declaration import Source
from laporan.read.folder import columns_of

SETTINGS = load_settings()
TITLES = SETTINGS["kolom_tiket"]
IDS = {"ticket_id", "Tweet id", "Post ID", "whatsapp_message_id", "ID"}
LISTED = {*TITLES.values(), "Post type", "Jenis Dokumen", "Media", "status", "Hasil", "Keperluan",
          "hidden_status"}  # fmt: skip
NAMES = LISTED | {"Agen", "Pengguna Layanan", "Pengirim", "Pemohon", "campaign"}
UNKNOWN = ("Utas", "Belum tahu", "X1", "lain lain lagi")
CANCELLED = ("BATAL", "dibatalkan", "reschedule ke Maret", "Ditunda")


@dataclass(frozen=True)
class Table:
    """A file as its rows.

    Attributes
    ----------
    source, name, rows
        Of which source it is, its name, and all its rows.
    head
        Which of them is the header.
    """

    source: Source
    name: str
    rows: tuple[tuple[Any, ...], ...]
    head: int

    @property
    def columns(self) -> dict[str, int]:
        """The known columns, by the names that the cleaners use."""
        named = columns_of(self.source, SETTINGS).name([str(c) for c in self.rows[self.head]])
        known = columns_of(self.source, SETTINGS).names
        return {name: at for at, name in enumerate(named) if name in known}

    def place(self, *wanted: str, rng: random.Random) -> tuple[str, int] | None:
        """Choose one of the columns wanted that are there."""
        there = [(name, at) for name, at in self.columns.items() if name in wanted]
        return rng.choice(there) if there else None

    def some(self, at: int, rng: random.Random, most: int = 4) -> list[int]:
        """Choose rows that hold something in a column."""
        full = [
            n for n in range(self.head + 1, len(self.rows)) if self.cell(n, at) not in ("", None)
        ]
        return rng.sample(full, min(len(full), rng.randint(1, most)))

    def cell(self, row: int, at: int) -> Any:
        """Give a cell; nothing where the row is shorter."""
        return self.rows[row][at] if at < len(self.rows[row]) else ""

    def change(self, at: int, rows: Sequence[int], change: Callable[[Any], Any]) -> Table:
        """Change the cells of a column in some rows."""
        changed = [list(row) for row in self.rows]
        for row in rows:
            if at < len(changed[row]):
                changed[row][at] = change(changed[row][at])
        return self.having(changed)

    def having(self, rows: Sequence[Sequence[Any]]) -> Table:
        """Give the file with other rows."""
        return Table(self.source, self.name, tuple(map(tuple, rows)), self.head)

    @property
    def below(self) -> range:
        """The rows below the header."""
        return range(self.head + 1, len(self.rows))

    def content(self, struck: Sequence[int] = (), more: Mapping[str, Any] | None = None) -> bytes:
        """Write the file, with rows struck through and with further sheets."""
        if not self.name.endswith(".xlsx"):
            return join([[str(c) for c in row] for row in self.rows], ",", "\n",
                        quote_all=False).encode()  # fmt: skip
        target = io.BytesIO()
        options = {"in_memory": True, "default_date_format": "d mmm yyyy"}
        with xlsxwriter.Workbook(target, options) as book:
            formats = {"strike": book.add_format({"font_strikeout": True})}
            dated = book.add_format({"font_strikeout": True, "num_format": "d mmm yyyy"})
            sheets = {"Isi": self.rows, **(more or {})}
            for name in sorted(sheets, key=lambda each: each.startswith("Lanjut")):
                page = book.add_worksheet(name)
                for number, row in enumerate(sheets[name]):
                    for place, cell in enumerate(row):
                        struck_out = name == "Isi" and number in struck
                        style = dated if isinstance(cell, date) else formats["strike"]
                        page.write(number, place, cell, *([style] if struck_out else []))
        return target.getvalue()


@dataclass(frozen=True)
class Damage:
    """What lies in a file's place: files by name, and the columns that were spoilt."""

    files: Mapping[str, bytes]
    columns: tuple[str, ...] = field(default=())


Kind = Callable[[Table, random.Random], Damage | None]


def read_table(source: Source, name: str, raw: bytes) -> Table:
    """Read a file of the sample."""
    rows = grid_of(raw) if source.workbook else split(decode(raw))
    known = columns_of(source, SETTINGS)
    found = [len({*known.name([str(cell) for cell in row])} & {*known.names}) for row in rows]
    return Table(source, name, tuple(map(tuple, rows)), found.index(max(found)))


def _spoilt(table: Table, column: str = "", **options: Any) -> Damage:
    return Damage({table.name: table.content(**options)}, (column,) if column else ())


def _rounded(table: Table, rng: random.Random) -> Damage | None:
    """Keep 15 digits of ids, or fewer, as spreadsheets do."""
    if (found := table.place(*IDS, rng=rng)) is None:
        return None
    name, at = found
    digits, kept = rng.choice(((19, 15), (17, 15), (19, 6)))
    whole = {row: str(10 ** (digits - 1) + 7919 * row + 13) for row in table.below}
    power = rng.random() < 0.3
    changed = [list(row) for row in table.rows]
    for row in table.below:
        if table.cell(row, at) not in ("", None):
            short = whole[row][:kept] + "0" * (digits - kept)
            changed[row][at] = f"{int(short):.5E}".replace(".", ",") if power else short
    return _spoilt(table.having(changed), name)


def _column_lost(table: Table, rng: random.Random, cell: str | None) -> Damage | None:
    """Leave a column out, or let it say nothing."""
    counts = table.source.counts if cell == "0" else tuple(table.columns)
    if (found := table.place(*counts, rng=rng)) is None:
        return None
    name, at = found
    if cell is not None:
        return _spoilt(table.change(at, table.below, lambda _: cell), name)
    rows = [
        row if number < table.head else (*row[:at], *row[at + 1 :])
        for number, row in enumerate(table.rows)
    ]
    return _spoilt(table.having(rows), name)


def _unknown_value(table: Table, rng: random.Random) -> Damage | None:
    """Write what no list knows."""
    found = table.place(*LISTED, rng=rng)
    # What meetings are about is no list.
    if found is None or (found[0] == "Topik" and table.source.name != "tiket"):
        return None
    name, at = found
    value = rng.choice(UNKNOWN)
    return _spoilt(table.change(at, table.some(at, rng), lambda _: value), name)


def _downloaded_again(table: Table, rng: random.Random) -> Damage | None:
    """Put a second download beside the first, with other contents of a column, and more rows."""
    if not table.columns or len(table.below) < 3:
        return None
    at = rng.choice(list(table.columns.values()))
    cells = [table.cell(row, at) for row in table.below]
    again = table.change(at, table.some(at, rng, 10), lambda _: rng.choice(cells))
    if rng.random() < 0.3:
        again = again.having(again.rows[: -rng.randint(1, 2)])
    path = Path(table.name)
    second = f"{path.stem} (1){path.suffix}"
    return Damage({table.name: table.content(), second: again.content()}, tuple(table.columns))


def _goes_on(table: Table, rng: random.Random) -> Damage | None:
    """Let a list go on in a second sheet, with or without a header."""
    if not table.source.workbook or len(table.below) < 4:
        return None
    cut = table.head + 1 + rng.randint(2, len(table.below) - 1)
    header = table.rows[table.head]
    spelt = tuple("Tgl" if cell == "Tanggal" else cell for cell in header)
    above = rng.choice(([], [header], [spelt], [("Lanjutan",), header]))
    rest = {"Lanjutan": [*above, *table.rows[cut:]]}
    return _spoilt(table.having(table.rows[:cut]), more=rest)


def _summed_up(table: Table, rng: random.Random) -> Damage | None:
    """Put a summary in front."""
    if not table.source.workbook:
        return None
    row = table.rows[rng.choice(table.below)]
    return _spoilt(table, more={rng.choice(("Rekap", "Ringkasan")): [table.rows[table.head], row]})


def _mistyped(table: Table, rng: random.Random) -> Damage | None:
    """Write another year, or the day in the month's place."""
    if (found := table.place("Tanggal", rng=rng)) is None or table.source.name == "advokasi":
        return None
    name, at = found
    by = rng.choice((-1, 1, 0))

    def slip(cell: Any) -> Any:
        if not isinstance(cell, date):
            return cell
        day = min(cell.day, 28)
        if by:
            return cell.replace(year=cell.year + by, day=day)
        return cell.replace(month=day, day=cell.month) if day <= 12 else cell

    return _spoilt(table.change(at, table.some(at, rng), slip), name)


def _cancelled(table: Table, rng: random.Random) -> Damage | None:
    """Cancel rows by a remark, or strike them through."""
    if "Tanggal" not in table.columns:
        return None
    rows = table.some(table.columns["Tanggal"], rng)
    if rng.random() < 0.5:
        return _spoilt(table, struck=rows)
    wide = max(map(len, table.rows))
    changed = [[*row, *[""] * (wide - len(row)), ""] for row in table.rows]
    changed[table.head][-1] = "Keterangan"
    for row in rows:
        changed[row][-1] = rng.choice(CANCELLED)
    return _spoilt(table.having(changed), "Keterangan")


def _blank(table: Table, rng: random.Random) -> Damage | None:
    """Leave counts empty."""
    if (found := table.place(*table.source.counts, rng=rng)) is None:
        return None
    name, at = found
    return _spoilt(table.change(at, table.some(at, rng, 6), lambda _: rng.choice(("", "-"))), name)


def _spelt(table: Table, rng: random.Random) -> Damage | None:
    """Write names in other case, with other blanks and full stops."""
    if (found := table.place(*NAMES, rng=rng)) is None:
        return None
    name, at = found
    spell = rng.choice((str.upper, str.lower, lambda t: t.replace(" ", "  "), "{}.".format,
                        " {} ".format, "{}\u00a0".format, "\u200b{}".format))  # fmt: skip
    return _spoilt(table.change(at, table.some(at, rng), lambda cell: spell(str(cell))), name)


def _several_agents(table: Table, rng: random.Random) -> Damage | None:
    """Name two agents in one answer."""
    if (found := table.place("Agen", rng=rng)) is None:
        return None
    name, at = found
    names = sorted({str(table.cell(row, at)) for row in table.below} - {""})
    cell = rng.choice((", ", "; ", " dan ", "\n", " / ")).join(rng.sample(names, 2))
    return _spoilt(table.change(at, table.some(at, rng), lambda _: cell), name)


def _rated(table: Table, rng: random.Random) -> Damage | None:
    """Rate in words, on another scale, or without a name."""
    if (found := table.place("Kepuasan Layanan", "Substansi Jawaban", "Email", rng=rng)) is None:
        return None
    name, at = found
    if name == "Email":
        return _spoilt(table.change(at, table.below, lambda _: rng.choice(("anonymous", ""))), name)

    def words(cell: Any) -> Any:
        return rng.choice(WORDS[int(cell) - 1]).title()

    ways: tuple[Callable[[Any], Any], ...] = (
        words, lambda cell: f"{int(cell)} ({words(cell)})", lambda cell: min(int(cell), 4),
        lambda cell: 2 * int(cell),
    )  # fmt: skip
    way = rng.choice(ways)
    return _spoilt(table.change(at, table.below, lambda cell: way(cell) if cell else cell), name)


def _of_more_months(table: Table, rng: random.Random) -> Damage | None:
    """Let an export tell of a period that began earlier, in the exporter's languages."""
    if table.source.workbook:
        return None
    text = decode(table.content())
    starts = rng.choice(("# Start date", "# Tanggal mulai", "# Tanggal awal"))
    longer = re.sub(r"# Start date: ?\d{8}", f"{starts}: 20231201", text)
    return Damage({table.name: longer.encode()}) if longer != text else None


def _page_spelt(table: Table, rng: random.Random) -> Damage | None:
    """Write a page's address with marks of where people came from."""
    if (found := table.place("Page path and screen class", rng=rng)) is None:
        return None
    name, at = found
    ends = ("/", "?fbclid=abc", "?utm_source=wa&utm_medium=b", "?gclid=1")
    return _spoilt(
        table.change(
            at, table.some(at, rng), lambda cell: str(cell).rstrip("/") + rng.choice(ends)
        ),
        name,
    )


def _over_days(table: Table, rng: random.Random) -> Damage | None:
    """Write a day as the first of several."""
    if (found := table.place("Tanggal", rng=rng)) is None or table.source.name == "advokasi":
        return None
    name, at = found
    mark = rng.choice(("–", "-", " s.d. ", " s/d ", " - "))

    def span(cell: Any) -> Any:
        if not isinstance(cell, date) or cell.day > 26:
            return cell
        last = cell.replace(day=cell.day + 2)
        return f"{cell.day}{mark}{tanggal(datetime(last.year, last.month, last.day))}"

    return _spoilt(table.change(at, table.some(at, rng), span), name)


def _heads(table: Table, rng: random.Random) -> Damage | None:
    """Spoil heads by what is not seen."""
    spoil = rng.choice(("\u200b{}", "{}\u00a0", "  {}", "{}:", "\u00ad{}")).format
    rows = [list(row) for row in table.rows]
    rows[table.head] = [spoil(cell) if cell else cell for cell in rows[table.head]]
    if rng.random() < 0.5:
        rows[table.head] = [str(cell).upper() for cell in rows[table.head]]
    return _spoilt(table.having(rows))


KINDS: Mapping[str, Kind] = {
    "nomor dibulatkan": _rounded,
    "kolom hilang": partial(_column_lost, cell=None),
    "kolom nol": partial(_column_lost, cell="0"),
    "kolom kosong": partial(_column_lost, cell=""),
    "nilai asing": _unknown_value,
    "unduhan kedua": _downloaded_again,
    "lembar lanjutan": _goes_on,
    "lembar rekap": _summed_up,
    "salah ketik": _mistyped,
    "dibatalkan": _cancelled,
    "sel kosong": _blank,
    "ejaan lain": _spelt,
    "beberapa agen": _several_agents,
    "skala lain": _rated,
    "masa lain": _of_more_months,
    "alamat lain": _page_spelt,
    "beberapa hari": _over_days,
    "kepala lain": _heads,
}
