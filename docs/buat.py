"""Makes what the documentation can take from the code: tables of inputs, the dictionary, a drawing.

    python docs/buat.py

writes ``docs/kamus.md``, ``docs/ruang.svg``, and the table in ``data/README.md``. A test holds that
they are what the code gives.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import laporan
from laporan.clean.koreksi import COLUMNS
from laporan.dasar.settings import load_settings
from laporan.measure import INDIKATOR
from laporan.read.declaration import Setting, Source, Tipe
from laporan.read.folder import KOREKSI
from laporan.read.sources import SOURCES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(laporan.__file__).parent
START, END = "<!-- sumber: dibuat oleh docs/buat.py -->", "<!-- /sumber -->"
ROOMS = {
    "dasar": "yang dikenal semua ruang",
    "read": "ekspor → tabel teks",
    "clean": "→ tabel bersih dan buku barisnya",
    "store": "bulan bersih: dibuat, disimpan, diketahui usang",
    "measure": "→ angka",
    "show": "angka → kalimat, grafik, tabel, kartu",
    "check": "temuan, catatan analis, mutu.html",
    "sections": "bagian-bagian laporan",
    "prove": "yang dikatakan, dicocokkan dengan angka dan ekspor",
    "render": "notebook yang dijalankan → berkas",
    "publish": "terbitan dan situsnya",
    "cli": "perintah",
}
TYPES = {
    Tipe.TEKS: "teks",
    Tipe.YA_TIDAK: "ya/tidak",
    Tipe.YA_TIDAK_KOSONG: "ya/tidak, boleh kosong",
    Tipe.BILANGAN: "bilangan bulat",
    Tipe.BILANGAN_KOSONG: "bilangan bulat, boleh kosong",
    Tipe.PECAHAN: "bilangan",
    Tipe.TANGGAL: "tanggal",
    Tipe.WAKTU: "waktu (WIB)",
}
UNIT, WIDE, LEFT, TOP = 34, 132, 150, 118


def inputs_table() -> str:
    """Give the table of the files that a month can have, by the sources' declarations."""
    rows = [
        f"| `{source.pattern}`{' (tambahan)' if source.extra else ''} | {source.dari} | "
        f"{_columns_read(source)} |"
        for source in SOURCES.values()
    ]
    notes = (
        "| `catatan.md` | ditulis analis | judul `Diminta`, `Topik teknis`, `Pengaduan`, "
        "`Keluhan`, `Evaluasi dan saran`, dengan prosanya |"
    )
    corrections = f"| `{KOREKSI}` | ditulis analis | {', '.join(f'`{name}`' for name in COLUMNS)} |"
    head = ["| berkas | dari | yang dibaca |", "|---|---|---|"]
    return "\n".join([*head, *rows, notes, corrections])


def _columns_read(source: Source) -> str:
    """Name the columns that are read; those that stand in for each other are one entry."""
    if source.attendance:
        return "banyaknya peserta dan lamanya; nama dan alamat peserta tidak disimpan"
    groups: dict[str, list[str]] = {}
    for column in source.columns:
        if column.read:
            groups.setdefault(column.need or column.name, []).append(f"`{column.name}`")
    named = [" atau ".join(names) for names in groups.values()]
    also = any(column.also for column in source.columns)
    if source.headings:
        titles = ", ".join(f"`{title}`" for title in source.titles(load_settings()))
        named.append(f"dan menurut pengaturan `{source.headings.name}`: {titles}")
    return ", ".join(named) + (", atau padanannya" if also else "")


