"""Editions as files: whole, proven, inert, the same each time, and readable by everyone."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pypdf
import pytest
from akses import violations
from lxml import html
from playwright.sync_api import Browser
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.made_files import made_files
from laporan.dasar.project import Project
from laporan.measure import read_ukuran
from laporan.measure.angka import figures_of
from laporan.render.edisi.edition_set import fill_editions, read_record
from laporan.sections.edisi.edition import MIME
from laporan.show.runs import runs
from laporan.show.template_blocks import listing, paragraph, part, small_table

JULI = Bulan(2023, 7)
# Many tickets, and few.
MANY, FEW = "35-prov-jawa-timur", "76-prov-sulawesi-barat"
HOSTILE = (
    "<script>window.jahat=1</script>", '"><img src=x onerror="window.jahat=1">', "= Judul",
    '#image("/etc/passwd")', "- butir", "$x^2$", "{{ edisi }}{% raw %}", "\\u0000 &amp;",
)  # fmt: skip
UNPRINTED = "ꦏ\U000f0000"


def record(*texts: str) -> Mapping[str, Any]:
    """Give one edition in which each text stands wherever a text can stand."""
    told = [runs("{t}", t=text) for text in texts]
    blocks = [
        *map(paragraph, told),
        listing(told),
        small_table(["Topik", "Peraturan"], [(each, each) for each in told]),
    ]
    sheet = {"muka": [part(texts[0], *blocks)], "kiri": [part("", *blocks)], "kanan": []}
    edition = {
        "kode": "15", "nama": texts[0], "provinsi": "Prov. Jambi", "berkas": "15-prov-jambi",
        "judul": texts[0], "subjudul": "Juli 2023", "tiket": told[0], "undangan": False,
        "contoh": "", "halaman": [sheet],
    }  # fmt: skip
    return {
        "jenis": "provinsi", "label": "Edisi provinsi", "bulan": "2023-07",
        "rentang": "Juli 2023", "ukuran": "", "edisi": [edition],
    }  # fmt: skip


def test_each_province_has_a_page_and_a_paper_and_all_are_in_the_archive(edisi: Path) -> None:
    names = {path.name for path in edisi.iterdir()}
    assert sum(name.endswith(".pdf") for name in names) == 38
    assert sum(name.endswith(".html") for name in names) == 39
    archive = edisi / "edisi-provinsi-2023-07.zip"
    with zipfile.ZipFile(archive) as packed:
        assert set(packed.namelist()) == names - {archive.name, "jejak.json"}
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in packed.namelist():
            if name != "index.html":
                assert packed.read(name) == (edisi / name).read_bytes()
        assert archive.name not in packed.read("index.html").decode()


def test_the_provenance_has_each_file_with_its_digest(edisi: Path) -> None:
    trace = json.loads((edisi / "jejak.json").read_text("utf-8"))
    listed = {each["berkas"]: each["sha256"] for each in trace["keluaran"]}
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in edisi.iterdir()
        if path.name != "jejak.json"
    }
    assert listed == there
    assert trace["edisi"] == "provinsi"
    assert {each["berkas"] for each in trace["masukan"]} >= {"raw/2023-07/tiket-1.csv"}


def test_the_index_leads_to_each_edition(edisi: Path) -> None:
    page = html.parse(edisi / "index.html")
    links = {each.get("href") for each in page.iter("a")} - {"#isi"}
    assert all((edisi / link).is_file() for link in links)
    assert links >= {f"{path.stem}.html" for path in edisi.glob("*.pdf")}
    rows = page.xpath("//tbody/tr")
    assert [row[0].text for row in rows] == sorted(row[0].text for row in rows)


def test_each_figure_on_a_page_is_in_the_list_of_figures(edisi: Path) -> None:
    known = {}
    for each in figures_of(read_ukuran(edisi / "ukuran.csv")):
        for figure in (each, *each.tepi.values()):
            known[figure.token] = {figure.text(spec) for spec in ("", "0", "1")}
    for path in edisi.glob("*.html"):
        marks = html.parse(path).xpath("//*[@data-kunci]")
        assert marks
        for mark in marks:
            assert mark.text_content() in known[mark.get("data-kunci")]


@pytest.mark.parametrize("name", [MANY, FEW])
def test_a_paper_has_two_sides_and_says_what_the_page_says(edisi: Path, name: str) -> None:
    paper = pypdf.PdfReader(edisi / f"{name}.pdf")
    assert len(paper.pages) == 2
    assert b"pdfuaid:part" in (edisi / f"{name}.pdf").read_bytes()
    assert paper.trailer["/Root"]["/Lang"] == "id"
    written = squeezed(" ".join(page.extract_text() for page in paper.pages))
    page = html.parse(edisi / f"{name}.html")
    assert paper.metadata is not None
    assert paper.metadata.title == page.findtext(".//title")
    said = page.xpath("//main//*[self::p or self::th or self::td or self::li or self::dd]")
    assert len(said) > 40
    for each in said:
        for word in each.text_content().split():
            assert squeezed(word) in written, word


def squeezed(text: str) -> str:
    """Leave out blanks and hyphens, which a line's end takes or puts."""
    return re.sub(r"[\s­‐-]", "", text)


