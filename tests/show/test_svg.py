import io
import re

from lxml import etree
from matplotlib.figure import Figure

from laporan.show.svg import compact


def drawn():
    figure = Figure(figsize=(3, 2))
    axes = figure.subplots()
    axes.barh(["WhatsApp", "Telepon"], [1493, 77])
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg")
    return buffer.getvalue()


def test_a_picture_is_smaller_and_still_whole():
    svg = drawn()
    short = compact(svg)
    root = etree.fromstring(short.encode())
    assert len(short) < len(svg) * 0.75
    names = {element.get("id") for element in root.iter() if element.get("id")}
    used = set(re.findall(r'href="#(\w+)"', short))
    assert used
    assert used <= names


def test_nothing_unseen_is_left():
    short = compact(drawn())
    assert not re.search(r"<!--|<metadata|<\?xml|<!DOCTYPE|\n", short)


def test_a_curve_keeps_its_place():
    assert (
        compact('<path d="M 10.126 20 \nL 30.5 -0.004 \nz"/>') == '<path d="M10.13 20L30.5 -0z"/>'
    )
