"""From tables of text to cleaned tables, with an account of every row."""

from collections.abc import Callable, Sequence
from importlib import import_module

from laporan.clean.ledger import Cleaned
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

Cleaner = Callable[[Sequence[RawTable], Bulan, Settings], Cleaned]


def cleaner(sumber: str) -> Cleaner:
    """Find the cleaner of a source; of the others nothing is loaded."""
    found: Cleaner = getattr(import_module(f"laporan.clean.sources.{sumber}"), f"clean_{sumber}")
    return found
