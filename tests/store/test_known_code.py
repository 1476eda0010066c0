"""What was read of code is kept by its digest, and costs only time when it is not."""

import ast
import sys
from pathlib import Path

import pytest

from laporan.store import code_basis
from laporan.store.known_code import KnownCode

BLOCKS = """
import a
try:
    import b
except* ValueError:
    import c
else:
    import d
finally:
    import e
match 1:
    case 1:
        import f
async def g():
    async with x:
        async for y in z:
            import g
        else:
            import h
class I:
    while True:
        if x:
            pass
        elif y:
            import i
        else:
            from j import k
"""


@pytest.fixture(autouse=True)
def writing_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python keep what it compiles, whatever the environment of the tests says."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def refuse() -> list[str]:
    raise AssertionError("asked again")


def test_an_import_is_found_in_every_block() -> None:
    found = code_basis._read_imports(BLOCKS)
    assert sorted(found) == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j.k"]
    for path in code_basis.FOLDER.rglob("*.py"):
        text = path.read_text("utf-8")
        nodes = [each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Import)]
        names = {alias.name for node in nodes for alias in node.names}
        assert names <= set(code_basis._read_imports(text)), path


def test_what_was_read_is_known_to_the_next_process_and_only_of_the_same_text(
    tmp_path: Path,
) -> None:
    file = tmp_path / "__pycache__" / "imports.json"
    first = KnownCode(file)
    assert first.of("import a", lambda: ["a"]) == ["a"]
    first.keep()
    second = KnownCode(file)
    assert second.of("import a", refuse) == ["a"]
    assert second.of("import a ", lambda: ["lain"]) == ["lain"]
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("damaged", [b"", b"[1]", b'{"a": ', b"\xff\xfe"])
def test_damage_costs_only_time(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "imports.json"
    file.write_bytes(damaged)
    known = KnownCode(file)
    assert known.of("import a", lambda: ["a"]) == ["a"]
    known.keep()
    assert KnownCode(file).of("import a", refuse) == ["a"]


def test_a_place_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    known = KnownCode(tmp_path / "berkas" / "imports.json")
    assert known.of("import a", lambda: ["a"]) == ["a"]
    known.keep()


def test_nothing_is_kept_where_python_is_told_to_keep_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    file = tmp_path / "imports.json"
    known = KnownCode(file)
    assert known.of("import a", lambda: ["a"]) == ["a"]
    known.keep()
    assert not file.exists()


def test_what_nobody_asks_for_is_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laporan.store.known_code._MOST", 3)
    file = tmp_path / "imports.json"
    for name in ("a", "b", "c", "d"):
        known = KnownCode(file)
        known.of(name, lambda name=name: [name])
        known.keep()
    assert KnownCode(file).of("d", refuse) == ["d"]
    with pytest.raises(AssertionError, match="asked again"):
        KnownCode(file).of("a", refuse)
