"""Editions: pages and papers for one reader each, as ``notebooks/edisi.ipynb`` makes them."""

from laporan.sections.edisi.edition import Editions, susun, tabel
from laporan.sections.edisi.readers import EditionFigures, ukur
