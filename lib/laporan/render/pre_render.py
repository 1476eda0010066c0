"""Before Quarto renders the project: the month judged, the theme, and a lock.

Quarto calls this file as a script.
"""

from __future__ import annotations

import os
import sys

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.quarto_run import QuartoRun, month_given
from laporan.store.month_asked import find_month


def main() -> int:
    """Prepare for the Quarto that called."""
    quarto = os.getppid()
    try:
        # A wrong month is told before Quarto starts a kernel for it.
        if (bulan := month_given(quarto)) is not None:
            find_month(bulan)
        QuartoRun(Project.find().root).begin(quarto)
    except LaporanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
