"""The colours that a cell's table is given by who styles it, as marks that every format can show.

Of CSS no more than colours is read, and they are written anew: nothing of a style goes further.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2
import tinycss2.color4
from lxml.html import HtmlElement

GROUND, TEXT = "data-latar", "data-tulisan"
# What a table is told to look like and doesn't.
LEFT_OUT = "data-gaya"
_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
_READABLE = 4.5  # the contrast that WCAG wants of text
_GROUNDS = ("background-color", "background")

RGB = tuple[float, float, float]


def mark_colors(root: HtmlElement, table: HtmlElement) -> None:
    """Give a table's cells their colours as marks, each with text that can be read on it.

    Parameters
    ----------
    root
        What holds the table and its style sheet.
    """
    rules: dict[str, list[Any]] = {}
    for style in root.iter("style"):
        for names, declarations in _rules(style.text_content()):
            for name in names:
                rules.setdefault(name, []).extend(declarations)
    left_out: dict[str, None] = {}
    for cell in table.iter("th", "td"):
        for name in (GROUND, TEXT):
            cell.attrib.pop(name, None)
        declared = [*rules.get(cell.get("id", ""), ()), *_declarations(cell.get("style", ""))]
        ground: RGB | None = None
        text: RGB | None = None
        for each in declared:
            if each.lower_name not in (*_GROUNDS, "color"):
                continue
            value = _color(each.value)
            if value is None:
                left_out[each.lower_name] = None
            elif each.lower_name == "color":
                text = value[:3] if value[3] else None
            else:
                ground = _over_white(value) if value[3] else None
        if ground or text:
            ground, text = _readable(ground, text)
            cell.set(GROUND, _written(ground))
            cell.set(TEXT, _written(text))
    table.attrib.pop(LEFT_OUT, None)
    if left_out:
        table.set(LEFT_OUT, ", ".join(left_out))


def _rules(css: str) -> Iterator[tuple[list[str], list[Any]]]:
    """Give the rules of a style sheet that name elements by nothing but ids."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        parts = [part for part in rule.prelude if part.type != "whitespace" and part != ","]
        if all(part.type == "hash" for part in parts):
            yield [part.value for part in parts], _declarations(rule.content)


def _declarations(css: str | Sequence[Any]) -> list[Any]:
    found = tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True)
    return [each for each in found if each.type == "declaration"]


def _color(value: Sequence[Any]) -> tuple[float, float, float, float] | None:
    """Read a colour; ``inherit`` and its like are none, as if nothing were said."""
    parts = [part for part in value if part.type != "whitespace"]
    if len(parts) != 1:
        return None
    if parts[0].type == "ident" and parts[0].lower_value in ("inherit", "initial", "unset", "none"):
        return (0.0, 0.0, 0.0, 0.0)
    color = tinycss2.color4.parse_color(parts[0])
    if color is None or isinstance(color, str):
        return None
    red, green, blue = color.to("srgb").coordinates
    return (red or 0.0, green or 0.0, blue or 0.0, color.alpha or 0.0)


def _over_white(color: tuple[float, float, float, float]) -> RGB:
    red, green, blue = (part * color[3] + 1 - color[3] for part in color[:3])
    return (red, green, blue)


def _readable(ground: RGB | None, text: RGB | None) -> tuple[RGB, RGB]:
    """Give what is lacking: text for a ground, a ground for text, more contrast between them.

    Text without a ground of its own would stand on paper by day and on something dark by night: it
    gets white, and is darkened until it can be read.
    """
    if ground is None:
        while text is not None and _contrast(_WHITE, text) < _READABLE:
            red, green, blue = (part * 0.95 for part in text)
            text = (red, green, blue)
        ground = _WHITE
    if text is None or _contrast(ground, text) < _READABLE:
        return ground, max((_BLACK, _WHITE), key=lambda each: _contrast(each, ground))
    return ground, text


def _contrast(one: RGB, other: RGB) -> float:
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: RGB) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _written(color: RGB) -> str:
    return "#" + "".join(f"{round(255 * min(1, max(0, part))):02x}" for part in color)
