"""What an audit found, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka


@dataclass(frozen=True)
class Unproven:
    """A claim that nothing proves.

    Attributes
    ----------
    berkas
        The file.
    tempat
        Where in it.
    isi
        What stands there.
    alasan
        Why it is not proven.
    """

    berkas: str
    tempat: str
    isi: str
    alasan: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.berkas}, {self.tempat}: {self.isi!r} — {self.alasan}"


@dataclass(frozen=True)
class Audit:
    """What an audit found.

    Attributes
    ----------
    proven
        How many numbers and words of direction are proven, in all files.
    unproven
        Those that are not.
    """

    proven: int
    unproven: tuple[Unproven, ...]


def report_audit(bulan: Bulan, audit: Audit) -> str:
    """Say what an audit found, a line for each claim that is not proven."""
    count = f"{angka(audit.proven)} angka dan kata arah terbukti"
    missing = f"{angka(len(audit.unproven))} tidak" if audit.unproven else "tidak ada yang tidak"
    return "\n".join([f"{bulan.label}: {count}, {missing} terbukti.", *map(str, audit.unproven)])
