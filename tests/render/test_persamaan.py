"""Numbered equations, and the references to them, in each format."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from lxml import html

from laporan.prove.said.pandoc_tree import read_passages
from laporan.prove.said.said import read_tree
from laporan.render.document import Document, read_document

CELL = r"""## Rumus {#rumus-rumus}

Lihat @eq-rata, [-@eq-dua_dua] dan @eq-hilang.

$$
\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i
$$ {#eq-rata}

$$y = 2$$

::: {.callout-note}
Sebelumnya, $$E = mc^2$$ {#eq-dua_dua}, dan sesudahnya.
:::
"""
SAID = "Lihat Persamaan 1, 2 dan @eq-hilang."


@pytest.fixture(scope="module")
def document(make, tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("persamaan")
    cells = [make.output(make.metadata), make.text(CELL)]
    return read_document(make.write(folder / "laporan.ipynb", cells))


@pytest.fixture(scope="module")
def made(engine, document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hasil")
    engine(document, ["html", "pdf", "slide"], folder)
    return folder


def test_a_reference_that_leads_nowhere_is_told(document: Document) -> None:
    told = ("laporan.ipynb, sel ke-2: rujukan @eq-hilang, yang tidak ada.",)
    assert document.warnings == told


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_on_pages_each_bears_its_number_and_is_linked(made: Path, name: str) -> None:
    root = html.fromstring((made / name).read_text("utf-8"))
    assert SAID in " ".join(root.text_content().replace("\xa0", " ").split())
    for number, id in (("1", "rumus-rata"), ("2", "rumus-dua_dua")):
        (place,) = root.xpath(f"//*[@id='{id}']")
        assert place.xpath("count(.//math[@display='block'])") == 1
        assert place.xpath("string(*[last()])") == f"({number})"
        assert root.xpath(f"//a[@href='#{id}' or @href='#/{id}']")
    assert "{#eq-" not in root.text_content()


def test_on_paper_each_bears_its_number_and_is_linked(made: Path) -> None:
    reader = pypdf.PdfReader(made / "laporan.pdf")
    text = " ".join(page.extract_text() for page in reader.pages).replace("\xa0", " ")
    assert SAID in " ".join(text.split())
    assert "(1)" in text
    assert "(2)" in text
    assert "{#eq-" not in text
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    assert len([link for link in links if link["/Subtype"] == "/Link" and "/Dest" in link]) >= 2


def test_a_name_is_no_text_of_the_report_but_what_only_looks_like_one_is() -> None:
    (named,) = read_passages(read_tree("$$y = x$$ {#eq-2}"))
    assert named.text.strip() == "y = x"
    (typed,) = read_passages(read_tree("Naik {#eq-56} dan $y = x$ {#eq-57}"))
    assert "56" in typed.text
    assert "57" in typed.text
