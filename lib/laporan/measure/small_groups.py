"""Groups of persons that are too small to be shown."""

from __future__ import annotations

from collections.abc import Mapping

from laporan.dasar.settings import Settings
from laporan.measure.angka import TIDAK_TERCATAT

LAINNYA = "Lainnya"


def merge_small(groups: Mapping[str, int], settings: Settings) -> dict[str, int]:
    """Add the groups of persons below the threshold of the settings to ``Lainnya``.

    Institutions are no persons and stay. One small group alone is joined by the next larger one,
    as it could be told from the rest otherwise.

    Parameters
    ----------
    groups
        Number of persons, or of what they asked, by group.
    settings
        ``data_pribadi.kelompok_terkecil`` and ``data_pribadi.kelompok_lembaga``.
    """
    rules = settings["data_pribadi"]
    kept = {*rules["kelompok_lembaga"], LAINNYA, TIDAK_TERCATAT}
    persons = sorted((n, name) for name, n in groups.items() if n and name not in kept)
    merged = [name for n, name in persons if n < rules["kelompok_terkecil"]]
    if len(merged) == 1 and not groups.get(LAINNYA):
        merged = [name for _, name in persons[:2]]
    if not merged:
        return dict(groups)
    rest = {name: n for name, n in groups.items() if name not in merged}
    return rest | {LAINNYA: rest.get(LAINNYA, 0) + sum(groups[name] for name in merged)}
