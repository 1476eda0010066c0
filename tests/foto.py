"""Pictures of a rendered month, so that anyone can look at it again.

``python tests/foto.py 2023-07`` photographs the page (telephone and screen, light and dark),
every page of the PDF and every slide into ``_output/2023-07/foto/``; with ``--ukur`` it prints what
the files weigh and how they stand (``takar.py``) instead.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import takar
from isi_halaman import measure_pdf

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.formats import FORMATS, USUAL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (1280, 390)
SCHEMES = {"terang": "light", "gelap": "dark"}
DPI = 80


def find_chromium() -> Path | None:
    """Find Chromium on PATH."""
    return next((Path(path) for name in CHROMIUM if (path := shutil.which(name))), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Chromium.

    Raises
    ------
    LaporanError
        If it, or the library that drives it, is not installed.
    """
    if find_spec("playwright") is None:
        raise LaporanError(
            "Pustaka playwright tidak terpasang. Pasanglah dengan pip install -e '.[test]'."
        )
    path = find_chromium()
    if path is None:
        raise LaporanError(
            "Chromium tidak terpasang: tidak ada chromium atau google-chrome di PATH. "
            "Pasanglah, misalnya dengan apt-get install chromium."
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def open_slides(browser: Browser, path: Path, **options: str) -> Page:
    """Open slides at the size that they are made for, and wait until they stand."""
    page = browser.new_page(viewport={"width": 1280, "height": 720}, **options)
    page.goto(path.as_uri())
    page.wait_for_function("Reveal.isReady()")
    return page


def each_slide(page: Page) -> Iterator[int]:
    """Go through the slides, along the way and down each of them."""
    places = page.evaluate(
        "Reveal.getSlides().map(Reveal.getIndices).map(({ h, v }) => [h, v ?? 0])"
    )
    for index, place in enumerate(places):
        page.evaluate("([h, v]) => Reveal.slide(h, v)", place)
        yield index


def photograph_page(browser: Browser, path: Path, out: Path) -> list[Path]:
    """Photograph the whole page at each width, light and dark."""
    pictures = []
    for width in WIDTHS:
        for name, scheme in SCHEMES.items():
            page = browser.new_page(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            page.goto(path.as_uri())
            pictures.append(out / f"html-{width}-{name}.png")
            page.screenshot(path=pictures[-1], full_page=True)
            page.close()
    return pictures


def photograph_slides(browser: Browser, path: Path, out: Path) -> list[Path]:
    """Photograph every slide."""
    page, pictures = open_slides(browser, path), []
    for index in each_slide(page):
        pictures.append(out / f"slide-{index + 1:03}.png")
        page.screenshot(path=pictures[-1])
    page.close()
    return pictures


def photograph_pdf(path: Path, out: Path) -> list[Path]:
    """Photograph every page of the PDF."""
    pictures = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            pictures.append(out / f"pdf-{number:02}.png")
            page.render(scale=DPI / 72).to_pil().save(pictures[-1])
    return pictures


def photograph(folder: Path, out: Path) -> list[Path]:
    """Photograph a month's finished files.

    Raises
    ------
    LaporanError
        If a file or a program is missing.
    """
    files = (FORMATS[name].file for name in USUAL)
    missing = [name for name in files if not (folder / name).is_file()]
    if missing:
        raise LaporanError(
            f"{', '.join(missing)} tidak ada di {folder}. "
            f"Susunlah dahulu dengan laporan render {folder.name}."
        )
    out.mkdir(parents=True, exist_ok=True)
    # Pictures of pages that are no more would mislead.
    for kind in ("html", "pdf", "slide"):
        for old in out.glob(f"{kind}-*.png"):
            old.unlink()
    folder = folder.resolve()
    with open_browser() as browser:
        return [
            *photograph_page(browser, folder / FORMATS["html"].file, out),
            *photograph_pdf(folder / FORMATS["pdf"].file, out),
            *photograph_slides(browser, folder / FORMATS["slide"].file, out),
        ]


def measure(folder: Path) -> list[str]:
    """Measure a month's finished files."""
    from dek import measure_deck, summary  # which opens slides as this does

    page, printed, deck = (
        folder.resolve() / FORMATS[name].file for name in ("html", "pdf", "slide")
    )
    with open_browser() as browser:
        measured = [*takar.measure_page(browser, page), *measure_pdf(printed)]
        return [*map(str, measured), summary(measure_deck(browser, deck))]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Memotret laporan yang sudah disusun.")
    parser.add_argument("bulan", help="bulan laporan, misalnya 2023-07")
    parser.add_argument("--hasil", type=Path, help="folder hasil lain (bawaan: _output)")
    parser.add_argument("--out", type=Path, help="folder foto (bawaan: di dalam folder bulannya)")
    parser.add_argument("--ukur", action="store_true", help="mencetak ukurannya, tanpa memotret")
    call = parser.parse_args(arguments)
    try:
        folder = Project.find(None, call.hasil).output(Bulan.parse(call.bulan))
        if call.ukur:
            print("\n".join(measure(folder)))
            return 0
        pictures = photograph(folder, call.out or folder / "foto")
    except LaporanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    print(f"{len(pictures)} foto di {pictures[0].parent}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
