"""The one command for the proofs: it runs them all, and listens to each."""

import subprocess
import sys
from pathlib import Path

import bukti
import pytest


@pytest.mark.parametrize("failing", ["", "bunuh.py"])
def test_all_proofs_run_and_one_that_fails_is_told(
    failing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []

    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, int(Path(command[1]).name == failing))

    monkeypatch.setattr(subprocess, "run", run)
    assert bukti.main(["2023-07"]) == bool(failing)
    assert [Path(script).name for _, script, *_ in ran] == [*("palsu.py", "bunuh.py", "bocor.py")]
    assert all(Path(script).is_file() and python == sys.executable for python, script, *_ in ran)
    assert [arguments for _, _, *arguments in ran] == [["2023-07"], [], ["2023-07"]]
    told = capsys.readouterr().out.splitlines()[-1]
    assert told == ("Tidak lolos: publish/bunuh.py." if failing else "Semua terbukti.")
