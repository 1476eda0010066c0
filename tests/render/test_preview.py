"""The preview, as it is used: one process, whose project is changed under its eyes."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest
from playwright.sync_api import Browser
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.render.preview.watched import Change, differ, look

JULI = Bulan(2023, 7)
PATIENCE_SECONDS = 240


@dataclass
class Preview:
    """A running preview of a project of its own."""

    process: subprocess.Popen[str]
    root: Path
    address: str

    def get(self, path: str = "", **headers: str) -> str:
        with urlopen(Request(self.address + path, headers=headers), timeout=60) as answer:
            return str(answer.read().decode("utf-8"))

    def status(self, path: str = "", **headers: str) -> int:
        try:
            self.get(path, **headers)
        except HTTPError as error:
            return error.code
        return 200

    def page(self, wanted: Callable[[str], bool]) -> str:
        """Wait for a page that is as it is wanted."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not wanted(text := self.get()):
            assert self.process.poll() is None, "pratinjaunya berhenti"
            assert time.monotonic() < end, text[-3000:]
            time.sleep(0.2)
        return text

    def news(self) -> dict[str, object]:
        with urlopen(self.address + "kabar", timeout=60) as stream:
            return dict(json.loads(stream.readline().removeprefix(b"data: ")))

    def notes(self) -> list[str]:
        return [str(note) for note in self.news()["notes"]]  # type: ignore[attr-defined]

    @property
    def notebook(self) -> Path:
        return self.root / "notebooks" / "laporan.ipynb"

    def write(self, *sources: str) -> None:
        """Let the notebook be its first cells, and these."""
        notebook = json.loads(self.notebook.read_text("utf-8"))
        head = notebook["cells"][:5]
        own = [
            {"cell_type": "code", "execution_count": None, "id": f"sel-{at}", "metadata": {}}
            | {"outputs": [], "source": source}
            for at, source in enumerate(sources)
        ]
        notebook["cells"] = [*head, *own]
        self.notebook.write_text(json.dumps(notebook), "utf-8")


COUNT = "from laporan.show import Markdown\nfrom itertools import count\nhitung = count()"
# Tells how often it was run in this kernel.
TOLD = 'Markdown(f"atas {next(hitung)}")'
KERNEL = 'import os\nMarkdown(f"kernel {os.getpid()}")'


