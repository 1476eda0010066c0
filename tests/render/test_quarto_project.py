"""``quarto render -P`` itself, on a copy of the project, beside the embedded engine's July."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import analis
import pypdf
import pytest
from filelock import FileLock
from lxml import html
from proyek import ROOT

from laporan.publish.again import Again, hold
from laporan.render.quarto import find_quarto
from laporan.render.quarto_run import QuartoRun

pytestmark = [
    pytest.mark.quarto,
    pytest.mark.skipif(find_quarto() is None, reason="quarto tidak ada di PATH"),
]
FEWEST_SECTIONS = 32
SECONDS = 300
SETTINGS = ["_quarto.yml", "_quarto-office.yml", "_brand.yml"]
SIX = ["jejak.json", "laporan.html", "laporan.pdf", "mutu.html", "slide.html", "ukuran.csv"]
LOOKED_AT = {
    "sections": "//section[h2]/@id",
    "headings": "//h1 | //h2 | //h3",
    "captions": "//figcaption | //caption",
    "rows": "//tr",
    "paragraphs": "//main//p",
    "items": "//main//li",
    "alts": "//figure//img/@alt",
    "texts": "//pre | //math | //div[contains(@class, 'kotak')]",
    "slides": "//section[h2 or @id='title-slide']/h2",
}


@pytest.fixture(scope="module")
def by_quarto(juli: Path, once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """July by ``quarto render``, in a copy of the project."""
    return once("proyek", lambda folder: render_july(folder, juli)) / "_output" / "2023-07"


@pytest.fixture(scope="module")
def project(by_quarto: Path) -> Path:
    return by_quarto.parents[1]


def render_july(folder: Path, juli: Path) -> None:
    copy_project(folder, juli)
    before = sources(folder)
    done = quarto(folder, "-P", "bulan:2023-07")
    assert done.returncode == 0, done.stderr[-3000:]
    assert sources(folder) == before
    # It is executed for the first format, and taken by the others.
    assert done.stderr.count("Menjalankan notebook laporan") <= 1


def copy_project(folder: Path, juli: Path) -> None:
    """Copy the project, with the tables of July that have been cleaned already."""
    for name in ("lib", "notebooks"):
        leave_out = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, folder / name, ignore=leave_out)
    for name in (*SETTINGS, "index.qmd", "pyproject.toml"):
        shutil.copyfile(ROOT / name, folder / name)
    shutil.copytree(juli.parents[1] / "data", folder / "data")


def shorten(project: Path, cells: int = 6) -> None:
    """Leave the notebook its first cells: enough to see what becomes of a render."""
    notebook = project / "notebooks" / "laporan.ipynb"
    content = json.loads(notebook.read_text("utf-8"))
    content["cells"] = content["cells"][:cells]
    notebook.write_text(json.dumps(content), "utf-8")


def quarto_command(project: Path, *arguments: str) -> Mapping[str, Any]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("LAPORAN_")
    }
    environment |= {"QUARTO_PYTHON": sys.executable, "PYTHONPATH": str(project / "lib")}
    return {"args": [str(find_quarto()), *arguments], "cwd": project, "env": environment}


def quarto(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Render, and wait until the root has been swept."""
    command = quarto_command(project, "render", *arguments)
    # Another test process may be rendering in the same project.
    with FileLock(project.with_suffix(".quarto.lock")):
        done = subprocess.run(**command, capture_output=True, text=True, check=False)
        wait_until(lambda: not QuartoRun(project).lock.exists())
        return done


def wait_until(what: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < until
        time.sleep(0.1)


def sources(project: Path) -> Mapping[str, bytes]:
    """Give all of the project that a render must leave as it is."""
    made = ("_output", ".tema", ".quarto", "data", "lib")
    files = (path for path in project.rglob("*") if path.relative_to(project).parts[0] not in made)
    return {path.name: path.read_bytes() for path in files if path.is_file()}


def contents(path: Path) -> dict[str, list[str]]:
    root = html.fromstring(path.read_text("utf-8"))
    # Quarto puts a style for its readers into what the speaker reads.
    for style in root.xpath("//body//style"):
        style.drop_tree()
    found = {}
    for kind, where in LOOKED_AT.items():
        nodes = [n if isinstance(n, str) else n.text_content() for n in root.xpath(where)]
        found[kind] = [text for node in nodes if (text := " ".join(node.split()))]
    return found


def test_all_six_files_are_there(by_quarto: Path) -> None:
    assert sorted(path.name for path in by_quarto.iterdir()) == SIX


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_both_engines_say_the_same(by_quarto: Path, juli: Path, name: str) -> None:
    quarto, pandoc = contents(by_quarto / name), contents(juli / name)
    for kind in LOOKED_AT:
        assert quarto[kind] == pandoc[kind], kind
    assert len(quarto["sections"]) >= FEWEST_SECTIONS


def test_quartos_files_say_what_the_other_engine_says(by_quarto: Path, juli: Path) -> None:
    found, again = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (by_quarto, juli)
    )
    held = hold(found, Again(again, "pandoc", same_engine=False))
    assert [str(each) for each in held.differences] == []
    assert held.said.unproven == ()
    assert held.said.proven > 1000


