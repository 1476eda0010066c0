"""Invented sentences: numbers and directions as people write them, in each place of a report."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = {
    1: "satu", 2: "dua", 3: "tiga", 4: "empat", 5: "lima", 6: "enam", 7: "tujuh", 8: "delapan",
    9: "sembilan",
}  # fmt: skip
UP = ("naik", "meningkat", "melonjak", "bertambah", "tumbuh", "melambung", "meroket", "menguat")
DOWN = ("turun", "menurun", "anjlok", "merosot", "berkurang", "menyusut", "melemah", "menukik")
THINGS = ("tiket penting", "keluhan", "pengunjung", "pemda", "surat", "panggilan")


@dataclass(frozen=True)
class Invented:
    """A sentence, and how it stands in the document."""

    sentence: str
    markdown: str
    claims: tuple[str, ...]


def number(draw: random.Random) -> str:
    """Write a number in one of the ways of people, and of those who hide one."""
    value = draw.randint(2, 9)
    big = f"{draw.randint(1, 9)}.{draw.randint(100, 999)}"
    return draw.choice(
        [
            big,
            f"{draw.randint(10, 99)},{draw.randint(1, 9)}%",
            f"{WORDS[value]} ratus {WORDS[draw.randint(1, 9)]}",
            f"{WORDS[value]}ratus",
            f"se{draw.choice(['ratus', 'ribu', 'puluh', 'juta'])}",
            draw.choice(["separuhnya", "setengah", "sepertiga", "dua pertiga", "dobel", "ratusan"]),
            draw.choice(["½", "¾", "⅓"]),
            draw.choice(["XIV", "XXIX", "VII"]),
            "\u200b".join(big),
            "".join(chr(ord("０") + int(c)) if c.isdigit() else c for c in big),
            "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in big),
            "".join(chr(0x660 + int(c)) if c.isdigit() else c for c in big),
            draw.choice(["①", "七", "Ⅻ"]),
        ]
    )


def direction(draw: random.Random) -> str:
    """Write a direction, now and then in letters that only look Latin."""
    word = draw.choice([*UP, *DOWN, "kenaikan", "penurunan", "▲", "tertinggi"])
    return word.replace("a", "а") if draw.random() < 0.15 else word


def invented(count: int, seed: int) -> Iterator[Invented]:
    """Draw sentences with a number and a direction, in all places in turn."""
    draw = random.Random(seed)
    for at in range(count):
        value, way = number(draw), direction(draw)
        sentence = f"Ada {value} {draw.choice(THINGS)}, {way} dibanding biasanya."
        yield Invented(sentence, PLACES[at % len(PLACES)].format(sentence), (value, way))


PLACES = (
    "{0}",
    "- butir\n- {0}",
    "## {0}",
    "![{0}](gambar.svg)",
    '![](gambar.svg){{fig-alt="{0}"}}',
    "| judul |\n|---|\n| {0} |",
    "Kata biasa.[^a]\n\n[^a]: {0}",
    "::: {{.catatan}}\n\n{0}\n\n:::",
    "**{0}**",
    "> {0}",
    "```{{=html}}\n<p hidden>{0}</p>\n```",
    "```{{=html}}\n<table><tbody><tr><td>{0}</td></tr></tbody></table>\n```",
    "`{0}`",
    '<span style="display:none">{0}</span>',
)
