"""``jejak.json``: from which inputs, by which code and when an issue was made."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from laporan.check.made_up import made_up_lists
from laporan.check.tindak_lanjut import TENGGAT, first_deadlines, read_tindak_lanjut
from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import Bulan
from laporan.dasar.made_files import UKURAN
from laporan.dasar.project import Project, find_root
from laporan.dasar.settings import settings_basis
from laporan.read.folder import CATATAN, CONTOH, correction_files, find_files
from laporan.read.sources import SOURCES
from laporan.store.code_basis import all_versions
from laporan.store.freshness import GROUPS, needed_months, read_account

_COUNTS = ("baris", "diambil", "ditolak", "dikecualikan")
REPORT, EDITIONS = "laporan.ipynb", "edisi.ipynb"
_CODE_SUFFIXES = {".py", ".toml", ".csv", ".css", ".js", ".lua", ".typ", ".html", ".yml"}


def make_trace(
    project: Project, bulan: Bulan, engine: str, versions: Mapping[str, str], files: Iterable[Path]
) -> dict[str, Any]:
    """Gather the provenance of an issue.

    Parameters
    ----------
    project, bulan
        The data and the month.
    engine, versions
        The engine's name, and the versions of its parts.
    files
        The finished files.
    """
    months = needed_months(project, bulan)
    return {
        "bulan": str(bulan),
        "bulan_dipakai": [str(month) for month in months],
        "contoh": any((project.raw(month) / CONTOH).exists() for month in months)
        or bool(made_up_lists(project, bulan)),
        "waktu": datetime.now(ZoneInfo("Asia/Jakarta")).isoformat(timespec="seconds"),
        "laporan": code_version(),
        "penyusun": {"nama": engine, "versi": dict(versions)},
        "pustaka": libraries(),
        "masukan": [*list_inputs(project, months), *list_published(project, bulan)],
        "koreksi": [*list_corrections(project, months)],
        TENGGAT: first_deadlines(read_tindak_lanjut(project.tindak_lanjut_file)),
        "keluaran": [_describe(file, file.name) for file in sorted(files)],
    }


def write_trace(path: Path, trace: Mapping[str, Any]) -> None:
    """Write it as JSON."""
    path.write_text(json.dumps(trace, ensure_ascii=False, indent=2) + "\n", "utf-8")


def same_basis(old: Path, trace: Mapping[str, Any]) -> bool:
    """Tell whether an earlier issue, by its ``jejak.json``, has the same inputs and code."""
    try:
        earlier = json.loads(old.read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return False
    return all(earlier.get(key) == trace[key] for key in ("masukan", "laporan"))


def code_version() -> dict[str, str | None]:
    """Give the package's version, the commit if this is a clone, and a digest of the code."""
    root, digest = find_root(), hashlib.sha256()
    for path in sorted(_code_files(root)):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return {"versi": version("laporan"), "commit": _commit(root), "sha256": digest.hexdigest()}


def libraries() -> dict[str, str]:
    """Give the versions of Python and of all that the report is made with, own cells included."""
    notebooks = (json.loads(path.read_text("utf-8")) for path in _notebooks(find_root()))
    cells = [cell for notebook in notebooks for cell in notebook["cells"]]
    return all_versions("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def _code_files(root: Path) -> Iterator[Path]:
    # Without Quarto a project does without the document that it renders.
    settings = (
        root / name for name in ("_brand.yml", "_quarto.yml", "_quarto-office.yml", "index.qmd")
    )
    yield from (path for path in settings if path.is_file())
    yield from _notebooks(root)
    logo = load_brand().logo
    if logo is not None:
        yield logo.path
    for folder in ("lib/laporan", "notebooks"):
        for path in (root / folder).rglob("*"):
            if path.suffix in _CODE_SUFFIXES and ".ipynb_checkpoints" not in path.parts:
                yield path


def _notebooks(root: Path) -> list[Path]:
    """Give the notebooks that a report is made by; scratch work beside them changes nothing."""
    return [
        path
        for path in sorted((root / "notebooks").glob("*.ipynb"))
        if path.name in (REPORT, EDITIONS) or path.stem in GROUPS
    ]


def _commit(root: Path) -> str | None:
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None
    done = subprocess.run(
        [git, "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or None


def list_inputs(project: Project, months: Iterable[Bulan]) -> Iterator[dict[str, Any]]:
    """List what a report of these months rests on: settings, lists, exports, notes.

    Of the settings that is what holds in these months, however it is written.
    """
    months = list(months)
    settings = settings_basis(project.settings_file, max(months))
    if settings:
        yield {
            "berkas": project.settings_file.name,
            "bita": len(settings),
            "sha256": hashlib.sha256(settings).hexdigest(),
        }
    for path in project.kept_lists:
        if path.is_file():
            yield _describe(path, path.relative_to(project.data).as_posix())
    for month in months:
        yield from _month_inputs(project, month)


def list_published(project: Project, bulan: Bulan) -> Iterator[dict[str, Any]]:
    """List the figures of the month before as its own report has them: they are compared, too."""
    path = project.printed_before(bulan, UKURAN)
    if path.is_file():
        yield _describe(path, f"hasil/{bulan.previous}/{UKURAN}")


def list_corrections(project: Project, months: Iterable[Bulan]) -> Iterator[dict[str, Any]]:
    """List what was corrected in the exports of these months."""
    for month in months:
        for group in GROUPS:
            account = read_account(project, month, group)
            for source, book in (account["sumber"] if account else {}).items():
                for row in book["koreksi"]:
                    yield {"bulan": str(month), "sumber": source, **row}


def _month_inputs(project: Project, month: Bulan) -> Iterator[dict[str, Any]]:
    folder = project.raw(month)
    for group, sources in GROUPS.items():
        account = read_account(project, month, group)
        for source in sources:
            book = account["sumber"].get(source) if account else None
            counts = {row["berkas"]: row for row in book["berkas"]} if book else {}
            for path in find_files(folder, SOURCES[source]):
                row = counts.get(path.name, {})
                numbers = {name: row[name] for name in _COUNTS if name in row}
                name = path.relative_to(project.data).as_posix()
                yield {**_describe(path, name), "sumber": source, **numbers}
    for path in correction_files(folder):
        yield _describe(path, path.relative_to(project.data).as_posix())
    if (folder / CATATAN).is_file():
        yield _describe(folder / CATATAN, f"raw/{month}/{CATATAN}")


def _describe(path: Path, name: str) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"berkas": name, "bita": path.stat().st_size, "sha256": digest}
