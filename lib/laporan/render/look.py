"""The theme as both engines read it: ``_brand.yml`` and ``theme/`` made into plain files."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterable
from functools import cache
from html import escape, unescape
from importlib.resources import files
from pathlib import Path

from laporan.dasar.brand import Brand, Logo, font_folder, load_brand
from laporan.dasar.brand_style import FONTS, css_variables, font_faces
from laporan.dasar.letters import Typeset, typeset
from laporan.render.reveal import write_reveal

# Where the theme has the logo.
_PAGE_LOGO, _PAPER_LOGO = "<!-- logo -->", "  // logo\n"
# Where the paper's template has how tables are set.
_PAPER_TABLES = "// tabel\n"
FILTER, LAST_FILTER, FIRST_PAGE = "laporan.lua", "akhir.lua", "pilih.lua"
# What both filters use; then the parts of the first.
_SHARED = "tulisan.lua"
FILTER_PARTS = (
    *(_SHARED, "dasar.lua", "rujukan.lua", "sel.lua", "bagian.lua", "jalan.lua", "pdf.lua"),
    "kantor.lua",
    FILTER,
)


def write_look(folder: Path, text: str = "") -> None:
    """Write style sheets, templates, filters and fonts into a folder.

    Parameters
    ----------
    folder
        Where to.
    text
        What is to be set; the fonts that it needs on paper come with the brand's.

    Both engines name these files: ``laporan.css``, ``slide.css``, ``laporan.html``,
    ``slide.html``, ``slide.js``, ``laporan.typ``, the filter, ``huruf/`` with fonts for the PDF,
    and ``reveal/`` with what the slides run on.
    """
    brand = load_brand()
    theme = files("laporan.render") / "theme"
    folder.mkdir(parents=True, exist_ok=True)
    fonts = font_faces(brand)
    # Slides are shown to a room, which has no night; their charts are pictures of the day.
    for name, by_night in (("laporan.css", True), ("slide.css", False)):
        colors = css_variables(brand, by_night=by_night)
        _write(folder / name, fonts + colors + (theme / name).read_text("utf-8"))
    write_frame(folder)
    write_letters(folder, text)
    write_reveal(folder / "reveal")
    _write(folder / "reveal" / "slide.js", (theme / "slide.js").read_text("utf-8"))


def write_letters(folder: Path, text: str) -> None:
    """Write what the paper needs for the letters of a text: fonts, template and filter."""
    # HTML within the text may write letters by their numbers.
    needed = typeset(unescape(text))
    theme, brand = files("laporan.render") / "theme", load_brand()
    _write(folder / FILTER, _filter(needed))
    paper = (theme / "laporan.typ").read_text("utf-8")
    paper = paper.replace(_PAPER_TABLES, (theme / "tabel.typ").read_text("utf-8"))
    paper = paper.replace(_PAPER_LOGO, typst_logo(brand.logo) if brand.logo else "")
    head = typst_colors(brand, needed.families)
    _write(folder / "laporan.typ", head + paper)
    _write(folder / "bagikan.typ", head + (theme / "bagikan.typ").read_text("utf-8"))
    fonts = folder / "huruf"
    fonts.mkdir(exist_ok=True)
    brand_files = [font_folder() / f"source-sans-pro-{name}.ttf" for name in FONTS]
    for file in (*brand_files, *(face.path for face in needed.faces)):
        shutil.copyfile(file, fonts / file.name)


def write_frame(folder: Path) -> None:
    """Write the pages' templates and the filters: all of the theme that has words in it."""
    theme = files("laporan.render") / "theme"
    logo = load_brand().logo
    for name in ("laporan.html", "slide.html"):
        text = (theme / name).read_text("utf-8")
        _write(folder / name, text.replace(_PAGE_LOGO, html_logo(logo) if logo else ""))
    last = ((theme / name).read_text("utf-8") for name in (_SHARED, LAST_FILTER))
    _write(folder / LAST_FILTER, "\n".join(last))
    _write(folder / FILTER, _filter(Typeset()))
    _write(folder / FIRST_PAGE, (theme / FIRST_PAGE).read_text("utf-8"))


def _filter(needed: Typeset) -> str:
    """Put the filter together: Quarto runs filters where they can't load other files."""
    pairs = ", ".join(
        f"[{_lua_text(old)}] = {_lua_text(new)}" for old, new in needed.replaced.items()
    )
    theme = files("laporan.render") / "theme"
    parts = [f"local REPLACED = {{ {pairs} }}", f"local MEASURES = {{ {_measures()} }}"]
    parts += [(theme / name).read_text("utf-8") for name in FILTER_PARTS]
    return "\n".join(parts)


@cache
def _measures() -> str:
    """Write what each measure counts, of which whole, for the speaker of the slides."""
    # pandas comes with it, which a report that is up to date does not need.
    from laporan.measure import INDIKATOR

    return ", ".join(
        f'["{name}"] = {{ nama = {_quoted(known.nama)}, '
        f"arti = {_quoted(f'{known.definisi}. Keseluruhan: {known.keseluruhan}.')} }}"
        for name, known in INDIKATOR.items()
    )


def _quoted(text: str) -> str:
    """Write a text as Lua and Typst read it."""
    return json.dumps(text, ensure_ascii=False)


def _lua_text(text: str) -> str:
    return '"' + "".join(f"\\u{{{ord(letter):x}}}" for letter in text) + '"'


def html_logo(logo: Logo) -> str:
    """Write the logo for a page, within the page itself."""
    data = base64.b64encode(logo.svg.encode()).decode()
    alt = escape(logo.alt).replace("$", "$$")  # a dollar sign has a meaning in pandoc's templates
    source = f"data:image/svg+xml;base64,{data}"
    return f'\n<p class="logo"><img src="{source}" alt="{alt}" style="height: 64px"></p>'


def typst_logo(logo: Logo) -> str:
    """Write the logo for the first page, above the title."""
    svg, alt = _quoted(logo.svg), _quoted(logo.alt)
    picture = f'image(bytes({svg}), format: "svg", alt: {alt}, height: 1.1cm)'
    return f"  #block(below: 0.4cm, {picture})\n".replace("$", "$$")


def typst_colors(brand: Brand, further: Iterable[str] = ()) -> str:
    """Give the palette as a Typst dictionary ``warna``, and the families as ``huruf``."""
    entries = ", ".join(f'"{name}": rgb("{color}")' for name, color in brand.colors.items())
    families = "".join(f'"{name}", ' for name in (brand.family, *further))
    return f"#let warna = ({entries})\n#let huruf = ({families})\n"


def _write(path: Path, text: str) -> None:
    """Write a file unless it is already the same, so that nothing is made anew for it."""
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