@pytest.fixture(scope="module")
def by_analysts(juli: Path, once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """A notebook with all that analysts may write: by both engines, and by ``quarto render``."""

    def make(folder: Path) -> None:
        copy_project(folder, juli)
        analis.write(folder / "notebooks")
        command = quarto_command(folder)
        for engine in ("pandoc", "quarto"):
            arguments = ["render", "2023-07", "--engine", engine, "--out", str(folder / engine)]
            command = {**command, "args": [sys.executable, "-m", "laporan", *arguments]}
            done = subprocess.run(**command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr[-3000:]
        done = quarto(folder, "-P", "bulan:2023-07")
        assert done.returncode == 0, done.stderr[-3000:]
        assert "Peringatan: laporan.ipynb, sel ke-20: gambar tanpa fig-alt" in done.stderr

    return once("analis-quarto", make)


@pytest.mark.parametrize("way", ["quarto", "_output"], ids=["--engine quarto", "quarto render -P"])
def test_any_cell_says_the_same_in_quartos_files(by_analysts: Path, way: str) -> None:
    here, there = by_analysts / way / "2023-07", by_analysts / "pandoc" / "2023-07"
    for name in ("laporan.html", "slide.html"):
        assert contents(here / name) == contents(there / name), name
    assert words(here / "laporan.pdf") == words(there / "laporan.pdf")
    page = html.fromstring((here / "laporan.html").read_text("utf-8"))
    assert "{{< env HOME >}}" in page.text_content()


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_both_engines_count_the_same(by_quarto: Path, juli: Path) -> None:
    assert (by_quarto / "ukuran.csv").read_bytes() == (juli / "ukuran.csv").read_bytes()


@pytest.mark.parametrize(
    ("parameter", "told"),
    [
        (["-P", "bulan:2023-13"], "2023-13"),
        (["-P", "bulam:2023-07"], "quarto render -P bulan:"),
        ([], "quarto render -P bulan:"),
    ],
    ids=["no month", "misspelt", "none"],
)
def test_a_wrong_call_says_so_and_leaves_all_as_it_was(
    project: Path, parameter: list[str], told: str
) -> None:
    before = sources(project)
    done = quarto(project, *parameter, "--to", "html")
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    # A month that can be judged needs no kernel.
    assert ("Executing" in done.stderr) == (told != "2023-13")
    assert sources(project) == before


@pytest.fixture
def short(tmp_path: Path, juli: Path) -> Path:
    """A project whose notebook is cut short, and which has files of July already."""
    copy_project(tmp_path, juli)
    shorten(tmp_path)
    shutil.copytree(juli, tmp_path / "_output" / "2023-07")
    return tmp_path


def test_a_format_that_fails_leaves_the_root_and_earlier_files_as_they_were(short: Path) -> None:
    theme = short / "lib" / "laporan" / "render" / "theme" / "laporan.typ"
    theme.write_text(theme.read_text("utf-8") + '\n#panic("gagal")\n', "utf-8")
    before, files = sources(short), contents_of(short / "_output" / "2023-07")
    done = quarto(short, "-P", "bulan:2023-07")
    assert done.returncode == 1
    assert "gagal" in done.stderr
    assert sources(short) == before
    assert contents_of(short / "_output" / "2023-07") == files


def contents_of(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_preview_serves_the_report_and_says_what_it_cannot_follow(short: Path) -> None:
    before = sources(short)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ("preview", "-P", "bulan:2023-07", "--no-browser", "--port", str(port))
    command = quarto_command(short, *arguments)
    with (short / ".tema.log").open("w+", encoding="utf-8") as told:
        preview = subprocess.Popen(**command, stdout=told, stderr=told, start_new_session=True)
        try:
            wait_until(lambda: page_at(port) is not None)
            page = page_at(port)
            assert page is not None
            assert "Laporan Layanan Informasi" in page
            assert 'id="yang-perlu-diketahui"' in page
            assert page_at(port, "laporan.html") is not None
        finally:
            os.killpg(preview.pid, signal.SIGTERM)
            preview.wait()
    assert "laporan preview 2023-07" in (short / ".tema.log").read_text("utf-8")
    (short / ".tema.log").unlink()
    wait_until(lambda: not QuartoRun(short).lock.exists())
    assert sources(short) == before
    assert not (QuartoRun(short).output / "laporan.html").exists()


def page_at(port: int, path: str = "") -> str | None:
    address = f"http://127.0.0.1:{port}/{path}"
    with suppress(OSError), urlopen(address, timeout=SECONDS) as answer:
        return str(answer.read().decode("utf-8"))
    return None
