"""After Quarto has rendered the project: the finished files to their place.

Quarto calls this file as a script, and only if all formats were made.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.made_files import RESULTS
from laporan.dasar.project import Project
from laporan.render.formats import FORMATS
from laporan.render.output import month_locks, staging
from laporan.render.pipeline import finish
from laporan.render.quarto_run import START_FILE, START_PAGE, QuartoRun, is_preview, read_executed
from laporan.render.reused import tell_found

OUTPUT_VARIABLE = "QUARTO_PROJECT_OUTPUT_FILES"


def collect(project: Project, made: Iterable[Path]) -> list[Path]:
    """Put what Quarto made into the month's folder, with figures, quality and provenance.

    Raises
    ------
    LaporanError
        If no month was executed, maybe for want of the file that does it, or the output can't be
        written.
    """
    run = QuartoRun(project.root)
    executed = read_executed(run.work)
    if executed is None:
        if not (project.root / START_FILE).is_file():
            raise LaporanError(
                f"Quarto tidak menyusun apa-apa: berkas {START_FILE} tidak ada di {project.root}. "
                f"Kembalikan berkas itu (git checkout -- {START_FILE}, atau dari salinan proyek), "
                "lalu jalankan perintahnya sekali lagi."
            )
        raise LaporanError("Quarto tidak menyusun apa-apa. Jalankan perintahnya sekali lagi.")
    bulan = Bulan.parse(executed.bulan)
    files = {each.file for each in FORMATS.values()}
    results = [run.work / name for name in RESULTS]
    with month_locks(project, bulan), staging(project.output(bulan)) as folder:
        # Copied: a preview shows what Quarto made where Quarto put it.
        for path in [*results, *(path for path in made if path.name in files)]:
            shutil.copyfile(path, folder / path.name)
        finished = finish(project, bulan, folder, "quarto")
    for warning in executed.warnings:
        print(f"Peringatan: {warning}", file=sys.stderr)
    print(tell_found(project, bulan), file=sys.stderr)
    return finished


def show(finished: Iterable[Path], output: Path) -> None:
    """Give a preview the finished page, and say what it can't follow."""
    page = FORMATS["html"].file
    for path in finished:
        if path.name == page:
            for name in (page, START_PAGE):
                shutil.copyfile(path, output / name)
            print(
                "quarto preview tidak mengikuti perubahan notebook, lib/, dan data: untuk itu "
                f"pakailah laporan preview {path.parent.name}.",
                file=sys.stderr,
            )


def main() -> int:
    """Collect what Quarto made."""
    project, quarto = Project.find(), os.getppid()
    made = [project.root / line for line in os.environ.get(OUTPUT_VARIABLE, "").splitlines()]
    try:
        finished = collect(project, made)
    except LaporanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    for path in finished:
        print(path)
    if is_preview(quarto):
        show(finished, QuartoRun(project.root).output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
