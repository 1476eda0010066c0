"""Where things lie: the project's folders and those of a month."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from laporan.dasar.bulan import Bulan

# How the month's notebooks, which take only ``bulan``, learn of other folders.
DATA_VARIABLE = "LAPORAN_DATA"
OUT_VARIABLE = "LAPORAN_OUT"

# The root holds the notebooks; ``pip install -e`` keeps the package beside them.
ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Project:
    """The folders that the report reads from and writes to."""

    data: Path
    out: Path
    root: Path = ROOT

    @classmethod
    def find(cls, data: Path | None = None, out: Path | None = None) -> Project:
        """Take the folders given, else those of the environment, else those of the project."""
        return cls(
            data=(data or Path(os.environ.get(DATA_VARIABLE, ROOT / "data"))).resolve(),
            out=(out or Path(os.environ.get(OUT_VARIABLE, ROOT / "_output"))).resolve(),
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

    def raw(self, bulan: Bulan) -> Path:
        """Give the folder of a month's raw exports."""
        return self.data / "raw" / str(bulan)

    def processed(self, bulan: Bulan) -> Path:
        """Give the folder of a month's cleaned tables."""
        return self.data / "processed" / str(bulan)

    def output(self, bulan: Bulan) -> Path:
        """Give the folder of a month's finished files."""
        return self.out / str(bulan)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that hand these folders to a notebook's kernel."""
        return {DATA_VARIABLE: str(self.data), OUT_VARIABLE: str(self.out)}
