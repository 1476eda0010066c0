"""Where things lie: the project's folders and those of a month."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from laporan import PROJECT_FILE, project_root
from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS
from laporan.dasar.errors import LaporanError

# How the month's notebooks, which take only ``bulan``, learn of other folders.
DATA_VARIABLE = "LAPORAN_DATA"
OUT_VARIABLE = "LAPORAN_OUT"
KEPT_VARIABLE = "LAPORAN_BERSIH"
PRINTED_VARIABLE = "LAPORAN_TERCETAK"
# The folder that issues are published into, at the root.
SITE = "_situs"


def find_root() -> Path:
    """Find the root of the working folder's project, which holds its notebooks.

    Raises
    ------
    LaporanError
        If the working folder lies in no project.
    """
    root = project_root()
    if root is None:
        raise LaporanError(
            f"Folder {Path.cwd()} bukan bagian dari proyek laporan: {PROJECT_FILE} tidak ada di "
            "situ maupun di folder-folder di atasnya. Jalankan perintahnya dari folder proyek."
        )
    return root


@dataclass(frozen=True)
class Project:
    """The folders that the report reads from and writes to.

    Attributes
    ----------
    data, out
        The exports, and the finished files.
    root
        The folder of the notebooks' folder.
    kept
        Where cleaned months are kept; beside the exports if None.
    printed
        Where a month finds the report of the month before, which it is held against; among the
        finished files if None. Where many months are made at once, it is not there yet.
    """

    data: Path
    out: Path
    root: Path = field(default_factory=find_root)
    kept: Path | None = None
    printed: Path | None = None

    @classmethod
    def find(cls, data: Path | None = None, out: Path | None = None) -> Project:
        """Take the folders given, else those of the environment, else those of the project.

        Raises
        ------
        LaporanError
            If the working folder lies in no project.
        """
        root = find_root()
        kept, printed = os.environ.get(KEPT_VARIABLE), os.environ.get(PRINTED_VARIABLE)
        return cls(
            data=(data or Path(os.environ.get(DATA_VARIABLE, root / "data"))).resolve(),
            out=(out or Path(os.environ.get(OUT_VARIABLE, root / "_output"))).resolve(),
            root=root,
            kept=Path(kept) if kept else None,
            printed=Path(printed) if printed else None,
        )

    @property
    def notebooks(self) -> Path:
        """The notebooks' folder."""
        return self.root / "notebooks"

    @property
    def settings_file(self) -> Path:
        """The analysts' overrides; may be absent."""
        return self.data / "pengaturan.toml"

    @property
    def riwayat_file(self) -> Path:
        """Published figures of months without raw exports; may be absent."""
        return self.data / "raw" / "riwayat.csv"

    @property
    def peristiwa_file(self) -> Path:
        """What happened, and where a series begins anew; may be absent."""
        return self.beside("peristiwa")

    @property
    def tindak_lanjut_file(self) -> Path:
        """What was decided to be done; may be absent."""
        return self.beside("tindak_lanjut")

    @property
    def kept_lists(self) -> tuple[Path, ...]:
        """What is kept beside the months; each may be absent."""
        return self.riwayat_file, self.peristiwa_file, self.tindak_lanjut_file

    def beside(self, name: str) -> Path:
        """Give a list that is kept beside the months: a workbook where there is one, else a CSV.

        Raises
        ------
        LaporanError
            If it is there as both.
        """
        text, workbook = (self.data / f"{name}.{suffix}" for suffix in ("csv", "xlsx"))
        if text.is_file() and workbook.is_file():
            raise LaporanError(
                f"{text.name} dan {workbook.name} sama-sama ada di folder {self.data.name}. "
                "Hapus salah satunya, agar jelas yang mana yang berlaku."
            )
        return workbook if workbook.is_file() else text

    def raw(self, bulan: Bulan) -> Path:
        """Give the folder of a month's raw exports."""
        return self.data / "raw" / str(bulan)

    def processed(self, bulan: Bulan) -> Path:
        """Give the folder of a month's cleaned tables."""
        return (self.kept or self.data / "processed") / str(bulan)

    def drawings(self, bulan: Bulan) -> Path:
        """Give the folder of what was drawn of a month, by what it was drawn from."""
        return self.processed(bulan) / ".gambar"

    def output(self, bulan: Bulan) -> Path:
        """Give the folder of a month's finished files."""
        return self.out / str(bulan)

    def editions(self, bulan: Bulan, jenis: str) -> Path:
        """Give the folder of a month's editions of a kind, each for one reader."""
        return self.output(bulan) / JENIS[jenis].folder

    def printed_before(self, bulan: Bulan, name: str) -> Path:
        """Give a file of the report that the month before had; it may be absent."""
        return (self.printed or self.out) / str(bulan.previous) / name

    @property
    def environment(self) -> dict[str, str]:
        """The variables that hand these folders to a notebook's kernel."""
        asked = {KEPT_VARIABLE: self.kept, PRINTED_VARIABLE: self.printed}
        more = {name: str(folder) for name, folder in asked.items() if folder}
        return {DATA_VARIABLE: str(self.data), OUT_VARIABLE: str(self.out), **more}
