"""After Quarto has rendered the project: the finished files to their place, the root as before.

Quarto calls this file as a script, and only if all formats were made.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.formats import FORMATS
from laporan.render.output import month_locks, staging
from laporan.render.pipeline import finish
from laporan.render.pre_render import COPY, LOCK, ROOT
from laporan.render.results import write_results

OUTPUT_VARIABLE = "QUARTO_PROJECT_OUTPUT_FILES"


def collect(environment: Mapping[str, str]) -> list[Path]:
    """Move what Quarto made to the month's folder, and add figures, quality and provenance.

    Raises
    ------
    LaporanError
        If the copy was not executed with a month, or the output can't be written.
    """
    bulan = executed_month(COPY)
    project = Project.find()
    made = [ROOT / line for line in environment.get(OUTPUT_VARIABLE, "").splitlines() if line]
    files = {each.file for each in FORMATS.values()}
    made = [path for path in made if path.name in files]
    with month_locks(project, bulan), staging(project.output(bulan)) as folder:
        for path in made:
            shutil.move(path, folder / path.name)
        write_results(str(bulan), str(folder))
        return finish(project, bulan, folder, "quarto")


def executed_month(notebook: Path) -> Bulan:
    """Read the month that a notebook was executed with."""
    metadata = json.loads(notebook.read_text("utf-8"))["metadata"]
    parameters = metadata.get("papermill", {}).get("parameters", {})
    return Bulan.parse(parameters.get("bulan", ""))


def clear() -> None:
    """Leave the root as it was."""
    COPY.unlink(missing_ok=True)
    LOCK.unlink(missing_ok=True)
    shutil.rmtree(ROOT / "laporan_files", ignore_errors=True)


def main() -> int:
    """Collect what Quarto made."""
    try:
        for path in collect(os.environ):
            print(path)
    except LaporanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    finally:
        clear()
    return 0


if __name__ == "__main__":
    sys.exit(main())
