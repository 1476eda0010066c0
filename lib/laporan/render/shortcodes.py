"""Quarto's shortcodes that a report needs: page breaks and what the front matter says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from laporan.show.markup import escape

PAGEBREAK = "halaman-baru"
# Code first: what stands there is shown as it is.
_BLOCK = r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[`~]*[ ]*$"
_CODE = rf"(?P<code>{_BLOCK}|(?P<ticks>`+)[^\n]+?(?P=ticks))"
_QUOTED = r"\{\{\{<(?P<quoted>.*?)>\}\}\}"
_CALL = r"(?<!\\)\{\{<[ ]*(?P<name>[\w-]+)(?P<words>[^\n]*?)[ ]*>\}\}"
_PARTS = re.compile(f"{_CODE}|{_QUOTED}|{_CALL}", re.DOTALL | re.MULTILINE)


def run_shortcodes(text: str, metadata: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Replace the shortcodes in Markdown; those that mean nothing here stay as they are typed.

    Parameters
    ----------
    metadata
        The front matter, for ``meta``.

    Returns
    -------
    tuple[str, list[str]]
        The text, and what means nothing.
    """
    strange = []

    def run(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        if match["quoted"] is not None:
            return _as_typed(match["quoted"])
        words = match["words"].split()
        if match["name"] == "pagebreak":
            return f"\n\n::: {{.{PAGEBREAK}}}\n:::\n\n"
        value = _look_up(metadata, words[0]) if match["name"] == "meta" and words else None
        if value is None:
            strange.append(f"kode pendek {match[0]}")
            return _as_typed(match[0][len("{{<") : -len(">}}")])
        return escape(value)

    return _PARTS.sub(run, text) if "{{<" in text else text, strange


def _as_typed(inner: str) -> str:
    """Write a call so that no renderer runs it."""
    return f"\\{{\\{{\\<{inner}\\>\\}}\\}}"


def _look_up(metadata: Mapping[str, Any], path: str) -> Any:
    value: Any = metadata
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
