"""``quarto render -P`` itself, on a copy of the project, beside the embedded engine's July."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from filelock import FileLock
from lxml import html
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.prove.audit import audit_month
from laporan.render.quarto import find_quarto

pytestmark = [
    pytest.mark.quarto,
    pytest.mark.skipif(find_quarto() is None, reason="quarto tidak ada di PATH"),
]
FEWEST_SECTIONS = 32
SIX = ["jejak.json", "laporan.html", "laporan.pdf", "mutu.html", "slide.html", "ukuran.csv"]
LOOKED_AT = {
    "sections": "//section[h2]/@id",
    "headings": "//h1 | //h2 | //h3",
    "captions": "//figcaption | //caption",
    "rows": "//tr",
    "paragraphs": "//main//p",
    "items": "//main//li",
    "alts": "//figure//img/@alt",
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
    """Copy the project, with the tables of July that have been cleaned already, and render it."""
    for name in ("lib", "notebooks"):
        leave_out = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, folder / name, ignore=leave_out)
    for name in ("_quarto.yml", "_brand.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, folder / name)
    shutil.copytree(juli.parents[1] / "data", folder / "data")
    before = sources(folder)
    done = quarto(folder, "-P", "bulan:2023-07")
    assert done.returncode == 0, done.stderr[-3000:]
    assert sources(folder) == before
    assert not (folder / "laporan.ipynb").exists()


def quarto(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("LAPORAN_")
    }
    environment |= {"QUARTO_PYTHON": sys.executable, "PYTHONPATH": str(project / "lib")}
    command = [str(find_quarto()), "render", *arguments]
    # Another test process may be rendering in the same project.
    with FileLock(project.with_suffix(".quarto.lock")):
        return subprocess.run(
            command, cwd=project, env=environment, capture_output=True, text=True, check=False
        )


def sources(project: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "notebooks").iterdir()}


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


def test_every_claim_of_quartos_files_is_proven(project: Path, by_quarto: Path) -> None:
    audit = audit_month(Project(project / "data", by_quarto.parent), Bulan(2023, 7))
    assert audit.unproven == ()
    assert audit.proven > 5000


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
    assert sources(project) == before
