"""The names in a cell that says who somebody is, without what stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from laporan.prove.privacy.compared_words import Words, words_of

# A name with fewer letters stands in texts that have nothing to do with it.
LEAST_LETTERS = 4
TITLES = frozenset(
    {
        "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "dr", "drs", "dra",
        "prof", "ir", "h", "hj", "kh", "mr", "mrs", "ms", "yth",
    }
)  # fmt: skip
# "S.Kom." and "SKom" are one.
DEGREES = {
    "amd", "apt", "ak", "bsc", "cfe", "cfra", "cpa", "dea", "llm", "mab", "mak", "map", "mba",
    "mec", "meng", "mh", "mhum", "mip", "mkes", "mkom", "mm", "mpa", "mpd", "mpdi", "mpp", "msc",
    "mse", "msi", "msm", "mstat", "mt", "phd", "qia", "sab", "sag", "sak", "sap", "se", "sei",
    "sfarm", "sh", "shi", "shum", "shut", "sip", "sked", "skep", "skm", "skom", "spd", "spdi",
    "spi", "spsi", "spt", "ssi", "ssos", "sst", "sstat", "sstp", "st", "stp",
}  # fmt: skip
# Of one word, and nobody: what stands for a person where there is none.
_NO_NAMES = {
    "http", "https", "www", "umum", "pribadi", "swasta", "masyarakat", "mahasiswa", "mahasiswi",
    "dosen", "peneliti", "wartawan", "media", "pemda", "pemkab", "pemkot", "pemprov", "instansi",
    "lembaga", "dinas", "badan", "kantor", "bappeda", "bpkad", "inspektorat", "dprd", "desa",
    "universitas", "perusahaan",
}  # fmt: skip
# Whom somebody is from; a name may stand before it.
_OFFICES = {
    "badan", "bappeda", "bkad", "bpkad", "bpkd", "dari", "desa", "dinas", "dprd", "inspektorat",
    "kab", "kabupaten", "kantor", "kec", "kecamatan", "kota", "pemda", "pemkab", "pemkot",
    "pemprov", "prov", "provinsi",
}  # fmt: skip
_POSTS = {
    "admin", "bagian", "bendahara", "bidang", "biro", "bupati", "gubernur", "kabid", "kepala",
    "operator", "sekretaris", "staf", "tim", "wali",
}  # fmt: skip
_BETWEEN_PERSONS = re.compile(r"[;/|<>()\[\]\"\n\t\x00]|:\s| dan | & | @ | [-\u2013\u2014] ")
_SPELLED_OUT = re.compile(r"\b(?:[^\W\d_][ .\-]){2,}[^\W\d_]\b")
_RUN_TOGETHER = re.compile(r"\b(?:[A-Z][a-z]{2,}){2,}\b")
_ON_BEHALF = re.compile(r"^\s*(?:a\.?\s?n|u\.?\s?p|c\.?\s?q)\.\s*", re.IGNORECASE)


@lru_cache(1 << 16)
def names_in(text: str) -> tuple[Words, ...]:
    """Give the names; two parts at a comma may be two persons, or one turned round."""
    text = _SPELLED_OUT.sub(lambda match: re.sub(r"[ .\-]", "", match[0]), text)
    names = [words_of(re.sub(r"(?=[A-Z])", " ", name)) for name in _RUN_TOGETHER.findall(text)]
    for chunk in _BETWEEN_PERSONS.split(text):
        cells = _ON_BEHALF.sub("", chunk).split(",")
        parts = [words for cell in cells if (words := _bare(words_of(cell)))]
        turned = [(*parts[1], *parts[0])] if len(parts) == 2 else []
        names += [*parts, *turned, *filter(None, map(_before_office, parts))]
    return tuple(names)


def letters(words: Collection[str]) -> int:
    """Count the letters and digits of words."""
    return sum(map(len, words))


def _bare(words: Words) -> Words:
    """Take titles and degrees away, as long as what is left can be looked for."""
    while len(words) > 1 and (words[0] in TITLES or (words[0].isdecimal() and len(words[0]) < 3)):
        words = words[1:]
    if "".join(words) in DEGREES | _NO_NAMES | TITLES or all(map(str.isdecimal, words)):
        return ()
    without = _without_degrees(words)
    return without if letters(without) >= LEAST_LETTERS else words


def _before_office(words: Words) -> Words:
    """Give the full name in ``Wahyu Nugroho Kab. Brebes``."""
    place = next((place for place, word in enumerate(words) if word in _OFFICES), 0)
    return words[:place] if place > 1 and words[0] not in _POSTS else ()


def _without_degrees(words: Words) -> Words:
    for count in (1, 2, 3):
        if len(words) > count and "".join(words[-count:]) in DEGREES:
            return _without_degrees(words[:-count])
    return words
