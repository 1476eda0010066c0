"""The size of letters in charts, as they are painted."""

from __future__ import annotations

import base64
import re

_SCALE = re.compile(r"scale\((0\.\d+) -0\.\d+\)")
_WIDTH = re.compile(r'viewBox="0 0 ([\d.]+)')
_ADDRESS = "data:image/svg+xml;base64,"


def smallest_letter(source: str, width: float) -> float:
    """Give the smallest type of a chart in pixels.

    Parameters
    ----------
    source
        The chart: SVG, or SVG in a ``data:`` address.
    width
        Of the picture as it is painted, pixels.
    """
    packed = source.startswith(_ADDRESS)
    svg = base64.b64decode(source.removeprefix(_ADDRESS)).decode() if packed else source
    points = min(float(scale) for scale in _SCALE.findall(svg)) * 100
    return points * width / float(_WIDTH.search(svg)[1])
