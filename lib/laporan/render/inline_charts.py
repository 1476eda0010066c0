"""Charts as a part of the page: in the page's colours, light and dark, with letters they share.

A chart that stands in an address of its own keeps its colours in the dark, and brings each letter's
shape again. Within the page its colours are the page's variables, and its letters stand there once.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import escape, unescape

from lxml import etree

from laporan.dasar.brand import Brand, load_brand
from laporan.dasar.brand_style import DARK

# What the theme's filter says of the report's own charts; other pictures stay what they are.
OURS = ("luas", "sempit", "garis-kecil")
_IMAGE = re.compile(r"<img\b[^>]*\bsrc=\"data:image/svg\+xml;base64,([\w+/=]+)\"[^>]*>")
_ATTRIBUTE = re.compile(r'\b(class|alt|id)="([^"]*)"')
_COLOR = re.compile(r"#[0-9a-f]{6}\b", re.IGNORECASE)
_LINK = re.compile(r"url\(#([^)]+)\)")
_DRAWN = {"svg", "g", "path", "use", "defs", "clipPath", "rect", "circle", "polyline", "style"}
_KEPT = {
    "class", "clip-path", "cx", "cy", "d", "fill", "height", "href", "id", "points", "r", "stroke",
    "stroke-dasharray", "stroke-linejoin", "stroke-width", "style", "transform", "viewBox", "width",
    "x", "y",
}  # fmt: skip
_SVG = "{http://www.w3.org/2000/svg}"
# Shades are drawn between these two.
_RAMP = ("lembut", "aksen-sedang")


def inline_charts(page: str) -> str:
    """Put the report's charts into the page itself, and the letters that they share before them."""
    brand, shared = load_brand(), dict[str, str]()

    def inlined(match: re.Match[str]) -> str:
        named = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[0])}
        classes = named.get("class", "").split()
        if not set(OURS) & set(classes):
            return match[0]
        root = etree.fromstring(base64.b64decode(match[1]))
        if not _only_draws(root):
            return match[0]
        return _written(root, named, brand, shared)

    found = _IMAGE.sub(inlined, page)
    if not shared:
        return page
    letters = (
        '<svg class="huruf-grafik" aria-hidden="true" focusable="false"><defs>'
        f"{''.join(_named(source, short) for source, short in shared.items())}</defs></svg>"
    )
    return re.sub(r"<body[^>]*>", lambda body: f"{body[0]}\n{letters}", found, count=1)


def _only_draws(root: etree._Element) -> bool:
    return all(
        isinstance(each.tag, str) and each.tag.removeprefix(_SVG) in _DRAWN for each in root.iter()
    )


def _written(
    root: etree._Element, named: dict[str, str], brand: Brand, shared: dict[str, str]
) -> str:
    """Write a chart without its definitions, which go among the shared ones."""
    names = dict(_define(root, shared, brand))
    box = root.get("viewBox", "")
    *_, width, height = box.split()
    label = escape(named.get("alt", ""))
    own = f' id="{escape(named["id"])}"' if named.get("id") else ""
    inner = "".join(_source(child, names, brand) for child in root)
    return (
        f'<svg{own} class="{escape(named["class"])}" role="img" aria-label="{label}" '
        f'viewBox="{box}" width="{_pixels(width)}" height="{_pixels(height)}">{inner}</svg>'
    )


def _define(
    root: etree._Element, shared: dict[str, str], brand: Brand
) -> Iterator[tuple[str, str]]:
    """Move what is used by its name among the shared definitions: the same ones have one name."""
    for defs in list(root.iter(f"{_SVG}defs")):
        for each in defs:
            name = str(each.get("id", ""))
            if name:
                yield name, shared.setdefault(_source(each, {}, brand), f"_{len(shared)}")
        parent = defs.getparent()
        if parent is not None:
            parent.remove(defs)


def _named(source: str, name: str) -> str:
    tag, rest = re.split(r"(?<=\w)(?=[ />])", source, maxsplit=1)
    return f'{tag} id="{name}"{rest}'


def _source(element: etree._Element, names: dict[str, str], brand: Brand) -> str:
    tag = element.tag.removeprefix(_SVG)
    if tag == "style":  # how lines meet: the page's style says it
        return ""
    attributes = []
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        plain = name.rpartition("}")[2]
        if plain not in _KEPT or plain == "id":
            continue
        if plain == "href":
            value = "#" + names.get(value.removeprefix("#"), "")
        value = _LINK.sub(lambda link: f"url(#{names.get(link[1], '')})", value)
        if plain in ("fill", "stroke", "style"):
            value = _COLOR.sub(lambda color: variable_of(color[0], brand), value)
        attributes.append(f' {plain}="{escape(value)}"')
    inner = "".join(_source(child, names, brand) for child in element)
    head = f"<{tag}{''.join(attributes)}"
    return f"{head}>{inner}</{tag}>" if inner else f"{head}/>"


def variable_of(color: str, brand: Brand) -> str:
    """Give a colour as the page's variable; a shade as a mix of two; any other as it is."""
    for name, value in brand.colors.items():
        if value.lower() == color.lower() and not name.startswith(DARK):
            return f"var(--{name})"
    low, high = (_channels(brand[name]) for name in _RAMP)
    parts = [
        (mine - first) / (last - first)
        for mine, first, last in zip(_channels(color), low, high, strict=True)
    ]
    share = sum(parts) / len(parts)
    if not 0 < share < 1 or max(parts) - min(parts) > 0.04:
        return color
    return f"color-mix(in srgb,var(--{_RAMP[1]}) {round(100 * share)}%,var(--{_RAMP[0]}))"


def _channels(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _pixels(points: str) -> str:
    return f"{float(points) * 4 / 3:g}"
