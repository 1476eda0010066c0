"""Of reveal.js no more than the slides use, and its words in Indonesian."""

from __future__ import annotations

from pathlib import Path

from laporan.dasar.brand import reveal_folder

NOTES = "plugin/notes/notes.js"
FILES = ("dist/reset.css", "dist/reveal.css", "dist/reveal.js", NOTES, "plugin/zoom/zoom.js")
# What the speaker's window says, each with what stands around it in the program.
WORDS = {
    '<html lang=\\"en\\">': '<html lang=\\"id\\">',
    ">reveal.js - Speaker View<": ">Catatan pembicara<",
    ">Loading speaker view...<": ">Memuat catatan pembicara …<",
    ">Upcoming<": ">Berikutnya<",
    ">Time <": ">Waktu <",
    ">Click to Reset<": ">Mulai lagi<",
    ">Pacing – Time to finish current slide<": ">Sisa waktu slide ini<",
    ">Notes<": ">Catatan<",
    "'Default'": "'Biasa'",
    "'Wide'": "'Lebar'",
    "'Tall'": "'Tinggi'",
    "'Notes only'": "'Catatan saja'",
    "'Layout'": "'Susunan'",
    "Speaker view popup failed to open. Please make sure popups are allowed and reopen the speaker "
    "view.": "Jendela catatan tidak dapat dibuka. Izinkan jendela sembulan, lalu coba lagi.",
}


def write_reveal(folder: Path) -> None:
    """Write the files that the slides run on."""
    for name in FILES:
        text = (reveal_folder() / name).read_text("utf-8")
        for english, indonesian in WORDS.items() if name == NOTES else ():
            text = text.replace(english, indonesian)
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
