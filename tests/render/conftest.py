"""An executed report with everything that the real one is made of, and more of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import great_tables
import nbformat
import pandas as pd
import pytest
from matplotlib.figure import Figure

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.render.document import Document, read_document
from laporan.render.pandoc import render_pandoc
from laporan.render.quarto import find_quarto, render_quarto
from laporan.show import Card, Chart, Markdown, Pane, Table, box, bullets, cards, sentence
from laporan.show.display import Display

JULI = Bulan(2023, 7)
METADATA = '---\ntitle: "Laporan Uji"\nsubtitle: "Juli 2023"\nlang: id-ID\n---'
LONG = "Peraturan contoh tentang pengelolaan insentif fiskal dan hal-hal lain yang panjang nomor {}"


class Make:
    """Makes executed notebooks."""

    metadata = METADATA

    @staticmethod
    def output(markdown: str) -> nbformat.NotebookNode:
        data = {"text/markdown": markdown}
        output = nbformat.v4.new_output("execute_result", data=data, execution_count=1)
        return nbformat.v4.new_code_cell("tampil", outputs=[output])

    @staticmethod
    def text(markdown: str) -> nbformat.NotebookNode:
        return nbformat.v4.new_markdown_cell(markdown)

    @staticmethod
    def write(path: Path, cells: list[nbformat.NotebookNode]) -> Path:
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
        return path


Engine = Callable[[Document, list[str], Path], None]
_BY_QUARTO = [
    pytest.mark.quarto,
    pytest.mark.skipif(find_quarto() is None, reason="quarto tidak ada di PATH"),
]


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(render_pandoc, id="pandoc"),
        pytest.param(render_quarto, id="quarto", marks=_BY_QUARTO),
    ],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Either engine; Quarto's where it is there."""
    chosen: Engine = request.param
    return chosen


@pytest.fixture(scope="session")
def make() -> type[Make]:
    return Make


def _angka(value: float, unit: str = "tiket") -> Angka:
    return Angka("2023-07", "tiket.jumlah", "", "", value, unit)


def _table(name: str, rows: int, title: str) -> Table:
    frame = pd.DataFrame(
        {
            "Tanggal": [f"{index % 28 + 1} Juli 2023" for index in range(rows)],
            "Judul": [title.format(index) for index in range(rows)],
            "Jumlah": [str(index) for index in range(rows)],
        }
    )
    gt = great_tables.GT(frame, id=name).cols_align("right", ["Jumlah"])
    return Table(gt, name, Markdown(f"Daftar {name}. Sumber: data uji."), frame)


def _chart(name: str, height: float) -> Chart:
    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(height)
        axes.barh(["WhatsApp", "Telepon"], [3, 2])
        return figure

    caption = Markdown(f"Kebanyakan lewat WhatsApp, {name}.")
    data = pd.DataFrame({"kanal": ["WhatsApp", "Telepon"], "tiket": [3, 2]})
    alt = Markdown(f'Diagram "{name}": WhatsApp 3, Telepon 2.')
    return Chart(draw, name, caption, alt, JULI, data, {})


def _cards() -> Markdown:
    remark = Markdown("naik **3,2%** dibanding Juni 2023, yang 1.315")
    labels = ["tiket konsultasi", "publikasi konten media sosial", "webinar", "PPID"]
    return cards(Card(_angka(1707), label, remark) for label in labels * 2)


def _objects() -> dict[str, list[Display | str]]:
    prose = " ".join(f"Kalimat ke-{n} dari evaluasi yang ditulis tangan." for n in range(90))
    long_box = box("catatan", Markdown(prose))
    return {
        "Ringkasan {#ringkasan}": [
            box("sorotan", bullets([sentence("Tiket naik **{u}**.", u=_angka(29.81, "persen"))])),
            _cards(),
            box("catatan", Markdown("Tentang cara menghitung.")),
            box("notes", Markdown("Hanya untuk pembicara.")),
        ],
        "Publikasi website {#publikasi}": [Markdown("Ada 40."), _table("publikasi", 40, LONG)],
        "Tiket {#tiket}": [
            Markdown("Sebuah paragraf. " * 8),
            _chart("rendah", 2),
            "### Menurut topik",
            Markdown("Dua kalimat. Di samping gambar."),
            _chart("tinggi", 3.6),
            _table("kecil", 3, "Judul {}"),
        ],
        "Evaluasi {#evaluasi}": [Markdown(prose), bullets([Markdown("Butir saran.")] * 30)],
        "Catatan panjang {#catatan-panjang}": [long_box],
        "Baris panjang {#baris-panjang}": [
            bullets([Markdown("kata panjang " * 300), Markdown("Butir kedua.")]),
            _table("panjang", 2, "isi {0} " * 150),
        ],
    }


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("dokumen")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(folder / "data"))
        cells = [Make.output(METADATA)]
        for heading, objects in _objects().items():
            cells.append(Make.text(f"## {heading}"))
            for item in objects:
                is_text = isinstance(item, str)
                cells.append(Make.text(item) if is_text else Make.output(item.markdown()))
        path = Make.write(folder / "laporan.ipynb", cells)
    return read_document(path).with_images(lambda name: str(Path(name).resolve()))


@pytest.fixture(scope="session")
def rendered(document: Document, once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The three files, by the embedded engine."""
    formats = ["html", "pdf", "slide"]
    return once("hasil", lambda folder: render_pandoc(document, formats, folder))
