"""What was decided to be done, ``data/tindak_lanjut.csv``, and what became of it."""

from laporan.check.tindak_lanjut.actions import (
    TENGGAT,
    Tindakan,
    changed_deadlines,
    first_deadlines,
    published_deadlines,
    read_tindak_lanjut,
)
from laporan.check.tindak_lanjut.state import Keadaan, state_of
from laporan.check.tindak_lanjut.target import Sasaran
