"""The executed report as one Markdown document, which both engines make into every format.

What a cell shows is written as the report's own helpers write it, so that one filter knows all
of it. What can't be shown as it was meant is shown as plainly as possible, and told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import yaml
from PIL import Image

from laporan.dasar.inert import named
from laporan.dasar.letters import lacking, typeset
from laporan.prove.said.said import read_tree
from laporan.render.cell_piece import Piece, read_cell
from laporan.render.doubts import find_doubts, nodes_of
from laporan.render.notebook.numbered_cells import numbered_cells
from laporan.render.shortcodes import run_shortcodes

_FRONT_MATTER = re.compile(r"\A\s*---\n(.*?)\n---\s*\Z", re.DOTALL)
_PIXELS = {".png", ".jpg", ".jpeg", ".gif", ".webp"}
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_NUMBERED_LETTER = re.compile(r"&#(?:x[0-9a-fA-F]{2,6}|[0-9]{3,7});")
# What pandoc does not leave as it is in an address.
_ESCAPED = re.compile(r'[\s<>|"{}\[\]^`]')
# Half of a letter that JSON writes as two; no file can hold it. A whole one is left alone, as is
# what begins with a backslash that is itself written by two.
_LONE_HALF = re.compile(
    r"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u([dD][89a-fA-F][0-9a-fA-F]{2})"
)
# A script of this length is no one's own.
_SCRIPT = re.compile(r"<script[^>]*>.*?</script>", re.DOTALL)
_LIBRARY = 20_000
# Front matter that names files: the works that are cited, and the style of citations.
_CITED = ("bibliography", "csl")
# Front matter that is not said: how to execute and lay out.
_UNSAID = ("execute", "format", "jupyter", "kernel")


@dataclass(frozen=True)
class Document:
    """The report between execution and rendering.

    Attributes
    ----------
    markdown
        Markdown cells and outputs, in order, each cell's after a comment with its number.
    tree
        The same as pandoc reads it, in JSON.
    images
        The pictures that it shows, as written in it.
    shown_in
        The number of the cell that shows each of them.
    files
        Those of them that cells drew, by the names that stand in it.
    cited
        The files of works that are cited, and of the style of citations.
    warnings
        What is not shown as it was meant, each with its cell.
    """

    markdown: str
    tree: str
    images: tuple[str, ...] = ()
    shown_in: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """All text that is to be set, within pictures, too."""
        return "\n".join((self.markdown, *self._written_in_pictures.values()))

    @property
    def _written_in_pictures(self) -> Mapping[str, str]:
        """The drawings whose letters the paper sets itself."""
        vectors = [name for name in self.images if name.casefold().endswith(".svg")]
        raw = {name: self.files.get(name) or _content(Path(name)) for name in vectors}
        return {
            name: _NUMBERED_LETTER.sub(lambda found: unescape(found[0]), content.decode())
            for name, content in raw.items()
            if b"<text" in content and _is_text(content)
        }

    def with_images(self, locate: Callable[[str], str]) -> Document:
        """Give a copy whose pictures are elsewhere: ``locate`` gives each its new path."""
        text = self.markdown
        moved = tuple(locate(image) for image in self.images)
        for old, new in zip(self.images, moved, strict=True):
            if old != new:
                place = re.compile(rf"\]\(\s*<?{re.escape(old)}>?(?=[)\s])")
                text = f"](<{new}>".join(place.split(text))
        tree = _moved(self.tree, dict(zip(self.images, moved, strict=True)))
        return replace(self, markdown=text, tree=tree, images=moved)

    def rewritten(self, markdown: str) -> Document:
        """Give a copy that says something else."""
        if markdown == self.markdown:
            return self
        return replace(self, markdown=markdown, tree=read_tree(markdown))

    def located(self, folders: Sequence[Path], notebook: str = "laporan.ipynb") -> Document:
        """Give a copy whose files are named by absolute paths, found in one of the folders.

        What is not found is told in place of its picture, and among the warnings.
        """

        def find(name: str) -> str | None:
            if name in self.files or _ELSEWHERE.match(name):
                return name
            paths = (folder / name for folder in folders)
            return next((str(path) for path in paths if _is_readable(path)), None)

        lost = [name for name in self.images if find(name) is None]
        told = tuple(
            _told(
                notebook,
                self.shown_in.get(name, 0),
                f"gambar {name}, yang tidak ada atau tidak terbaca",
            )
            for name in lost
        )
        remote = tuple(
            _told(notebook, self.shown_in.get(name, 0), f"gambar di jaringan, {name}")
            for name in self.images
            if _ELSEWHERE.match(name) and not name.startswith("data:")
        )
        cited = {
            kind: tuple(find(name) or name for name in names) for kind, names in self.cited.items()
        }
        moved = self.with_images(lambda name: find(name) or name)
        text = moved.markdown.replace(_written(self.cited), _written(cited), 1)
        warnings = self.warnings + told + remote
        return replace(moved.rewritten(text), cited=cited, warnings=warnings)

    def write_files(self, folder: Path) -> Document:
        """Write the pictures that cells drew into a folder, and give a copy that finds them.

        Drawings with letters that no font has are written there, too, with names in their place.
        """
        files = dict(self.files)
        for name, svg in self._written_in_pictures.items():
            if lacking([svg]):
                files[name] = typeset(svg).shown(svg).encode()
        if not files:
            return self
        folder.mkdir(parents=True, exist_ok=True)
        places = {
            name: folder / (name if name in self.files else f"{at}-{Path(name).name}")
            for at, name in enumerate(files)
        }
        for name, raw in files.items():
            places[name].write_bytes(raw)
        return self.with_images(lambda name: str(places.get(name, name)))


def _moved(tree: str, places: Mapping[str, str]) -> str:
    """Give a document that pandoc has read the new places of its pictures, as it writes them."""
    ast = json.loads(tree)
    for _, node in nodes_of(ast["blocks"]):
        if node["t"] in ("Image", "Link"):
            target = node["c"][2]
            if place := places.get(unquote(target[0])):
                target[0] = _ESCAPED.sub(lambda found: quote(found[0]), place)
    return json.dumps(ast, ensure_ascii=False)


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_readable(path: Path) -> bool:
    """Tell whether a file is there and, if it is a picture, is one that all formats show."""
    if not path.is_file():
        return False
    if path.suffix.lower() not in _PIXELS:
        return True
    try:
        with Image.open(path) as picture:
            picture.verify()
    except (OSError, SyntaxError):
        return False
    return True


def read_document(notebook: Path) -> Document:
    """Read an executed notebook."""
    content = json.loads(_LONE_HALF.sub(_named_half, notebook.read_text("utf-8")))
    cells = list(numbered_cells(content["cells"]))
    front = _front_matter(cells)
    execute = front.get("execute") or {}
    pieces = [
        (number, _front_piece(front) if number == 1 and front else read_cell(cell, number, execute))
        for number, cell in cells
    ]
    metadata = {**front, **_metadata(pieces)}
    doubts: list[tuple[int, str]] = [(n, doubt) for n, piece in pieces for doubt in piece.doubts]
    joined = []
    for number, piece in pieces:
        texts = [text for text in piece.texts if text.strip()]
        if texts:
            text, strange = run_shortcodes("\n\n".join(texts), metadata)
            doubts += [(number, what) for what in strange]
            joined.append(f"<!-- sel {number} -->\n\n{text}")
    markdown = _once("\n\n".join(joined))
    tree = read_tree(markdown)
    ast = json.loads(tree)
    found = nodes_of(ast["blocks"])
    doubts += find_doubts(found, ast["blocks"], joined[-1] if joined else "")
    # In the order of the document, each with the cell that shows it first.
    pictures: dict[str, int] = {}
    for number, node in found:
        if node["t"] == "Image":
            pictures.setdefault(unquote(node["c"][2][0]), number)
    return Document(
        markdown,
        tree,
        tuple(pictures),
        pictures,
        {name: raw for _, piece in pieces for name, raw in piece.files.items()},
        _cited(front),
        tuple(_told(notebook.name, number, what) for number, what in sorted(doubts)),
    )


def _named_half(found: re.Match[str]) -> str:
    return found[1] or named(chr(int(found[2], 16)))


def _front_matter(cells: Sequence[tuple[int, Mapping[str, Any]]]) -> Mapping[str, Any]:
    if not cells or cells[0][1]["cell_type"] == "code":
        return {}
    return _yaml("".join(cells[0][1]["source"]))


def _yaml(text: str) -> Mapping[str, Any]:
    found = _FRONT_MATTER.match(text)
    try:
        content = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        return {}
    return content if isinstance(content, dict) else {}


def _front_piece(front: Mapping[str, Any]) -> Piece:
    said = {name: value for name, value in front.items() if name not in (*_UNSAID, *_CITED)}
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False) if said else ""
    text += _written(_cited(front))
    return Piece((f"---\n{text}---",) if text else ())


def _cited(front: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {name: _listed(front[name]) for name in _CITED if name in front}


def _written(cited: Mapping[str, Sequence[str]]) -> str:
    """Write the files of works as lines of front matter."""
    return "".join(f"{name}: {json.dumps(list(names))}\n" for name, names in cited.items())


def _metadata(pieces: Sequence[tuple[int, Piece]]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for _, piece in pieces:
        for text in piece.texts:
            if text.lstrip().startswith("---"):
                found |= _yaml(text)
    return found


def _once(markdown: str) -> str:
    """Keep a library that several cells carry where it stands first."""
    seen: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        if len(match[0]) < _LIBRARY:
            return match[0]
        shown = "" if match[0] in seen else match[0]
        seen.add(match[0])
        return shown

    return _SCRIPT.sub(keep, markdown)


def _listed(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _told(notebook: str, number: int, what: str) -> str:
    return f"{notebook}, sel ke-{number}: {what}."
