"""Matplotlib's SVG without what nobody sees: a page holds dozens of them."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>", re.DOTALL)
_GROUP = re.compile(r'<g id="[^"]*"(/?)>')
_PATH = re.compile(r' d="([^"]*)"')
_GLYPH = re.compile(r' d="([^"]*)" transform="scale\(0\.015625\)"')
_GLYPH_NAME = re.compile(r'((?:id="|href="#))([\w ]*)-(\w)\w*-(\w+")')
_TRANSLATE = re.compile(r"translate\([^)]*\)")
_USE = re.compile(r'<use xlink:href="#(\w+)" transform="translate\(([\d.]+) 0\)"/>')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
COARSER = 8  # of 6400 units an em: finer than a pixel of any projector


def compact(svg: str) -> str:
    """Drop comments, metadata, names of groups and blanks, and round what is finer than ink."""
    text = _UNSEEN.sub("", svg)
    text = _GROUP.sub(lambda found: "" if found[1] else "<g>", text)
    text = _GLYPH.sub(_glyph, text)
    # Letters of several families have numbers of their own.
    main = next((found[2] for found in _GLYPH_NAME.finditer(text)), "")
    text = _GLYPH_NAME.sub(lambda found: _short_name(found, main), text)
    text = _PATH.sub(lambda found: f' d="{_short_path(found[1])}"', text)
    text = _TRANSLATE.sub(lambda found: _rounded(found[0]), text)
    text = _USE.sub(r'<use href="#\1" x="\2"/>', text).replace("<use xlink:href", "<use href")
    return re.sub(r">\s+<", "><", text).strip()


def _glyph(found: re.Match[str]) -> str:
    path = _NUMBER.sub(lambda number: str(round(float(number[0]) / COARSER)), found[1])
    return f' d="{path}" transform="scale({0.015625 * COARSER})"'


def _short_name(found: re.Match[str], main: str) -> str:
    return found[1] + found[3] + found[4] if found[2] == main else found[0]


def _short_path(path: str) -> str:
    return re.sub(r" ?([A-Za-z]) ?", r"\1", re.sub(r"\s+", " ", _rounded(path))).strip()


def _rounded(text: str) -> str:
    return _NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), text)
