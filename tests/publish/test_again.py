"""A finished month, held against the same month made again by what is here."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.publish.again import Again, hold, read_found, unstable_cells
from laporan.publish.gate import require_proven

JULI = Bulan(2023, 7)
Files = dict[str, bytes]


@pytest.fixture
def files(juli: Path) -> Files:
    return {path.name: path.read_bytes() for path in juli.iterdir()}


@pytest.fixture
def by_other(lagi: Again) -> Again:
    """July, made again by an engine that did not make it the first time."""
    return replace(lagi, same_engine=False)


def changed(files: Files, name: str, old: str, new: str) -> Files:
    text = files[name].decode()
    assert old in text
    return {**files, name: text.replace(old, new, 1).encode()}


def test_a_month_is_what_its_exports_give(files: Files, lagi: Again) -> None:
    held = hold({**files, "catatan-saya.txt": b"lain"}, lagi)
    assert (held.differences, held.files, held.by_bytes) == ([], 6, True)
    said, same = held.report(JULI).splitlines()
    assert said.endswith("tidak ada yang tidak terbukti.")
    assert same == (
        "Juli 2023: 6 berkas sama dengan yang dihasilkan ekspor mentahnya, bita demi bita, "
        "oleh pandoc (3.9)."
    )


def test_what_differs_is_told_with_the_cells_that_may_be_why(files: Files, lagi: Again) -> None:
    asked: list[str] = []
    again = replace(lagi, unstable=lambda: asked or ["sel ke-4 (uuid4()) memberi keluaran lain"])
    held = hold(changed(files, "laporan.html", ">1.493<", ">1.494<"), again)
    assert held.unstable == ["sel ke-4 (uuid4()) memberi keluaran lain"]
    report = held.report(JULI)
    assert "1 tempat LAIN dari yang dihasilkan ekspor mentahnya" in report
    assert "1.494" in report
    assert report.endswith("tidak tetap: sel ke-4 (uuid4()) memberi keluaran lain")
    with pytest.raises(
        LaporanError, match=r"(?s)tidak diterbitkan.*1\.494.*sel ke-4.*tidak berubah"
    ):
        require_proven(held, JULI, without_bytes=True)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("laporan.html", "</style>", "p { margin: 0; }</style>"),
        ("slide.html", "<body", '<body data-mesin="lain"'),
        ("jejak.json", '"nama": "pandoc"', '"nama": "quarto"'),
    ],
)
def test_another_engine_may_write_the_same_otherwise(
    files: Files, lagi: Again, by_other: Again, name: str, old: str, new: str
) -> None:
    other = changed(files, name, old, new)
    assert hold(other, lagi).differences
    held = hold(other, by_other)
    assert (held.differences, held.by_bytes) == ([], False)
    assert "menurut teks, tanda, dan gambarnya" in held.report(JULI)


def _empty_picture(text: str) -> tuple[str, str]:
    start = text.index("data:image/svg+xml", text.index("<body"))
    return text[start : text.index('"', start)], ""


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("laporan.html", lambda _: (">naik<", ">turun<")),
        ("laporan.html", lambda _: ("%2C1542%0D", "%2C1543%0D")),
        ("laporan.html", lambda _: ('data-kunci="2023-07,tiket', 'data-kunci="2023-07,lapor')),
        ("slide.html", _empty_picture),
        ("slide.html", lambda _: ("<td", "<td hidden")),
        ("mutu.html", lambda _: ("</style>", "p { margin: 0; }</style>")),
        ("ukuran.csv", lambda _: (",1707,", ",1708,")),
        ("jejak.json", lambda _: ('"diambil": 1006', '"diambil": 1007')),
    ],
)
def test_another_engine_must_say_and_draw_the_same(
    files: Files, by_other: Again, name: str, change: Callable[[str], tuple[str, str]]
) -> None:
    held = hold(changed(files, name, *change(files[name].decode())), by_other)
    assert held.differences
    assert {each.file for each in held.differences} == {name}
    assert all(each.place for each in held.differences)


def test_files_of_an_absent_engine_need_somebody_who_answers_for_them(
    files: Files, by_other: Again
) -> None:
    held = hold(files, by_other)
    with pytest.raises(LaporanError, match=r"atau terbitkan dengan --tanpa-bukti-bita"):
        require_proven(held, JULI, without_bytes=False)
    require_proven(held, JULI, without_bytes=True)


def test_a_month_that_was_not_rendered_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LaporanError, match=r"belum disusun: jejak\.json .* laporan render 2023-07"):
        read_found(Project(tmp_path, tmp_path), JULI)


def test_a_cell_that_gives_something_else_each_time_is_named(tmp_path: Path) -> None:
    """The order of a set, which Python draws anew each time, is fixed in the kernel."""
    cells = [
        new_code_cell('bulan = ""', metadata={"tags": ["parameters"]}),
        new_code_cell("#| label: himpunan\nprint({'satu', 'dua', 'tiga', 'empat', 'lima'})"),
        new_code_cell("import uuid\nuuid.uuid4().hex"),
        new_code_cell("print(bulan)"),
    ]
    (tmp_path / "notebooks").mkdir()
    nbformat.write(new_notebook(cells=cells), tmp_path / "notebooks" / "laporan.ipynb")
    project = Project(tmp_path / "data", tmp_path / "_output", tmp_path)
    assert unstable_cells(project, JULI) == [
        "sel ke-3 (import uuid) memberi keluaran lain setiap kali dijalankan"
    ]
    source = json.loads((tmp_path / "notebooks" / "laporan.ipynb").read_text("utf-8"))
    assert all(cell["outputs"] == [] for cell in source["cells"])
