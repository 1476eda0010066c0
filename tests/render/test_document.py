from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from laporan.dasar.errors import LaporanError
from laporan.render.document import read_document


def printed(name: str, text: str) -> nbformat.NotebookNode:
    output = nbformat.v4.new_output("stream", name=name, text=text)
    return nbformat.v4.new_code_cell("print(1)", outputs=[output])


@pytest.fixture
def refuse(make, tmp_path: Path) -> Callable[[nbformat.NotebookNode], str]:
    """Read a report whose third cell is given, and return the refusal."""

    def run(cell: nbformat.NotebookNode) -> str:
        cells = [make.output(make.metadata), make.text("## Judul {#judul}"), cell]
        with pytest.raises(LaporanError) as caught:
            read_document(make.write(tmp_path / "x.ipynb", cells))
        return str(caught.value)

    return run


@pytest.mark.parametrize(
    ("markdown", "named"),
    [
        ("::: {.callout-note}\nx\n:::", "callout-note"),
        ("::: {.panel-tabset}\nx\n:::", "panel-tabset"),
        ("Lihat @sec-judul.", "rujukan silang"),
        ("{{< env HOME >}}", "kode pendek"),
        ("```{=html}\n<script>1</script>\n```", "mentah"),
        ("<b>tebal</b>", "mentah"),
        ("$x^2$", "rumus"),
        ("Teks.[^1]\n\n[^1]: kaki", "catatan kaki"),
        ("# Judul besar", "tingkat 1"),
        ("## Judul {.unnumbered}", "unnumbered"),
        ("|a|\n|-|\n|1|", "tabel Markdown"),
        ("::: {#tbl-x}\nteks\n:::", "tbl-x"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_cell(
    make, refuse, markdown: str, named: str
) -> None:
    for cell in (make.text(markdown), make.output(markdown)):
        message = refuse(cell)
        assert "sel ke-3" in message
        assert named in message


def test_an_open_division_is_refused(make, tmp_path: Path) -> None:
    cells = [make.text("::: {.catatan}\nx"), make.text("y\n\n:::")]
    path = make.write(tmp_path / "x.ipynb", cells)
    with pytest.raises(LaporanError, match="tidak ditutup"):
        read_document(path)


def test_outputs_other_than_markdown_are_refused(refuse) -> None:
    html = nbformat.v4.new_output("display_data", data={"text/html": "<p>", "text/plain": "x"})
    assert "text/html" in refuse(nbformat.v4.new_code_cell("x", outputs=[html]))
    assert "print()" in refuse(printed("stdout", "halo"))
    assert "#|" in refuse(nbformat.v4.new_code_cell("#| echo: true"))


def test_warnings_and_injected_cells_do_not_count(make, tmp_path: Path) -> None:
    injected = nbformat.v4.new_code_cell("bulan = '2023-07'")
    injected.metadata["tags"] = ["injected-parameters"]
    cells = [injected, printed("stderr", "awas"), make.text("Teks {.aneh}"), make.text("$x$")]
    path = make.write(tmp_path / "x.ipynb", cells)
    with pytest.raises(LaporanError, match="sel ke-3"):
        read_document(path)


def test_escaped_text_of_strangers_is_text(make, tmp_path: Path) -> None:
    path = make.write(tmp_path / "x.ipynb", [make.output(r"\{\{\< env HOME \>\}\} \@sec\-x")])
    assert "env HOME" in read_document(path).markdown


def test_pictures_are_found_and_moved(make, tmp_path: Path) -> None:
    markdown = '![Judul](<folder a/b.svg>){#fig-b fig-alt="alt"}'
    path = make.write(tmp_path / "x.ipynb", [make.output(markdown)])
    document = read_document(path)
    assert document.images == ("folder a/b.svg",)
    assert "](<baru.svg>)" in document.with_images(lambda _: "baru.svg").markdown
