"""The guide's recipes are done by their text in a copy of the project, which is then rendered."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pandas as pd
import pypandoc
import pytest
from lxml import html
from proyek import ROOT

GUIDE = (ROOT / "docs" / "panduan.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)(?: \{(berkas|sel)=([^}]+)\})?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("lib", "notebooks", "docs", "data/raw", "data/README.md", "_brand.yml", "_quarto.yml",
          "index.qmd", "README.md")  # fmt: skip


class Block(NamedTuple):
    """A block of code, and where it belongs."""

    language: str
    place: str
    path: str
    text: str


BLOCKS = [Block(*found) for found in BLOCK.findall(GUIDE)]


def apply(folder: Path, block: Block) -> None:
    path = folder / block.path
    if block.place == "sel":
        notebook = json.loads(path.read_text("utf-8"))
        kind = "markdown" if block.language == "markdown" else "code"
        code = {"execution_count": None, "outputs": []} if kind == "code" else {}
        cell = {"cell_type": kind, "metadata": {}, "source": block.text.rstrip("\n"), **code}
        notebook["cells"].append(cell | {"id": f"panduan-{len(notebook['cells'])}"})
        path.write_text(json.dumps(notebook), "utf-8")
    elif block.language == "diff":
        lines = block.text.splitlines()
        before = "\n".join(line[1:] for line in lines if not line.startswith("+"))
        after = "\n".join(line[1:] for line in lines if not line.startswith("-"))
        text = path.read_text("utf-8")
        assert text.count(before) == 1, (block.path, before)
        path.write_text(text.replace(before, after), "utf-8")
    else:
        with path.open("a", encoding="utf-8") as file:
            file.write(block.text)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory):
    """Give what runs a command of the guide in the copy, and the copy."""
    folder = tmp_path_factory.mktemp("proyek")
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copyfile(source, target)
    for block in BLOCKS:
        if block.place:
            apply(folder, block)
    book = openpyxl.Workbook()
    for row in (["Tanggal", "Pelatihan"], ["5 Juli 2023", "Pengelolaan DAU"]):
        book.active.append(row)
    book.save(folder / "data" / "raw" / "2023-07" / "pelatihan.xlsx")

    def command(text: str) -> str:
        assert text in GUIDE
        name, *arguments = text.split()
        program = [sys.executable, *(["-m", "laporan"] if name == "laporan" else [])]
        done = subprocess.run(
            [*program, *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder / "lib")},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return folder, command


@pytest.fixture(scope="module")
def rendered(run) -> Path:
    folder, command = run
    command("laporan render 2023-07 --format html,epub")
    return folder / "_output" / "2023-07"


def test_there_are_twelve_recipes():
    numbers = re.findall(r"^## (\d+)\. ", GUIDE, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, 13)]
    assert len(BLOCKS) > 25


def test_what_the_recipes_add_is_in_the_report(rendered):
    page = html.fromstring((rendered / "laporan.html").read_text("utf-8"))
    said = {
        section.get("id"): " ".join(section.text_content().split())
        for section in page.xpath("//main//section[@id]")
    }
    assert "Tiket menurut topik dan kanal" in said["topik-kanal"]
    assert re.search(r"Rinciannya ada di Tabel.\d+", said["topik-kanal"])
    assert re.search(r"\d+ dari 1\.707 tiket dibuat pada akhir pekan", said["akhir-pekan"])
    assert "tiket tercatat" in said["topik-kanal"]
    assert re.search(r"Dari 1\.707 tiket, \d+ masuk lewat Live Chat\.", said["topik-kanal"])
    assert "Tiket DAU per hari" in said["topik-kanal"]
    assert re.search(r"Setiap hari masuk \d+,\d tiket DAU\.", said["topik-kanal"])
    own = page.xpath("//span[@data-kunci='2023-07,analis.dau_per_hari,,']")
    assert len(own) == 2
    assert re.search(r"\d+ angka dari sel analis", page.xpath("string(//footer)"))
    assert own[0].get("data-ket").startswith("Tiket DAU per hari, Juli 2023. Dihitung dalam sel")
    assert "Telegram" in said["telegram"]
    assert page.xpath("//p[@class='logo']/img/@alt") == ["Lambang direktorat jenderal"]
    assert "--aksen: #155a3c" in (rendered / "laporan.html").read_text("utf-8")
    figures = pd.read_csv(rendered / "ukuran.csv").query("bulan == '2023-07'")
    whole = figures[figures["dimensi"].isna()].set_index("indikator")["nilai"]
    assert 0 < whole["tiket.akhir_pekan"] < 1707
    assert whole["pelatihan.jumlah"] == 1
    assert 0 < whole["analis.dau_per_hari"] < 100
    # The third of July is a holiday now, so that more tickets come out of hours.
    assert whole["tiket.luar_jam"] > 469
    quality = (rendered / "mutu.html").read_text("utf-8")
    assert "pelatihan.xlsx" in quality
    assert "3 koreksi dari koreksi.csv dipakai" in quality
    assert "Seksi Data" not in quality
    text = pypandoc.convert_file(str(rendered / "laporan.epub"), "plain")
    assert "dibuat pada akhir pekan" in text


def test_the_documents_are_made_anew(run):
    folder, command = run
    command("python docs/buat.py")
    told = (folder / "docs" / "kamus.md").read_text("utf-8")
    assert "`tiket.akhir_pekan`" in told
    assert "### pelatihan: Pelatihan" in told
    assert "pelatihan*.xls*" in (folder / "data" / "README.md").read_text("utf-8")


def test_another_month(run):
    _, command = run
    command("laporan sample 2023-08 --tiket 300 --seed 1 --data coba")
    assert "Agustus 2023" in command("laporan check 2023-08 --data coba --out coba/hasil")
