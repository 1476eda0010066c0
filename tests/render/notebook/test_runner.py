import json
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest

from laporan.dasar.errors import CallError, LaporanError
from laporan.render.document import read_document
from laporan.render.notebook import runner as runner_module
from laporan.render.notebook.runner import Runner


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    folder = tmp_path_factory.mktemp("kernel")
    with Runner(folder, {"LAPORAN_UJI": "ada", "IPYTHONDIR": str(folder / "ipython")}) as running:
        yield running


@pytest.fixture
def execute(runner: Runner, tmp_path: Path) -> Callable[..., list[str]]:
    """Run cells after a parameter cell, and return what they printed."""

    def run(*sources: str, bulan: str = "2023-07") -> list[str]:
        parameters = nbformat.v4.new_code_cell('bulan = ""', metadata={"tags": ["parameters"]})
        cells = [parameters, *map(nbformat.v4.new_code_cell, sources)]
        source, target = tmp_path / "a.ipynb", tmp_path / "hasil" / "a.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=cells), source)
        before = source.read_bytes()
        try:
            runner.execute(source, target, {"bulan": bulan})
        finally:
            assert source.read_bytes() == before
        executed = json.loads(target.read_text("utf-8"))["cells"]
        outputs = [output for cell in executed for output in cell.get("outputs", [])]
        texts = ["".join(output["text"]).strip() for output in outputs if "text" in output]
        # A line and its end may come apart.
        return [text for text in texts if text]

    return run


def test_parameters_and_environment_reach_the_notebook(execute: Callable[..., list[str]]) -> None:
    code = "import os\nprint(bulan, os.environ['LAPORAN_UJI'], os.environ['LAPORAN_MARKDOWN'])"
    assert execute(code, bulan="2024-02") == ["2024-02 ada 1"]


def test_one_kernel_serves_all_and_forgets_in_between(execute: Callable[..., list[str]]) -> None:
    first = execute("sisa = 1", "import os; print(os.getpid())")
    second = execute("import os; print(os.getpid())", "print('sisa' in globals())")
    assert second == [first[0], "False"]


def test_no_history_is_kept_of_what_is_run(execute: Callable[..., list[str]]) -> None:
    home = Path(execute("import os; print(os.environ['IPYTHONDIR'])")[0])
    assert home.is_dir()
    assert not list(home.rglob("history*"))


@pytest.mark.parametrize("kind", [LaporanError, CallError])
def test_a_message_for_analysts_names_the_cell_that_raised_it(
    execute: Callable[..., list[str]], kind: type[LaporanError]
) -> None:
    raising = f"from laporan.dasar.errors import {kind.__name__}\nraise {kind.__name__}('Pesan.')"
    with pytest.raises(LaporanError) as caught:
        execute("x = 1", raising)
    assert type(caught.value) is kind
    assert str(caught.value) == "a.ipynb, sel ke-3, baris 2: Pesan."


def test_a_message_of_the_exports_arrives_alone(execute: Callable[..., list[str]]) -> None:
    code = "from pathlib import Path\nfrom laporan.read.folder import check_folder\n"
    with pytest.raises(LaporanError) as caught:
        execute(code + "check_folder(Path('tak-ada'))")
    assert "sel ke-" not in str(caught.value)
    assert "tak-ada" in str(caught.value)


def test_another_failure_names_cell_and_line(execute: Callable[..., list[str]]) -> None:
    told = r"a\.ipynb, sel ke-3, baris 2 gagal: ZeroDivisionError: division by zero$"
    with pytest.raises(LaporanError, match=told):
        execute("x = 1", "y = 2\ny / 0")


def test_a_cell_that_is_not_to_be_run_is_not(execute: Callable[..., list[str]]) -> None:
    assert execute("#| eval: false\n1 / 0", "print('sesudahnya')") == ["sesudahnya"]


def test_a_cell_that_may_fail_shows_its_error(
    execute: Callable[..., list[str]], tmp_path: Path
) -> None:
    told = execute("#| error: true\nprint('sebelumnya')\n1 / 0", "print('sesudahnya')")
    assert told == ["sebelumnya", "sesudahnya"]
    document = read_document(tmp_path / "hasil" / "a.ipynb")
    assert "ZeroDivisionError: division by zero" in document.markdown
    assert document.warnings == ()


def test_a_failure_does_not_spoil_what_follows(
    runner: Runner, execute: Callable[..., list[str]]
) -> None:
    with pytest.raises(LaporanError, match="NameError"):
        runner.run("tidak_ada")
    assert execute("print('masih hidup')") == ["masih hidup"]


def test_a_cell_may_be_done_long_before_the_kernel_says_so(
    execute: Callable[..., list[str]],
) -> None:
    """As on a machine that has much else to do: what it shows comes long after the reply."""
    busy = """
import sys, time
for stream in (sys.stdout, sys.stderr):
    stream.flush_timeout = 0
get_ipython().kernel.iopub_thread.schedule(lambda: time.sleep(5))
"""
    after = "for stream in (sys.stdout, sys.stderr):\n    del stream.flush_timeout"
    assert execute(busy, after, "print('tiba')") == ["tiba"]


def test_each_cell_is_counted(runner: Runner, tmp_path: Path) -> None:
    cells = [nbformat.v4.new_code_cell("1") for _ in range(3)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "b.ipynb")
    done: list[int] = []
    runner.execute(tmp_path / "b.ipynb", tmp_path / "c.ipynb", {}, lambda: done.append(1))
    assert len(done) >= 3


def test_a_kernel_answers_where_the_file_system_has_no_sockets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    monkeypatch.setattr(runner_module, "TRANSPORT", "tcp")
    with Runner(tmp_path, {}) as running, pytest.raises(LaporanError, match="ZeroDivisionError"):
        running.run("1 / 0")