@pytest.fixture(scope="module")
def shown(juli: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("pratinjau")
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
    for name in ("lib", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    for name in ("_quarto.yml", "_brand.yml"):
        shutil.copyfile(ROOT / name, root / name)
    shutil.copytree(juli.parents[1] / "data", root / "data")
    preview = Preview(None, root, "")  # type: ignore[arg-type]
    preview.write(COUNT, TOLD, 'Markdown("ekor lama")')
    process = subprocess.Popen(
        [sys.executable, "-m", "laporan", "preview", "2023-07", "--port", "0"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT / "lib"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found
        preview = Preview(process, root, found[0])
        preview.page(lambda text: "ekor lama" in text)
        yield preview
    finally:
        process.kill()
        process.wait()


def test_a_changed_cell_and_those_below_are_run_again(shown: Preview):
    shown.write(COUNT, TOLD, 'Markdown("ekor baru")', 'Markdown(f"bawah {next(hitung)}")')
    assert "atas 0" in shown.page(lambda text: "ekor baru" in text and "bawah 1" in text)
    shown.write(COUNT, TOLD, 'Markdown("ekor lain")', 'Markdown(f"bawah {next(hitung)}")')
    assert "atas 0" in shown.page(lambda text: "ekor lain" in text and "bawah 2" in text)


def test_an_error_stands_in_its_place_and_the_rest_is_shown(shown: Preview):
    shown.write(COUNT, TOLD, "nilai = 1\nnilai / 0", 'Markdown("sesudahnya")')
    page = shown.page(lambda text: "sesudahnya" in text and "galat-sel" in text)
    assert page.index("atas 0") < page.index("ZeroDivisionError") < page.index("sesudahnya")
    assert "Sel ke-8, baris 2" in page
    assert shown.news()["notes"] == ["Sel ke-8: ZeroDivisionError: division by zero"]


def test_what_nothing_proves_is_told_with_its_cell_and_sentence(shown: Preview):
    shown.write(COUNT, 'Markdown("Ada 1.234 tiket penting, naik 56%.")')
    shown.page(lambda text: "1.234 tiket penting" in text)
    end = time.monotonic() + PATIENCE_SECONDS
    while not any("1.234" in note for note in shown.notes()):
        assert time.monotonic() < end
        time.sleep(0.1)
    told = [note for note in shown.notes() if "sel ke-7" in note]
    assert all("Ada 1.234 tiket penting, naik 56%." in note for note in told)
    assert any("angka atau kata arah tidak terbukti" in note for note in shown.notes())
    shown.write(COUNT, 'Markdown("Tidak ada angka.")')
    shown.page(lambda text: "Tidak ada angka." in text)
    assert not any("1.234" in note for note in shown.notes())


def test_an_own_figure_that_was_typed_is_told(shown: Preview):
    given = 'lap.ukur("analis.{0}", {1}, satuan="tiket", arti="Tiket.", dari="tiket")'
    typed = given.format("ketikan", 7)
    reckoned = given.format("hitungan", 'len(lap.tabel("tiket"))')
    shown.write(COUNT, f'{typed}\n{reckoned}\nMarkdown("Dua angka sendiri.")')
    shown.page(lambda text: "Dua angka sendiri." in text)
    end = time.monotonic() + PATIENCE_SECONDS
    while not any("analis.ketikan" in note for note in shown.notes()):
        assert time.monotonic() < end, shown.notes()
        time.sleep(0.1)
    assert not any("analis.hitungan" in note for note in shown.notes())


@pytest.mark.browser
def test_the_place_that_is_read_is_kept(shown: Preview, browser: Browser):
    long = 'Markdown("\\n\\n".join(f"## Judul {n}\\n\\n" + "kata " * 500 for n in "abcdefgh"))'
    shown.write(COUNT, 'Markdown("awal lama")', long)
    shown.page(lambda text: "awal lama" in text and "Judul h" in text)
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto(shown.address)
    heading = page.get_by_role("heading", name="Judul e")
    heading.evaluate("each => scrollBy(0, each.getBoundingClientRect().top - 120)")
    # What grows above it moves the page, and not what is read.
    shown.write(COUNT, 'Markdown("awal baru " + "kata " * 900)', long)
    page.get_by_text("awal baru").wait_for(timeout=PATIENCE_SECONDS * 1000)
    page.wait_for_load_state("load")
    top = heading.evaluate("each => each.getBoundingClientRect().top")
    page.close()
    assert abs(top - 120) < 3


def test_a_name_that_no_cell_gives_any_more_is_gone(shown: Preview):
    shown.write(COUNT, 'sementara = "ada"', "Markdown(sementara)")
    shown.page(lambda text: "<p>ada</p>" in text)
    shown.write(COUNT, "Markdown(sementara)")
    shown.page(lambda text: "name &#39;sementara&#39; is not defined" in text)


def test_a_cell_that_hangs_is_given_up_once_it_is_mended(shown: Preview):
    shown.write(COUNT, "while True:\n    pass")
    end = time.monotonic() + PATIENCE_SECONDS
    while shown.news()["doing"] != "Menjalankan sel ke-7":
        assert time.monotonic() < end
        time.sleep(0.1)
    shown.write(COUNT, 'Markdown("tidak lagi")')
    shown.page(lambda text: "tidak lagi" in text)


def test_notes_and_settings_are_taken_up_without_a_new_kernel(shown: Preview):
    shown.write(COUNT, KERNEL, "s.sentence_evaluasi(lap)")
    kernel = re.search(r"kernel \d+", shown.page(lambda text: "kernel " in text))
    assert kernel
    notes = shown.root / "data" / "raw" / "2023-07" / "catatan.md"
    text = notes.read_text("utf-8")
    notes.write_text(text + "\n\n## Evaluasi dan saran\n\nUsul yang baru saja ditulis.\n", "utf-8")
    assert kernel[0] in shown.page(lambda text: "Usul yang baru saja ditulis." in text)


def test_code_is_taken_up_in_a_new_kernel(shown: Preview):
    shown.write(COUNT, KERNEL, "s.sentence_evaluasi(lap)")
    before = re.search(r"kernel \d+", shown.page(lambda text: "kernel " in text))
    module = shown.root / "lib" / "laporan" / "sections" / "evaluasi.py"
    text = module.read_text("utf-8")
    module.write_text(text + "\n\nraise ValueError('modul yang rusak')\n", "utf-8")
    shown.page(lambda text: "modul yang rusak" in text)
    module.write_text(text, "utf-8")
    after = re.search(r"kernel \d+", shown.page(lambda text: "kernel " in text))
    assert before and after and before[0] != after[0]


def test_only_ones_own_browser_is_answered(shown: Preview):
    port = shown.address.rpartition(":")[2].rstrip("/")
    assert shown.status() == shown.status(Host=f"localhost:{port}") == 200
    assert shown.status(Host="jahat.example") == shown.status(Host=f"jahat.example:{port}") == 403
    assert shown.status(Origin="http://jahat.example") == 403
    assert shown.status("kabar", Origin="null") == 403
    outside = (
        "_quarto.yml",
        "../_quarto.yml",
        "%2e%2e/_quarto.yml",
        "data/raw/2023-07/tiket-1.csv",
    )
    assert {shown.status(path) for path in outside} == {404}
    connections = psutil.Process(shown.process.pid).net_connections("inet")
    assert {each.laddr.ip for each in connections if each.status == "LISTEN"} == {"127.0.0.1"}


def test_it_ends_with_its_kernel(shown: Preview):
    process = psutil.Process(shown.process.pid)
    end = time.monotonic() + PATIENCE_SECONDS
    # The code that the test before put back asks for a new kernel.
    while not (kernels := process.children(recursive=True)):
        assert time.monotonic() < end
        time.sleep(0.1)
    shown.process.send_signal(signal.SIGTERM)
    assert shown.process.wait(PATIENCE_SECONDS) == 0
    _, alive = psutil.wait_procs(kernels, PATIENCE_SECONDS)
    assert not alive


def test_each_file_asks_for_what_rests_on_it(tmp_path: Path):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    raw = tmp_path / "data" / "raw" / "2023-07"
    raw.mkdir(parents=True)
    project = Project(tmp_path / "data", tmp_path / "_output", tmp_path)
    touched = {
        tmp_path / "notebooks" / "laporan.ipynb": Change.CELLS,
        tmp_path / "notebooks" / "bersih-tiket.ipynb": Change.DATA,
        tmp_path / "notebooks" / "gambar.png": Change.PAGE,
        raw / "catatan.md": Change.DATA,
        project.settings_file: Change.DATA,
        project.riwayat_file: Change.DATA,
        tmp_path / "_brand.yml": Change.CODE,
    }
    for path, change in touched.items():
        before = look(project, JULI)
        assert differ(before, before) is None
        path.write_text("baru", "utf-8")
        assert differ(before, look(project, JULI)) is change
        written = look(project, JULI)
        path.unlink()
        assert differ(written, look(project, JULI)) is change
    # A folder that is gone is a change as well.
    (raw / "tiket-1.csv").write_text("", "utf-8")
    before = look(project, JULI)
    shutil.rmtree(raw)
    assert differ(before, look(project, JULI)) is Change.DATA
