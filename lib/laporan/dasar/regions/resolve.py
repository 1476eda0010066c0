"""From what is written to the official region, or to a suggestion; never by a guess."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from rapidfuzz import fuzz, process

from laporan.dasar.errors import LaporanError
from laporan.dasar.regions.official_regions import Region, gazetteer
from laporan.dasar.regions.written_name import parse_name

COLUMNS = ("pemda", "kode_wilayah", "provinsi", "zona")
# Below this likeness (in percent) a suggestion is noise.
LIKENESS = 80


def resolve(names: pd.Series[str], aliases: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Find the official region of each written name.

    Parameters
    ----------
    names
        As written; may be missing.
    aliases
        Confirmed in the settings: what is written, and the short name that is meant.

    Returns
    -------
    DataFrame
        Indexed as ``names``: ``pemda, kode_wilayah, provinsi, zona``, all missing where the name
        is missing, unknown, of the wrong kind, or shared by several regions.

    Raises
    ------
    LaporanError
        If an alias points at no region.
    """
    confirmed = _confirmed(aliases or {})
    # A month has many tickets and few regions: each spelling is looked up once.
    codes, spellings = pd.factorize(names)
    regions = [_find(str(spelling), confirmed) for spelling in spellings]
    looked_up = pd.DataFrame(
        {
            column: pd.Series(
                [getattr(region, column) if region else None for region in regions] + [None],
                dtype="str",
            )
            for column in COLUMNS
        }
    )
    # A missing name has code -1, the last row.
    found = looked_up.iloc[codes]
    found.index = names.index
    return found


def suggest(name: str) -> tuple[str, ...]:
    """Name the regions that may be meant by a name that does not resolve, the likeliest first."""
    written = parse_name(name)
    table = gazetteer()
    same = table.by_bare.get(written.bare, ())
    if same:
        return tuple(sorted(region.pemda for region in same))
    # With a kind, only regions of that kind are like it.
    choices = (
        [bare for kind, bare in table.by_kind if kind == written.kind]
        if written.kind
        else list(table.by_bare)
    )
    best = process.extractOne(written.bare, choices, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    if best is None:
        return ()
    if written.kind:
        return (table.by_kind[written.kind, best[0]].pemda,)
    return tuple(sorted(region.pemda for region in table.by_bare[best[0]]))


def describe_unresolved(name: str) -> str:
    """Say that a name is no region, and which one may be meant."""
    candidates = suggest(name)
    if not candidates:
        return f"“{name}” tidak ada dalam daftar pemda"
    same = gazetteer().by_bare.get(parse_name(name).bare, ())
    if not parse_name(name).kind and len(same) > 1:
        return f"“{name}” dapat berarti {' atau '.join(candidates)}"
    return f"“{name}” tidak ada dalam daftar pemda; mungkin {' atau '.join(candidates)}"


def _confirmed(aliases: Mapping[str, str]) -> dict[str, Region]:
    confirmed = {}
    for written, pemda in aliases.items():
        region = _find(pemda, {})
        if region is None:
            raise LaporanError(
                f"Pengaturan alias_wilayah: padanan “{written}” menunjuk ke daerah yang tidak "
                f"dikenal: {describe_unresolved(pemda)}. "
                "Tulislah nama resmi pendek, misalnya “Kab. Brebes”."
            )
        confirmed[_alias_key(written)] = region
    return confirmed


def _find(name: str, confirmed: Mapping[str, Region]) -> Region | None:
    alias = confirmed.get(_alias_key(name))
    if alias is not None:
        return alias
    written = parse_name(name)
    table = gazetteer()
    if written.kind:
        return table.by_kind.get((written.kind, written.bare))
    shared = table.by_bare.get(written.bare, ())
    return shared[0] if len(shared) == 1 else None


def _alias_key(name: str) -> str:
    return " ".join(name.casefold().split())
