"""What the documentation says of the code is there, and says the same in both languages."""

import re
from pathlib import Path

import pytest
from proyek import ROOT

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.measure import INDIKATOR
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES

PACKAGE = ROOT / "lib" / "laporan"
ARSITEKTUR, ISTILAH, CONTRIBUTING, README, README_EN = (
    (ROOT / name).read_text("utf-8")
    for name in (
        "docs/arsitektur.md", "docs/istilah.md", "CONTRIBUTING.md", "README.md", "README.en.md",
    )
)  # fmt: skip
TOKEN = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"```.*?```", re.DOTALL)
# How files of this tree end.
SUFFIXES = (".py", ".toml", ".lua", ".md", ".yml", ".csv", ".ipynb", ".ambr", ".txt")
FILE = re.compile(rf"^[\w./-]*[\w-]({'|'.join(map(re.escape, SUFFIXES))})$")
# What a month's folder or an analyst's holds, a pattern's example, or what is made.
ELSEWHERE = {
    *(
        "catatan.md",
        "koreksi.csv",
        "data/raw/2023-07/koreksi.csv",
        "tiket-1.csv",
        "ukuran.csv",
        "ralat.csv",
        "bagikan.txt",
        "laporan.ipynb",
        "conftest.py",
    ),
    *("data/pengaturan.toml", "data/processed/2023-07/ditolak.csv"),
    *("data/tindak_lanjut.csv", "data/peristiwa.csv"),
}


def found(name: str) -> Path | None:
    return next((at for at in (PACKAGE / name, ROOT / name) if at.is_file()), None)


def files_in(text: str) -> list[str]:
    names = TOKEN.findall(FENCE.sub("", text))
    return [name for name in names if FILE.match(name) and name not in ELSEWHERE]


def is_example(name: str) -> bool:
    """Tell whether a name stands for any: of a source, a section or a format."""
    return Path(name).stem == "nama"


@pytest.mark.parametrize(
    "text", [ARSITEKTUR, CONTRIBUTING, README], ids=["arsitektur", "contributing", "readme"]
)
def test_every_file_that_is_named_is_there(text):
    names = files_in(text)
    assert names
    missing = [name for name in names if not (is_example(name) or found(name))]
    assert not missing
    folders = [Path(name).parent for name in names if is_example(name)]
    assert all((PACKAGE / at).is_dir() or (ROOT / at).is_dir() for at in folders)


def test_every_function_that_is_named_is_in_a_file_beside_it():
    """A function ``f()``, a class or a constant is defined in a file that its paragraph names."""
    count, missing = 0, []
    for paragraph in re.split(r"\n\n|\n(?=- )", FENCE.sub("", ARSITEKTUR)):
        files = [at for name in files_in(paragraph) if (at := found(name))]
        code = "\n".join(at.read_text("utf-8") for at in files if at.suffix == ".py")
        for token in TOKEN.findall(paragraph):
            called = re.fullmatch(r"([a-z_0-9]+)\(\)", token)
            named = re.fullmatch(r"[A-Z]\w+", token)
            if not (called or named) or token.startswith("SHA"):
                continue
            name = called[1] if called else token
            count += 1
            pattern = rf"^ *def {name}\(" if called else rf"^(class )?{name}\b"
            if not re.search(pattern, code, re.MULTILINE):
                missing.append(token)
    assert count > 50
    assert not missing


def test_the_ticket_that_is_followed_is_where_it_is_said_to_be():
    settings, bulan = load_settings(), Bulan(2023, 7)
    tables = read_source(ROOT / "data" / "raw" / "2023-07", "tiket", settings)
    row = tables[0].data.loc[5]
    assert (row["ticket_id"], row["date_created"]) == ("17050008", "2023-06-30T22:53:19+00:00")
    assert [len(table.data) for table in tables] == [1024, 711]
    cleaned = cleaner("tiket")(tables, bulan, settings)
    first = cleaned.tabel.iloc[0]
    assert (first["nomor"], first["jam_layanan"], first["dibuat"].hour) == ("17050008", "Luar", 5)
    assert (len(cleaned.tabel), cleaned.dikecualikan["jumlah"].sum()) == (1707, 28)
    assert cleaned.berkas["diambil"].tolist() == [1010, 697]


def test_the_glossary_has_every_word_of_the_figures_and_of_the_tables():
    names = {name for key in INDIKATOR for name in key.split(".")}
    names |= {column.name for source in SOURCES.values() for column in source.table}
    names |= {name for source in SOURCES.values() for _, name in source.followed}
    names |= {indikator.satuan for indikator in INDIKATOR.values()} | set(SOURCES)
    known = ISTILAH.casefold()
    words = {word for name in names for word in re.findall(r"[a-z]{3,}", name.casefold())}
    assert sorted(word for word in words if not re.search(rf"\b{word}", known)) == []
    rows = [line for line in ISTILAH.splitlines() if line.startswith("| ")]
    assert all(len(line.split(" | ")) == 3 for line in rows)


def tables(text: str) -> list[list[str]]:
    """Give the names in the first cell of each row, table by table."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    return [names for row in rows if (names := TOKEN.findall(row))]


def test_both_readmes_have_the_same_commands_and_files():
    assert FENCE.findall(README_EN) == FENCE.findall(README)
    assert tables(README_EN) == tables(README)
    assert len(tables(README)) > 25


def test_the_readme_leads_on():
    guides = ("panduan", "arsitektur", "istilah", "kamus")
    others = ("CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE.md", "data/README.md")
    for name in (*(f"docs/{guide}.md" for guide in guides), *others):
        assert f"]({name})" in README
        assert f"]({name})" in README_EN
        assert (ROOT / name).is_file()
    assert "](README.en.md)" in README
    assert "](README.md)" in README_EN


def test_each_file_of_others_is_named():
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    fixtures = ROOT / "tests" / "traps" / "fixtures"
    carried = re.findall(r"^\| `([^`]+)` \|", (fixtures / "SUMBER.md").read_text("utf-8"), re.M)
    assert carried
    assert all((fixtures / name).is_file() and f"fixtures/{name}`" in notice for name in carried)
    assert "`lib/laporan/dasar/regions/wilayah.csv`" in notice
