"""The audit on the real July, on changed copies of it, and on a month that says otherwise."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.prove.audit import audit_month
from laporan.prove.audit.basis import Basis
from laporan.prove.audit.blocks import read_blocks
from laporan.prove.audit.expected import HTML, PDF, SLIDE
from laporan.prove.audit.judge import judge_page, judge_pdf
from laporan.prove.audit.pdf import PdfText, read_pdf
from laporan.prove.audit.place import Place
from laporan.prove.audit.proof import unproven_claims
from laporan.publish import again
from laporan.publish.again import Again
from laporan.render.formats import FORMATS

JULI = Bulan(2023, 7)


def test_every_claim_of_the_finished_month_is_proven(basis: Basis, juli: Path) -> None:
    assert basis.unproven == ()
    audits = {name: judge_page(basis, name, (juli / name).read_text()) for name in (HTML, SLIDE)}
    audits[PDF] = judge_pdf(basis, read_pdf(juli / PDF))
    assert set(audits) == {each.file for each in FORMATS.values()}
    assert {name: audit.unproven for name, audit in audits.items()} == dict.fromkeys(audits, ())
    assert all(audit.proven > 1000 for audit in audits.values())


@pytest.mark.parametrize(
    ("html", "proven"),
    [
        ("dari {5}{kepuasan.minimum_penilai}", True),
        ("dari {6}{kepuasan.minimum_penilai}", False),
        ("dari {5}{kepuasan.tidak_ada}", False),
        # The same number says nothing where it is not said to be a setting.
        ("sedikitnya 5 pengguna yang berbeda", False),
    ],
)
def test_a_setting_is_proven_by_its_own_name(basis: Basis, html: str, proven: bool) -> None:
    page = re.sub(
        r"\{(.*)\}\{(.*)\}", r'<span class="angka" data-asal="pengaturan,\2">\1</span>', html
    )
    block = read_blocks(f"<html><body><p>{page}</p></body></html>")[1]
    assert (unproven_claims(block, basis.evidence, Place({})) == []) is proven


def test_no_seeded_mutation_survives(basis: Basis, juli: Path, mutasi: ModuleType) -> None:
    """Five hundred of them, and one of each published figure; ``mutasi.py`` tries them all."""
    finished = mutasi.Finished.read(juli, basis)
    source = random.Random(20230701)
    found = finished.mutations(source)
    chosen = source.sample(found, 500)
    of_figures = mutasi.changes_of_figures(juli, finished.sections, found)
    assert len(of_figures) == 105 * len(finished.texts)
    assert [name for name, changes in of_figures.items() if not changes] == []
    page = [changes for name, changes in of_figures.items() if name.startswith(HTML)]
    chosen += [source.choice(changes) for changes in page]
    assert mutasi.try_all(finished, basis, chosen)[1] == []
    # Whatever a section gives away, the audit of the whole file finds.
    assert [each for each in chosen[:8] if finished.survives_whole(basis, each)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">1.707<", ">1.701<"),
        (">naik ", ">turun "),
        (">29,81%<", ">29,18%<"),
        ("pada Juli 2022", "pada Juli 2021"),
    ],
)
@pytest.mark.parametrize("name", [HTML, SLIDE])
def test_a_changed_word_or_digit_is_told_with_its_place(
    basis: Basis, juli: Path, name: str, old: str, new: str
) -> None:
    page = (juli / name).read_text()
    assert old in page
    found = judge_page(basis, name, page.replace(old, new, 1)).unproven
    assert len(found) in (1, 2)
    assert found[0].berkas == name
    assert found[0].tempat
    assert re.sub(r"[<>]|pada Juli", "", new).strip() in found[0].isi
    assert re.sub(r"[<>]|pada Juli", "", old).strip() in found[0].alasan


def test_a_changed_digit_in_the_pdf_is_told(basis: Basis, juli: Path) -> None:
    text = read_pdf(juli / PDF)
    at = next(number for number, page in enumerate(text.pages) if "29,81%" in page)
    pages = [*text.pages]
    pages[at] = pages[at].replace("29,81%", "29,18%", 1)
    found = judge_pdf(basis, PdfText(tuple(pages), text.alts)).unproven
    assert found
    assert all(each.berkas == PDF and each.tempat for each in found)
    alts = (text.alts[0].replace("1", "7", 1), *text.alts[1:])
    assert judge_pdf(basis, PdfText(text.pages, alts)).unproven


def test_the_contents_name_the_page_of_the_heading_and_no_other(basis: Basis, juli: Path) -> None:
    """Not even another page on which the same words stand."""
    first, contents, *rest = read_pdf(juli / PDF).pages
    alts = read_pdf(juli / PDF).alts
    elsewhere = [
        (entry, str(number))
        for entry in re.finditer(r"^(.*?)[ .]{9,}(\d+)\s*$", contents, re.MULTILINE)
        for number, page in enumerate(rest, 3)
        if entry[1].strip() in page and number != int(entry[2])
    ]
    assert elsewhere
    for entry, number in elsewhere:
        moved = contents[: entry.start(2)] + number + contents[entry.end(2) :]
        found = judge_pdf(basis, PdfText((first, moved, *rest), alts)).unproven
        assert [each.isi for each in found] == [number]


def test_figures_that_are_not_those_of_the_data_end_the_command_with_1(
    project: Project,
    juli: Path,
    lagi: Again,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(again, "make_again", lambda *_: lagi)
    out = tmp_path / "out"
    shutil.copytree(juli, out / "2023-07")
    ukuran = out / "2023-07" / "ukuran.csv"
    text = ukuran.read_text()
    ukuran.write_text(text.replace("2023-07,tiket.jumlah,,,1707", "2023-07,tiket.jumlah,,,1706"))
    mutu = out / "2023-07" / "mutu.html"
    assert "1.707" in mutu.read_text()
    mutu.write_text(mutu.read_text().replace("1.707", "1.706", 1))
    assert run(["audit", "2023-07", "--data", str(project.data), "--out", str(out)]) == 1
    said = capsys.readouterr()
    assert "laporan render" in said.err
    lines = said.out.splitlines()
    assert re.match(r"Juli 2023: [\d.]+ angka dan kata arah terbukti, [\d.]+ tidak", lines[0])
    assert any("SHA-256" in line for line in lines)
    assert any("dihitung ulang: 1707" in line for line in lines)
    assert any(line.startswith("mutu.html") and "1.706" in line for line in lines)
    # The pages still say what the data says, but no longer what the published figures say.
    assert any(line.startswith(HTML) and "'1.707'" in line for line in lines)


@pytest.mark.parametrize("name", ["bulan_padat", "bulan_jarang"])
def test_every_claim_of_sparse_and_heavy_months_is_proven(
    name: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(name)
    audit = audit_month(
        Project(folder.parents[1] / "data", folder.parent), Bulan.parse(folder.name)
    )
    assert audit.unproven == ()
    assert audit.proven > 1000


def test_a_month_that_was_not_rendered_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(LaporanError, match="laporan render 2023-07"):
        audit_month(Project(project.data, tmp_path), JULI)
