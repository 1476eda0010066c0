"""Places where a personal value could stand in a finished file, and forms that it could take.

Each place writes a real file of its kind that holds many values at once.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

import nbformat
import pandas as pd
import typst

_SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'

Place = Callable[[Sequence[str], Path], Path]
Form = Callable[[str], str]


def _page(body: str, folder: Path) -> Path:
    path = folder / "laporan.html"
    path.write_text(f'<!doctype html><html lang="id"><body>{body}</body></html>', "utf-8")
    return path


def _text(values: Sequence[str], folder: Path) -> Path:
    return _page("".join(f"<p>Menurut {escape(v)}, tetap.</p>" for v in values), folder)


def _table(values: Sequence[str], folder: Path) -> Path:
    cells = "".join(f"<tr><th>1</th><td>{escape(v)}</td><td>2</td></tr>" for v in values)
    return _page(f"<table>{cells}</table>", folder)


def _bold(values: Sequence[str], folder: Path) -> Path:
    """Half of each value is marked, in the middle of a word."""
    halves = [(v[: len(v) // 2], v[len(v) // 2 :]) for v in values]
    return _page("".join(f"<p>{escape(a)}<b>{escape(b)}</b></p>" for a, b in halves), folder)


def _alt(values: Sequence[str], folder: Path) -> Path:
    return _page("".join(f'<img alt="{escape(v)}" src="data:,">' for v in values), folder)


def _remark(values: Sequence[str], folder: Path) -> Path:
    return _page("".join(f"<!-- {v.replace('--', '- -')} -->" for v in values), folder)


def _script(values: Sequence[str], folder: Path) -> Path:
    texts = json.dumps(list(values), ensure_ascii=False).replace("</", "<\\/")
    return _page(f'<script type="application/json">{texts}</script>', folder)


def _download(values: Sequence[str], folder: Path) -> Path:
    content = quote("nama;jumlah\n" + "".join(f"{v};1\n" for v in values))
    return _page(f'<a href="data:text/csv;charset=utf-8,{content}">unduh</a>', folder)


def _chart(values: Sequence[str], folder: Path) -> Path:
    texts = "".join(f"<text>{escape(v)}</text>" for v in values)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{texts}</svg>'.encode()
    source = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    return _page(f'<img alt="" src="{source}">', folder)


def _note(values: Sequence[str], folder: Path) -> Path:
    notes = "".join(f'<aside class="notes">{escape(v)}</aside>' for v in values)
    path = folder / "slide.html"
    path.write_text(f"<html><body><section>{notes}</section></body></html>", "utf-8")
    return path


def _csv(values: Sequence[str], folder: Path) -> Path:
    path = folder / "ukuran.csv"
    pd.DataFrame({"kategori": values, "nilai": 1}).to_csv(path, index=False)
    return path


def _trace(values: Sequence[str], folder: Path) -> Path:
    path = folder / "jejak.json"
    path.write_text(json.dumps({"masukan": [{"berkas": v} for v in values]}), "utf-8")
    return path


def _parquet(values: Sequence[str], folder: Path) -> Path:
    path = folder / "tiket.parquet"
    pd.DataFrame({"nama": values}).to_parquet(path)
    return path


def _stream(values: Sequence[str], folder: Path) -> Path:
    return _notebook([nbformat.v4.new_output("stream", text="\n".join(values))], folder)


def _shown(values: Sequence[str], folder: Path) -> Path:
    html = "".join(f"<td>{escape(v)}</td>" for v in values)
    return _notebook([nbformat.v4.new_output("display_data", data={"text/html": html})], folder)


def _notebook(outputs: list[nbformat.NotebookNode], folder: Path) -> Path:
    cell = nbformat.v4.new_code_cell("s.table_tiket(lap)", outputs=outputs)
    path = folder / "bersih-tiket.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return path


def _log(values: Sequence[str], folder: Path) -> Path:
    path = folder / "laporan.log"
    path.write_text("".join(f"baris ditolak: “{v}”\n" for v in values), "utf-8")
    return path


def _pdf(source: str, folder: Path) -> Path:
    path = folder / "laporan.pdf"
    path.write_bytes(typst.compile(source.encode(), pdf_standards=["ua-1"]))
    return path


def _pdf_text(values: Sequence[str], folder: Path) -> Path:
    """On a narrow page, so that lines break within names."""
    head = '#set document(title: "x")\n#set page(width: 6cm)\n#set par(justify: true)\n'
    return _pdf(
        head + "".join(f"#text({json.dumps(v, ensure_ascii=False)})\n\n" for v in values), folder
    )


def _pdf_alt(values: Sequence[str], folder: Path) -> Path:
    head = '#set document(title: "x")\n#let picture = bytes(`' + _SQUARE + "`.text)\n"
    pictures = (f"#image(picture, alt: {json.dumps(v, ensure_ascii=False)})\n\n" for v in values)
    return _pdf(head + "".join(pictures), folder)


def _pdf_title(values: Sequence[str], folder: Path) -> Path:
    title = json.dumps(" / ".join(values), ensure_ascii=False)
    return _pdf(f"#set document(title: {title})\nIsi", folder)


def _pdf_bookmark(values: Sequence[str], folder: Path) -> Path:
    heads = "".join(f"#heading({json.dumps(v, ensure_ascii=False)})\n" for v in values)
    return _pdf('#set document(title: "x")\n#show heading: [Bab]\n' + heads, folder)


PLACES: Mapping[str, Place] = {
    "teks halaman": _text,
    "sel tabel": _table,
    "separuh tebal": _bold,
    "teks alternatif": _alt,
    "komentar": _remark,
    "skrip": _script,
    "data unduhan": _download,
    "teks dalam grafik": _chart,
    "catatan slide": _note,
    "ukuran.csv": _csv,
    "jejak.json": _trace,
    "tabel bersih": _parquet,
    "keluaran notebook": _stream,
    "tabel di notebook": _shown,
    "log": _log,
    "teks PDF": _pdf_text,
    "teks alternatif PDF": _pdf_alt,
    "judul PDF": _pdf_title,
    "markah PDF": _pdf_bookmark,
}


def _spaced(value: str) -> str:
    return value.replace(" ", "\u00a0 ")


def _hidden(value: str) -> str:
    """With a mark without width within each word."""
    return " ".join(f"{word[:1]}\u200b{word[1:]}" for word in value.split(" "))


def _grouped(value: str) -> str:
    """A telephone number as people write it; other texts stay."""
    digits = value.removeprefix("+")
    if not digits.isdecimal() or len(digits) < 7:
        return value
    local = digits.removeprefix("62") if digits.startswith("62") else digits.removeprefix("0")
    return f"+62 {local[:3]}-{local[3:7]}-{local[7:]}" if len(local) > 7 else value


FORMS: Mapping[str, Form] = {
    "apa adanya": str,
    "huruf besar": str.upper,
    "spasi lain": _spaced,
    "tanda tak tampak": _hidden,
    "nomor berkelompok": _grouped,
}
