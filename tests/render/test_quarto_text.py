"""What Quarto is given to read, without Quarto."""

from pathlib import Path

import pytest

from laporan.dasar.errors import LaporanError
from laporan.prove.said.said import read_tree
from laporan.render.document import Document
from laporan.render.quarto import OFFICE_FILE, read_quarto_settings, write_text


def test_pictures_of_one_name_from_two_folders_stay_two(tmp_path: Path) -> None:
    pictures = [tmp_path / folder / "peta.png" for folder in ("a", "b")]
    for picture in pictures:
        picture.parent.mkdir()
        picture.write_text(picture.parent.name)
    names = tuple(map(str, pictures))
    markdown = "\n\n".join(f"![]({name})" for name in names)
    document = Document(markdown, read_tree(markdown), names)
    text = write_text(document, tmp_path / "gambar", tmp_path)
    shown = [line.removeprefix("![](<").removesuffix(">)") for line in text.split("\n\n")]
    assert [(tmp_path / name).read_text() for name in shown] == ["a", "b"]


@pytest.mark.parametrize("text", [None, "", "a: [", "format: docx", "project: {}"])
def test_settings_that_are_missing_or_none_are_told_by_their_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    (tmp_path / "_quarto.yml").write_text("project: {}\n")
    if text is not None:
        (tmp_path / OFFICE_FILE).write_text(text)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LaporanError, match=r"^_quarto-office\.yml: tidak dapat dibaca") as told:
        read_quarto_settings(OFFICE_FILE)
    assert f"ke {tmp_path}, misalnya dengan git checkout _quarto-office.yml." in str(told.value)
