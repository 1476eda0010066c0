"""The files to copy say what `laporan run` understands, and run it once a month."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from proyek import ROOT

from laporan.cli import cli
from laporan.dasar.settings import load_settings

FOLDER = ROOT / "docs" / "jadwal"
TASK = {"": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
WORKFLOW = yaml.safe_load((FOLDER / "alur.yml").read_text("utf-8"))


def sections(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(FOLDER / name)
    return parser


def calls() -> Iterator[tuple[str, str]]:
    """Give what each file calls, after the program's name."""
    (line,) = (
        line
        for line in (FOLDER / "crontab").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
    yield "crontab", line
    yield "systemd", sections("laporan.service")["Service"]["ExecStart"]
    action = ElementTree.parse(FOLDER / "laporan.xml").find("Actions/Exec", TASK)
    assert action is not None
    command, arguments = (action.findtext(name, "", TASK) for name in ("Command", "Arguments"))
    yield "windows", f"{command.removesuffix('.exe')} {arguments}"
    yield "ci", WORKFLOW["jobs"]["laporan"]["steps"][0]["run"].replace('${BULAN:+"$BULAN"} ', "")


@pytest.mark.parametrize(("name", "call"), list(calls()))
def test_what_is_called_is_understood(name: str, call: str) -> None:
    words = re.split(r"\blaporan ", call)[-1].split()
    command = cli.commands[words[0]]
    context = command.make_context("run", words[1:])
    assert str(context.params["unduhan"]).replace("\\", "/").endswith("/unduhan")
    assert context.params["bulan"] is None


def test_it_runs_once_a_month() -> None:
    line = (FOLDER / "crontab").read_text("utf-8").splitlines()[-1]
    assert line.split()[:5] == ["0", "6", "4", "*", "*"]
    timer = sections("laporan.timer")["Timer"]["OnCalendar"]
    assert timer == "*-*-04 06:00:00 Asia/Jakarta"
    task = ElementTree.parse(FOLDER / "laporan.xml")
    assert task.findtext(".//Day", "", TASK) == "4"
    months = task.find(".//Months", TASK)
    assert months is not None and len(months) == 12
    # YAML takes the key for a truth value.
    assert WORKFLOW[True]["schedule"] == [{"cron": "0 23 3 * *"}]


def test_nothing_leaves_the_machine_by_the_workflow() -> None:
    job = WORKFLOW["jobs"]["laporan"]
    assert WORKFLOW["permissions"] == {} and "self-hosted" in job["runs-on"]
    assert all("uses" not in step for step in job["steps"])


def test_the_page_names_all_files_and_the_settings() -> None:
    page = Path(ROOT / "docs/jadwal.md").read_text("utf-8")
    assert {path.name for path in FOLDER.iterdir()} == set(re.findall(r"\(jadwal/([^)]+)\)", page))
    jadwal = load_settings()["jadwal"]
    assert jadwal == {"terbit_otomatis": False, "beri_tahu": []}
    assert all(name in page for name in jadwal)
