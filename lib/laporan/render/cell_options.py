"""The ``#|`` options of a cell, as Quarto knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

_MARK = "#|"
# What the report knows of a document's own ``execute``, with Quarto's defaults in this project.
DEFAULTS: Mapping[str, Any] = {"echo": False, "warning": False, "output": True, "include": True}
KNOWN = frozenset(
    {*DEFAULTS, "eval", "error", "label", "fig-cap", "fig-alt", "tbl-cap"}
    | {"fig-subcap", "tbl-subcap"}
    | {"code-fold", "code-summary", "layout-ncol", "layout-nrow", "layout", "classes"}
)


@dataclass(frozen=True)
class CellOptions:
    """What is to be shown of a cell, and how.

    Attributes
    ----------
    values
        The options by name, the document's where the cell has none.
    code
        The cell without its options.
    unknown
        The names of options that mean nothing here.
    broken
        Why the options can't be read, or nothing.
    """

    values: Mapping[str, Any]
    code: str
    unknown: tuple[str, ...] = ()
    broken: str = ""
    listed: tuple[str, ...] = field(default=())

    def __getitem__(self, name: str) -> Any:
        """Give an option, or None."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """Give an option as text, empty where there is none."""
        value = self.values.get(name)
        return "" if value is None or isinstance(value, list) else str(value)

    def texts(self, name: str) -> Sequence[str]:
        """Give an option as a list of texts."""
        value = self.values.get(name)
        if value is None:
            return ()
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def read_options(source: str, document: Mapping[str, Any]) -> CellOptions:
    """Read the options at the head of a cell.

    Parameters
    ----------
    document
        The document's own, from ``execute`` of its front matter.
    """
    lines = source.splitlines()
    count = next((n for n, line in enumerate(lines) if not line.startswith(_MARK)), len(lines))
    listed = tuple(lines[:count])
    code = "\n".join(lines[count:]).strip("\n")
    base = {**DEFAULTS, **{name: document[name] for name in DEFAULTS if name in document}}
    try:
        own = yaml.safe_load("\n".join(line.removeprefix(_MARK) for line in listed)) or {}
    except yaml.YAMLError as error:
        return CellOptions(base, code, broken=" ".join(str(error).split()), listed=listed)
    if not isinstance(own, dict):
        return CellOptions(base, code, broken=f"bukan nama: nilai ({own})", listed=listed)
    unknown = tuple(str(name) for name in own if name not in KNOWN)
    return CellOptions({**base, **own}, code, unknown, listed=listed)
