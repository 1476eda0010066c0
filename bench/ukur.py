"""What all benchmarks measure by: processor seconds of a command with all that it starts."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LAPORAN = (sys.executable, "-m", "laporan")
BULAN = "2023-07"


def processor_seconds(
    command: Sequence[str], root: Path = ROOT, environment: Mapping[str, str] | None = None
) -> float:
    """Give the seconds, of user and system, that a command takes in a project's folder.

    Unlike the time on the clock they hardly depend on what else the machine does.
    """
    own = {"PYTHONPATH": str(root / "lib"), **(environment or {})}
    process = subprocess.Popen(
        command, cwd=root, env=os.environ | own,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{told.decode(errors='replace')}")
    return used.ru_utime + used.ru_stime


def render(data: Path, out: Path, *more: str, command: str = "render") -> list[str]:
    """Write a call that works in folders of its own."""
    return [*LAPORAN, command, BULAN, "--data", str(data), "--out", str(out), *more]


def copy_data(target: Path) -> Path:
    """Copy the sample months' exports."""
    shutil.copytree(ROOT / "data" / "raw", target / "raw")
    return target


def copy_project(root: Path) -> Path:
    """Copy what a project consists of, to be changed."""
    for name in ("lib", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("_*.yml"):
        shutil.copyfile(path, root / path.name)
    return root


def tell(what: str, seconds: Iterable[float]) -> float:
    """Print the median, and give it."""
    median = statistics.median(seconds)
    print(f"{what:<52} {median:7.2f} s")
    return median


def tell_ratio(what: str, part: float, whole: float, most: float) -> None:
    """Print a ratio beside the one that is wanted."""
    reached = part / whole
    mark = "tercapai" if reached <= most else "BELUM tercapai"
    wanted = f"{most:.2f}".replace(".", ",")
    print(f"  nisbah {what:<43} {reached:7.2f}   sasaran {wanted} atau kurang: {mark}")


def machine() -> str:
    """Say what is measured on."""
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{platform.machine()} {platform.system()}, {os.cpu_count()} inti, beban {load}, "
        f"Python {platform.python_version()}"
    )
