"""The published month as a whole: what is refused, and what a browser makes of the site."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bahan import describe, tree

from laporan.bulan import Bulan
from laporan.cli import run
from laporan.freshness import needed_months
from laporan.project import Project
from laporan.render.trace import list_inputs


@pytest.fixture
def project(juli: Path, tmp_path: Path) -> Project:
    """The published month, rendered, with its exports."""
    shutil.copytree(juli.parents[1] / "data", tmp_path / "data")
    shutil.copytree(juli, tmp_path / "_output" / "2023-07")
    return Project(data=tmp_path / "data", out=tmp_path / "_output")


def publish(project: Project, *options: str) -> int:
    folders = ["--data", str(project.data), "--out", str(project.out)]
    site = ["--situs", str(project.out.parent / "_situs")]
    return run(["publish", "2023-07", *folders, *site, *options])


def test_a_month_is_published_and_verified(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    site = project.out.parent / "_situs"
    assert publish(project) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "Laporan Juli 2023 versi 1 terbit.",
        str(site / "index.html"),
    ]
    before = tree(site)
    assert publish(project) == 0
    assert "situs tidak berubah" in capsys.readouterr().out
    assert tree(site) == before
    assert run(["verify", str(site), "--data", str(project.data)]) == 0
    assert "cocok" in capsys.readouterr().out


def _change_output(project: Project) -> None:
    path = project.out / "2023-07" / "ukuran.csv"
    path.write_text(path.read_text("utf-8").replace(",1707,", ",1708,"), "utf-8")


def _drop_pdf(project: Project) -> None:
    (project.out / "2023-07" / "laporan.pdf").unlink()


def _change_raw(project: Project) -> None:
    path = project.data / "raw" / "2023-07" / "catatan.md"
    path.write_text(path.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")


def _drop_raw(project: Project) -> None:
    shutil.rmtree(project.data / "raw" / "2023-07")


def _break_export(project: Project) -> None:
    """Damage an export, and let the provenance pretend that it was always so."""
    for path in (project.data / "raw" / "2023-07").glob("tiket*.csv"):
        path.write_text(path.read_text("utf-8-sig").replace("Kanal", "Saluran"), "utf-8")
    trace = project.out / "2023-07" / "jejak.json"
    content = json.loads(trace.read_text("utf-8"))
    months = needed_months(project, Bulan(2023, 7))
    content["masukan"] = list(list_inputs(project, months))
    trace.write_text(json.dumps(content), "utf-8")


def _change_digit(project: Project) -> None:
    """Change a figure in the page, and let the provenance pretend that it was always so."""
    folder = project.out / "2023-07"
    page = (folder / "laporan.html").read_text("utf-8")
    assert ">1.707</" in page
    (folder / "laporan.html").write_text(page.replace(">1.707</", ">1.708</", 1), "utf-8")
    content = json.loads((folder / "jejak.json").read_text("utf-8"))
    content["keluaran"] = [
        describe(item["berkas"], (folder / item["berkas"]).read_bytes())
        for item in content["keluaran"]
    ]
    (folder / "jejak.json").write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (_change_output, "ukuran.csv bukan berkas yang dibuat bersama jejak.json"),
        (_drop_pdf, "laporan.pdf tidak ada"),
        (_change_raw, "masukan raw/2023-07/catatan.md berubah"),
        (_drop_raw, "sebab folder"),
        (_break_export, "Saluran"),
        (_change_digit, "1.708"),
    ],
)
def test_what_is_not_fit_is_refused(
    project: Project,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Project], None],
    told: str,
) -> None:
    damage(project)
    assert publish(project) == 1
    message = capsys.readouterr().err
    assert told in message
    assert "Traceback" not in message
    assert not (project.out.parent / "_situs").exists()


@pytest.mark.parametrize(
    ("options", "told"), [(["--alasan", " "], "--alasan kosong"), (["--alasan"], "--alasan")]
)
def test_a_wrong_call_is_told(
    project: Project, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert publish(project, *options) == 2
    assert told in capsys.readouterr().err
