"""What the photographs say when something is missing."""

import subprocess
import sys
from pathlib import Path

import foto
import pypdf
import pytest
from PIL import Image


def test_a_month_that_was_not_rendered_is_named(tmp_path: Path, capsys) -> None:
    assert foto.main(["2023-07", "--hasil", str(tmp_path)]) == 1
    assert "laporan render 2023-07" in capsys.readouterr().err


def test_a_missing_browser_is_named(
    juli: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foto.shutil, "which", lambda name: None)
    assert foto.main(["2023-07", "--hasil", str(juli.parent), "--out", str(tmp_path)]) == 1
    assert "apt-get install chromium" in capsys.readouterr().err


def test_every_page_of_the_pdf_is_photographed(juli: Path, tmp_path: Path) -> None:
    pictures = foto.photograph_pdf(juli / "laporan.pdf", tmp_path)
    assert len(pictures) == len(pypdf.PdfReader(juli / "laporan.pdf").pages)
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size == (662, 936)  # A4 at 80 dots an inch
            darkest, lightest = picture.convert("L").getextrema()
            assert darkest < lightest


def test_the_command_runs_by_itself() -> None:
    done = subprocess.run(
        [sys.executable, foto.__file__, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "--out" in done.stdout
