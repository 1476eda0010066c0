"""How charts look: each as a picture that changes on purpose only, and can be read by all.

A picture is kept as text, so that a change can be read in a diff: the mean colour of each block of
pixels as three hexadecimal digits, white as dots. `pytest tests/sections/test_gambar.py
--snapshot-update` keeps the pictures as they are now; look at them before.
"""

import io
import re
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from marks import draw
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import QuadMesh
from matplotlib.colors import to_rgb
from matplotlib.container import BarContainer
from matplotlib.image import imread
from syrupy.extensions.single_file import SingleFileAmberSnapshotExtension

from laporan import sections as s
from laporan.show import PAGE, PHONE
from laporan.show.bars import ranked_bars
from laporan.show.figure_letters import fit_letters
from laporan.show.style import house_style

NAMES = sorted(name for name in dir(s) if name.startswith("chart_"))
PANES = {"halaman": PAGE, "telepon": PHONE}
DPI, BLOCK = 40, 8
WHITE = "···"
# Of 16 steps of a channel: what a letter drawn half a pixel aside makes.
STEPS, FEW = 1, 0.01
MARK, TEXT, APART = 3.0, 4.5, 14.0


class Picture(SingleFileAmberSnapshotExtension):
    """Holds a picture as the same where no block has another colour to speak of."""

    file_extension = "txt"

    def matches(self, *, serialized_data, snapshot_data):
        now, kept = (blocks_of(data) for data in (serialized_data, snapshot_data))
        if now.shape != kept.shape:
            return False
        other = np.abs(now - kept).max(axis=-1) > STEPS
        return other.mean() <= FEW


@pytest.fixture
def gambar(snapshot):
    return snapshot.use_extension(Picture)


@pytest.fixture(scope="module")
def drawn(lengkap):
    """Every chart of the report, for the page and for a telephone."""
    figures = {}
    for name in NAMES:
        chart = getattr(s, name)(lengkap)
        for width, pane in PANES.items():
            with mpl.rc_context(house_style()):
                figure = chart.draw(pane)
                fit_letters(figure)
                FigureCanvasAgg(figure).draw()
            figures[name, width] = figure
    return figures


def picture_of(figure):
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI)
    # Else its texts go on to be measured as they are at these few pixels.
    figure.draw_without_rendering()
    pixels = imread(io.BytesIO(buffer.getvalue()))[..., :3]
    rows, columns = (-(-size // BLOCK) for size in pixels.shape[:2])
    room = [(0, rows * BLOCK - pixels.shape[0]), (0, columns * BLOCK - pixels.shape[1]), (0, 0)]
    filled = np.pad(pixels, room, constant_values=1.0)
    means = filled.reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3))
    steps = np.rint(means * 15).astype(int)
    return "\n".join(
        " ".join("".join(f"{step:x}" for step in block).replace("fff", WHITE) for block in row)
        for row in steps
    )


def blocks_of(data):
    lines = [line.replace(WHITE, "fff") for line in str(data).splitlines()]
    rows = [re.findall(r"\b[0-9a-f]{3}\b", line) for line in lines]
    return np.array([[[int(digit, 16) for digit in block] for block in row] for row in rows if row])


@pytest.mark.parametrize("width", PANES)
@pytest.mark.parametrize("name", NAMES)
def test_a_chart_looks_as_it_did(drawn, gambar, name, width):
    assert picture_of(drawn[name, width]) == gambar(name=f"{name}-{width}")


def test_the_picture_notices_bars_colours_and_labels(lengkap, drawn):
    kept, same = picture_of(drawn["chart_kanal", "halaman"]), Picture.matches

    def changed(change):
        figure = draw(s.chart_kanal(lengkap), PAGE)
        change(figure.axes[0])
        return picture_of(figure)

    def shorter(axes):
        axes.patches[0].set_width(axes.patches[0].get_width() * 0.9)

    def recoloured(axes):
        colors = [patch.get_facecolor() for patch in axes.patches[:2]]
        for patch, color in zip(axes.patches, reversed(colors), strict=False):
            patch.set_facecolor(color)

    def clipped(axes):
        left, right = axes.get_xlim()
        for text in axes.texts:
            text.set_x(right + (right - left) * 0.08)

    assert same(None, serialized_data=changed(lambda _: None), snapshot_data=kept)
    for change in (shorter, recoloured, clipped):
        assert not same(None, serialized_data=changed(change), snapshot_data=kept), change


