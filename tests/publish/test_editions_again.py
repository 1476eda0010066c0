"""Editions that lie there, held against the same made again from raw exports."""

import shutil
from contextlib import contextmanager
from dataclasses import replace

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.publish import editions_again
from laporan.publish.editions_again import hold_editions

JULI = Bulan(2023, 7)


def test_a_falsified_edition_is_found_and_the_others_are_the_same(
    juli, edisi, tmp_path, monkeypatch
):
    """Made again from tables that are clean already: how they come from raw is held elsewhere."""

    @contextmanager
    def elsewhere(project, _):
        yield replace(project, out=tmp_path / "hasil")

    monkeypatch.setattr(editions_again, "elsewhere", elsewhere)
    project = Project(juli.parents[1] / "data", tmp_path / "_output")
    folder = project.editions(JULI, "provinsi")
    shutil.copytree(edisi, folder)
    page = folder / "15-prov-jambi.html"
    text = page.read_text("utf-8")
    assert ">46</span>" in text
    page.write_text(text.replace(">46</span>", ">64</span>", 1), "utf-8")
    (folder / "11-prov-aceh.pdf").unlink()
    [held] = hold_editions(project, JULI)
    assert {each.file for each in held.differences} == {"15-prov-jambi.html", "11-prov-aceh.pdf"}
    told = held.report(JULI)
    assert told.startswith("Edisi provinsi Juli 2023: 79 berkas 2 tempat LAIN")
    assert "64" in told


def test_a_month_without_editions_has_none_to_hold(juli, tmp_path, monkeypatch):
    monkeypatch.setattr(editions_again, "render_editions", None)
    assert hold_editions(Project(juli.parents[1] / "data", tmp_path), JULI) == []
