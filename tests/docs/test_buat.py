"""What the documentation takes from the code is what the code gives."""

import re
import runpy

import pytest
from proyek import ROOT

DOCS = runpy.run_path(str(ROOT / "docs" / "buat.py"))
MADE = DOCS["documents"]()


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_a_document_is_what_the_code_gives(path):
    assert path.read_text("utf-8") == MADE[path](), "jalankan: python docs/buat.py"


def test_the_drawing_has_every_room_and_no_arrow_upward():
    names = list(DOCS["ROOMS"])
    assert names == [
        path.parent.name
        for path in sorted(
            (ROOT / "lib" / "laporan").glob("*/__init__.py"),
            key=lambda p: names.index(p.parent.name),
        )
    ]
    counts = DOCS["imports"]()
    assert all(names.index(other) < names.index(room) for room, other in counts)
    drawn = re.findall(r'text-anchor="middle"[^>]*>(\d+)<', MADE[ROOT / "docs" / "ruang.svg"]())
    assert sorted(map(int, drawn)) == sorted(counts.values())
