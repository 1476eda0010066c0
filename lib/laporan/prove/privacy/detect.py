"""What has the form of personal data, whether or not a raw export has it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum.id import nik, npwp

from laporan.dasar.settings import Settings
from laporan.prove.privacy.compared_words import EMAIL, canonical, plain_addresses, readable

REGION = "ID"
# A shorter number has no area code, and says nothing about anybody.
LEAST_DIGITS = 9
# Not the digits of a fraction.
_NIK = re.compile(r"(?<![\w.,])\d{16}(?!\w)")
_NPWP = re.compile(r"(?<![\w.,])(?:\d{15}|\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3})(?!\w)")
# Nor the seconds of a time of day.
_CALLABLE = re.compile(r"(?<![\w.,+])(?<!\d:)[+(]?\d[\d .()/\-]{5,}\d(?!\w)")
_DIGITS = re.compile(r"\d")
# The settings whose contacts the report is there to print.
_PRINTED = ("layanan", "kotak_surat", "keterangan_kanal")


class Suspect(NamedTuple):
    """Something that looks like personal data, and what it looks like."""

    bentuk: str
    isi: str

    @property
    def masked(self) -> str:
        """Its beginning and end: enough to find it, too little to use it."""
        return f"{self.isi[:2]}…{self.isi[-2:]}"


def find_suspects(text: str, own: Collection[str]) -> Iterator[Suspect]:
    """Give what in a text has the form of an address, a telephone number, a NIK or an NPWP.

    Telephone numbers by the rules of libphonenumber for Indonesia and, with a ``+``, of all
    countries; NIK and NPWP by those of python-stdnum, which know places and days of birth.

    Parameters
    ----------
    own
        The service's own addresses and numbers, as `own_contacts` gives them.
    """
    text = plain_addresses(readable(text))
    for address in EMAIL.findall(text):
        if address.casefold().strip(".") not in own:
            yield Suspect("alamat email", address)
    for number in _phone_numbers(text):
        if _digits(number) not in own:
            yield Suspect("nomor telepon", number)
    for bentuk, pattern, form in (("NIK", _NIK, nik), ("NPWP", _NPWP, npwp)):
        for match in pattern.finditer(text):
            if form.is_valid(match[0]):
                yield Suspect(bentuk, match[0])


def own_contacts(settings: Settings) -> set[str]:
    """Give the addresses and numbers that the settings have to be printed; no other excuses."""
    texts = [text for name in _PRINTED for text in strings_of(settings[name])]
    addresses = {address.casefold() for text in texts for address in EMAIL.findall(text)}
    return addresses | {_digits(number) for text in texts for number in _phone_numbers(text)}


def _phone_numbers(text: str) -> Iterator[str]:
    # The matcher weighs every digit; figures are many, and what could be a number to call is few.
    for candidate in _CALLABLE.findall(text):
        if len(_DIGITS.findall(candidate)) < LEAST_DIGITS:
            continue
        for match in PhoneNumberMatcher(candidate, REGION, Leniency.VALID):
            yield match.raw_string


def _digits(number: str) -> str:
    return canonical("".join(_DIGITS.findall(number)))


def strings_of(value: object) -> Iterator[str]:
    """Give the texts among settings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_of(item)
