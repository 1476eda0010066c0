"""What strangers wrote, made harmless for people's eyes, for terminals and for spreadsheets."""

from __future__ import annotations

import re
import unicodedata

# What a spreadsheet takes for a formula: a cell that starts with one of these marks. One that
# splits lines at semicolons, as Indonesian ones do, also takes for a cell what stands behind a
# semicolon, a tab or a line break within a quoted cell.
_START = r"(?:^|(?<=[;\t\r\n]))"
_FORMULA = r"[ ']*[=+\-@\t\r\n＝＋－＠]"
_RISKY = re.compile(f"{_START}(?={_FORMULA})")
_GUARDED = re.compile(f"{_START}'(?={_FORMULA})")


# Word's bullets and ticks, which are letters of the fonts Symbol and Wingdings, as all have them.
_SYMBOL_FONTS = {
    "\uf06c": "●", "\uf06e": "■", "\uf06f": "□", "\uf071": "❑", "\uf075": "◆", "\uf076": "❖",
    "\uf0a7": "▪", "\uf0a8": "◻", "\uf0b7": "•", "\uf0d8": "➢", "\uf0e0": "→", "\uf0e8": "➔",
    "\uf0f0": "⇨", "\uf0fb": "✗", "\uf0fc": "✓", "\uf0fe": "☑",
}  # fmt: skip
BULLETS = "•●■□❑◆❖▪◻➢➔⇨◦‣·"
# Signs of formats that are seen: those that stand before numbers in Arabic and Indian scripts.
_SEEN = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
# Joiners are kept where they make one sign of several: in emoji, after a virama, and between
# letters of Arabic script. Elsewhere they would only hide something. So are the tags of a flag.
_EMOJI = "\u00a9\u00ae\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f"
_ARABIC = "\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff"
_VIRAMA = (
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0f84\u1039\u1714"
    "\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\ua806\ua8c4\ua953\ua9c0\uaaf6"
)
_KEPT = re.compile(
    f"[{_SEEN}]|(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])|(?<=[{_VIRAMA}])[\u200c\u200d]"
    f"|(?<=[{_ARABIC}])\u200c(?=[{_ARABIC}])"
    "|(?<=\U0001f3f4)[\U000e0020-\U000e007e]+\U000e007f"
)
# Not assigned for ever, or unseen once they are assigned.
_NEVER = re.compile("[\ufdd0-\ufdef\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")


def visible(text: str) -> str:
    """Make white space single spaces, and drop control characters and marks of direction.

    So go right-to-left overrides and spaces without width. Joiners stay where a script or an
    emoji needs them, letters that are newer than this Python stay, bullets of symbol fonts become
    bullets, and what has a shape in one font alone is shown by its name.
    """
    if not text.isprintable():
        kept = {at for found in _KEPT.finditer(text) for at in range(*found.span())}
        text = "".join(c if at in kept else _visible_letter(c) for at, c in enumerate(text))
    return " ".join(text.split())


def _visible_letter(letter: str) -> str:
    match unicodedata.category(letter):
        case "Cc" | "Cf":
            return letter if letter.isspace() else ""
        case "Co" | "Cs":
            return _SYMBOL_FONTS.get(letter) or named(letter)
        case "Cn":
            lost = _NEVER.match(letter) or ord(letter) & 0xFFFE == 0xFFFE
            return "" if lost else letter
        case _:
            return letter


def named(letter: str) -> str:
    """Name a letter that can't be shown: ``[U+A98F]``."""
    return f"[U+{ord(letter):04X}]"


def printable(text: str) -> str:
    """Mark what cannot be printed, so that no terminal and no page obeys it; lines stay."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(c).startswith("C") and c not in "\n\t" else c for c in text
    )


def shorten(text: str, length: int) -> str:
    """Give the beginning of a text that is too long, and say how long it was."""
    if len(text) <= length:
        return text
    return f"{text[:length]}… (dipotong dari {len(text)} karakter)"


def guard(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    return _RISKY.sub("'", text)


def unguard(text: str) -> str:
    """Take off the apostrophes that ``guard`` has put there."""
    return _GUARDED.sub("", text)
