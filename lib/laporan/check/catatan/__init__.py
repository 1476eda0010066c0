"""What the analysts write by hand, ``catatan.md``."""

from laporan.check.catatan.notes import BAGIAN, Catatan, parse_catatan, read_catatan
