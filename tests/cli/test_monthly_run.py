"""A month that runs by itself: each step as a command, each stop once, and who is told of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from proyek import ROOT, small_project

from laporan.cli import monthly_run, run
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.prove.privacy.told_outside import UNREADABLE, WITHHELD, without_personal
from laporan_sample import write_sample

MONTH = Bulan(2024, 2)
# Writes what it is given beside the data: what a mail would say, and what it is told besides.
NOTIFY = """
import json, os, sys
told = {name: os.environ[name] for name in ("LAPORAN_STATUS", "LAPORAN_BULAN", "LAPORAN_LANGKAH")}
text = sys.stdin.buffer.read().decode("utf-8")
open(sys.argv[1], "w", encoding="utf-8").write(json.dumps([told, text]))
sys.exit(int(sys.argv[2]))
"""


class Home:
    """A small project with the exports of one month, and a command that is told."""

    def __init__(self, folder: Path) -> None:
        _write_month(small_project(folder))
        self.folder, self.letter = folder, folder / "surat.json"
        self.project = Project(folder / "data", folder / "_output", folder)
        self.folders = ["--data", str(self.project.data), "--out", str(self.project.out)]

    def set_notify(self, status: int = 0) -> None:
        (self.folder / "kirim.py").write_text(NOTIFY, "utf-8")
        call = [sys.executable, str(self.folder / "kirim.py"), str(self.letter), str(status)]
        text = f"[jadwal]\nberi_tahu = {json.dumps(call)}\n"
        self.project.data.mkdir(exist_ok=True)
        self.project.settings_file.write_text(text, "utf-8")

    def told(self) -> tuple[dict[str, str], str]:
        """Give what the command was told last, and take it away."""
        told, text = json.loads(self.letter.read_text("utf-8"))
        self.letter.unlink()
        return told, text

    def run(self, *more: str, month: str = str(MONTH)) -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            return run(["run", month, *more, *self.folders])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The month's exports among other downloads, one of them missing."""
    home = Home(tmp_path_factory.mktemp("jadwal"))
    raw, downloads = home.project.data / "raw", home.folder / "Unduhan"
    shutil.move(raw / str(MONTH), downloads)
    next(downloads.glob("webinar*")).unlink()
    (downloads / "Pengguna Contoh 0334.txt").write_text("Bukan ekspor.", "utf-8")
    home.set_notify()
    return home


