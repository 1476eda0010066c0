"""The brand as a page's style: its colours by day and by night, its letters within the style."""

from __future__ import annotations

import base64
import io
from functools import cache
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from laporan.dasar.brand import Brand, font_folder

FONTS = {
    "regular": ("400", "normal"),
    "italic": ("400", "italic"),
    "semibold": ("600", "normal"),
}
# Latin with the marks of names, punctuation, arrows, and the signs that tables use.
_CHARACTERS = [*range(0x20, 0x180), *range(0x2010, 0x2070), *range(0x2190, 0x2194)]
_CHARACTERS += [0x20AC, 0x2122, 0x2212, 0x2248, 0x2264, 0x2265, 0x25B2, 0x25BC]
_FEATURES = ("kern", "liga", "mark", "ccmp", "lnum", "tnum")
# What programs that draw fonts leave in them.
_TABLES_OF_TOOLS = ("FFTM", "webf")
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


@cache
def _subset(file: Path) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(_CHARACTERS)
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(_tag, _FEATURES))
    wanted.drop_table_tag_set.update(map(_tag, _TABLES_OF_TOOLS))
    wanted.flags |= hb.SubsetFlags.NO_HINTING
    cut = hb.subset(hb.Face(hb.Blob.from_file_path(str(file))), wanted)
    font = TTFont(io.BytesIO(cut.blob.data), recalcTimestamp=False, lazy=True)
    font.flavor = "woff"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _tag(name: str) -> int:
    """Give a tag of OpenType as the number that its four letters are."""
    return int.from_bytes(name.encode("ascii"), "big")
