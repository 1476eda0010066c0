"""What is written for a region, taken apart: ``KAB. BREBES`` is a kind and a bare name."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Who writes may name the government and mean its region.
_GOVERNMENT = re.compile(r"^(?:pemerintah(?: daerah(?! istimewa| khusus))?|pemda)\s+")
_KIND = re.compile(
    r"(?:(?P<prov>pemprov|provinsi|propinsi|prov|prop)"
    r"|(?P<kab>pemkab|kabupaten|kab)"
    r"|(?P<kota>pemkot|kotamadya|kodya|kota))\b\s*"
)
# Jakarta's five kota and one kabupaten are administrative; people leave the word out.
_ADMINISTRATIVE = re.compile(r"^(?:administrasi|adm)\b\s*")

# Words that are written in two ways, in the way that is compared.
_WORDS = {"kep": "kepulauan", "sumatra": "sumatera", "&": "dan"}


@dataclass(frozen=True)
class WrittenName:
    """A region as somebody wrote it.

    Parameters
    ----------
    kind
        ``prov``, ``kab``, ``kota``, or empty if none is written.
    bare
        The name without kind, in small letters and digits alone: ``gunungsitoli``. Spaces and
        hyphens tell no two regions apart (``Fak Fak``, ``Fakfak``).
    """

    kind: str
    bare: str


def parse_name(text: str) -> WrittenName:
    """Take a written name apart."""
    spaced = re.sub(r"[^\w&]+|_", " ", text.casefold()).replace("&", " & ")
    words = " ".join(_WORDS.get(word, word) for word in spaced.split())
    words = _GOVERNMENT.sub("", words)
    match = _KIND.match(words)
    rest = _ADMINISTRATIVE.sub("", words[match.end() :] if match else words)
    return WrittenName(match.lastgroup or "" if match else "", rest.replace(" ", ""))
