"""Figures, lists and headers that the sample is made from, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def read_text(name: str) -> str:
    """Give a file of this folder."""
    return (files(__name__) / name).read_text("utf-8")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Give the tables of a TOML file of this folder."""
    return tomllib.loads(read_text(name))


def column_names(export: str) -> list[str]:
    """Give the header of an export."""
    return list(read_toml("kolom.toml")[export])
