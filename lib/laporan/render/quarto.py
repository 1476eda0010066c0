"""Quarto as the engine: the executed report as Markdown, in a project of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from laporan import PROJECT_FILE
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import find_root
from laporan.dasar.scratch import scratch
from laporan.render.formats import FORMATS
from laporan.render.look import write_look
from laporan.render.office.pixels import in_pixels
from laporan.render.pandoc import render_pandoc
from laporan.render.quarto_run import LOOK_FOLDER

if TYPE_CHECKING:
    from laporan.render.document import Document

DOCUMENT = "laporan.qmd"
# The profile of Quarto that makes what is only made for those who ask for it.
OFFICE_FILE = "_quarto-office.yml"
# Whatever looks like code in it is text: Quarto is to execute nothing.
_NO_ENGINE = "---\nengine: markdown\n---\n\n"
# Quarto runs its shortcodes wherever it finds them, and loses metadata on the way: none is left to
# it. What looks like one is text by now, which the last filter writes as it was.
SHORTCODE, MARK = "{{<", "\uf07b\uf07b\uf03c"


def find_quarto() -> Path | None:
    """Find Quarto on PATH."""
    found = shutil.which("quarto")
    return Path(found) if found else None


def render_quarto(
    document: Document,
    formats: Iterable[str],
    target: Path,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Make the files of the formats, with the settings of the project's ``_quarto.yml``.

    Parameters
    ----------
    document
        The report, with pictures by absolute paths.
    formats
        Names as in :data:`laporan.render.formats.FORMATS`.
    target
        The folder that the files go to.
    progress
        Told each format that is done.

    Raises
    ------
    LaporanError
        If Quarto is not on PATH, or fails.
    """
    chosen = {name: FORMATS[name] for name in formats}
    for pixels in (False, True):
        names = [name for name, each in chosen.items() if each.quarto and each.pixels is pixels]
        if names:
            _render(document, names, target, progress)
    if own := [name for name, each in chosen.items() if not each.quarto]:
        render_pandoc(document, own, target, progress)


def _render(
    document: Document, names: list[str], target: Path, progress: Callable[[str], None]
) -> None:
    """Make files of formats that show their pictures in one way."""
    with scratch() as folder:
        work = folder.resolve()
        _write_project(document, names, work)
        _run(work)
        for name in names:
            shutil.move(work / FORMATS[name].file, target / FORMATS[name].file)
            progress(name)


def write_text(document: Document, folder: Path, seen_from: Path) -> str:
    """Copy what the document shows into a folder, and give its text as it is read from another."""
    folder.mkdir()
    numbers = count(1)

    def bring(name: str) -> str:
        if not Path(name).is_file():
            return name  # what is not there is told in its place
        # Two of one name, from different folders, are two.
        place = folder / str(next(numbers)) / Path(name).name
        place.parent.mkdir()
        shutil.copyfile(name, place)
        return place.relative_to(seen_from).as_posix()

    text = document.write_files(folder / "sel").with_images(bring).markdown
    return text.replace(SHORTCODE, MARK)


def _write_project(document: Document, names: list[str], work: Path) -> None:
    look, chosen = work / LOOK_FOLDER, [FORMATS[name] for name in names]
    write_look(look, document.letters)
    if any(each.pixels for each in chosen):
        document = in_pixels(document.write_files(look / "sel"), look)
    for each in chosen:
        each.prepare(look)
    text = write_text(document, work / "gambar", work)
    (work / DOCUMENT).write_text(_NO_ENGINE + text, "utf-8")
    config = read_quarto_settings(PROJECT_FILE)
    config["format"] |= read_quarto_settings(OFFICE_FILE)["format"]
    config["project"] = {"render": [DOCUMENT]}
    wanted = {each.quarto for each in chosen}
    config["format"] = {key: value for key, value in config["format"].items() if key in wanted}
    (work / PROJECT_FILE).write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def read_quarto_settings(name: str) -> dict[str, Any]:
    """Read a file of the project's settings for Quarto.

    Raises
    ------
    LaporanError
        If the file is missing, or isn't YAML with a section ``format``.
    """
    path = find_root() / name
    try:
        settings: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        settings["format"].items()
    except (OSError, ValueError, yaml.YAMLError, LookupError, TypeError, AttributeError) as error:
        raise LaporanError(
            f"{name}: tidak dapat dibaca sebagai pengaturan Quarto dengan bagian format ({error}). "
            f"Kembalikan berkasnya ke {path.parent}, misalnya dengan git checkout {name}."
        ) from error
    return settings


def _run(work: Path) -> None:
    quarto = find_quarto()
    if quarto is None:
        raise LaporanError(
            "Quarto tidak terpasang (perintah quarto tidak ada di PATH). "
            "Pasanglah dari quarto.org, atau pakailah --engine pandoc."
        )
    # What another Quarto started, such as a preview in an editor, is not this one's business.
    environment = {
        name: value for name, value in os.environ.items() if name != "QUARTO_PROJECT_DIR"
    }
    done = subprocess.run(
        [str(quarto), "render", "--no-clean"],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise LaporanError(f"Quarto gagal menyusun laporan:\n{done.stderr.strip()}")