def dictionary() -> str:
    """Give the data dictionary: the cleaned tables, and all figures."""
    parts = [
        "# Kamus data",
        "Dibuat oleh `docs/buat.py` dari kodenya; jangan disunting di sini.",
        "## Tabel bersih",
        "Di `data/processed/<bulan>/`, satu berkas Parquet satu sumber; di notebook: "
        '`lap.tables["tiket"]`.',
    ]
    for source in SOURCES.values():
        parts += [f"### {source.name}: {source.label}", _table_of(source)]
    parts += [
        "## Angka",
        'Nama di `ukuran.csv`; di notebook: `lap.angka("tiket.jumlah")`. Kolom `bawah` dan `atas` '
        "di sana selang tempat angka itu berada, `n` banyaknya tiket, penilaian, atau bulan yang "
        "menjadi dasarnya; keduanya kosong pada angka yang tidak mempunyainya.",
    ]
    rows = [
        f"| `{each.kunci}` | {each.nama} | {each.satuan} | {each.definisi} | {each.keseluruhan} | "
        f"{', '.join(each.sumber)} |"
        for each in sorted(INDIKATOR.values(), key=lambda each: each.kunci)
    ]
    head = [
        "| nama | arti | satuan | definisi | keseluruhan | sumber |",
        "|---|---|---|---|---|---|",
    ]
    return "\n\n".join([*parts, "\n".join([*head, *rows])]) + "\n"


def _table_of(source: Source) -> str:
    rows = []
    for column in source.table:
        heading = (
            f"pengaturan {column.judul.name}"
            if isinstance(column.judul, Setting)
            else (column.judul or "–")
        )
        rows.append(f"| `{column.name}` | {TYPES[column.tipe]} | {column.arti} | {heading} |")
    return "\n".join(["| kolom | jenis | arti | di ekspor |", "|---|---|---|---|", *rows])


def imports() -> Counter[tuple[str, str]]:
    """Count the imports from room to room."""
    return Counter(
        (room, other)
        for room in ROOMS
        for path in (PACKAGE / room).rglob("*.py")
        for other in _imported(path)
        if other != room
    )


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"laporan.{alias.name}" for alias in node.names]
            for name in names if node.module == "laporan" else [node.module]:
                parts = name.split(".")
                if parts[0] == "laporan" and len(parts) > 1 and parts[1] in ROOMS:
                    yield parts[1]


def drawing() -> str:
    """Draw the rooms as stairs: a number tells how often a row's room imports a column's."""
    counts, names = imports(), list(ROOMS)
    width, height = LEFT + UNIT * len(names) + 330, TOP + UNIT * len(names) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="sans-serif" font-size="13">',
        "<title>Ruang-ruang paket laporan, dan berapa kali yang satu memakai yang lain</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for row, name in enumerate(names):
        y = TOP + UNIT * row
        parts.append(_text(LEFT - 10, y + 22, name, "end", "bold"))
        parts.append(_text(LEFT + UNIT * len(names) + 14, y + 22, ROOMS[name]))
        x = LEFT + UNIT * row
        parts.append(
            f'<text transform="translate({x + 22} {TOP - 10}) rotate(-60)" fill="#1b2430">'
            f"{name}</text>"
        )
        for column, other in enumerate(names[: row + 1]):
            count = counts[name, other]
            fill = "#0b4f8a" if column == row else "#dce8f3" if count else "#f3f5f8"
            parts.append(
                f'<rect x="{LEFT + UNIT * column + 1}" y="{y + 1}" width="{UNIT - 2}" '
                f'height="{UNIT - 2}" fill="{fill}"/>'
            )
            if count:
                parts.append(_text(LEFT + UNIT * column + UNIT / 2, y + 22, str(count), "middle"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _text(x: float, y: float, text: str, anchor: str = "start", weight: str = "normal") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="#1b2430">{escape(text)}</text>'
    )


def documents() -> dict[Path, Callable[[], str]]:
    """Give every file that is made, or made in part, with what makes its content."""
    readme = ROOT / "data" / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(START)
    after = rest.partition(END)[2]
    return {
        readme: lambda: f"{before}{START}\n{inputs_table()}\n{END}{after}",
        ROOT / "docs" / "kamus.md": dictionary,
        ROOT / "docs" / "ruang.svg": drawing,
    }


def main() -> None:
    """Write them."""
    for path, make in documents().items():
        path.write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
