"""Before Quarto renders the project: the theme, and a lock. Quarto calls this file as a script."""

from __future__ import annotations

import os
import sys

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.quarto_run import QuartoRun


def main() -> int:
    """Prepare for the Quarto that called."""
    try:
        QuartoRun(Project.find().root).begin(os.getppid())
    except LaporanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
