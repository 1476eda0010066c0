"""The brand as a page's style: its colours by day and by night, its letters within the style."""

from __future__ import annotations

import base64
import io
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from laporan.dasar.brand import Brand, font_folder, load_brand

FONTS = {
    "regular": ("400", "normal"),
    "italic": ("400", "italic"),
    "semibold": ("600", "normal"),
}
# Latin with the marks of names, punctuation, arrows, and the signs that tables use.
_CHARACTERS = [*range(0x20, 0x180), *range(0x2010, 0x2070), *range(0x2190, 0x2194)]
_CHARACTERS += [0x20AC, 0x2122, 0x2212, 0x2248, 0x2264, 0x2265, 0x25B2, 0x25BC]
DARK = "gelap-"


def css_variables(brand: Brand, *, by_night: bool = True) -> str:
    """Give the palette as variables, with those of the dark after those of the light.

    Parameters
    ----------
    by_night
        Whether the page goes dark where its reader's screen is.
    """
    light = {name: color for name, color in brand.colors.items() if not name.startswith(DARK)}
    dark = {
        name.removeprefix(DARK): color
        for name, color in brand.colors.items()
        if name.startswith(DARK)
    }
    lines = [f"--{name}: {color};" for name, color in light.items()]
    lines.append(f'--huruf: "{brand.family}", system-ui, sans-serif;')
    if not by_night:
        return f":root {{ color-scheme: light; {' '.join(lines)} }}\n"
    night = " ".join(f"--{name}: {color};" for name, color in dark.items())
    return (
        f":root {{ color-scheme: light dark; {' '.join(lines)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {night} }} }}\n"
    )


def font_faces(brand: Brand) -> str:
    """Give the fonts that pages need, cut down to the characters in use, inside the style."""
    faces = []
    for name, (weight, style) in FONTS.items():
        data = base64.b64encode(_subset(font_folder() / f"source-sans-pro-{name}.ttf")).decode()
        faces.append(
            f'@font-face {{ font-family: "{brand.family}"; font-weight: {weight}; '
            f"font-style: {style}; src: url(data:font/woff;base64,{data}) format('woff'); }}\n"
        )
    return "".join(faces)


def prepare_fonts() -> None:
    """Cut the fonts ahead, in time that would pass in waiting; :func:`write_look` then has them."""
    font_faces(load_brand())


@cache
def _subset(file: Path) -> bytes:
    options = subset.Options()
    options.layout_features = ["kern", "liga", "mark", "ccmp", "lnum", "tnum"]
    options.hinting = False
    options.drop_tables += ["FFTM", "webf"]
    font = TTFont(file, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_CHARACTERS)
    cutter.subset(font)
    font.flavor = "woff"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
