import json
from pathlib import Path

import nbformat

from laporan.prove.said.said import read_tree
from laporan.render.document import read_document
from laporan.render.outputs import in_one_piece


def printed(name: str, text: str) -> nbformat.NotebookNode:
    output = nbformat.v4.new_output("stream", name=name, text=text)
    return nbformat.v4.new_code_cell("print(1)", outputs=[output])


def test_what_means_nothing_here_is_told_with_its_cell(make, tmp_path: Path) -> None:
    injected = nbformat.v4.new_code_cell("bulan = '2023-07'")
    injected.metadata["tags"] = ["injected-parameters"]
    strange = nbformat.v4.new_output("display_data", data={"x/y": "?", "text/plain": "polos"})
    cells = [
        injected,
        printed("stderr", "awas"),
        make.text("Lihat @fig-entah, {{< kbd F1 >}} dan `{{< kbd F2 >}}`."),
        nbformat.v4.new_code_cell("#| sulap: true\nx", outputs=[strange]),
        make.text("![](hilang.png)"),
    ]
    document = read_document(make.write(tmp_path / "x.ipynb", cells)).located([tmp_path], "x.ipynb")
    assert document.warnings == (
        "x.ipynb, sel ke-2: kode pendek {{< kbd F1 >}}.",
        "x.ipynb, sel ke-2: rujukan @fig-entah, yang tidak ada.",
        "x.ipynb, sel ke-3: keluaran berjenis x/y; yang ditampilkan teksnya.",
        "x.ipynb, sel ke-3: pengaturan #| sulap.",
        "x.ipynb, sel ke-4: gambar hilang.png, yang tidak ada atau tidak terbaca.",
    )
    assert "awas" not in document.markdown
    assert "polos" in document.markdown


def test_escaped_text_of_strangers_is_text(make, tmp_path: Path) -> None:
    path = make.write(tmp_path / "x.ipynb", [make.output(r"\{\{\< env HOME \>\}\} \@sec\-x")])
    assert "env HOME" in read_document(path).markdown


def test_pictures_are_found_and_moved(make, tmp_path: Path) -> None:
    markdown = '![Judul](<folder a/b.svg>){#fig-b fig-alt="alt"} [itu](<folder a/b.svg>)'
    path = make.write(tmp_path / "x.ipynb", [make.output(markdown)])
    document = read_document(path)
    assert document.images == ("folder a/b.svg",)
    assert "](<baru.svg>)" in document.with_images(lambda _: "baru.svg").markdown
    # Both engines have the same: what pandoc has read is what it would read.
    for name in ("baru.svg", "/map é/{a} [b] 100%/c d.svg"):
        moved = document.with_images(lambda _, name=name: name)
        assert json.loads(moved.tree) == json.loads(read_tree(moved.markdown))


def test_what_is_printed_is_one_block_in_however_many_pieces_it_comes() -> None:
    def stream(text: str, name: str = "stdout") -> dict[str, str]:
        return {"output_type": "stream", "name": name, "text": text}

    figure = {"output_type": "display_data", "data": {}}
    pieces = [stream("satu"), stream("\n"), stream("galat", "stderr"), stream("dua"), figure]
    assert in_one_piece([*pieces, stream("tiga")]) == [
        stream("satu\n"), stream("galat", "stderr"), stream("dua"), figure, stream("tiga"),
    ]  # fmt: skip
