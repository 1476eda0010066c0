"""Each published figure stands in its own section, beside its label, in all three formats."""

from __future__ import annotations

import csv
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from laporan.dasar import indonesian
from laporan.measure import read_ukuran

PLACES = Path(__file__).with_name("letak-2023-07.csv")
NEAR = 90  # characters between a figure and its label, at most


def squeeze(text: str) -> str:
    # A line may end after a stroke.
    return re.sub(r"\s+", " ", text).replace("/ ", "/").strip().lower()


def in_page(path: Path) -> dict[str, str]:
    root = html.fromstring(path.read_text("utf-8"))
    return {
        section.get("id"): squeeze(" ".join(section.itertext()))
        for section in root.xpath("//section[contains(@class, 'level2')]")
    }


def titles(path: Path) -> dict[str, str]:
    root = html.fromstring(path.read_text("utf-8"))
    return {
        squeeze(section.xpath("string(.//h2)")): section.get("id")
        for section in root.xpath("//section[contains(@class, 'level2')]")
    }


def in_slides(folder: Path) -> dict[str, str]:
    page, names = html.parse(folder / "laporan.html"), titles(folder / "laporan.html")
    # A part of a section may be a main slide of its own.
    for id in list(names.values()):
        parts = page.xpath(f"//section[@id='{id}']//h3")
        names |= {squeeze(part.text_content()): id for part in parts}
    root = html.fromstring((folder / "slide.html").read_text("utf-8"))
    found: dict[str, str] = {}
    for slide in root.xpath("//section[h1 or h2]"):
        title = squeeze(slide.xpath("string(*[@class='topik' or self::h2])"))
        if title in names:
            text = squeeze(" ".join(slide.itertext()))
            found[names[title]] = f"{found.get(names[title], '')} {text}"
    return found


def in_pdf(folder: Path) -> dict[str, str]:
    # As it was written: by their place on the page, columns and cards would run together.
    command = ["pdftotext", "-raw", str(folder / "laporan.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = squeeze(printed)
    names, starts, position = titles(folder / "laporan.html"), [], 0
    for title in names:
        position = text.index(title, position)
        starts.append(position)
    ends = [*starts[1:], len(text)]
    return {
        name: text[start:end] for name, start, end in zip(names.values(), starts, ends, strict=True)
    }


@pytest.fixture(scope="module")
def printed(juli: Path) -> dict[str, dict[str, str]]:
    return {
        "laporan.html": in_page(juli / "laporan.html"),
        "laporan.pdf": in_pdf(juli),
        "slide.html": in_slides(juli),
    }


def figures(juli: Path) -> Iterator[tuple[dict[str, str], str]]:
    table = read_ukuran(juli / "ukuran.csv")
    table = table[table["bulan"] == "2023-07"].set_index(["indikator", "dimensi", "kategori"])
    with PLACES.open(encoding="utf-8", newline="") as file:
        for place in csv.DictReader(file):
            row = table.loc[(place["indikator"], place["dimensi"], place["kategori"])]
            if row["satuan"] == "persen":
                yield place, indonesian.persen(abs(row["nilai"]))
            else:
                decimals = 2 if row["satuan"].startswith("skala") else 0
                yield place, indonesian.angka(row["nilai"], decimals)


@pytest.mark.parametrize("name", ["laporan.html", "laporan.pdf", "slide.html"])
def test_each_published_figure_is_beside_its_label(
    juli: Path, printed: dict[str, dict[str, str]], name: str
) -> None:
    missing = []
    for place, figure in figures(juli):
        text = printed[name].get(place["bagian"], "")
        alone = rf"(?<![\d.,]){re.escape(figure)}(?!\d|[.,]\d)"
        around = [text[max(0, m.start() - NEAR) : m.end() + NEAR] for m in re.finditer(alone, text)]
        if not any(squeeze(place["label"]) in piece for piece in around):
            missing.append((place, figure, around[:3]))
    assert not missing


def test_all_published_figures_have_a_place() -> None:
    golden = Path(__file__).parents[1] / "measure" / "angka-2023-07.csv"

    def keys(path: Path) -> set[tuple[str, str, str]]:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(line for line in file if not line.startswith("#"))
            return {(row["indikator"], row["dimensi"], row["kategori"]) for row in rows}

    # The change in visitors lies across a break in the series: it is kept and never printed.
    assert keys(golden) - keys(PLACES) == {("situs.perubahan_bulanan", "", "")}


def test_the_change_across_the_break_is_printed_nowhere(
    printed: dict[str, dict[str, str]],
) -> None:
    for sections in printed.values():
        assert not re.search(r"(?<![\d,.])(17,79|17,8 ?%|18 ?%)", " ".join(sections.values()))
