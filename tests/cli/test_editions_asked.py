"""``laporan render --edisi``: what it does, and what it refuses."""

import pytest

from laporan.cli import run


def test_unchanged_editions_are_not_made_again(juli, edisi, capsys):
    folders = ["--data", str(juli.parents[1] / "data"), "--out", str(edisi.parents[2])]
    before = {path.name: path.stat().st_mtime_ns for path in edisi.iterdir()}
    assert run(["render", "2023-07", "--edisi", "provinsi", *folders]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(edisi / "index.html")
    assert "Edisi provinsi Juli 2023 sudah mutakhir sejak" in told.err
    assert {path.name: path.stat().st_mtime_ns for path in edisi.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["2023-07", "--edisi", "kota"], 2, "Edisi 'kota' tidak dikenal. Pilihlah dari: provinsi"),
        (["2021-07", "--edisi", "pemda"], 1, "Folder bulan 2021-07 tidak ada"),
        (["2023-07", "--edisi", "pemda", "--format", "pdf"], 2, "Hapus --engine dan --format"),
        (["2023-07", "--edisi", "pemda", "--engine", "pandoc"], 2, "Hapus --engine dan --format"),
    ],
)
def test_a_wrong_call_is_told(arguments, status, says, capsys):
    assert run(["render", *arguments]) == status
    assert says in capsys.readouterr().err
