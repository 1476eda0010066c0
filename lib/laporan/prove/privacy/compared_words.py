"""Texts as they are compared: their words and the numbers in them, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Words = tuple[str, ...]

EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")
# Between texts that are read one by one: no words follow one another across it.
END = "\n\x00\n"
_WORD = re.compile(r"[^\W_]+|\x00")
# Digits as people group them; what stands between two numbers of a list is more than that.
_RUN = re.compile(r"(?<![^\W_])\+?\(?\d+(?:[ .\-()/·_]{1,3}\d+)*(?![^\W_])|\d{9,}")
_DIGITS = re.compile(r"\d+")
_PREFIX = re.compile(r"\A(?:(?:00)?62|0)0?")
# What is longer is more than one number, whose beginnings tell where each of them starts.
MOST_DIGITS = 16
_NEXT_NUMBER = re.compile(r"\D+(?=\+?62|\(?0)")
# "heri [at] gmail [dot] com"; without brackets, "at" is an English word like any other.
_AT = re.compile(r"[\[({<]\s*(?:at|@)\s*[\])}>]|(?<=\s)(?:at|@)(?=\s)", re.IGNORECASE)
_DOT = r"\s*[\[({<]\s*(?:dot|titik)\s*[\])}>]\s*|\s+(?:dot|titik)\s+"
_LOCAL = re.compile(r"[\w.+\-]{1,64}\s*\Z")
_DOMAIN = re.compile(rf"\s*[\w\-]+(?:(?:{_DOT}|\.)[\w\-]+)+", re.IGNORECASE)
_FREE_MAIL = ("gmail", "yahoo", "ymail", "rocketmail", "hotmail", "outlook", "live", "icloud")


class _Plain(dict[int, str]):
    """Each character in its plain form; what is not seen is nothing."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        # Among them the hyphen that a line's end took: soft in HTML, U+FFFE in a PDF's text.
        plain = "" if kind == "Cf" or char == "\ufffe" else char
        if kind == "Pd" or char == "\u2212":
            plain = "-"
        elif kind == "Nd":
            plain = str(unicodedata.decimal(char))
        self[code] = plain
        return plain


_PLAIN = _Plain()


def readable(text: str) -> str:
    """Drop what is not seen, and write each letter, digit and dash in its plain form."""
    plain = unicodedata.normalize("NFKC", text)
    return plain if plain.isascii() else plain.translate(_PLAIN)


def words_of(text: str) -> Words:
    """Give the words, in the form of a search: without case, accents and marks."""
    return tuple(_WORD.findall(_folded(readable(text))))


def _folded(text: str) -> str:
    """Write text so that its large, small and accented forms are one (Unicode's D146)."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    # Taken apart last, since some letters have their accent only when they are large.
    apart = unicodedata.normalize("NFKD", folded).casefold()
    return "".join(c for c in apart if unicodedata.category(c) != "Mn")


def plain_addresses(text: str) -> str:
    """Write e-mail addresses that hide from robots, ``heri [at] gmail [dot] com``, as they are."""
    parts, done = [], 0
    for match in _AT.finditer(text):
        local = _LOCAL.search(text, max(done, match.start() - 80), match.start())
        domain = _DOMAIN.match(text, match.end())
        if local and domain and _is_disguised(match[0], domain[0]):
            plain = re.sub(_DOT, ".", domain[0].strip(), flags=re.IGNORECASE)
            parts += [text[done : local.start()], local[0].strip(), "@", plain]
            done = domain.end()
    return "".join([*parts, text[done:]])


def _is_disguised(at: str, domain: str) -> bool:
    known = domain.strip().casefold().startswith(_FREE_MAIL)
    return at[0] in "[({<" or known or re.search(r"\b(?:dot|titik)\b", domain, re.I) is not None


def numbers_of(text: str, longest: int) -> Iterator[str]:
    """Give the digits of groups that follow one another, as `canonical` writes them.

    Parameters
    ----------
    longest
        How many digits the longest number has that is looked for.
    """
    most = longest + len("0062")
    for match in _RUN.finditer(readable(text)):
        groups = _DIGITS.findall(match[0])
        for first in range(len(groups)):
            digits = ""
            for group in groups[first:]:
                digits += group
                if len(digits) > most:
                    break
                yield canonical(digits)


def whole_numbers_of(text: str) -> Iterator[str]:
    """Give the numbers in a text, each whole; of several that stand in a row, each as well."""
    for match in _RUN.finditer(readable(text)):
        for run in match[0].split("/"):
            whole = "".join(_DIGITS.findall(run))
            yield canonical(whole)
            if len(whole) > MOST_DIGITS:
                pieces = _NEXT_NUMBER.split(run)
                yield from (canonical("".join(_DIGITS.findall(piece))) for piece in pieces)


def canonical(digits: str) -> str:
    """Write a telephone number without 0 or 62; other numbers lose such a beginning, too."""
    return _PREFIX.sub("", digits)
