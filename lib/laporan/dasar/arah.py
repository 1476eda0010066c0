"""Which way a figure went, as a value, and all words that say so."""

from __future__ import annotations

from enum import Enum


class Arah(Enum):
    """Which way a figure went; its value is the sign of the change."""

    NAIK = 1
    TURUN = -1
    TETAP = 0

    @classmethod
    def of(cls, change: float) -> Arah:
        """Give the direction of a change."""
        return cls((change > 0) - (change < 0))

    @classmethod
    def between(cls, before: float, now: float) -> Arah:
        """Give the direction from one figure to another."""
        return cls.of(now - before)

    @property
    def panah(self) -> str:
        """The arrow, or nothing where nothing changed."""
        return {Arah.NAIK: "▲", Arah.TURUN: "▼"}.get(self, "")

    def __str__(self) -> str:
        """Give the word that the report uses."""
        return self.name.lower()


# What people write for them. The first of each is the report's own.
KATA = {
    Arah.NAIK: (
        *("naik", "meningkat", "bertambah", "tumbuh", "menguat"),
        *("kenaikan", "peningkatan", "pertambahan", "▲"),
    ),
    Arah.TURUN: (*("turun", "menurun", "berkurang", "melemah", "penurunan", "pengurangan", "▼"),),
    Arah.TETAP: ("tetap", "sama dengan", "tidak berubah"),
}
TERBANYAK = (
    *("terbanyak", "tertinggi", "terbesar", "paling banyak", "paling tinggi", "urutan pertama"),
)
TERSEDIKIT = ("terendah", "terkecil", "tersedikit", "paling sedikit", "paling rendah")
