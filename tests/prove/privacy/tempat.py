"""Places where a personal value could stand in a finished file, and forms that it could take.

Each place writes a real file of its kind that holds many values at once.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

import nbformat
import pandas as pd
import pypdf
import typst
from PIL import ExifTags, Image, PngImagePlugin
from pypdf.annotations import FreeText

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


def _pdf_remark(values: Sequence[str], folder: Path) -> Path:
    """A remark of a reviewer."""
    writer = pypdf.PdfWriter(_pdf('#set document(title: "x")\nIsi', folder))
    for value in values:
        note = FreeText(text=value, rect=(9, 9, 90, 90))
        writer.add_annotation(0, note)
    return _write_pdf(writer, folder)


def _pdf_attachment(values: Sequence[str], folder: Path) -> Path:
    writer = pypdf.PdfWriter(_pdf('#set document(title: "x")\nIsi', folder))
    writer.add_attachment("daftar.csv", "\n".join(values).encode())
    return _write_pdf(writer, folder)


def _write_pdf(writer: pypdf.PdfWriter, folder: Path) -> Path:
    path = folder / "laporan.pdf"
    writer.write(path)
    return path


def _photograph(values: Sequence[str], *, remark: bool = False) -> bytes:
    """A JPEG whose EXIF names an author in the way of Windows, or has a camera's remark."""
    exif = Image.Exif()
    text = "; ".join(values).encode("utf-16-le")
    if remark:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"UNICODE\0" + text
    else:
        exif[ExifTags.Base.XPAuthor] = text
    return _picture("JPEG", exif=exif)


def _picture(kind: str, **options: object) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (2, 2)).save(content, kind, **options)
    return content.getvalue()


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _pdf_photograph(values: Sequence[str], folder: Path) -> Path:
    (folder / "foto.jpg").write_bytes(_photograph(values))
    source = folder / "foto.typ"
    source.write_text('#set document(title: "x")\n#image("foto.jpg", alt: "x")', "utf-8")
    path = folder / "laporan.pdf"
    path.write_bytes(typst.compile(source, pdf_standards=["ua-1"]))
    return path


def _exif(values: Sequence[str], folder: Path) -> Path:
    return _page(f'<img alt="" src="{_data("image/jpeg", _photograph(values))}">', folder)


