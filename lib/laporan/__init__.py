"""The monthly report of DJPK's information services.

Notebooks take what they need from here: ``from laporan import buka``. It is loaded when it is
asked for, as the command line answers without pandas.
"""

from importlib import import_module
from importlib.metadata import version
from typing import Any

__version__ = version("laporan")

# What notebooks import, and the module of each.
ENTRIES = {
    "bersihkan": "laporan.store.group",
    "buka": "laporan.sections.report",
    "siapkan": "laporan.render.prepare",
}


def __getattr__(name: str) -> Any:
    if name not in ENTRIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(ENTRIES[name]), name)
