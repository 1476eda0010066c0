"""What changed from one report to another, the largest first: ``laporan diff``."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from laporan.cli.figure_told import rendered_figures, with_unit
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, persen
from laporan.dasar.made_files import UKURAN
from laporan.dasar.project import Project
from laporan.measure import Angka
from laporan.publish.changes import MISSING, Change, find_changes, label_of, parse_figures
from laporan.publish.issues import read_archive

# As many changes are told; the rest is counted.
SHOWN = 40
# A figure in its own month: indicator, dimension and category.
_Key = tuple[str, str, str]


def tell_months(project: Project, before: Bulan, after: Bulan, shown: int) -> str:
    """Say how the figures of a month's report differ from another's.

    Figures are held against those of the same name, each in its own month.

    Raises
    ------
    LaporanError
        If one of the reports hasn't been rendered.
    """
    old, new = (_own(project, month) for month in (before, after))
    changes = _differing(old, new)
    head = f"Dari {before.label} ke {after.label}: {_counted(changes, len({*old, *new}))}"
    return "\n".join([head, *_lines(changes, old, shown)])


def tell_published(project: Project, bulan: Bulan, site: Path, shown: int) -> str:
    """Say how a rendered report's figures differ from those that are published.

    Raises
    ------
    LaporanError
        If the report hasn't been rendered, or the month was never published.
    """
    content = rendered_figures(project, bulan)
    version = read_archive(site).latest(bulan)
    if version is None:
        raise LaporanError(
            f"{bulan.label} belum pernah terbit di {site}. Terbitkanlah: laporan publish {bulan}."
        )
    new = parse_figures(content, UKURAN)
    changes = find_changes(version.figures, new)
    count = len({*version.figures, *new})
    head = f"Dari terbitan {bulan.label} versi {version.nomor}: {_counted(changes, count)}"
    wholes = {key[1:]: figure for key, figure in version.figures.items() if key[0] == str(bulan)}
    return "\n".join([head, *_lines(changes, wholes, shown)])


def _own(project: Project, bulan: Bulan) -> dict[_Key, Angka]:
    figures = parse_figures(rendered_figures(project, bulan), UKURAN)
    return {key[1:]: figure for key, figure in figures.items() if key[0] == str(bulan)}


def _differing(old: Mapping[_Key, Angka], new: Mapping[_Key, Angka]) -> Sequence[Change]:
    """List the figures that differ, whatever their months are."""
    return find_changes(
        {("", *key): figure for key, figure in old.items()},
        {("", *key): figure for key, figure in new.items()},
    )


def _counted(changes: Sequence[Change], figures: int) -> str:
    return f"{angka(len(changes))} dari {angka(figures)} angka berubah."


def _lines(changes: Iterable[Change], old: Mapping[_Key, Angka], shown: int) -> list[str]:
    ordered = sorted(changes, key=lambda change: (-_size(change, old), change.figure.key))
    lines = [f"- {_tell(change)}" for change in ordered[:shown]]
    if len(ordered) > shown:
        lines.append(f"… dan {angka(len(ordered) - shown)} lagi (--semua mencantumkannya).")
    return lines


def _size(change: Change, old: Mapping[_Key, Angka]) -> float:
    """Weigh a change, as a share of what it is a part of: a category's, of its whole.

    What is in one of them alone weighs as much as its whole figure does.
    """
    before, after = (each.nilai if each else 0.0 for each in (change.lama, change.baru))
    figure = change.figure
    whole = old.get((figure.indikator, "", "")) if figure.dimensi else None
    base = whole.nilai if whole else before
    if not base:
        return math.inf if not figure.dimensi else 1.0
    return abs(after - before) / abs(base)


def _tell(change: Change) -> str:
    before, after = (with_unit(each) if each else MISSING for each in (change.lama, change.baru))
    if before == after:
        before, after = change.texts()
    return f"{label_of(change.figure)} ({change.figure.name}): {before} → {after}{_share(change)}"


def _share(change: Change) -> str:
    old, new = change.lama, change.baru
    if old is None or new is None or not old.nilai or old.satuan == "persen":
        return ""
    if old.satuan != new.satuan:
        return f"; dari {old.satuan} ke {new.satuan}, sehingga tidak dapat dibandingkan"
    share = 100 * (new.nilai - old.nilai) / abs(old.nilai)
    return f", {'+' if share > 0 else ''}{persen(share)}"
