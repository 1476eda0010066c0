"""Holds that notebooks are committed as their source: nothing in them that running them left.

    python .ci/periksa_notebook.py [NOTEBOOK …]

Those that clean further are short cells on what stands in modules, where it is tested; the report's
own and scratch work hold what analysts write.
Without names, all of ``notebooks/`` are looked at. The exit status is 1 if one is not clean.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
LONGEST = 3
CLEANS, REPORTS = "bersih-", ("laporan.ipynb", "edisi.ipynb")
EMPTY = "Kosongkan keluarannya (di JupyterLab: Edit, Clear Outputs of All Cells), lalu simpan."


def faults(path: Path) -> Iterator[str]:
    """Say what is wrong with a notebook, and what to do about it."""
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except (ValueError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0]
        yield f"bukan notebook yang utuh ({reason}). Ambil lagi dari git."
        return
    if "papermill" in notebook.metadata:
        yield "memuat catatan papermill: ini salinan yang dijalankan. Ambil lagi dari git."
    if notebook.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "kernelnya bukan python3. Pilih kernel Python 3, lalu simpan."
    tagged = []
    for number, cell in enumerate(notebook.cells, start=1):
        tags = cell.metadata.get("tags", [])
        tagged += tags
        if "injected-parameters" in tags:
            yield f"sel ke-{number} disisipkan saat notebook dijalankan. Hapus sel itu."
        if cell.cell_type != "code":
            continue
        if cell.outputs or cell.execution_count is not None:
            yield f"sel ke-{number} menyimpan keluaran atau nomor urutnya. {EMPTY}"
        if path.name.startswith(CLEANS) and len(cell.source.splitlines()) > LONGEST:
            yield f"sel ke-{number} lebih dari {LONGEST} baris. Pindahkan isinya ke lib/laporan."
    run = path.name in REPORTS or path.name.startswith(CLEANS)
    if run and tagged.count("parameters") != 1:
        yield 'harus ada tepat satu sel bertanda "parameters", yang memuat bulan.'


def main(names: list[str]) -> int:
    """Look at notebooks, and give the exit status."""
    paths = [Path(name) for name in names] or sorted(NOTEBOOKS.glob("*.ipynb"))
    found = [f"{path.name}: {fault}" for path in paths for fault in faults(path)]
    print("\n".join(found) or f"{len(paths)} notebook bersih.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
