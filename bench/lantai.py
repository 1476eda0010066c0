"""What a user could write: plain reads, charts and tables, pandoc and Typst, in one process.

``python bench/lantai.py FOLDER GRAFIK TABEL`` reads the exports of the sample months as they are,
draws so many charts and writes so many tables, and makes the three formats of them. It cleans,
checks, compares and proves nothing: no report can be made of the same data by much less.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pandas as pd
import pypandoc
import seaborn as sns
import typst
from great_tables import GT
from matplotlib.figure import Figure


def read(folder: Path) -> Iterator[pd.DataFrame]:
    """Read each export, and each sheet of a workbook."""
    for path in sorted(folder.glob("20*/*")):
        if path.suffix == ".csv":
            encoding = "utf-16" if path.read_bytes().startswith(b"\xff\xfe") else "utf-8"
            options = {"engine": "python", "encoding": encoding, "on_bad_lines": "skip"}
            yield pd.read_csv(path, sep=None, **options)
        elif path.suffix == ".xlsx":
            yield from pd.read_excel(path, sheet_name=None, engine="calamine").values()


def counts(table: pd.DataFrame) -> pd.DataFrame:
    """Count what stands in a column most."""
    column = table.columns[min(1, len(table.columns) - 1)]
    found = table[column].astype(str).str.slice(0, 20).value_counts().head(8)
    return pd.DataFrame({"isi": found.index, "jumlah": found.to_numpy()})


def main() -> None:
    """Make a report of the exports in a folder."""
    raw, charts, tables = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    read_in = [counts(table) for table in read(raw) if len(table.columns) and len(table)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = ["---\ntitle: Laporan\n---\n"]
        for number, table in enumerate(islice(cycle(read_in), charts)):
            figure = Figure(figsize=(7, 3), layout="constrained")
            sns.barplot(table, x="jumlah", y="isi", ax=figure.subplots())
            figure.savefig(folder / f"{number}.svg")
            parts.append(f"## Grafik {number}\n\n![Grafik]({folder / f'{number}.svg'})\n")
        for number, table in enumerate(islice(cycle(read_in), tables)):
            html = GT(table).as_raw_html()
            parts.append(f"## Tabel {number}\n\n```{{=html}}\n{html}\n```\n")
        text = "\n".join(parts)
        page = ["--standalone", "--embed-resources"]
        for writer, target in (("html5", "laporan.html"), ("revealjs", "slide.html")):
            extra = page if writer == "html5" else ["--standalone"]
            (folder / target).write_text(
                pypandoc.convert_text(text, writer, format="markdown", extra_args=extra), "utf-8"
            )
        source = folder / "laporan.typ"
        paper = pypandoc.convert_text(text, "typst", format="markdown", extra_args=page[:1])
        source.write_text(paper, "utf-8")
        typst.compile(str(source), output=str(folder / "laporan.pdf"), root="/")


if __name__ == "__main__":
    main()