def test_what_strangers_wrote_is_text_in_both(tmp_path: Path) -> None:
    files = dict(fill_editions(record(*HOSTILE)))
    page = html.fromstring(files["15-prov-jambi.html"].decode())
    assert [each.tag for each in page.iter("script", "img", "iframe")] == []
    assert not [name for each in page.iter("*") for name in each.attrib if name.startswith("on")]
    cells = [each.text_content().strip() for each in page.iter("td")]
    assert cells == [" ".join(text.split()) for text in HOSTILE] * 2
    index = html.fromstring(files["index.html"].decode())
    assert [each.tag for each in index.iter("script", "img")] == []
    (tmp_path / "satu.pdf").write_bytes(files["15-prov-jambi.pdf"])
    paper = pypdf.PdfReader(tmp_path / "satu.pdf")
    written = squeezed(" ".join(each.extract_text() for each in paper.pages))
    assert all(squeezed(text) in written for text in HOSTILE)
    assert len(paper.outline) <= 2  # no headings but our own


def test_much_to_say_is_set_smaller_before_it_takes_a_third_side(tmp_path: Path) -> None:
    told = record(*["Peraturan Contoh tentang Pengelolaan Contoh di Daerah Contoh"] * 16)
    [edition] = told["edisi"]
    edition["halaman"] = [{**edition["halaman"][0], "kiri": []}] * 2
    (tmp_path / "satu.pdf").write_bytes(dict(fill_editions(told))["15-prov-jambi.pdf"])
    assert len(pypdf.PdfReader(tmp_path / "satu.pdf").pages) == 2


def test_letters_of_any_script_are_set_or_named(tmp_path: Path) -> None:
    (tmp_path / "satu.pdf").write_bytes(dict(fill_editions(record(UNPRINTED)))["15-prov-jambi.pdf"])
    text = pypdf.PdfReader(tmp_path / "satu.pdf").pages[0].extract_text()
    assert "[U+F0000]" in text


def test_the_same_gives_the_same_bytes() -> None:
    both = [dict(fill_editions(record("Prov. Jambi"))) for _ in range(2)]
    assert both[0] == both[1]


def test_they_are_among_what_is_searched_for_personal_data(edisi: Path) -> None:
    out = edisi.parents[2]
    project = Project(ROOT / "data", out, ROOT)
    searched = {path for _, path in made_files(project, JULI, [])}
    assert set(edisi.iterdir()) <= searched


def test_a_notebook_without_editions_is_refused(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")])
    nbformat.write(notebook, tmp_path / "edisi.ipynb")
    with pytest.raises(LaporanError, match=r"edisi\.ipynb tidak memberi edisi apa pun"):
        read_record(tmp_path / "edisi.ipynb")
    output = nbformat.v4.new_output("execute_result", {MIME: {"jenis": "provinsi"}})
    notebook.cells[0].outputs = [output]
    nbformat.write(notebook, tmp_path / "edisi.ipynb")
    assert read_record(tmp_path / "edisi.ipynb") == {"jenis": "provinsi"}


def looks() -> Iterator[Any]:
    for name in (MANY, FEW, "index"):
        yield from (pytest.param(name, width, "light") for width in (390, 1280))
    yield pytest.param(FEW, 390, "dark")


@pytest.mark.browser
@pytest.mark.parametrize(("name", "width", "scheme"), [*looks()])
def test_a_page_fits_and_is_accessible(
    browser: Browser, edisi: Path, name: str, width: int, scheme: Any
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto((edisi / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not violations(page)
    page.close()
