"""A section is left out of the slides, or of everything, by a class of its heading."""

import re
from pathlib import Path

import pypandoc
import pytest

from laporan.prove.said.said import MARKDOWN
from laporan.render.look import FILTER, write_frame

TEXT = """
## Satu {#satu}

Lihat [dua](#dua) dan [tiga](#tiga).

## Dua {#dua .tanpa-slide}

Isi dua.

![Gambar dua](a.png){#fig-dua fig-alt="dua"}

### Anak dua

Isi anak.

## Tiga {#tiga .lepas}

Isi tiga.

## Empat {#empat}

Isi empat.

![Gambar empat](b.png){#fig-empat fig-alt="empat"}
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory):
    """Give what a format says, and where its links lead."""
    folder: Path = tmp_path_factory.mktemp("tema")
    write_frame(folder)

    def write(writer: str) -> tuple[str, set[str]]:
        extra = [f"--lua-filter={folder / FILTER}", "--slide-level=2", "--wrap=none"]
        text = pypandoc.convert_text(TEXT, writer, format=MARKDOWN, extra_args=extra)
        return text, set(re.findall(r'href="#/?([^"]+)"', text))

    return write


def test_a_section_is_left_out_of_the_slides_alone(said):
    slides, links = said("revealjs")
    assert "Isi dua" not in slides
    assert "Isi anak" not in slides
    assert "Isi empat" in slides
    assert "dua" not in links
    assert "Lihat dua" in slides
    # Its figure has its number all the same, so that a number means the same everywhere.
    assert "Gambar 2" in slides.replace("\xa0", " ")
    assert "Gambar 1" not in slides.replace("\xa0", " ")


@pytest.mark.parametrize("writer", ["html5", "typst"])
def test_it_stays_in_the_other_formats(said, writer):
    text, _ = said(writer)
    assert "Isi dua" in text
    assert "Isi anak" in text
    assert "Isi empat" in text


@pytest.mark.parametrize("writer", ["html5", "typst", "revealjs"])
def test_a_section_is_left_out_of_everything(said, writer):
    text, links = said(writer)
    assert "Isi tiga" not in text
    assert "tiga" not in links
    assert "Lihat" in text
