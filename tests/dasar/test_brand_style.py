"""The letters within a page's style: cut down, but to all that pages show, and set as before."""

import base64
import io
import re

from fontTools.ttLib import TTFont

from laporan.dasar.brand import font_folder, load_brand
from laporan.dasar.brand_style import FONTS, font_faces

NUMBERS_AND_SIGNS = "0123456789 .,–−%±≈≤≥▲▼→“”’…éÉñğŁž"


def test_the_cut_fonts_have_what_pages_show_and_join_letters_as_the_whole_ones():
    style = font_faces(load_brand())
    cut = re.findall(r"url\(data:font/woff;base64,([^)]+)\)", style)
    assert len(cut) == len(FONTS)
    for name, data in zip(FONTS, cut, strict=True):
        whole = TTFont(font_folder() / f"source-sans-pro-{name}.ttf")
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        there = {sign for sign in NUMBERS_AND_SIGNS if ord(sign) in whole.getBestCmap()}
        assert len(there) > 30
        assert there <= {chr(code) for code in font.getBestCmap()}
        for table, feature in (("GPOS", "kern"), ("GSUB", "liga")):
            told = {each.FeatureTag for each in font[table].table.FeatureList.FeatureRecord}
            assert feature in told
        # Hints are for screens of before, and half of a font's weight.
        assert "fpgm" in whole and not {"fpgm", "prep", "FFTM", "webf"} & set(font.keys())
