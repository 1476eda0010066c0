"""The kinds of editions: pages and papers for one reader each, beside the report for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError


@dataclass(frozen=True)
class Jenis:
    """A kind of editions.

    Attributes
    ----------
    nama
        As people type it; the dimension of its figures, and the column of tickets that says whose
        they are.
    label
        As people read it.
    lama
        The setting that says over how many months it speaks; nothing: the report's month alone.
    """

    nama: str
    label: str
    lama: str = ""

    @property
    def folder(self) -> str:
        """Where they lie within a month's folder of finished files."""
        return f"edisi/{self.nama}"

    def window(self, bulan: Bulan, settings: Mapping[str, Any]) -> list[Bulan]:
        """Give the months that it speaks about, whether there are data of them or not."""
        months = settings["edisi"][self.lama] if self.lama else 1
        return bulan.shift(1 - months).until(bulan)


JENIS: Mapping[str, Jenis] = MappingProxyType(
    {
        each.nama: each
        for each in (
            Jenis("provinsi", "Edisi provinsi"),
            Jenis("pemda", "Edisi pemda", "bulan_pemda"),
        )
    }
)


def parse_jenis(text: str) -> Jenis:
    """Read the name of a kind.

    Raises
    ------
    CallError
        If there is no such kind.
    """
    if text not in JENIS:
        raise CallError(f"Edisi {text!r} tidak dikenal. Pilihlah dari: {', '.join(JENIS)}.")
    return JENIS[text]
