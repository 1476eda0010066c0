"""The size of letters in pictures, as they are painted."""

from __future__ import annotations

import base64
import re

_SCALE = re.compile(r"scale\((0\.\d+) -0\.\d+\)")
_WIDTH = re.compile(r'viewBox="0 0 ([\d.]+)')


def smallest_letter(source: str, width: float) -> float:
    """Give the smallest type of a chart in pixels.

    Parameters
    ----------
    source
        The picture, SVG in a ``data:`` address.
    width
        Of the picture as it is painted, pixels.
    """
    svg = base64.b64decode(source.removeprefix("data:image/svg+xml;base64,")).decode()
    points = min(float(scale) for scale in _SCALE.findall(svg)) * 100
    return points * width / float(_WIDTH.search(svg)[1])
