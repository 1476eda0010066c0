"""What may be meant by a word that is not among those that are allowed."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

# Below this likeness (in percent) a suggestion is noise.
LIKENESS = 70


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Give the allowed word that is most like one, whatever its case; None if none is like it."""
    found = process.extractOne(
        word, list(allowed), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=LIKENESS
    )
    return found[0] if found else None


def meant(word: str, allowed: Iterable[str]) -> str:
    """Say which one may be meant, to be put behind what is wrong; nothing if none is like it."""
    near = nearest(word, allowed)
    return f" (mungkin {near!r})" if near else ""
