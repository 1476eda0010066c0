"""Numbers however they are written: digits of any script, fractions, words, Roman numerals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNITS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_POWERS = "belas|puluh|ratus|ribu|juta|mil[iy]ar|triliun"
_WHOLE = rf"nol|{_UNITS}|se(?:{_POWERS})|{_POWERS}"
_PARTS = (
    rf"setengah|separuh|separo|paruh|se?-?per(?:{_UNITS}|{_POWERS}|sepuluh|seratus|seribu)"
    r"|dobel|dobl|double|tripel|triple|lusin|selusin|kodi|sekodi|half|dozen|hundred|thousand|million"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
# Written as one word too: ``duaratus``, ``limapuluh``, ``keduanya``, ``ratusan``, ``berdua``.
_WORD = re.compile(
    rf"(?<![\w-])(?:ber?(?:{_POWERS})-)?(?:ke|ber|per)?(?:{_WHOLE}|{_PARTS})"
    rf"(?:{_WHOLE}|pertiga|perempat)*"
    r"(?:an)?(?:nya|lah|kah|pun)?(?![\w])"
)
# Ways of speaking in which such a word counts nothing.
_IDIOMS = re.compile(
    r"\b(?:salah satu(?:nya)?|satu per satu|satu demi satu|satu sama lain|satu pintu|satu atap"
    r"|kesatuan|persatuan|satuan|pertigaan|perempatan|ribut|berlima puluh"
    rf"|lebih dari satu(?! (?:{_POWERS}|{_UNITS}|per))|gaji (?:ketiga belas|ke-?13)"
    # Of any one, and of both that were named before.
    rf"|(?<!hanya )satu (?!{_POWERS})\w+ (?:dapat|bisa|boleh|wajib|harus)"
    r"|kedua (?:\w+ ){1,3}(?:tersebut|itu))\b"
)
_DIGITS = re.compile(r"\d+(?:[.,:/⁄]?\d+)*")
# Few of its letters make words; of the others it takes three to be no abbreviation.
_ROMAN = re.compile(
    r"(?<![\w.])(?=[IVXLCDM]+(?![\w]))(?:(?=[IVX]+\b)|(?=[A-Z]{3}))"
    r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)"
    r"|(?<![\w.])(?=[ivx]{2,}\b)x{0,3}(?:ix|iv|v?i{0,3})(?!\w)"
)
# Letters of other scripts that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝкмнтвАВЕКМНОРСТУХІЈЅαενορτυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwkmhtbABEKMHOPCTYXIJSaevoptuikABEZHIKMNOPTYX",
)


def plainly(text: str) -> tuple[str, list[int]]:
    """Write a text in plain letters and digits.

    What has no width is left out; digits, fractions and letters of other forms become plain ones.

    Returns
    -------
    text, places
        For each character of the plain text its place in the given one.
    """
    if text.isascii():
        return text, list(range(len(text)))
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in _plain(character):
            plain.append(each)
            places.append(place)
    return "".join(plain), places


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    form = unicodedata.normalize("NFKC", character).translate(_LOOKALIKES)
    if form.isascii() or "⁄" in form:
        return form
    value = unicodedata.numeric(character, None)
    return form if value is None else f"{value:g}".replace(".", ",")


def find_bilangan(text: str) -> Iterator[tuple[int, int]]:
    """Find the numbers in a plain text: where each begins and ends."""
    small = text.lower()
    spoken = [match.span() for match in _IDIOMS.finditer(small)]
    for pattern, where in ((_DIGITS, text), (_WORD, small), (_ROMAN, text)):
        for match in pattern.finditer(where):
            if match[0] and not any(start <= match.start() < end for start, end in spoken):
                yield match.span()
