"""What an issue must pass before it is published."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from laporan.check.prepared import UKURAN
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.project import Project
from laporan.measure import read_ukuran, violated_identities
from laporan.prove.audit import audit_month
from laporan.prove.privacy import check_privacy
from laporan.publish.verify import verify_issue
from laporan.render.checking import examine

_SHOWN = 10

# Finds what stands in the way of publishing, in Indonesian; raises what stops it from looking.
Gate = Callable[[Project, Bulan], Sequence[str]]


def require_fit(project: Project, bulan: Bulan) -> None:
    """Refuse a finished month that its inputs, the checks or the audit speak against.

    Raises
    ------
    LaporanError
        With what was found.
    """
    for what, gate in GATES.items():
        found = gate(project, bulan)
        if found:
            shown = "\n".join(f"- {text}" for text in found[:_SHOWN])
            more = len(found) - _SHOWN
            rest = f"\n… dan {angka(more)} lagi" if more > 0 else ""
            raise LaporanError(
                f"Laporan {bulan.label} tidak diterbitkan: {what}:\n{shown}{rest}\n"
                f"Situs tidak berubah. Perbaikilah, jalankan laporan render {bulan}, lalu ulangi."
            )


def _inputs(project: Project, bulan: Bulan) -> Sequence[str]:
    result = verify_issue(project.output(bulan), project)
    return [*result.wrong, *result.unchecked]


def _checks(project: Project, bulan: Bulan) -> Sequence[str]:
    found = [finding for finding in examine(project, bulan).temuan if finding.menghentikan]
    violations = violated_identities(read_ukuran(project.output(bulan) / UKURAN), bulan)
    return [*map(str, found), *(str(each) for each in violations if each.identity.ours)]


def _audit(project: Project, bulan: Bulan) -> Sequence[str]:
    return [str(claim) for claim in audit_month(project, bulan).unproven]


def _privacy(project: Project, bulan: Bulan) -> Sequence[str]:
    return [str(leak) for leak in check_privacy(project, bulan).leaks]


GATES: dict[str, Gate] = {
    "berkasnya tidak cocok dengan masukannya": _inputs,
    "pemeriksaan datanya gagal": _checks,
    "ada angka yang tidak terbukti": _audit,
    "ada data pribadi di luar data/raw/": _privacy,
}
