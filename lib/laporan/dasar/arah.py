"""Which way a figure went, as a value, and all words that say so.

The words are kept in one place: templates take theirs from here, and what cells, pages and notes
say is searched for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache


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


# Roots that say it in every form: ``naik``, ``kenaikan``, ``dinaikkan``.
_ROOTS = {
    Arah.NAIK: (
        *("naik", "tumbuh", "lonjak", "lambung", "roket", "lesat", "lejit", "tanjak", "daki"),
        *("bengkak", "lipat", "pulih", "pesat", "cuat", "bludak", "beludak", "julang", "bubung"),
        *("dongkrak", "rebound", "akselerasi", "growth", "increase"),
    ),
    Arah.TURUN: (
        *("turun", "anjlok", "rosot", "lorot", "susut", "surut", "jatuh", "jeblok", "ambruk"),
        *("rontok", "tukik", "amblas", "ambles", "tumbang", "terjun", "gerus", "kikis", "kempis"),
        *("kontraksi", "pangkas", "jungkal", "sungkur", "puruk", "perosok", "ciut", "kerut"),
        *("lempem", "drop", "decrease", "decline"),
    ),
    Arah.TETAP: ("stabil", "stagnan", "konstan", "mandek"),
}
# Those that say it only with a prefix that makes a verb of them: ``tingkat`` itself is a level.
_VERBS = {
    Arah.NAIK: (
        *("tingkat", "tambah", "kuat", "besar", "tinggi", "banyak", "ganda", "luas", "banjir"),
        *("rangkak", "ledak", "gunung", "kerek"),
    ),
    Arah.TURUN: (
        *("kurang", "lemah", "kecil", "rendah", "lambat", "tipis", "landai", "sedikit", "sempit"),
        *("pudar", "kendur", "redup", "reda"),
    ),
    Arah.TETAP: ("datar",),
}
# What is wanted, and no figure of a report.
_AIMS = (
    "kapasitas|kompetensi|kemampuan|kualitas|mutu|tata kelola|sumber daya|pemahaman|pengetahuan"
    "|literasi|akses|jangkauan|cakupan|kelembagaan|peran|fungsi|koordinasi|sinergi|regulasi"
    "|pengawasan|kebijakan|akuntabilitas|transparansi|risiko"
)
_PROGRAMMES = (
    rf"(?:peningkatan|perluasan|penguatan|penambahan|pengurangan) (?:{_AIMS})"
    "|penurunan (?:stunting|kemiskinan|emisi)|kenaikan (?:gaji|pangkat|jabatan)"
)
_NOT_SEEN = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("ada", "adanya", "terjadi", "terjadinya", "terlihat", "tampak", "tercatat", "mengalami"),
        *("menunjukkan", "memperlihatkan", "terdapat", "berupa", "mencatat", "mencatatkan"),
    )
)
_NOT_COME = (
    r"(?!(?: [\w,%]+){0,3} "
    r"(?:terlihat|terjadi|tampak|tercatat|nyata|dibanding\w*|sebesar)\b)"
)
# By their letters they are forms of those, by their meaning they are not.
_OTHERS = (
    *("turunan", "keturunan", "lipatan", "penambah", "pembesar", "pemulih", "pegunungan"),
    *("peredaan", "peledak", "bergunung"),
    *("jatuh tempo", "turun tangan", "turun langsung", "terjun langsung", "paling lambat"),
    # Purposes say what is wanted, and no figure.
    r"(?:untuk|guna|demi|agar dapat|supaya dapat|perlu|mohon|harap) (?:lebih )?"
    r"(?:me\w+(?:kan|i)|memper\w+)",
    r"(?:meng|di)usulkan pe\w+an",
    r"(?:upaya|rangka|guna|demi) pe(?:ningkatan|nguatan|rluasan|nambahan|mulihan)",
    # So are programmes and terms called, unless a word says that it came about.
    rf"{_NOT_SEEN}(?:{_PROGRAMMES}){_NOT_COME}",
    r"jatuh pada (?:tanggal|hari|awal|pertengahan|akhir|bulan|minggu|masa)",
)
_SIZES = (
    "banyak|tinggi|besar|sedikit|rendah|kecil|cepat|lambat|ramai|sepi|lama|singkat|padat|sering"
    "|jarang|laris|menonjol|populer"
)
# What another figure is measured by.
_MARKS = (
    "bulan|tahun|pekan|minggu|triwulan|semester|periode|target|sasaran|rata-rata|ambang|angka"
    "|jumlah|capaian|perkiraan|harapan|kapasitas"
)
# How much of a whole, without a number.
_SHARES = (
    r"mayoritas\w*|minoritas\w*|segelintir|kebanyakan|sebagian kecil|sekian (?:persen|kali|puluh)"
    r"|(?:hampir|nyaris) (?:semua|seluruh|setiap|separuh|setengah|tidak ada|tak ada|habis)\w*"
    r"|(?:men|di)dominasi\w*|dominan|dominasi"
)
_PHRASES = (
    rf"(?P<puncak>ter(?!lambat)(?:{_SIZES}|endah|amai|atas|bawah|baik|buruk)(?:nya)?|paling \w+"
    r"|rekor|memuncak|puncaknya"
    r"|(?:urutan|peringkat|posisi|juara) (?:pertama|puncak|terakhir|buncit))"
    rf"|(?P<banding>(?:lebih|semakin|makin|kian|kurang) (?:{_SIZES})"
    rf"|(?:melebihi|melampaui|mengungguli|menyalip|menyamai|mendekati|(?:di|jauh) (?:atas|bawah)"
    rf"|setara|sebanyak|sebesar) (?:dengan )?(?:{_MARKS})\b|{_SHARES}|tren (?:positif|negatif)"
    rf"|puncak (?:kunjungan|tiket|permintaan|layanan|pertanyaan|keluhan|panggilan|kepadatan))"
    r"|(?P<sama>tidak berubah|tak berubah|(?<!kerja )sama dengan|sama seperti"
    r"|tetap(?= (?:\d|di angka|pada angka|seperti (?!biasa)|sebesar|sebanyak|dibanding)|[.,;)]|$))"
    r"|(?P<panah>[▲▼△▽⬆⬇↑↓↗↘🔺🔻📈📉])"
)
_UP = "▲△⬆↑↗🔺📈"


def _with_nasal(root: str, lead: str) -> tuple[str, ...]:
    """Put ``me-`` or ``pe-`` before a root as Indonesian sounds it: ``meningkat``, ``menyusut``."""
    lost = {"k": "ng", "t": "n", "s": "ny", "p": "m"}
    kept = {
        **dict.fromkeys("bf", "m"),
        **dict.fromkeys("cdj", "n"),
        **dict.fromkeys("aiueogh", "ng"),
    }
    if root[0] in lost:
        return lead + lost[root[0]] + root[1:], lead + lost[root[0]][:2] + root
    return (lead + kept.get(root[0], "") + root,)


def _forms(root: str, *, verb: bool) -> str:
    """Give a pattern of the forms of a root."""
    before = (
        *_with_nasal(root, "me"),
        *(f"{prefix}{root}" for prefix in ("memper", "diper", "ber", "di")),
    )
    nouns = (*_with_nasal(root, "pe"), f"per{root}")
    bare = () if verb else (root, f"ter{root}", f"ke{root}", f"se{root}")
    return rf"(?:{'|'.join((*before, *nouns, *bare))})(?:kan|an|i)?(?:nya|lah|kah|pun)?"


@cache
def _pattern() -> re.Pattern[str]:
    groups = [
        rf"(?P<{arah.name}>"
        + "|".join(
            _forms(root, verb=verb)
            for verb, roots in ((False, _ROOTS), (True, _VERBS))
            for root in roots[arah]
        )
        + ")"
        for arah in Arah
    ]
    return re.compile(
        rf"(?P<lain>\b(?:{'|'.join(_OTHERS)})\b)|\b(?:{'|'.join(groups)})\b|(?<!\w)(?:{_PHRASES})(?!\w)"
    )


def find_arah(text: str) -> Iterator[tuple[int, int, Arah | None]]:
    """Find the words of direction in a text of small letters.

    Yields
    ------
    start, end, arah
        Where it stands, and which way it points; for extremes and comparisons that is nothing.
    """
    for match in _pattern().finditer(text):
        kind = match.lastgroup
        if kind == "panah":
            yield *match.span(), Arah.NAIK if match[0] in _UP else Arah.TURUN
        elif kind == "sama":
            yield *match.span(), Arah.TETAP
        elif kind in ("puncak", "banding"):
            yield *match.span(), None
        elif kind is not None and kind != "lain":
            yield *match.span(), Arah[kind]