def luminance(color):
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
    return float(np.dot([0.2126, 0.7152, 0.0722], channels))


def contrast(one, other):
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def lightness(color):
    """Give L*, by which greys look equally far apart."""
    light = luminance(color)
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def bars_of(axes):
    return [each.patches for each in axes.containers if isinstance(each, BarContainer)]


def texts_of(axes):
    """Give the texts that are seen: an axis that is off has none."""
    ticks = [*axes.get_xticklabels(), *axes.get_yticklabels()] if axes.axison else []
    legend = axes.get_legend().get_texts() if axes.get_legend() else []
    texts = (*axes.texts, axes._left_title, *ticks, *legend)
    return [text for text in texts if text.get_text().strip()]


def painted(axes):
    """Give each patch that is filled, from below to the top: where it stands, and its colour."""
    patches = sorted(axes.patches, key=lambda each: each.get_zorder())
    return [(p.get_window_extent(), p.get_facecolor()) for p in patches if p.get_fill()]


def ground_of(axes, patches, text):
    """Give the colour under a text: of the last patch or cell that it stands on, else of paper."""
    box = text.get_window_extent()
    centre = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    ground = axes.get_facecolor()
    for place, color in patches:
        if place.contains(*centre):
            ground = color
    for mesh in (each for each in axes.collections if isinstance(each, QuadMesh)):
        column, row = (int(part) for part in axes.transData.inverted().transform(centre))
        shape = np.asarray(mesh.get_array()).shape
        if 0 <= row < shape[0] and 0 <= column < shape[1]:
            ground = mesh.get_facecolors()[row * shape[1] + column]
    return ground


@pytest.mark.parametrize("width", PANES)
@pytest.mark.parametrize("name", NAMES)
def test_marks_and_texts_stand_out_from_their_ground(drawn, name, width):
    figure = drawn[name, width]
    for axes in figure.axes:
        paper = axes.get_facecolor()
        marks = [bar.get_facecolor() for bars in bars_of(axes) for bar in bars]
        marks += [line.get_color() for line in axes.lines if line.get_linestyle() != "None"]
        for color in marks:
            assert contrast(color, paper) >= MARK, (color, name)
        patches = painted(axes)
        for text in texts_of(axes):
            ratio = contrast(text.get_color(), ground_of(axes, patches, text))
            assert ratio >= TEXT, (text.get_text(), ratio)


@pytest.mark.parametrize("name", NAMES)
def test_in_grey_print_nothing_is_told_by_colour_alone(drawn, name):
    for axes in drawn[name, "halaman"].axes:
        for bars in bars_of(axes):
            colors = {bar.get_facecolor() for bar in bars}
            named = len(axes.get_yticks()) == len(bars) == len(colors)
            for one, other in combinations(colors, 2):
                assert named or abs(lightness(one) - lightness(other)) >= APART, (one, other)
        strokes = [line.get_linestyle() for line in axes.lines if len(line.get_xdata()) > 2]
        assert len(strokes) == len(set(strokes))


@pytest.mark.parametrize("width", PANES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off(drawn, name, width):
    figure = drawn[name, width]
    paper = figure.bbox.padded(1)
    for text in (text for axes in figure.axes for text in texts_of(axes)):
        box = text.get_window_extent()
        inside = paper.x0 <= box.x0 and box.x1 <= paper.x1
        assert inside and paper.y0 <= box.y0 and box.y1 <= paper.y1, (text.get_text(), box)


def overprinted(figure):
    """Give the texts of which one stands on the other."""
    found = []
    for axes in figure.axes:
        places = [(text.get_text(), text.get_window_extent().padded(-1)) for text in texts_of(axes)]
        found += [
            (one, other)
            for (one, first), (other, second) in combinations(places, 2)
            if first.overlaps(second)
        ]
    return found


@pytest.mark.parametrize("width", PANES)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_stands_on_another(drawn, name, width):
    assert overprinted(drawn[name, width]) == []


@pytest.mark.parametrize("pane", PANES.values(), ids=PANES)
def test_dots_at_the_left_are_not_named_on_long_names(pane):
    names = [f"Topik {letter} tentang pengelolaan dana transfer ke daerah" for letter in "AB"]
    with mpl.rc_context(house_style()):
        figure, axes = pane.canvas(1.2)
        before = pd.Series([1.0, 2.0], names)
        ranked_bars(pane, axes, before * 9, before=before, before_name="Februari")
        figure.draw_without_rendering()
    assert overprinted(figure) == []