def _png(values: Sequence[str], folder: Path) -> Path:
    """Texts of a chart, one of them compressed, one behind the pixels."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Author", "; ".join(values), zip=True)
    path = folder / "grafik.png"
    path.write_bytes(_picture("PNG", pnginfo=info))
    return path


def _behind(values: Sequence[str], folder: Path) -> Path:
    """Behind the end of a picture."""
    path = folder / "grafik.png"
    path.write_bytes(_picture("PNG") + "\n".join(values).encode())
    return path


def _svg(values: Sequence[str], folder: Path) -> Path:
    texts = "".join(f"<dc:creator><![CDATA[{v}]]></dc:creator>" for v in values)
    path = folder / "grafik.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><metadata><?x y?>{texts}</metadata></svg>',
        "utf-8",
    )
    return path


def _link(values: Sequence[str], folder: Path) -> Path:
    return _page("".join(f'<a href="mailto:{quote(v, safe="")}">x</a>' for v in values), folder)


def _instruction(values: Sequence[str], folder: Path) -> Path:
    return _page("".join(f"<p><?lembar {v.replace('>', ' ')}?>x</p>" for v in values), folder)


def _frame(values: Sequence[str], folder: Path) -> Path:
    """A page within the page, in which half of each value is marked."""
    halves = [f"<p>{escape(v[:2])}<b>{escape(v[2:])}</b></p>" for v in values]
    return _page(f'<iframe srcdoc="{escape("".join(halves))}"></iframe>', folder)


def _code(values: Sequence[str], folder: Path) -> Path:
    """Letters of a script, each by its number."""
    texts = ("".join(f"\\x{ord(c):02x}" if ord(c) < 256 else c for c in v) for v in values)
    strings = "; ".join(f"x = '{text}'" for text in texts)
    return _page(f"<script>{strings}</script>", folder)


def _colour(values: Sequence[str], folder: Path) -> Path:
    """As the error of a notebook is coloured."""
    text = "\n".join(f"\x1b[0;31m{v}\x1b[0m" for v in values)
    return _notebook([nbformat.v4.new_output("stream", text=text)], folder)


def _notebook_photograph(values: Sequence[str], folder: Path) -> Path:
    text = f"![]({_data('image/jpeg', _photograph(values, remark=True))})"
    return _notebook([nbformat.v4.new_output("display_data", data={"text/markdown": text})], folder)


def _utf_16(values: Sequence[str], folder: Path) -> Path:
    path = folder / "untuk-excel.csv"
    path.write_text("\n".join(values), "utf-16")
    return path


def _word(values: Sequence[str], folder: Path) -> Path:
    """A Word file, with a change of letters within each value."""
    runs = (
        f"<w:p><w:r><w:t>{escape(v[:2])}</w:t></w:r><w:r><w:rPr/><w:t>{escape(v[2:])}</w:t></w:r></w:p>"
        for v in values
    )
    path = folder / "nota.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document>{''.join(runs)}</w:document>")
    return path


def _feed(values: Sequence[str], folder: Path) -> Path:
    path = folder / "umpan.xml"
    entries = "".join(f"<summary>{''.join(f'&#{ord(c)};' for c in v)}</summary>" for v in values)
    path.write_text(f"<?xml version='1.0'?><feed>{entries}</feed>", "utf-8")
    return path


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
    "catatan di PDF": _pdf_remark,
    "lampiran PDF": _pdf_attachment,
    "EXIF foto di PDF": _pdf_photograph,
    "EXIF foto di halaman": _exif,
    "EXIF foto di notebook": _notebook_photograph,
    "teks PNG": _png,
    "di belakang gambar": _behind,
    "metadata SVG": _svg,
    "tautan": _link,
    "perintah": _instruction,
    "halaman dalam halaman": _frame,
    "huruf bernomor": _code,
    "keluaran berwarna": _colour,
    "CSV UTF-16": _utf_16,
    "berkas Word": _word,
    "umpan": _feed,
}


def _spaced(value: str) -> str:
    return value.replace(" ", "\u00a0 ")


def _turned(value: str) -> str:
    """The last word of a name first; what is no name of letters and digits stays."""
    *first, last = value.split(" ")
    return f"{last}, {' '.join(first)}" if first and "@" not in value else value


def _apart(value: str) -> str:
    """Each letter for itself."""
    return " ".join(value.replace(" ", ""))


def _joined(value: str) -> str:
    """As in a hashtag; numbers stay, since those of a list run together."""
    return value.title().replace(" ", "") if "@" not in value else value


def _titled(value: str) -> str:
    return value if "@" in value else f"Dr. {value}, S.E., M.Si."


def _disguised(value: str) -> str:
    """As addresses hide from robots."""
    name, _, domain = value.partition("@")
    return f"{name} [at] {domain.replace('.', ' [dot] ')}" if domain else value


def _spoken(value: str) -> str:
    return _disguised(value).replace("[", "").replace("]", "")


def _hyphens(value: str) -> str:
    """Numbers with hyphens at which no line breaks, or with the zero that nobody dials."""
    grouped = _grouped(value)
    return grouped.replace("-", "\u2011").replace("+62 ", "+62 (0)") if grouped != value else value


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
    "nomor dengan tanda hubung lain": _hyphens,
}
# Of the columns that say who somebody is.
NAME_FORMS: Mapping[str, Form] = {
    "terbalik": _turned,
    "huruf renggang": _apart,
    "tanpa spasi": _joined,
    "dengan gelar": _titled,
    "alamat tersamar": _disguised,
    "alamat dieja": _spoken,
}
