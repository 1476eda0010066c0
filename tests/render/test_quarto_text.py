"""What Quarto is given to read, without Quarto."""

from pathlib import Path

from laporan.render.document import Document
from laporan.render.quarto import write_text


def test_pictures_of_one_name_from_two_folders_stay_two(tmp_path: Path) -> None:
    pictures = [tmp_path / folder / "peta.png" for folder in ("a", "b")]
    for picture in pictures:
        picture.parent.mkdir()
        picture.write_text(picture.parent.name)
    names = tuple(map(str, pictures))
    document = Document("\n\n".join(f"![]({name})" for name in names), names)
    text = write_text(document, tmp_path / "gambar", tmp_path)
    shown = [line.removeprefix("![](<").removesuffix(">)") for line in text.split("\n\n")]
    assert [(tmp_path / name).read_text() for name in shown] == ["a", "b"]
