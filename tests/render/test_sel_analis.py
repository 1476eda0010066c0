"""One notebook with everything that analysts may write, read back in each format."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import akses
import analis
import foto
import pypdf
import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project, find_root
from laporan.prove.privacy import check_privacy

Once = Callable[[str, Callable[[Path], object]], Path]
BULAN = "2023-07"
PAGES = ["laporan.html", "slide.html"]

# What every format says, by the cell that it comes from.
SAID = [
    *("DAK Fisik", "0,0615", "31 Juli 2023", "1.230", "HAI Kemenkeu", "<script>alert(1)</script>"),
    *("Brebes", "500 baris × 1 kolom", "butir lain", "Tiket per hari, naik di akhir bulan"),
    *("(Gambar hilang.png tidak ada.)", "Tidak ada: @fig-entah", "dicetak 42 {{< env HOME >}} <b>"),
    *("('jumlah', 45)", "jumlah = sum(range(10))", "sepuluh angka", "rahasia = 1"),
    *(
        "baris 3: UserWarning: hati-hati",
        "Tercetak tebal sebagai Markdown.",
        "Paragraf HTML dari sel",
    ),
    *('"kunci": "nilai json"', "yang aneh", "teks pengganti skrip", "Isi catatan kaki."),
    *("belum", "Istilah", "Artinya.", "Sebuah kutipan.", "Judul tingkat empat", "baris kedua"),
    *(
        "SELECT 1",
        "HTML dalam teks",
        "HTML mentah",
        "Menurut Kementerian Keuangan (2021)",
        "Daftar pustaka",
    ),
    *("Pengelolaan Dana Transfer", "Catatan", "Judul kiat", "Judul sendiri", "Awas", "Penting"),
    *("Isi penting.", "Menurut kanal", "Isi tab pertama.", "Isi tab kedua.", "Kolom kiri."),
    *("Kolom kanan.", "Judulnya: Laporan Layanan Informasi DJPK", "{{< kbd Ctrl >}}"),
    *("https://contoh.example/x.png", "Tabel ini tidak memuat baris."),
    "Lihat Gambar 4, Gambar 3 (b), Tabel 6 (a), Gambar 3",
]
UNSAID = ["tidak tampak\n", "disembunyikan", "<Axes", "cdn.example.org", "ipykernel", "0x7f"]
CAPTIONS = [
    *(
        "Gambar 1. 87,46% tiket masuk lewat WhatsApp.",
        "Gambar 2. Tiket per hari, naik di akhir bulan",
    ),
    *("Gambar 3. Dua gambar", "Gambar 4. Foto di samping notebook", "Gambar 5. Foto yang hilang"),
    *("Gambar 6. Kiri", "Gambar 7. Kanan", "Tabel 1. Tiket menurut topik, dihitung di “sel”."),
    *("Tabel 2. Tabel yang panjang", "Tabel 3. Dari Styler", "Tabel 4. Dari great_tables"),
    *("Tabel 5. Tabel yang diketik", "(a) Yang kiri", "(b) Yang kanan"),
    *("Tabel 6. Dua tabel", "(a) Tanpa baris", "(b) Yang bertingkat"),
]
REFERENCES = "Seluruhnya ada di Tabel 2 dan 2; pendeknya di lihat Tabel 1. Grafiknya Gambar 2"
# Cell, and what is told of it.
WARNINGS = {
    *((20, "gambar tanpa fig-alt dan fig-cap"), (23, "gambar hilang.png, yang tidak ada")),
    *((25, "rujukan @fig-entah"), (37, "application/x-aneh"), (39, "dari jaringan")),
    *((43, "dari jaringan"), (43, "huruf yang tidak ada"), (49, "kode pendek {{< kbd Ctrl >}}")),
}


@pytest.fixture(scope="module")
def proyek(once: Once, juli: Path) -> Path:
    """A project of its own with the analysts' notebook, rendered twice; July is cleaned already."""

    def make(folder: Path) -> None:
        for name in ("_quarto.yml", "_brand.yml", "index.qmd"):
            shutil.copyfile(find_root() / name, folder / name)
        (folder / "lib").symlink_to(find_root() / "lib")
        shutil.copytree(find_root() / "notebooks", folder / "notebooks")
        analis.write(folder / "notebooks")
        command = [sys.executable, "-m", "laporan", "render", BULAN, "--engine", "pandoc"]
        data = ["--data", str(juli.parent.parent / "data")]
        for name in ("satu", "dua"):
            done = subprocess.run(
                [*command, *data, "--out", str(folder / name)],
                cwd=folder,
                env={**os.environ, "PYTHONHASHSEED": str(len(name))},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            (folder / f"{name}.log").write_text(done.stderr, "utf-8")

    return once("analis", make)


@pytest.fixture(scope="module")
def hasil(proyek: Path) -> Path:
    return proyek / "satu" / BULAN


def said(path: Path) -> str:
    """Give the text of a finished file as it is read, on one line."""
    if path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        root = html.fromstring(path.read_text("utf-8"))
        for element in root.xpath("//style | //script | //annotation"):
            element.drop_tree()
        text = root.text_content()
    return " ".join(text.replace("\xa0", " ").split())


def squeezed(text: str) -> str:
    """Without blanks, which a PDF has elsewhere."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", [*PAGES, "laporan.pdf"])
def test_every_format_says_all_of_it(hasil: Path, name: str) -> None:
    text = said(hasil / name)
    found = squeezed(text)
    assert [part for part in SAID if squeezed(part) not in found] == []
    assert [part for part in UNSAID if part in text] == []
    assert ("Hanya di PDF." in text) == (name == "laporan.pdf")
    assert ("Hanya di halaman dan slide." in text) == (name != "laporan.pdf")
    assert ("Tidak di PDF." in text) == (name != "laporan.pdf")


@pytest.mark.parametrize("name", [*PAGES, "laporan.pdf"])
def test_one_numbering_for_all(hasil: Path, name: str) -> None:
    text = said(hasil / name)
    # What a chart says may head its slide, apart from its number.
    parts = [each.split(" ", 2) for each in CAPTIONS]
    split = [
        part.rstrip(".") for kind, number, what in parts for part in (f"{kind} {number}", what)
    ]
    wanted = split if name == "slide.html" else CAPTIONS
    assert [caption for caption in wanted if squeezed(caption) not in squeezed(text)] == []
    assert re.findall(r"(?:Gambar|Tabel) \d+\.", text).count("Tabel 5.") == 2
    assert squeezed(REFERENCES) in squeezed(text)


@pytest.mark.parametrize("name", PAGES)
def test_references_lead_to_what_they_name(hasil: Path, name: str) -> None:
    root = html.fromstring((hasil / name).read_text("utf-8"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link.get("href") for link in root.xpath("//main//a[starts-with(@href, '#')]")]
    names = [link.removeprefix("#").removeprefix("/") for link in links]
    assert {"tabel-harian", "gambar-harian", "sec-gambar", "gambar-dua"} <= set(names)
    assert set(names) <= set(ids)


def test_references_in_the_pdf_lead_somewhere(hasil: Path) -> None:
    reader = pypdf.PdfReader(hasil / "laporan.pdf")
    links = [
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", [])
    ]
    inside = [link for link in links if "/Dest" in link or "/D" in link.get("/A", {})]
    # The contents, and the references of the text.
    assert len(inside) > 15


def test_numbers_stand_at_the_right(hasil: Path) -> None:
    root = html.fromstring((hasil / "laporan.html").read_text("utf-8"))
    for caption, column in (
        ("menurut topik", 2),
        ("Styler", 3),
        ("great_tables", 2),
        ("diketik", 2),
    ):
        (table,) = root.xpath(f"//table[caption[contains(., '{caption}')]]")
        cells = table.xpath(f".//tr/*[{column}]")
        assert all("right" in cell.get("style", "") for cell in cells), caption
    assert set(root.xpath("//thead//th/@scope")) == {"col"}


def test_a_head_is_repeated_on_the_next_page(hasil: Path) -> None:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(hasil / "laporan.pdf").pages)
    rows = [found.start() for found in re.finditer(r"\d Juli 2023\s+1\.2\d\d", text)]
    heads = [found.start() for found in re.finditer(r"Hari\s+Tiket", text)]
    assert any(rows[0] < head < rows[-1] for head in heads)


def test_pictures_are_svg_with_words(hasil: Path) -> None:
    for name in PAGES:
        root = html.fromstring((hasil / name).read_text("utf-8"))
        pictures = root.xpath("//figure//img[not(contains(@class, 'sempit'))]")
        alts = [picture.get("alt") or picture.get("aria-label") for picture in pictures]
        assert all(alts)
        assert {"Diagram batang dari tiga kanal", "Garis naik", "Garis turun"} <= set(alts)
        assert "Tiket tanpa judul gambar; sumbu x: tiket; batang: Telepon 3, Surat 5." in alts
        kinds = [picture.get("src", picture.get("data-src"))[:19] for picture in pictures]
        assert kinds.count("data:image/svg+xml;") >= 5
        # The report's own chart stands in the page itself; a slide keeps it as a picture.
        own = root.xpath("//figure//svg[@class='luas'] | //figure//img[@class='luas']")
        assert [chart.tag for chart in own] == ["svg" if name == "laporan.html" else "img"]
        assert own[0].get("aria-label").startswith("Diagram batang tiket menurut kanal")


def test_code_is_highlighted_and_folded(hasil: Path) -> None:
    root = html.fromstring((hasil / "laporan.html").read_text("utf-8"))
    assert root.xpath("//pre[contains(@class, 'python')]//span[@class='co']")[0].text.startswith(
        "# sep"
    )
    (folded,) = root.xpath("//details[@class='kode']")
    assert folded.xpath("string(summary)").strip() == "Cara menghitung"
    assert "rahasia" in folded.text_content()
    assert len(root.xpath("//math")) == 3


def test_the_pdf_has_words_for_formulas(hasil: Path) -> None:
    reader = pypdf.PdfReader(hasil / "laporan.pdf")
    alts = [
        value["/Alt"]
        for number in range(1, len(reader.xref[0]) + 1)
        if isinstance(value := reader.get_object(number), dict) and "/Alt" in value
    ]
    assert "Rumus E = mc^2" in alts
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_what_is_not_shown_as_meant_is_told(proyek: Path) -> None:
    told = (proyek / "satu.log").read_text("utf-8").splitlines()
    warnings = [line for line in told if line.startswith("Peringatan: laporan.ipynb, sel ke-")]
    for number, what in WARNINGS:
        assert any(f"sel ke-{number}: " in line and what in line for line in warnings), what


def test_the_same_bytes_twice(proyek: Path) -> None:
    first, second = (proyek / name / BULAN for name in ("satu", "dua"))
    for path in first.iterdir():
        if path.name != "jejak.json":
            assert path.read_bytes() == (second / path.name).read_bytes(), path.name
    listed = json.loads((first / "jejak.json").read_text("utf-8"))["keluaran"]
    assert {each["berkas"] for each in listed} == {path.name for path in first.iterdir()} - {
        "jejak.json"
    }


def test_no_personal_data_leak(proyek: Path, juli: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(proyek)
    project = Project.find(juli.parent.parent / "data", proyek / "satu")
    assert check_privacy(project, Bulan.parse(BULAN)).leaks == ()


@pytest.fixture
def page(browser: Browser, hasil: Path) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((hasil / "laporan.html").as_uri())
    return page


@pytest.mark.browser
def test_tabs_work_by_keyboard(page: Page) -> None:
    tabs = page.get_by_role("tab")
    assert tabs.all_inner_texts() == ["Menurut kanal", "Menurut topik"]
    assert page.get_by_text("Isi tab pertama.").is_visible()
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_text("Isi tab kedua.").is_visible()
    assert not page.get_by_text("Isi tab pertama.").is_visible()
    assert tabs.nth(1).evaluate("tab => tab === document.activeElement")


@pytest.mark.browser
def test_charts_live_without_a_network(browser: Browser, hasil: Path) -> None:
    asked: list[str] = []
    errors: list[str] = []
    for name in PAGES:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((hasil / name).as_uri())
        page.wait_for_load_state("networkidle")
        if name == "laporan.html":
            page.wait_for_selector("[id^='altair-'] svg")
            assert page.locator("[id^='altair-'] svg").count() == 2
            assert page.get_by_text("skrip berjalan").is_visible()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.browser
def test_a_slide_shows_the_first_rows_and_where_the_rest_is(browser: Browser, hasil: Path) -> None:
    slides = foto.open_slides(browser, hasil / "slide.html")
    told = slides.locator(".sisa")
    assert re.fullmatch(
        r"Baris 1–\d+ dari 31; selengkapnya di Tabel\s2 pada halaman dan PDF laporan\.",
        told.first.text_content() or "",
    )
    assert slides.locator("caption .sisa", has_text="dari 30; selengkapnya pada").count() == 1
    over = slides.evaluate(
        """() => [...document.querySelectorAll('.slides section:not(.stack)')].filter((slide) => {
          slide.hidden = false;
          slide.style.display = 'flex';
          const bottom = slide.getBoundingClientRect().bottom;
          return [...slide.children].some((one) => one.getBoundingClientRect().bottom > bottom + 1);
        }).map((slide) => slide.textContent.slice(0, 40))"""
    )
    assert over == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, hasil: Path, name: str, scheme: str) -> None:
    if name == "slide.html":
        page = foto.open_slides(browser, hasil / name, color_scheme=scheme)
    else:
        page = browser.new_page(color_scheme=scheme)
        page.goto((hasil / name).as_uri())
        page.wait_for_selector("[id^='altair-'] svg")
    assert akses.violations(page) == ""


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_no_wider_than_the_window(browser: Browser, hasil: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((hasil / "laporan.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
