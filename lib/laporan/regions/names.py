"""What is written for a region, taken apart: ``KAB. BREBES`` is a kind and a bare name."""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = {
    "prov": r"pemprov|(?:pemerintah |pemda )?(?:daerah )?(?:provinsi|propinsi|prov|prop)",
    "kab": r"pemkab|(?:pemerintah |pemda )?(?:daerah )?(?:kabupaten|kab)",
    "kota": r"pemkot|(?:pemerintah |pemda )?(?:daerah )?(?:kotamadya|kodya|kota)",
}
_PREFIX = re.compile(
    "(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()) + r")\b"
)
# Jakarta's five kota and one kabupaten are administrative; people leave the word out.
_ADMINISTRATIVE = re.compile(r"(?:administrasi|adm)\b")


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
    words = " ".join(re.sub(r"[^\w&]+|_", " ", text.casefold()).split()).replace("&", "dan")
    match = _PREFIX.match(words)
    kind = match.lastgroup or "" if match else ""
    rest = words[match.end() :].strip() if match else words
    rest = _ADMINISTRATIVE.sub("", rest, count=1) if _ADMINISTRATIVE.match(rest) else rest
    return WrittenName(kind, rest.replace(" ", ""))
