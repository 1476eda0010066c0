"""The whole tree keeps the house's style, by the commands that a commit is asked with."""

import json
import shlex
import subprocess
import sys

import pytest
import yaml
from proyek import ROOT

CONFIG = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for repo in CONFIG["repos"] for hook in repo["hooks"]}
REPORT = ROOT / "notebooks" / "laporan.ipynb"


def run(hook, *names):
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "python"
    command = [sys.executable, *arguments, *names]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_hooks_are_those_of_this_tree():
    """Nothing is fetched: the tools are those that are installed, in the versions of CI."""
    assert set(HOOKS) == {"ruff", "ruff-format", "mypy", "notebook"}
    assert {repo["repo"] for repo in CONFIG["repos"]} == {"local"}
    assert {hook["language"] for hook in HOOKS.values()} == {"system"}


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_finds_nothing(hook):
    done = run(hook)
    assert done.returncode == 0, done.stdout + done.stderr


def executed(notebook):
    notebook["cells"][1]["execution_count"] = 1


def shown(notebook):
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1"}]


def injected(notebook):
    cell = {**notebook["cells"][1], "id": "x", "metadata": {"tags": ["injected-parameters"]}}
    notebook["cells"].insert(2, cell)


def by_papermill(notebook):
    notebook["metadata"]["papermill"] = {"parameters": {"bulan": "2023-07"}}


def of_a_person(notebook):
    notebook["metadata"]["kernelspec"]["name"] = "envs-budi"


def without_parameters(notebook):
    notebook["cells"][1]["metadata"] = {}


def long(notebook):
    notebook["cells"][2]["source"] = "a = 1\nb = 2\nc = 3\nd = 4"


def torn(notebook):
    del notebook["cells"][1]["outputs"]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (executed, "sel ke-2 menyimpan keluaran"),
        (shown, "sel ke-2 menyimpan keluaran"),
        (injected, "sel ke-3 disisipkan"),
        (by_papermill, "memuat catatan papermill"),
        (of_a_person, "kernelnya bukan python3"),
        (without_parameters, "harus ada tepat satu sel"),
        (long, "sel ke-3 lebih dari 3 baris"),
        (torn, "bukan notebook yang utuh"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_notebook_that_was_run_is_not_committed(damage, says, tmp_path):
    notebook = json.loads(REPORT.read_text("utf-8"))
    damage(notebook)
    path = tmp_path / "bersih-lain.ipynb"
    path.write_text(json.dumps(notebook), "utf-8")
    done = run("notebook", str(path))
    assert done.returncode == 1
    assert done.stdout.startswith(f"bersih-lain.ipynb: {says}")
    assert len(done.stdout.splitlines()) == 1
