"""Whatever table is written, in any form, is read back the same; else there is a message."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.read.declaration import Column, needed
from laporan.read.header import Columns
from laporan.read.raw_table import RawTable
from laporan.read.tabular import read_tabular
from laporan.read.workbook import read_workbook

COLUMNS = Columns((needed("Tanggal"), needed("Topik"), needed("Jumlah"), Column("Catatan")))
NAMES = ["Tanggal", "Topik", "Jumlah", "Catatan", "Nama"]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
# Without a mark, only the NUL bytes of plain letters tell UTF-16.
PLAIN_LETTERS = {"utf-16-le", "utf-16-be", "cp1252"}

LETTERS = st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"])
CELLS = st.one_of(
    st.sampled_from(
        ["", "DAU", "1.707", 'satu "dua"', "a;b,c|d\te", "x\ny", "x\r\ny", "é", "=1+1"]
    ),
    st.text(LETTERS, max_size=8),
)


@dataclass(frozen=True)
class Form:
    """How a table is written."""

    encoding: str
    separator: str
    line_end: str
    quote_all: bool
    above: Sequence[str]
    order: Sequence[str]
    padding: int
    ended: bool

    @property
    def quoted_marks(self) -> set[str]:
        return {self.separator, '"', "\n", "\r"}

    def write(self, rows: Sequence[Sequence[str]]) -> bytes:
        lines = [*([line] for line in self.above), list(self.order)]
        lines += [[dict(zip(NAMES, row, strict=True))[name] for name in self.order] for row in rows]
        padded = [[*cells, *[""] * self.padding] for cells in lines]
        text = self.line_end.join(self.separator.join(map(self.cell, line)) for line in padded)
        return (text + self.line_end * self.ended).encode(self.encoding)

    def cell(self, text: str) -> str:
        if self.quote_all or self.quoted_marks & set(text):
            return '"' + text.replace('"', '""') + '"'
        return text


FORMS = st.builds(
    Form,
    encoding=st.sampled_from(ENCODINGS),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    quote_all=st.booleans(),
    above=st.lists(st.sampled_from(["", "Laporan", "# Semua", "Bulan: Juli"]), max_size=3),
    order=st.permutations(NAMES),
    padding=st.integers(0, 2),
    ended=st.booleans(),
)
ROWS = st.lists(
    st.tuples(st.sampled_from(["5 Juli 2023", "2023-07-05"]), CELLS, CELLS, CELLS, CELLS),
    min_size=1,
    max_size=6,
)


def lines_in(text: str) -> int:
    """Count the line breaks of a cell as an editor does."""
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@given(ROWS, FORMS, st.sampled_from(["", "sep", "sep berbohong"]))
@example(
    [("5 Juli 2023", "", "", "", "\xa0Â\xa0")],
    Form("cp1252", ",", "\n", False, [], NAMES, 0, False),
    "",
)
@settings(max_examples=120)
def test_a_table_is_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], form: Form, named: str
) -> None:
    if form.encoding in PLAIN_LETTERS:
        assume(all(ord(letter) < 256 for row in rows for cell in row for letter in cell))
    if named:
        # The line that Excel writes for itself, never quoted.
        form = Form(**{**vars(form), "above": []})
    try:
        raw = form.write(rows)
    except UnicodeEncodeError:
        assume(False)
    if named:
        line = f"sep={form.separator if named == 'sep' else '~'}{form.line_end}"
        mark = raw[: len(raw) - len(form.write(rows))]
        body = raw.decode(form.encoding)
        raw = mark + (line + body).encode(form.encoding)
    if form.encoding == "cp1252":
        # Such bytes are UTF-8 as well, and nothing could tell.
        assume(not _is_utf8(raw))
    path = tmp_path_factory.getbasetemp() / "bolak-balik.csv"
    path.write_bytes(raw)
    try:
        (table,) = read_tabular(path, COLUMNS)
    except LaporanError:
        # Where some of its bytes are a letter of UTF-8, it may be a UTF-8 file that is damaged.
        assert form.encoding == "cp1252"
        assert _holds_utf8(raw)
        return
    read = [name for name in form.order if name in COLUMNS.names]
    assert list(table.data.columns) == read
    for place, name in enumerate(NAMES[:4]):
        assert table.data[name].fillna("").tolist() == [row[place] for row in rows]
    assert table.rusak.empty
    first = len(form.above) + bool(named) + 2
    places = []
    for row in rows:
        places.append(first)
        first += 1 + sum(map(lines_in, row))
    assert table.data.index.tolist() == places


def _holds_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "surrogateescape")
    return any(letter > "\x7f" and not "\udc80" <= letter <= "\udcff" for letter in text)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return not raw.isascii()


SHEET_CELLS = st.one_of(
    st.sampled_from(["", "DAU", "1.707", "=1+1", "é", "x\ny"]),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\ufffe\uffff"),
        max_size=8,
    ),
).map(str.strip)


@given(
    st.lists(st.tuples(SHEET_CELLS, SHEET_CELLS, SHEET_CELLS), min_size=1, max_size=5),
    st.integers(0, 3),
    st.permutations(NAMES[:3]),
)
@settings(max_examples=40)
def test_a_sheet_is_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    above: int,
    order: list[str],
) -> None:
    rows = [("5 Juli 2023", *row[1:]) for row in rows]
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at in range(above):
            sheet.write_string(at, 0, f"Judul {at}")
        for at, row in enumerate([NAMES[:3], *rows], start=above):
            cells = dict(zip(NAMES[:3], row, strict=True))
            for place, name in enumerate(order):
                sheet.write_string(at, place, cells[name])
    path = tmp_path_factory.getbasetemp() / "bolak-balik.xlsx"
    path.write_bytes(target.getvalue())
    table = read_workbook(path, COLUMNS)
    for place, name in enumerate(NAMES[:3]):
        assert table.data[name].fillna("").tolist() == [row[place] for row in rows]
    assert table.data.index.tolist() == [above + 2 + at for at in range(len(rows))]


@given(
    st.binary(max_size=400),
    st.sampled_from(
        [b"", b"Tanggal,Topik,Jumlah\n", b"\xff\xfe", b"PK\x03\x04", b"<table>", b"sep="]
    ),
)
@settings(max_examples=80)
def test_random_bytes_give_a_table_or_a_message(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, start: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "acak.csv"
    path.write_bytes(start + raw)
    for stacked in (True, False):
        _read_or_message(lambda stacked=stacked: read_tabular(path, COLUMNS, stacked=stacked))
    if not start.startswith(b"\xd0"):
        _read_or_message(lambda: [read_workbook(path, COLUMNS)])


def _read_or_message(read) -> list[RawTable]:
    try:
        return read()
    except LaporanError as error:
        assert str(error).startswith("acak.csv")
        assert str(error).endswith(".")
        return []


@given(ROWS, st.data())
@settings(max_examples=60)
def test_a_file_cut_off_is_never_read_wrongly_in_silence(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    form = Form("utf-8", ",", "\n", False, [], NAMES, 0, ended=True)
    raw = form.write(rows)
    path = tmp_path_factory.getbasetemp() / "terpotong.csv"
    path.write_bytes(raw[: data.draw(st.integers(0, len(raw)))])
    try:
        (table,) = read_tabular(path, COLUMNS)
    except LaporanError:
        return
    found = [tuple(row) for row in table.data.fillna("").itertuples(index=False)]
    whole = [row[:4] for row in rows]
    told = table.peringatan or len(table.rusak)
    assert found == whole[: len(found)] or told


def test_a_named_separator_must_show_the_header(tmp_path: Path) -> None:
    for line in ('"sep=";""', "sep=T", "sep= ", "sep=~"):
        path = tmp_path / "bernama.csv"
        path.write_text(f'{line}\n"Tanggal";"Topik";"Jumlah"\n"5 Juli";"a,b";"1"\n')
        (table,) = read_tabular(path, COLUMNS)
        assert table.data["Topik"].tolist() == ["a,b"]
