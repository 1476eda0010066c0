"""Corrections of what exports have wrong, made between reading and cleaning; exports stay.

A correction is a line of ``koreksi.csv`` in the month's folder. It names a source, a row
(``kunci``) and a column, what stands there (``lama``) and what should (``baru``). A line that
doesn't fit the export is no correction but a finding that blocks.
"""

from laporan.clean.koreksi.apply import LISTED, Corrected, correct
from laporan.clean.koreksi.offer import with_offers
from laporan.clean.koreksi.value import ISILAH
from laporan.clean.koreksi.written import (
    COLUMNS,
    SELURUH_BARIS,
    Koreksi,
    Written,
    read_corrections,
    source_of,
    written_lines,
)
