from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from lxml import html

from laporan.dasar.brand import Logo, load_brand
from laporan.dasar.errors import LaporanError
from laporan.prove.said.said import read_tree
from laporan.render import look
from laporan.render.formats import FORMATS, USUAL
from laporan.render.formats.format import run_pandoc
from laporan.render.look import css_variables, typst_colors, write_look

# Colours that text is set in, and what lies under it.
TEXTS = ("tinta", "redup", "aksen", "naik", "turun")
GROUNDS = ("kertas", "lembut", "aksen-lembut")
MARKS = ("aksen", "hangat", "naik", "pudar", "turun")
KANAL = ("whatsapp", "telepon", "email", "hai-kemenkeu", "live-chat")


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("prefix", ["", "gelap-"])
def test_text_has_contrast_on_every_ground(prefix: str) -> None:
    brand = load_brand()
    for text in TEXTS:
        for ground in GROUNDS:
            assert contrast(brand[prefix + text], brand[prefix + ground]) >= 4.5, (text, ground)


def test_channels_have_contrast_on_paper() -> None:
    brand = load_brand()
    assert all(contrast(brand[name], brand["kertas"]) >= 4.5 for name in KANAL)


@pytest.mark.parametrize("prefix", ["", "gelap-"])
def test_what_charts_draw_has_contrast(prefix: str) -> None:
    """Marks against their ground, and the numbers that stand on shades."""
    brand = load_brand()
    for mark in (*MARKS, *KANAL):
        assert contrast(brand[prefix + mark], brand[f"{prefix}kertas"]) >= 3, mark
    assert contrast(brand[f"{prefix}tinta"], brand[f"{prefix}aksen-sedang"]) >= 4.5


def test_colours_come_from_the_brand_alone(tmp_path: Path) -> None:
    brand = load_brand()
    for name, color in brand.colors.items():
        assert color in css_variables(brand)
        assert f'"{name}": rgb("{color}")' in typst_colors(brand)
    assert '"Source Sans Pro"' in css_variables(brand)


def test_the_look_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        write_look(tmp_path / name)
    files = [path.relative_to(tmp_path / "satu") for path in (tmp_path / "satu").rglob("*.*")]
    assert len(files) > 10
    for file in files:
        assert (tmp_path / "satu" / file).read_bytes() == (tmp_path / "dua" / file).read_bytes()


def pdf_alts(path: Path) -> list[str]:
    objects = (pypdf.PdfReader(path).get_object(n) for n in range(1, 400))
    return [each["/Alt"] for each in objects if isinstance(each, dict) and "/Alt" in each]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def test_a_logo_stands_on_the_first_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logo.svg").write_text(SVG)
    logo = Logo(tmp_path / "logo.svg", 'Lambang "$9"')
    brand = replace(load_brand(), logo=logo)
    plain = tmp_path / "tanpa"
    write_look(plain)
    monkeypatch.setattr(look, "load_brand", lambda: brand)
    write_look(tmp_path / "tema")
    report = read_tree("---\ntitle: Uji\nsubtitle: Juli\n---\n\n## Satu {#satu}\n\nIsi.")
    for name in USUAL:
        each = FORMATS[name]
        each.make(report, tmp_path / "tema", tmp_path / each.file)
    for name in ("laporan.html", "slide.html"):
        page = html.fromstring((tmp_path / name).read_text("utf-8"))
        (picture,) = page.xpath("//p[@class='logo']/img")
        assert picture.get("alt") == 'Lambang "$9"'
        assert picture.get("src").startswith("data:image/svg+xml;base64,")
        assert "logo" not in (plain / name).read_text("utf-8")
    assert "logo" not in (plain / "laporan.typ").read_text("utf-8")
    assert pdf_alts(tmp_path / "laporan.pdf") == ['Lambang "$9"']


@pytest.mark.parametrize(
    ("lead", "kept"),
    [
        ("**Kebijakan**", True),
        ("Yang ditanyakan:", True),
        ("**Kebijakan** baru", False),
        ("Isi.", False),
    ],
)
def test_what_heads_a_text_stays_with_it_in_print(tmp_path: Path, lead: str, kept: bool) -> None:
    write_look(tmp_path)
    read = read_tree(f"{lead}\n\nIsi yang menyusul.")
    text = run_pandoc(read, tmp_path, "typst", "laporan.typ").rpartition("#lekat")
    assert bool(text[1] and lead.strip("*:.") in text[2]) == kept


@pytest.mark.parametrize("content", [None, "bukan gambar"])
def test_a_logo_that_is_none_is_told(tmp_path: Path, content: str | None) -> None:
    logo = Logo(tmp_path / "logo.svg", "Lambang")
    if content:
        logo.path.write_text(content)
    with pytest.raises(LaporanError, match=r"_brand\.yml: logo tidak dapat dipakai"):
        _ = logo.svg
