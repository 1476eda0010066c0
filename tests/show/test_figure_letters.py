"""Letters of charts: drawn where a font has them, named where none has."""

import warnings

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.text import Text

from laporan.show.dress import figure_bundle
from laporan.show.figure_letters import fit_letters
from laporan.show.style import house_style

NAMES = ["😀 👩‍💻 Topik", "ภาษาไทย", "dua …\nbaris", "日本語", "ꦏꦴ Jawa", "DAU"]


def drawn() -> Figure:
    with mpl.rc_context(house_style()):
        figure = Figure(figsize=(6, 3))
        axes = figure.subplots()
        axes.barh(NAMES, range(len(NAMES)))
        axes.set_title("Judul 😀 ꦏ")
    return figure


def test_every_letter_is_drawn_or_named():
    figure = drawn()
    fit_letters(figure)
    with warnings.catch_warnings():
        # Of a letter that no font has, matplotlib warns.
        warnings.simplefilter("error")
        figure.canvas.draw()
    shown = {text.get_text() for text in figure.findobj(Text)}
    assert {*NAMES[:4], "[U+A98F][U+A9B4] Jawa", "Judul 😀 [U+A98F]"} <= shown


def test_letters_of_several_families_keep_apart():
    svg = figure_bundle(drawn())["image/svg+xml"]
    names = [part.split('"')[0] for part in svg.split('id="')[1:]]
    assert len(names) == len(set(names))
    assert "ꦏꦴ Jawa" in svg.split("</desc>")[0]
