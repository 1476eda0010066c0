"""Colours of a styled table: in every format, readable, and nothing else of its style."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pypdfium2
import pytest

from laporan.render.document import read_document
from laporan.show.dress import html_bundle

FRAME = pd.DataFrame({"a": [1, 2], "b": [30, 4]})
PAIR = re.compile(r"background-color: (#[0-9a-f]{6}); color: (#[0-9a-f]{6})")
HOSTILE = """<style>
#x { background-color: red; background-image: url(https://jahat.example/a.png) }
#y { background-color: url(https://jahat.example/b.png); color: expression(alert(1)) }
</style><table><tr><td id="x" data-tulisan="#12">satu</td><td id="y" style="position: fixed"
data-latar="red; position: fixed">dua</td></tr></table>"""


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture
def render(engine, make, tmp_path: Path):
    def made(html: str) -> tuple[Path, tuple[str, ...]]:
        shown = make.output(html_bundle(html)["text/markdown"])
        cells = [make.output(make.metadata), make.text("## Tabel {#tabel}"), shown]
        document = read_document(make.write(tmp_path / "laporan.ipynb", cells))
        engine(document, ["html", "pdf", "slide"], tmp_path)
        return tmp_path, document.warnings

    return made


def test_colours_of_a_styler_are_in_every_format(render) -> None:
    folder, warnings = render(FRAME.style.highlight_max(color="#ffd700").to_html())
    assert warnings == ()
    for name in ("laporan.html", "slide.html"):
        assert PAIR.findall((folder / name).read_text("utf-8")) == [("#ffd700", "#000000")] * 2
    pages = [
        page.render().to_pil().convert("RGB")
        for page in pypdfium2.PdfDocument(folder / "laporan.pdf")
    ]
    colors = {color for page in pages for _, color in page.getcolors(page.width * page.height)}
    assert (255, 215, 0) in colors


def test_text_can_be_read_on_every_ground(render) -> None:
    styles = [
        FRAME.style.background_gradient(cmap="viridis"),
        FRAME.style.map(lambda _: "color: yellow"),
        FRAME.style.map(lambda _: "background-color: rgb(20 20 20 / 50%); color: gray"),
        FRAME.style.map_index(lambda _: "background-color: hsl(240 100% 25%)", axis=1),
    ]
    for style in styles:
        folder, _ = render(style.to_html())
        pairs = PAIR.findall((folder / "laporan.html").read_text("utf-8"))
        assert pairs
        for pair in pairs:
            low, high = sorted(map(luminance, pair))
            assert (high + 0.05) / (low + 0.05) >= 4.5, pair


def test_what_is_no_colour_is_left_out_and_told(render) -> None:
    folder, warnings = render(FRAME.style.bar().to_html())
    assert warnings == ("laporan.ipynb, sel ke-3: gaya tabel yang tidak tampil (background).",)
    assert "linear-gradient(90deg" not in (folder / "laporan.html").read_text("utf-8")


def test_nothing_but_colours_comes_through(render) -> None:
    folder, warnings = render(HOSTILE)
    text = (folder / "laporan.html").read_text("utf-8")
    assert "jahat.example" not in text
    assert "expression(" not in text
    assert "position: fixed" not in re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)
    assert PAIR.findall(text) == [("#ff0000", "#000000")]
    assert warnings[0].endswith("gaya tabel yang tidak tampil (background-color, color).")
