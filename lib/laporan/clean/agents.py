"""Agents as users name them: in one spelling, and apart where one answer names several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import pandas as pd
from rapidfuzz import fuzz

from laporan.clean.steps import NAMA_AGEN
from laporan.clean.texts import match_known, usual_spelling
from laporan.clean.value_findings import find_rows, find_values
from laporan.dasar.temuan import Temuan

# Between the agents of one answer, as the cleaned table writes them.
AND = "; "
# What forms and people put between several; the second kind stands in names, too (Budi, S.E.).
_SURE = re.compile(r"\s*[;\r\n]+\s*")
_MAYBE = re.compile(r"\s*(?:[,/&+|]|\b(?:dan|and|serta)\b)\s*", re.IGNORECASE)
# A word of so many letters can be mistyped, and is then so much like what is meant (in percent).
_SHORTEST, _LIKENESS = 4, 75


def split_agents(answers: pd.Series[str]) -> pd.Series[str]:
    """Write the agents of each answer with `AND` between them, each name in its usual spelling.

    What may stand between agents or in a name parts them only where other answers have each of
    them alone. The usual spelling is the most frequent one of those that differ in case, blanks
    and punctuation alone.
    """
    parts = answers.str.split(_SURE).explode()
    alone = frozenset(parts.dropna().map(_key)) - {""}
    parts = parts.map(lambda text: _apart(text, alone), na_action="ignore").explode()
    names = match_known(parts.astype("str"), [])
    # What is made of signs alone names nobody.
    names = names.mask(names.map(_key, na_action="ignore").eq(""))
    usual = usual_spelling(names, names.map(_key, na_action="ignore"))
    joined = usual.dropna().groupby(level=0).agg(lambda part: AND.join(dict.fromkeys(part)))
    return joined.reindex(answers.index).astype("str")


def find_agents(rows: pd.DataFrame, agents: pd.Series[str]) -> list[Temuan]:
    """Tell what was read otherwise than written, and which names may be slips or several.

    Parameters
    ----------
    rows, agents
        The answers, and what `split_agents` gives of them.
    """
    written = match_known(rows["Agen"].str.replace(r"[;\s]+$", "", regex=True), [])
    several = agents.str.contains(AND, regex=False).fillna(False).astype(bool)
    folded = written[agents.ne(written) & agents.notna() & ~several]
    meant = {name: read for name in agents.dropna().unique() if (read := suggest(name, agents))}
    return [
        *find_values(
            rows,
            folded,
            lambda name: (
                f"“{name}” dibaca sebagai agen yang sama dengan ejaan yang lebih sering, karena "
                "hanya huruf besar, spasi, atau tanda bacanya yang berbeda. Samakan di formulirnya."
            ),
            pemeriksaan=NAMA_AGEN,
            kolom="Agen",
        ),
        *find_rows(
            rows[several],
            "satu jawaban menyebut beberapa agen; jawabannya dihitung untuk masing-masing agen "
            "itu. Bila formulirnya hanya boleh menyebut satu agen, perbaiki pilihannya.",
            pemeriksaan=NAMA_AGEN,
            kolom="Agen",
        ),
        *find_values(
            rows,
            agents[agents.isin(meant)],
            lambda name: (
                f"“{name}” mungkin {meant[name].replace(AND, ' dan ')}; dihitung sebagai agen "
                "tersendiri, seperti tertulis. Perbaiki di formulirnya, atau lewat koreksi."
            ),
            pemeriksaan=NAMA_AGEN,
            kolom="Agen",
        ),
    ]


def suggest(name: str, agents: pd.Series[str]) -> str:
    """Give what may be meant by a name, as `split_agents` would write it; nothing if it fits.

    A name may be several, or be that of a more frequent one but for slips in its longer words.
    """
    counts = agents.str.split(AND).explode().value_counts()
    if AND in name or name not in counts:
        return ""
    pieces = [piece for piece in _MAYBE.split(name) if piece]
    if len(pieces) > 1 and any(piece in counts for piece in pieces):
        return AND.join(pieces)
    near = (str(each) for each in counts.index[counts.gt(counts[name])])
    return next((each for each in near if _is_slip(name, each)), "")


def _is_slip(name: str, other: str) -> bool:
    words = name.casefold().split(), other.casefold().split()
    if len(words[0]) != len(words[1]):
        return False
    return all(
        one == two or (min(len(one), len(two)) >= _SHORTEST and fuzz.ratio(one, two) >= _LIKENESS)
        for one, two in zip(*words, strict=True)
    )


def _apart(text: str, alone: Collection[str]) -> Iterable[str]:
    pieces = [piece for piece in _MAYBE.split(text) if piece]
    return pieces if len(pieces) > 1 and all(_key(each) in alone for each in pieces) else [text]


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
