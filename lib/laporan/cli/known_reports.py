"""What is known of reports that were made: which of them would be made again, and from what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import daftar
from laporan.dasar.made_files import JEJAK, MUTU, UKURAN
from laporan.dasar.project import Project
from laporan.render.engines import choose_engine
from laporan.render.formats import FORMATS, USUAL
from laporan.render.quarto import find_quarto
from laporan.store.unchanged import Done, Records


class KnownReports:
    """Reports as they are asked for, and those that lie there.

    Parameters
    ----------
    project, formats, engine
        How they are asked for.

    Attributes
    ----------
    engine
        The one that makes them.
    """

    def __init__(self, project: Project, formats: Sequence[str], engine: str | None) -> None:
        self.engine = choose_engine(engine)
        self._project, self._formats = project, formats
        self._records = Records(project)

    def basis(self, month: Bulan, held_against: Path | None = None) -> str:
        """Digest all that a report rests on.

        Parameters
        ----------
        held_against
            The figures of the month before, where others are going to be printed than lie there.
        """
        before = self._project.printed_before(month, UKURAN)
        besides = [*engine_files(self.engine), before]
        instead = {before: held_against} if held_against else {}
        return self._records.basis(self.engine, besides=besides, instead=instead)

    def recall(self, month: Bulan, basis: str) -> Done | None:
        """Give what was done, if it was done on this basis and lies as it was written."""
        names = [UKURAN, MUTU, JEJAK, *(FORMATS[name].file for name in self._formats)]
        wanted = [self._project.output(month) / name for name in names]
        return self._records.recall(f"{month}.render", basis, wanted)

    def remember(self, month: Bulan, basis: str, done: Done) -> None:
        """Keep what was done."""
        self._records.remember(f"{month}.render", basis, done)

    def told(self, done: Done, took: str, found: str) -> str:
        """Say what was made, what the page links to and was not, and which page to open."""
        page = FORMATS[self._formats[0]].file
        opened = [f"Buka: {path}" for path in done.files if path.name == page]
        return "\n".join(filter(None, [took, found, self._without_target(done), *opened]))

    def _without_target(self, done: Done) -> str:
        """Name what the page links to and is not there: its bytes don't depend on that."""
        pages = [path for path in done.files if path.name == FORMATS["html"].file]
        linked = [FORMATS[name].file for name in USUAL]
        missing = [name for page in pages for name in linked if not (page.parent / name).is_file()]
        if not missing:
            return ""
        return (
            f"{FORMATS['html'].file} menautkan {daftar(missing)}, yang tidak ada di foldernya. "
            "Susunlah tanpa --format sebelum dibagikan."
        )


def engine_files(engine: str) -> list[Path]:
    """Name what tells one installation of an engine from another; the wheels' names tell theirs."""
    quarto = find_quarto() if engine == "quarto" else None
    if quarto is None:
        return []
    return [quarto, quarto.resolve().parents[1] / "share" / "version"]
