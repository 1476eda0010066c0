"""Tables with more columns than a sheet has room for, on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from lxml import etree

from laporan.render.document import read_document
from laporan.show.dress import frame_bundle, html_bundle

HEADS = ["jumlah", "rata_rata_harian", "pertumbuhan_kunjungan", "waktu respons", "WhatsApp"]
HEADS += ["pertanggungjawaban"]
LEFT, RIGHT = 51, 544  # of the text on A4, in points
ROWS = 5
SIDES = ("xMin", "yMin", "xMax", "yMax")


def frame(columns: int) -> pd.DataFrame:
    values = {
        f"{HEADS[n % len(HEADS)]}_{n}": [10 ** (n % 6) * 7 + 1000 * n + row for row in range(ROWS)]
        for n in range(columns)
    }
    return pd.DataFrame(values, index=pd.Index([f"Kab. Contoh {row}" for row in range(ROWS)]))


def words(path: Path) -> list[list[tuple[str, tuple[float, float, float, float]]]]:
    """Give a PDF's words, page by page, each with the box that it fills."""
    command = ["pdftotext", "-bbox", str(path), "-"]
    found = subprocess.run(command, capture_output=True, check=True).stdout
    return [
        [
            (word.text or "", tuple(float(word.get(side)) for side in SIDES))
            for word in page.iter("{*}word")
        ]
        for page in etree.fromstring(found).iter("{*}page")
    ]


def said(path: Path) -> str:
    return " ".join(word for page in words(path) for word, _ in page)


@pytest.fixture
def printed(engine, make, tmp_path: Path) -> Callable[[str], Path]:
    def render(markdown: str) -> Path:
        cells = [make.output(make.metadata), make.text("## Tabel {#tabel}"), make.output(markdown)]
        path = make.write(tmp_path / "laporan.ipynb", cells)
        engine(read_document(path), ["pdf"], tmp_path)
        return tmp_path / "laporan.pdf"

    return render


def assert_readable(path: Path) -> None:
    for page in words(path):
        for text, (left, _, right, _) in page:
            assert left >= LEFT - 1, text
            assert right <= RIGHT + 1, text
        for (one, a), (other, b) in combinations(page, 2):
            beside = min(a[2], b[2]) - max(a[0], b[0])
            above = min(a[3], b[3]) - max(a[1], b[1])
            assert beside <= 0.5 or above <= 1.5, (one, other)


@pytest.mark.parametrize("columns", [5, 8, 14, 20, 40])
def test_columns_stay_apart_and_within_the_margins(printed, columns: int) -> None:
    path = printed(frame_bundle(frame(columns))["text/markdown"])
    assert_readable(path)
    text = said(path)
    for n in range(columns):
        assert f"{10 ** (n % 6) * 7 + 1000 * n:,}".replace(",", ".") in text


def test_each_block_of_columns_bears_the_first_column(printed) -> None:
    text = said(printed(frame_bundle(frame(40))["text/markdown"]))
    assert text.count("Kab. Contoh 0") == text.count("Kab. Contoh 4") > 3


def test_one_head_over_several_columns_is_cut_with_them(printed) -> None:
    wide = frame(24)
    wide.columns = pd.MultiIndex.from_product([["Semester satu", "Semester dua"], range(100, 112)])
    path = printed(html_bundle(wide.to_html())["text/markdown"])
    assert_readable(path)
    text = said(path)
    assert all(head in text for head in ("Semester satu", "Semester dua", "111"))


def test_rows_with_a_common_head_and_endless_words_stay_within_the_margins(printed) -> None:
    grouped = frame(18).head(4)
    grouped.index = pd.MultiIndex.from_product([["satu", "dua"], ["a", "b"]])
    endless = pd.DataFrame({"x" * 150: [1, 2], "b": ["y" * 200, "z"]})
    both = [html_bundle(grouped.style.to_html()), frame_bundle(endless)]
    assert_readable(printed("\n\n".join(each["text/markdown"] for each in both)))
