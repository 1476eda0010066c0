"""Letters of figures: each from a font that has it, and names for those that none has."""

from __future__ import annotations

import logging

from matplotlib import font_manager
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryFormatter
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import FixedFormatter, FuncFormatter

from laporan.dasar.brand import load_brand
from laporan.dasar.letters import Face, Typeset, typeset

# What writes names at ticks; all else writes numbers.
_NAMING = (FixedFormatter, FuncFormatter, StrCategoryFormatter)
# A font in one weight is as good as none in another, and needs no word for each text.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


def fit_letters(figure: Figure) -> None:
    """Give a figure's texts the fonts that they need besides the brand's."""
    for axis in figure.findobj(Axis):
        if isinstance(axis.get_major_formatter(), _NAMING):
            _fit_ticks(axis)
    for text in figure.findobj(Text):
        needed = _needed(text.get_text())
        if needed is not None:
            text.set_text(needed.shown(text.get_text()))
            _set_fonts(text, needed)


def _fit_ticks(axis: Axis) -> None:
    """Fit the names of ticks, which a figure would write anew when it is drawn."""
    labels = axis.get_ticklabels()
    needed = [_needed(label.get_text()) for label in labels]
    shown = [
        label.get_text() if each is None else each.shown(label.get_text())
        for label, each in zip(labels, needed, strict=True)
    ]
    if shown != [label.get_text() for label in labels]:
        axis.set_ticks(axis.get_ticklocs(), labels=shown)


def _needed(text: str) -> Typeset | None:
    if text.isascii():
        return None
    needed = typeset(text)
    return needed if needed.faces or needed.replaced else None


def _set_fonts(text: Text, needed: Typeset) -> None:
    for face in needed.faces:
        _know(face)
    text.set_fontfamily([load_brand().family, *needed.families])


def _know(face: Face) -> None:
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    if str(face.path) not in known:
        font_manager.fontManager.addfont(face.path)
