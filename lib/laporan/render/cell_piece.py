"""One cell of an executed notebook as Markdown, by its options."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from laporan.render.cell_options import CellOptions, read_options
from laporan.render.outputs import Shown, in_one_piece, show_outputs
from laporan.show.markup import escape

_RAW_FORMATS = {"text/html": "html", "text/latex": "tex", "text/x-typst": "typst"}
_TICKS = re.compile(r"^\s*(`{3,})", re.MULTILINE)
_LABEL = re.compile(r"[A-Za-z][\w.:-]*")


@dataclass(frozen=True)
class Piece:
    """What a cell is in the document.

    Attributes
    ----------
    texts
        Markdown, one after the other.
    files
        The files that it shows, by the names that stand in it.
    doubts
        What is not shown as it was meant.
    """

    texts: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def read_cell(cell: Mapping[str, Any], number: int, document: Mapping[str, Any]) -> Piece:
    """Read a cell.

    Parameters
    ----------
    number
        Its place in the notebook, from 1.
    document
        The document's own options, from ``execute`` of its front matter.
    """
    source = "".join(cell["source"])
    match cell["cell_type"]:
        case "markdown":
            return _read_markdown(source, cell.get("attachments", {}), f"sel-{number}")
        case "raw":
            kind = cell["metadata"].get("raw_mimetype") or cell["metadata"].get("format") or ""
            name = _RAW_FORMATS.get(kind)
            return Piece((f"```{{={name}}}\n{source}\n```" if name else source,))
        case _:
            return _read_code(cell, source, number, document)


def _read_markdown(source: str, attachments: Mapping[str, Mapping[str, str]], name: str) -> Piece:
    files = {}
    for place, (attached, kinds) in enumerate(attachments.items(), start=1):
        kind, content = next(iter(kinds.items()))
        file = f"{name}-lampiran-{place}.{kind.rpartition('/')[2].partition('+')[0]}"
        files[file] = base64.b64decode(content)
        source = source.replace(f"(attachment:{attached})", f"(<{file}>)")
    return Piece((source,), files)


def _read_code(
    cell: Mapping[str, Any], source: str, number: int, document: Mapping[str, Any]
) -> Piece:
    options = read_options(source, document)
    doubts = [f"pengaturan #| {name}" for name in options.unknown]
    if options.broken:
        doubts.append(f"pengaturan #| yang tidak terbaca ({options.broken})")
    if options["include"] is False:
        return Piece(doubts=tuple(doubts))
    texts = [_code(options)] if options["echo"] and options.code.strip() else []
    if options["output"] is False:
        return Piece(tuple(texts), doubts=tuple(doubts))
    outputs = in_one_piece(cell["outputs"])
    shown = show_outputs(outputs, f"sel-{number}", options["warning"] is True)
    if options["output"] == "asis":
        shown = [_as_markdown(output) for output in outputs]
    files = {name: raw for each in shown for name, raw in each.files.items()}
    doubts += [doubt for each in shown for doubt in each.doubts]
    texts += _arrange(shown, options, doubts)
    return Piece(tuple(texts), files, tuple(doubts))


def _as_markdown(output: Mapping[str, Any]) -> Shown:
    if output["output_type"] == "stream" and output["name"] == "stdout":
        return Shown("".join(output["text"]))
    (shown,) = show_outputs([output], "", warnings=False) or [Shown()]
    return shown


def _code(options: CellOptions) -> str:
    longest = max((len(ticks) for ticks in _TICKS.findall(options.code)), default=0)
    fence = "`" * max(3, longest + 1)
    listed = [line for line in options.listed if not re.match(r"#\|\s*echo:\s*fenced", line)]
    code = "\n".join([*listed, options.code]) if options["echo"] == "fenced" else options.code
    attributes = [".python", ".cell-code"]
    for name in ("code-fold", "code-summary"):
        if options[name] is not None:
            value = str(options[name])
            value = value.lower() if isinstance(options[name], bool) else value
            attributes.append(f'{name}="{_quoted(value)}"')
    return f"{fence} {{{' '.join(attributes)}}}\n{code}\n{fence}"


def _arrange(shown: Sequence[Shown], options: CellOptions, doubts: list[str]) -> Iterator[str]:
    """Give outputs their captions, numbers, and places beside each other."""
    label, pictures = options.text("label"), sum(bool(each.picture) for each in shown)
    parts, tables = list(options.texts("fig-subcap")), list(options.texts("tbl-subcap"))
    captions, alts = list(options.texts("fig-cap")), list(options.texts("fig-alt"))
    name = f"#{label}" if _LABEL.fullmatch(label) else ""
    alone = pictures == 1 or len(captions) > 1
    texts, drawn, listed = [], 0, 0
    for each in shown:
        if not each.picture:
            text = each.markdown
            if tables and text.strip():
                attributes = [f"{name}-{listed + 1}" if name.startswith("#tbl-") else "", ".bagian"]
                caption = tables[listed] if listed < len(tables) else ""
                text = _fenced([*attributes, f'tbl-cap="{_quoted(caption)}"'], text)
                listed += 1
            texts.append(text)
            continue
        described = parts if parts and not alone else captions if alone else []
        caption = described[drawn] if drawn < len(described) else ""
        alt = alts[drawn] if drawn < len(alts) else ""
        if not alt and not caption:
            doubts.append(_doubt_of_alt(each, options))
        own = f"{name}-{drawn + 1}" if pictures > 1 else name
        own = own if name.startswith("#fig-") and (alone or parts) else ""
        texts.append(_picture(each, caption, alt, f"{own} .bagian" if parts and not alone else own))
        drawn += 1
    texts = [text for text in texts if text.strip()]
    if not texts:
        return
    attributes = [
        f"{key}={json.dumps(str(options[key]))}"
        for key in ("layout-ncol", "layout-nrow", "layout")
        if options[key] is not None
    ]
    table = name.startswith("#tbl-") or options["tbl-cap"] is not None
    if table:
        attributes += [
            name if name.startswith("#tbl-") else "",
            ".kelompok" if tables else "",
            f'tbl-cap="{_quoted(options.text("tbl-cap"))}"',
        ]
    elif not alone and (captions or name.startswith("#fig-")):
        attributes += [name, f'fig-cap="{_quoted(" ".join(captions))}"']
    elif name and not name.startswith(("#fig-", "#tbl-")):
        attributes.append(name)
    inner = "\n\n".join(texts)
    if not (parts or tables) and ("{#fig-" in inner or "::: {#tbl-" in inner):
        # The report's own have names and captions of their own.
        attributes = [each for each in attributes if not each.startswith(("#", "fig-", "tbl-"))]
    if not any(attributes):
        yield from texts
        return
    yield _fenced(attributes, inner)


def _fenced(attributes: Sequence[str], inner: str) -> str:
    """Put a division around Markdown."""
    longest = max((len(run) for run in re.findall(r"^:+", inner, re.MULTILINE)), default=0)
    fence = ":" * (4 + longest)
    return f"{fence} {{{' '.join(filter(None, attributes))}}}\n\n{inner}\n\n{fence}"


def _picture(shown: Shown, caption: str, alt: str, name: str) -> str:
    said = alt or _plain(caption) or shown.described or "Gambar dari sel ini"
    attributes = f'{name} fig-alt="{escape(said)}"'.strip()
    return f"![{caption}](<{shown.picture}>){{{attributes}}}"


def _doubt_of_alt(shown: Shown, options: CellOptions) -> str:
    group = options.text("fig-cap")
    if shown.described:
        return "gambar tanpa fig-alt dan fig-cap; teks alternatifnya disusun dari sumbunya"
    if group:
        return "gambar tanpa fig-alt; teks alternatifnya judul bersama"
    return "gambar tanpa fig-alt, fig-cap, dan keterangan; teks alternatifnya umum"


def _plain(markdown: str) -> str:
    return re.sub(r"[*_`\[\]]|\{[^}]*\}", "", markdown)


def _quoted(text: str) -> str:
    """Write text into an attribute between double quotes, to be read as Markdown later."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