def test_a_leak_stops_it_and_the_rest_goes_on_when_it_is_gone(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = home.project.output(MONTH)
    output.mkdir(parents=True)
    (output / "catatan.txt").write_text("0812-3456-7890", "utf-8")
    assert home.run("--unduhan", str(home.folder / "Unduhan")) == 1
    told, text = home.told()
    assert told == {"LAPORAN_STATUS": "1", "LAPORAN_BULAN": "2024-02", "LAPORAN_LANGKAH": "audit"}
    assert text.startswith("Laporan Februari 2024 berhenti di langkah audit (status 1).")
    assert _steps(text) == {"collect": "0", "check": "0", "render": "0", "audit": "1"}
    # What was found is told, and what others downloaded is not.
    assert "Disalin: " in text and "tiket.csv" in text and "Belum ada: " in text
    assert "peringatan" in text and "catatan.txt" in text and "data pribadi" in text
    assert "Pengguna Contoh" not in text and "0812" not in text
    assert capsys.readouterr().out == text

    (output / "catatan.txt").unlink()
    assert home.run() == 0
    told, text = home.told()
    assert told["LAPORAN_STATUS"] == "0"
    assert _steps(text) == {"check": "0", "render": "0", "audit": "0"}
    assert text.startswith("Laporan Februari 2024 selesai dan menunggu dibaca.")
    assert text.endswith("lalu terbitkan: laporan publish 2024-02\n")
    assert not (home.folder / "_situs").exists()

    # The settings allow it; a month that lacks an export is not published unread.
    _allow_publishing(monkeypatch)
    assert home.run("--situs", str(home.folder / "_situs")) == 1
    told, text = home.told()
    assert told["LAPORAN_LANGKAH"] == "publish"
    assert "Tidak diterbitkan tanpa dibaca, karena belum ada: Webinar" in text
    assert not (home.folder / "_situs").exists()


def test_a_folder_of_downloads_that_is_not_there(home: Home) -> None:
    assert home.run("--unduhan", str(home.folder / "tiada"), month="2024-03") == 1
    told, text = home.told()
    assert told["LAPORAN_LANGKAH"] == "collect"
    assert _steps(text) == {"collect": "1"}
    assert "tiada tidak ada" in text


def test_exports_that_are_not_fit(tmp_path: Path) -> None:
    other = Home(tmp_path)
    other.set_notify(status=3)
    (tickets,) = (other.project.raw(MONTH)).glob("tiket-1.csv")
    head = tickets.read_text("utf-8").splitlines()[0]
    tickets.write_text(f"{head}\n" + "bukan tiket\n" * 30, "utf-8")
    assert other.run() == 1
    told, text = other.told()
    assert told["LAPORAN_LANGKAH"] == "check"
    assert _steps(text) == {"check": "1"}
    assert "menghentikan" in text and "tiket-1.csv" in text


def test_a_cell_that_fails(tmp_path: Path) -> None:
    root = small_project(tmp_path.resolve() / "proyek")
    _write_month(root)
    notebook = json.loads((root / "notebooks/laporan.ipynb").read_text("utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    cells[1]["source"] = ["raise ValueError('sel gagal')"]
    (root / "notebooks/laporan.ipynb").write_text(json.dumps(notebook), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "laporan", "run", str(MONTH)],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert _steps(done.stdout) == {"check": "0", "render": "1"}
    assert "ValueError: sel gagal" in done.stdout


def test_nothing_personal_is_told(tmp_path: Path) -> None:
    """Each value of the exports' personal columns, in whatever is said of them."""
    project = Project(tmp_path / "data", tmp_path / "_output", ROOT)
    write_sample(project.data / "raw", MONTH, tiket=60, seed=5)
    names = ["Pengguna Contoh 0012", "aman\nPengguna\nContoh 0012", "aman\nagen@contoh.example"]
    told = without_personal(project, MONTH, [*names, "1 peringatan: tiket-1.csv"])
    assert told == [WITHHELD, WITHHELD, f"aman\n{WITHHELD}", "1 peringatan: tiket-1.csv"]


def test_what_cannot_be_looked_through_is_not_told(tmp_path: Path) -> None:
    raw = tmp_path / "data/raw/2024-02"
    raw.mkdir(parents=True)
    (raw / "survei.xlsx").write_bytes(b"PK\x03\x04 rusak")
    project = Project(tmp_path / "data", tmp_path / "_output", ROOT)
    assert without_personal(project, MONTH, ["Pengguna Contoh 0012", ""]) == [UNREADABLE, ""]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["tidak-ada-perintah-ini"], "Pemberitahuan gagal (tidak-ada-perintah-ini): "),
        ([sys.executable, "-c", "import sys; sys.exit('tidak terkirim')"], "tidak terkirim"),
    ],
)
def test_who_cannot_be_told_is_a_failure_too(
    command: list[str], told: str, home: Home, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(
        monthly_run, "_steps", lambda *_, **__: [monthly_run.Step("audit", 0, "", 1)]
    )
    monkeypatch.setattr(monthly_run, "load_settings", lambda *_: {
        "jadwal": {"terbit_otomatis": False, "beri_tahu": command}
    })  # fmt: skip
    assert home.run() == 1
    assert told in capsys.readouterr().out


def test_the_month_before_is_meant_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the first of a month in Jakarta it is still the last one of another in London."""
    late = datetime(2023, 8, 31, 18, tzinfo=UTC)
    clock = SimpleNamespace(now=lambda zone: late.astimezone(zone))
    monkeypatch.setattr(monthly_run, "datetime", clock)
    assert monthly_run.last_month() == Bulan.of(date(2023, 8, 1))


def _write_month(root: Path) -> None:
    write_sample(root / "data/raw", MONTH, tiket=60, seed=5)
    shutil.rmtree(root / "data/raw" / str(MONTH.previous))


def _allow_publishing(monkeypatch: pytest.MonkeyPatch) -> None:
    read: Callable[..., Mapping[str, Any]] = monthly_run.load_settings

    def allowed(*call: Any) -> dict[str, Any]:
        settings = read(*call)
        return {**settings, "jadwal": {**settings["jadwal"], "terbit_otomatis": True}}

    monkeypatch.setattr(monthly_run, "load_settings", allowed)


def _steps(text: str) -> dict[str, str]:
    """Read the steps and their exit statuses."""
    lines = [line.split(" status ") for line in text.splitlines() if " detik" in line]
    return {name.strip(): rest.partition(",")[0] for name, rest in lines if rest}
