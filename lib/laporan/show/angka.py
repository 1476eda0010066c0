"""A figure that knows where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from laporan.dasar import indonesian


@dataclass(frozen=True)
class Angka:
    """A row of the measures, to be printed.

    Attributes
    ----------
    nilai
        The figure, not rounded.
    bulan, indikator, dimensi, kategori
        Its key in ``ukuran.csv``.
    satuan
        Its unit; ``persen`` is printed as ``%``.
    """

    nilai: float
    bulan: str
    indikator: str
    dimensi: str = ""
    kategori: str = ""
    satuan: str = ""

    @property
    def key(self) -> str:
        """The key as one token that is safe in any attribute."""
        parts = (self.bulan, self.indikator, self.dimensi, self.kategori)
        return ",".join(quote(part, safe=":") for part in parts)

    def text(self, spec: str = "") -> str:
        """Write the figure.

        Parameters
        ----------
        spec
            The number of decimals; empty for none, or two where the unit is percent. A leading
            ``+`` drops the sign, for sentences in which a word gives the direction.
        """
        value = abs(self.nilai) if spec.startswith("+") else self.nilai
        percent = self.satuan == "persen"
        decimals = int(spec.lstrip("+") or (2 if percent else 0))
        return (indonesian.persen if percent else indonesian.angka)(value, decimals)

    def __format__(self, spec: str) -> str:
        """Write the figure as a Markdown span that carries its key."""
        return f'[{self.text(spec)}]{{.angka data-kunci="{self.key}"}}'

    def __str__(self) -> str:
        """Write the figure alone, for charts and alt texts."""
        return self.text()
