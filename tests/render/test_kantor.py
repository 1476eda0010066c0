"""Word, PowerPoint, the covering letter, the picture and the message: what they hold, and how."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import palsu
import palsu_kantor
import pypdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from laporan.dasar.brand import font_folder
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.prove.same.compare_files import compare_file
from laporan.render.document import Document, read_document
from laporan.render.formats import FORMATS, USUAL
from laporan.render.formats.format import Beside
from laporan.render.formats.whatsapp import LONGEST, fitted
from laporan.render.pandoc import render_pandoc
from laporan.show import box, bullets, sentence

ASKED = [name for name in FORMATS if name not in USUAL]
OFFICE = ["laporan.docx", "slide.pptx", "nota.docx"]
SITE = '[penerbitan]\nalamat_situs = "https://contoh.go.id/laporan"\n'
# Fields that may stand in a file of ours; what a stranger writes is none.
FIELDS = {"PAGE", "NUMPAGES", r'TOC \o "1-1" \n \h \z \u'}


def made(document: Document, folder: Path, settings: Path) -> Path:
    """What is only made for those who ask for it, finished."""
    folder.mkdir()
    render_pandoc(document, ASKED, folder)
    (folder / "ukuran.csv").write_text("bulan\n")
    files = sorted(folder.iterdir())
    for name in ASKED:
        path = folder / FORMATS[name].file
        others = [each for each in files if each != path and each.name != "nota.docx"]
        FORMATS[name].finish(path, Beside(Bulan(2023, 7), load_settings(settings), others))
    return folder


@pytest.fixture(scope="module")
def kantor(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "pengaturan.toml").write_text(SITE + '[nota]\nyth = "Direktur Contoh"\n')
    return made(document, folder / "hasil", folder / "pengaturan.toml")


def xml_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
        return "\n".join(archive.read(name).decode() for name in names)


def test_the_same_report_gives_the_same_bytes(
    document: Document, kantor: Path, tmp_path: Path
) -> None:
    again = made(document, tmp_path / "lagi", kantor.parent / "pengaturan.toml")
    for path in kantor.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", OFFICE)
def test_nothing_tells_when_or_where_a_file_was_made(kantor: Path, name: str) -> None:
    said = xml_of(kantor / name)
    assert not re.search(r"dcterms:(created|modified)|lastModifiedBy", said)
    assert "piksel" not in said
    assert "/tmp" not in said
    assert "id-ID" in said


def test_word_has_what_the_report_has(kantor: Path) -> None:
    word = docx.Document(str(kantor / "laporan.docx"))
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:3] == ["Ringkasan", "Publikasi website", "Tiket"]
    assert word.core_properties.title == "Laporan Uji"
    first, *_, kecil, _ = word.tables
    assert [cell.text for cell in first.rows[1].cells] == [
        "tiket konsultasi", "1.707", "naik 3,2% dibanding Juni 2023, yang 1.315",
    ]  # fmt: skip
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    numbers = [row.cells[2].paragraphs[0] for row in kecil.rows]
    assert {number.alignment for number in numbers} == {WD_ALIGN_PARAGRAPH.RIGHT}
    said = xml_of(kantor / "laporan.docx")
    # As it is written, in an attribute.
    assert said.count('descr="Diagram &quot;rendah&quot;: WhatsApp 3, Telepon 2."') == 2
    assert {each.strip() for each in re.findall(r"<w:instrText[^>]*>([^<]*)<", said)} == FIELDS
    footer = word.sections[0].footer.paragraphs[0].text
    assert footer == "Laporan Uji, Juli 2023\tHalaman 1 dari 1"
    assert 'w:ascii="Source Sans Pro"' in said
    assert "Hanya untuk pembicara" not in said


def test_a_word_that_was_changed_is_told_with_its_place(kantor: Path, tmp_path: Path) -> None:
    word = docx.Document(str(kantor / "laporan.docx"))
    run = next(r for p in word.paragraphs for r in p.runs if "29,81%" in r.text)
    run.text = run.text.replace("29,81%", "39,81%")
    word.save(str(tmp_path / "laporan.docx"))
    contents = [(folder / "laporan.docx").read_bytes() for folder in (tmp_path, kantor)]
    (told,) = compare_file("laporan.docx", *contents)
    assert (told.place, told.found, told.expected) == (
        "bagian “Ringkasan”", "Tiket naik 39,81%.", "Tiket naik 29,81%.",
    )  # fmt: skip


def test_whatever_is_changed_in_files_of_office_is_found_and_named(kantor: Path) -> None:
    """By its place and by what stands there; what is unseen, by its part of the file."""
    files = {name: (kantor / name).read_bytes() for name in OFFICE}
    tried, missed, unnamed = palsu.try_all(files, palsu.known_of_office(files))
    assert {*palsu_kantor.WAYS} == {*tried}
    assert missed == []
    assert [
        (fake.kind, fake.place, fake.sentence, list(map(str, told))) for fake, told in unnamed
    ] == []


def test_slides_say_one_thing_each(kantor: Path) -> None:
    slides = Presentation(str(kantor / "slide.pptx")).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[0] == "Laporan Uji"
    assert titles[-1] == "Selengkapnya"
    assert all(titles)
    assert len(set(titles)) == len(titles) <= 22
    pictures = [
        s for slide in slides for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert [each._element.nvPicPr.cNvPr.get("descr") for each in pictures] == [
        'Diagram "rendah": WhatsApp 3, Telepon 2.'
    ]
    for slide in slides:
        assert (
            slide.element.findall(".//" + qn("a:fld"))
            or 'type="slidenum"' in slide.part.blob.decode()
        )
        ids = [e.get("id") for e in slide.element.iter("{*}cNvPr")]
        assert len(set(ids)) == len(ids)


def test_a_letter_says_who_and_what(kantor: Path) -> None:
    letter = docx.Document(str(kantor / "nota.docx"))
    lines = [p.text.split("\t:\t") for p in letter.paragraphs if "\t:\t" in p.text]
    facts = dict(lines)
    assert facts["Yth."] == "Direktur Contoh"
    assert facts["Hal"] == "Laporan Layanan Informasi DJPK Juli 2023"
    assert set(facts["Dari"]) == {"…"}
    (table,) = letter.tables
    listed = {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}
    assert listed["ukuran.csv"] == hashlib.sha256(b"bulan\n").hexdigest()
    assert set(listed) == {p.name for p in kantor.iterdir()} - {"nota.docx"}
    assert any("Tiket naik 29,81%." in p.text for p in letter.paragraphs)
    assert "Evaluasi" not in "".join(p.text for p in letter.paragraphs)


def test_a_picture_for_a_chat(kantor: Path) -> None:
    with Image.open(kantor / "bagikan.png") as picture:
        assert picture.size == (1200, 675)


def test_a_message_for_a_chat(kantor: Path) -> None:
    text = (kantor / "bagikan.txt").read_text("utf-8")
    assert text.startswith("*Laporan Uji, Juli 2023*\n")
    assert "• tiket konsultasi: *1.707*\n" in text
    assert "Tiket naik *29,81%*." in text
    assert text.endswith("Selengkapnya: https://contoh.go.id/laporan/2023-07/\n")


def test_a_message_loses_its_last_statements_first() -> None:
    first, second = "Satu. " * 70, "Dua. " * 120
    assert fitted(["Judul", first.strip()], "Tautan") == f"Judul\n\n{first.strip()}\n\nTautan"
    short = fitted(["Judul", first.strip(), second.strip()], "Tautan")
    assert len(short) <= LONGEST
    assert short.startswith(f"Judul\n\n{first.strip()}\n\nDua. Dua.")
    assert short.endswith("Dua.\n\nTautan")
    assert fitted(["x" * 2000]) == "x" * (LONGEST - 1) + "…"


def test_what_strangers_write_is_no_mark_of_a_chat(make: type, tmp_path: Path) -> None:
    evil = "*tebal* _miring_ ~coret~ `kode` jahat.example.com https://jahat.id s.d. 1.707 a@b.id"
    said = box("sorotan", bullets([sentence("{x}", x=evil)]))
    cells = [make.output(make.metadata), make.text("## A {#a}"), make.output(said.markdown())]
    document = read_document(make.write(tmp_path / "laporan.ipynb", cells))
    render_pandoc(document, ["whatsapp"], tmp_path)
    text = (tmp_path / "bagikan.txt").read_text("utf-8").partition("\n\n")[2]
    assert not set("*_~`@") & set(text)
    assert "://" not in text
    assert not re.search(r"\w\.[a-z]{2}", text)
    assert "s.d. 1.707" in text


def acting(name: str, xml: str) -> Iterator[str]:
    """What a file of Office could do of its own."""
    yield from re.findall(r'TargetMode="External"[^>]*', xml)
    fields = (each.strip() for each in re.findall(r"<w:instrText[^>]*>([^<]*)<", xml))
    yield from (each for each in fields if each not in FIELDS)
    yield from re.findall(r"fldSimple|vbaProject|oleObject|hlinkClick", xml)


@pytest.mark.parametrize("name", OFFICE)
def test_nothing_of_strangers_acts(bulan_jahat: Path, name: str) -> None:
    assert list(acting(name, xml_of(bulan_jahat / name))) == []


def test_word_shows_what_strangers_wrote(bulan_jahat: Path) -> None:
    word = docx.Document(str(bulan_jahat / "laporan.docx"))
    text = "".join(each.text or "" for each in word.element.body.iter(qn("w:t")))
    for shown in ("<script>window.jahat=1", "{{< env HOME >}}", '=HYPERLINK("http', "[klik di"):
        assert shown in text
    assert not re.search("[\0-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069]", text)


@pytest.fixture(scope="module")
def by_office(bulan_jahat: Path, kantor: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What LibreOffice makes of the files, opened all at once."""
    folder = tmp_path_factory.mktemp("libreoffice")
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{font_folder()}</dir></fontconfig>"
    )
    copies = []
    for source in (kantor, bulan_jahat):
        for name in OFFICE:
            copies.append(shutil.copy(source / name, folder / f"{source.name}-{name}"))
    office = [
        "soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless", "--convert-to", "pdf", "--outdir", str(folder),
    ]  # fmt: skip
    environment = {"FONTCONFIG_FILE": str(fonts), "HOME": str(folder), "PATH": os.environ["PATH"]}
    subprocess.run([*office, *copies], env=environment, check=True, capture_output=True)
    return folder


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_libreoffice_opens_them(by_office: Path, kantor: Path, bulan_jahat: Path) -> None:
    for folder in (kantor, bulan_jahat):
        pages = {
            name: pypdf.PdfReader(by_office / f"{folder.name}-{Path(name).stem}.pdf").pages
            for name in OFFICE
        }
        assert len(pages["nota.docx"]) == 1
        slides = Presentation(str(folder / "slide.pptx")).slides
        assert len(pages["slide.pptx"]) == len(slides)
        last = pages["laporan.docx"][-1].extract_text()
        assert f"Halaman {len(pages['laporan.docx'])} dari {len(pages['laporan.docx'])}" in last
        for page, slide in zip(pages["slide.pptx"], slides, strict=True):
            assert slide.shapes.title.text.split()[0] in page.extract_text()
