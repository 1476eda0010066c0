"""Files damaged: cut off, bytes changed, separators lost, cells of strangers, XML of workbooks."""

from __future__ import annotations

import io
import random
from zipfile import BadZipFile, ZipFile

from lxml import etree
from tests.fuzz.rewriting import decode, join, split

HOSTILE = (
    "=HYPERLINK(\"http://127.0.0.1/x\")", "<script>alert(1)</script>", "{{< env HOME >}}",
    "\x1b[2J", "\u202etxt.exe", "a;=1+1", "'=1", "$\\frac{1}{0}$", "![x](http://127.0.0.1/y)",
    "\ufeff", "\u200b", "9" * 400, "1e999", "-1", "NaN", "Infinity", "0x10", "١٢٣", "½",
    "31/02/2024", "2024-02-30", "00/00/0000", "99999", "1.000.00", "1,00,000", "\t", " " * 500,
    "x" * 3000, "JUMLAH", "2024-02-05T08:00:00+99:99", "2024-02-05", "5 Februari 2024",
)  # fmt: skip
NUMBERS = ("4294967295", "99999999999999999999", "-1", "0", "", "XFD1048576", "A0", "A1:XFD1048576")
WORDS = ("s", "str", "b", "e", "d", "n", "inlineStr", "NaN", "1e400", "true", "../../x", "\u202e")


def cut(raw: bytes, rng: random.Random) -> bytes:
    """Cut a file off anywhere, more often near its end."""
    end = rng.randrange(len(raw)) if rng.random() < 0.5 else len(raw) - rng.randint(1, 80)
    return raw[: max(end, 0)]


def change_bytes(raw: bytes, rng: random.Random) -> bytes:
    """Change, drop or add a few bytes."""
    changed = bytearray(raw)
    for _ in range(rng.choice((1, 2, 5, 30))):
        at = rng.randrange(len(changed) + 1)
        changed[at : at + rng.choice((0, 1, 1, 4))] = rng.randbytes(rng.choice((0, 1, 1, 4)))
    return bytes(changed)


def random_bytes(raw: bytes, rng: random.Random) -> bytes:
    """Give bytes that have nothing to do with the file but, perhaps, its beginning."""
    return raw[: rng.choice((0, 0, 4, 64))] + rng.randbytes(rng.randint(0, 3000))


def lose_separator(raw: bytes, rng: random.Random) -> bytes:
    """Take a comma out of one row below the header, or put one in."""
    rows = split(decode(raw))
    wide = [row for row in rows[1:] if len(row) > 2 and any(row)]
    if not wide:
        return raw
    row = rng.choice(wide)
    at = rng.randrange(len(row) - 1)
    if rng.random() < 0.5:
        row[at : at + 2] = [row[at] + row[at + 1]]
    else:
        row.insert(at, "")
    return join(rows, ",", "\n", quote_all=False).encode()


def lose_quote(raw: bytes, rng: random.Random) -> bytes:
    """Take one quote out of a file, or put one in."""
    text = decode(raw)
    places = [at for at, letter in enumerate(text) if letter == '"']
    if places and rng.random() < 0.5:
        at = rng.choice(places)
        return (text[:at] + text[at + 1 :]).encode()
    at = rng.randrange(len(text))
    return (text[:at] + '"' + text[at:]).encode()


def hostile_cells(raw: bytes, rng: random.Random) -> bytes:
    """Put texts of strangers into cells below the header."""
    rows = split(decode(raw))
    wide = [row for row in rows[1:] if len(row) > 1 and any(row)]
    for row in rng.choices(wide, k=rng.randint(1, 4)) if wide else []:
        row[rng.randrange(len(row))] = rng.choice(HOSTILE)
    return join(rows, ",", "\n", quote_all=False).encode()


def change_xml(raw: bytes, rng: random.Random) -> bytes:
    """Change the XML within a workbook, which stays an archive without a fault."""
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return raw
    read = [name for name in parts if not name.startswith(("docProps", "xl/theme"))]
    for _ in range(rng.randint(1, 4)):
        name = rng.choice(read)
        root = etree.fromstring(parts[name])
        element = rng.choice(list(root.iter()))
        parent, dice = element.getparent(), rng.random()
        if dice < 0.5 and element.attrib:
            element.set(rng.choice(list(element.attrib)), rng.choice((*NUMBERS, *WORDS)))
        elif dice < 0.7:
            element.text = rng.choice((*NUMBERS, *WORDS, *HOSTILE[:3]))
        elif dice < 0.85 and parent is not None:
            parent.remove(element)
        else:
            attribute = rng.choice(("r", "t", "s", "count", "ref", "si", "state", "date1904"))
            element.set(attribute, rng.choice((*NUMBERS, *WORDS)))
        parts[name] = etree.tostring(root)
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()
