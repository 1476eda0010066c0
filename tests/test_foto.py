"""What the photographs say when something is missing."""

import subprocess
import sys
from pathlib import Path

import foto
import pytest

from laporan.errors import LaporanError


def test_a_month_that_was_not_rendered_is_named(tmp_path: Path, capsys) -> None:
    assert foto.main(["2023-07", "--hasil", str(tmp_path)]) == 1
    assert "laporan render 2023-07" in capsys.readouterr().err


def test_a_missing_browser_is_named(
    juli: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foto.shutil, "which", lambda name: None)
    assert foto.main(["2023-07", "--hasil", str(juli.parent), "--out", str(tmp_path)]) == 1
    assert "apt-get install chromium" in capsys.readouterr().err


def test_missing_poppler_is_named(
    juli: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foto.shutil, "which", lambda name: None)
    with pytest.raises(LaporanError, match="apt-get install poppler"):
        foto.photograph_pdf(juli / "laporan.pdf", tmp_path)


def test_the_command_runs_by_itself() -> None:
    done = subprocess.run(
        [sys.executable, foto.__file__, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "--out" in done.stdout
