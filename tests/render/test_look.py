from pathlib import Path

import pytest

from laporan.dasar.brand import load_brand
from laporan.render.look import css_variables, typst_colors, write_look

# Colours that text is set in, and what lies under it.
TEXTS = ("tinta", "redup", "aksen", "naik", "turun")
GROUNDS = ("kertas", "lembut", "aksen-lembut")
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
