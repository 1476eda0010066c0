"""What a cell shows, as Markdown: of each output the form that says most in every format."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from laporan.show.bare import find_table, own_table, raw_block
from laporan.show.markup import escape

PICTURES = {
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
}
LIVE, STILL = "hidup", "diam"
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_TICKS = re.compile(r"^\s*(`{3,}|~{3,})", re.MULTILINE)
_ACTS = re.compile(r"<(?:script|iframe|object|embed)\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"<desc>(.*?)</desc>", re.DOTALL)
# What a browser would fetch: an address in an attribute, a style, an import or a loader's list.
_FETCHES = re.compile(
    r"""<(?:script|img|iframe|link|source|video|audio|embed|object|input|track)\b[^>]*?
        \b(?:src|href|data|poster|srcset)\s*=\s*["']?\s*(?:https?:)?//
      | \b(?:import|require|importScripts|fetch)\s*\(\s*["'](?:https?:)?//
      | \bfrom\s+["']https?://
      | "url"\s*:\s*"(?:https?:)?//
      | (?:@import\s+|url\()\s*["']?(?:https?:)?//""",
    re.IGNORECASE | re.VERBOSE,
)
# What plotting calls give besides the picture: <Axes: …>, [<matplotlib…>], Text(0.5, …).
_LEFTOVER = re.compile(r"[<(\[].*[>)\]]|Text\([-\d].*|\{.*<matplotlib\..*", re.DOTALL)
# Where a warning comes from: a file of the kernel's, another one each time.
_KERNEL_FILE = re.compile(r"\S*ipykernel_\d+\S*?\.py:(\d+): ")
_ADDRESS = re.compile(r"<[\w.]+ (?:object )?at 0x[0-9a-f]+>")


@dataclass(frozen=True)
class Shown:
    """One output.

    Attributes
    ----------
    markdown
        What is shown; of a picture nothing, as its caption is not known here.
    picture
        The name of the picture's file, if it is one.
    described
        What the picture says of itself.
    files
        The files that come with it, by name.
    doubts
        What is not shown as it was meant.
    """

    markdown: str = ""
    picture: str = ""
    described: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def in_one_piece(outputs: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Join what was printed in one go: how many messages it comes in is a matter of time."""
    joined: list[Mapping[str, Any]] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            joined[-1] = {**last, "text": _joined(last["text"]) + _joined(output["text"])}
        else:
            joined.append(output)
    return joined


def show_outputs(outputs: Sequence[Mapping[str, Any]], name: str, warnings: bool) -> list[Shown]:
    """Give what a cell's outputs show.

    Parameters
    ----------
    name
        What the names of files begin with.
    warnings
        Whether what was written to stderr is shown.
    """
    drawn = any(set(PICTURES) & set(output.get("data", {})) for output in outputs)
    shown = []
    for number, output in enumerate(outputs, start=1):
        match output["output_type"]:
            case "stream":
                if output["name"] != "stderr" or warnings:
                    shown.append(Shown(text_block(_joined(output["text"]))))
            case "error":
                shown.append(Shown(text_block(f"{output['ename']}: {output['evalue']}")))
            case _:
                if not _is_leftover(output, drawn):
                    shown.append(_show_data(output, f"{name}-{number}"))
    return shown


def text_block(text: str) -> str:
    """Write text as it stands: as code of no language, in which nothing is obeyed."""
    plain = _KERNEL_FILE.sub(r"baris \1: ", _ANSI.sub("", text)).strip("\n")
    longest = max((len(ticks) for ticks in _TICKS.findall(plain)), default=0)
    fence = "`" * max(3, longest + 1)
    # Quarto would run shortcodes even here.
    return f'{fence} {{shortcodes="false"}}\n{plain}\n{fence}' if plain.strip() else ""


def asks_network(html: str) -> bool:
    """Tell whether HTML would fetch something from elsewhere."""
    return _FETCHES.search(html) is not None


def _is_leftover(output: Mapping[str, Any], drawn: bool) -> bool:
    data = output.get("data", {})
    if output["output_type"] != "execute_result" or set(data) != {"text/plain"}:
        return False
    text = _joined(data["text/plain"]).strip()
    own = text.startswith(("[<matplotlib", "<matplotlib", "<seaborn."))
    return own or (drawn and _LEFTOVER.fullmatch(text) is not None)


def _show_data(output: Mapping[str, Any], name: str) -> Shown:
    data: Mapping[str, Any] = output["data"]
    if "text/markdown" in data:
        return Shown(_joined(data["text/markdown"]))
    if "text/html" in data:
        return _show_html(_joined(data["text/html"]), data, name)
    if picture := _show_picture(data, name):
        return picture
    if "text/latex" in data:
        return Shown(_joined(data["text/latex"]))
    return _show_plain(data)


def _show_html(html: str, data: Mapping[str, Any], name: str) -> Shown:
    table = find_table(html, colored=True)
    if table is not None:
        return Shown(own_table(table))
    picture = _show_picture(data, name)
    still = Shown(_picture_alone(picture), files=picture.files) if picture else _show_plain(data)
    if asks_network(html):
        doubt = "keluaran HTML yang memuat sesuatu dari jaringan; yang ditampilkan "
        doubt += "gambarnya yang diam" if picture else "teksnya"
        return Shown(still.markdown, files=still.files, doubts=(doubt,))
    if not _ACTS.search(html) and not picture:
        return Shown(raw_block(html))
    live = f"::: {{.{LIVE}}}\n\n{raw_block(html)}\n\n:::"
    return Shown(
        f"{live}\n\n::: {{.{STILL}}}\n\n{still.markdown}\n\n:::",
        files=still.files,
        doubts=() if picture else ("keluaran yang hidup; di PDF dan slide hanya teksnya",),
    )


def _picture_alone(picture: Shown) -> str:
    alt = picture.described or "Gambar dari sel ini"
    return f'![](<{picture.picture}>){{fig-alt="{escape(alt)}"}}'


def _show_picture(data: Mapping[str, Any], name: str) -> Shown | None:
    for kind, suffix in PICTURES.items():
        if kind in data:
            text = _joined(data[kind])
            try:
                svg = suffix == "svg" and "<svg" in text
                raw = text.encode() if svg else base64.b64decode(text, validate=False)
            except binascii.Error:
                continue
            found = _DESCRIBED.search(text) if svg else None
            described = unescape(found[1]) if found else ""
            file = f"{name}.{suffix}"
            return Shown(picture=file, described=described, files={file: raw})
    return None


def _show_plain(data: Mapping[str, Any]) -> Shown:
    if "application/json" in data:
        text = json.dumps(data["application/json"], ensure_ascii=False, indent=2)
    elif "text/plain" in data:
        text = _joined(data["text/plain"])
    else:
        text = ""
    known = {"text/plain", "application/json", "text/html", "text/latex", *PICTURES}
    strange = sorted(set(data) - known)
    doubt = f"keluaran berjenis {', '.join(strange)}; yang ditampilkan teksnya" if strange else ""
    # An address in memory is another one each time.
    return Shown(text_block(_ADDRESS.sub("<…>", text)), doubts=(doubt,) if doubt else ())


def _joined(text: Any) -> str:
    return "".join(text) if isinstance(text, list) else str(text)
