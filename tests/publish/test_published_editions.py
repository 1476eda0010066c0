"""Editions beside their issue in the site: what is copied, when, and what is refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bahan import ALASAN, FIRST, HEAD, JULI, SECOND, THIRD, describe, figures, tree, write_output
from lxml import html

from laporan.dasar.edition_kinds import JENIS
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.prove.same import Difference
from laporan.publish.editions_again import HeldEditions
from laporan.publish.gate import GATES, require_same_editions
from laporan.publish.issue import Issue, read_issue
from laporan.publish.publishing import add_issue
from laporan.publish.verify import verify


def write_editions(output: Path, jenis: str, tiket: float, bulan: str = "2023-07") -> Path:
    """Write the editions of one reader as ``laporan render --edisi`` does, as good as empty."""
    folder = output / "edisi" / jenis
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "15-prov-jambi.html": "<!DOCTYPE html><title>Jambi</title>",
        "15-prov-jambi.pdf": "%PDF-1.7",
        "index.html": "<!DOCTYPE html><title>Edisi</title>",
        f"edisi-{jenis}-{bulan}.zip": "PK",
        "ukuran.csv": f"{HEAD}{bulan},edisi.tiket,{jenis},Prov. Jambi,{tiket},tiket\n",
    }
    for name, text in made.items():
        (folder / name).write_bytes(text.encode())
    trace = json.loads((output / "jejak.json").read_text("utf-8"))
    trace |= {"bulan": bulan, "edisi": jenis}
    trace["keluaran"] = [describe(name, text.encode()) for name, text in sorted(made.items())]
    (folder / "jejak.json").write_text(json.dumps(trace), "utf-8")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The finished files of a month, with the editions of provinces."""
    folder = write_output(tmp_path / "hasil" / "2023-07", JULI, figures(JULI, 1707))
    write_editions(folder, "provinsi", 46)
    return folder


def issue(output: Path) -> Issue:
    return read_issue(output, JULI)


def text_of(path: Path) -> str:
    return " ".join(html.fromstring(path.read_bytes()).text_content().split())


def test_editions_lie_beside_their_issue_and_its_pages_lead_to_them(
    output: Path, tmp_path: Path
) -> None:
    site = tmp_path / "_situs"
    outcome = add_issue(site, issue(output), None, FIRST)
    assert str(outcome) == "Laporan Juli 2023 versi 1 terbit bersama edisi provinsi."
    assert tree(site / "2023-07/v1/edisi") == tree(output / "edisi")
    for page in (site / "2023-07/index.html", site / "2023-07/v1/index.html"):
        links = {a.get("href") for a in html.fromstring(page.read_bytes()).iter("a")}
        led = {link for link in links if "/edisi/" in f"/{link}"}
        assert {Path(link).name for link in led} == {"index.html", "edisi-provinsi-2023-07.zip"}
        assert all((page.parent / link).is_file() for link in led)
        assert "Edisi provinsi: 1 edisi, masing-masing PDF dan HTML." in text_of(page)
    sums = (site / "2023-07/v1/SHA256SUMS").read_text("utf-8")
    assert "  edisi/provinsi/15-prov-jambi.pdf\n" in sums


def test_an_edition_that_was_changed_in_the_site_is_found(output: Path, tmp_path: Path) -> None:
    site, project = tmp_path / "_situs", Project(tmp_path / "data", tmp_path / "hasil")
    add_issue(site, issue(output), None, FIRST)
    assert [result.wrong for result in verify(site, project)] == [(), ()]
    page = site / "2023-07/v1/edisi/provinsi/15-prov-jambi.html"
    page.write_text(page.read_text("utf-8").replace("Jambi", "Jambu"), "utf-8")
    whole, own = verify(site, project)
    assert whole.wrong == ("2023-07/v1/edisi/provinsi/15-prov-jambi.html berubah sejak dibuat",)
    assert own.wrong == ("edisi/provinsi/15-prov-jambi.html berubah sejak dibuat",)


def test_published_editions_stay_until_their_figures_change_for_a_reason(
    output: Path, tmp_path: Path
) -> None:
    site = tmp_path / "_situs"
    add_issue(site, issue(output), None, FIRST)
    before = tree(site)
    folder = write_editions(output, "provinsi", 46)
    trace = json.loads((folder / "jejak.json").read_text("utf-8"))
    (folder / "index.html").write_bytes(b"tata letak lain")
    trace["keluaran"][3] = describe("index.html", b"tata letak lain")
    (folder / "jejak.json").write_text(json.dumps(trace), "utf-8")
    assert not add_issue(site, issue(output), ALASAN, SECOND).is_new
    write_editions(output, "provinsi", 47)
    with pytest.raises(LaporanError) as refused:
        add_issue(site, issue(output), None, SECOND)
    assert "sebagian edisinya kini lain:\n- angka edisi provinsi\nSitus tidak" in str(refused.value)
    assert tree(site) == before
    assert add_issue(site, issue(output), ALASAN, SECOND).version.nomor == 2
    assert tree(site / "2023-07/v2/edisi") == tree(output / "edisi")
    assert (tree(site / "2023-07/v1/edisi") or {}).items() <= {
        name.removeprefix("2023-07/v1/edisi/"): digest for name, digest in before.items()
    }.items()


def test_editions_made_later_become_a_version_that_corrects_nothing(
    output: Path, tmp_path: Path
) -> None:
    site = tmp_path / "_situs"
    add_issue(site, issue(output), None, FIRST)
    write_editions(output, "pemda", 46)
    outcome = add_issue(site, issue(output), None, SECOND)
    told = "Laporan Juli 2023 versi 2 terbit bersama edisi provinsi dan edisi pemda."
    assert str(outcome) == told
    assert not add_issue(site, issue(output), None, THIRD).is_new
    new = text_of(site / "2023-07/index.html")
    assert (
        "Versi baru. Versi 2 menggantikan versi 1; angka laporannya sama. Alasan: Edisi pemda "
        "ditambahkan."
    ) in new
    assert "Versi baru. Versi 1 ini sudah diganti" in text_of(site / "2023-07/v1/index.html")
    assert not (site / "2023-07/v2/ralat.csv").exists()
    for page in ("index.html", "2023-07/index.html", "2023-07/v1/index.html", "umpan.xml"):
        content = (site / page).read_text("utf-8")
        assert "RALAT" not in content and "ralat-v" not in content


def _change(folder: Path) -> None:
    (folder / "15-prov-jambi.pdf").write_bytes(b"%PDF-1.8")


def _drop(folder: Path) -> None:
    for path in folder.glob("*.[hpz]*"):
        path.unlink()


def _drop_trace(folder: Path) -> None:
    (folder / "jejak.json").unlink()


def _other_month(folder: Path) -> None:
    write_editions(folder.parents[1], "provinsi", 46, "2023-06")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (_change, "bukan yang dibuat bersama jejak.json: 15-prov-jambi.pdf hilang atau berubah"),
        (_drop, "edisi-provinsi-2023-07.zip, dan 1 berkas lagi hilang"),
        (_drop_trace, "tidak utuh: jejak.json tidak ada"),
        (_other_month, "bukan jejak Edisi provinsi Juli 2023"),
    ],
)
def test_editions_that_are_not_those_of_their_provenance_are_refused(
    output: Path, damage: Callable[[Path], None], told: str
) -> None:
    damage(output / "edisi" / "provinsi")
    with pytest.raises(LaporanError) as refused:
        issue(output)
    assert told in str(refused.value)
    assert "Jalankan laporan render 2023-07 --edisi provinsi" in str(refused.value)


def test_editions_that_are_out_of_date_are_refused(juli: Path, edisi: Path, tmp_path: Path) -> None:
    shutil.copytree(juli.parents[1] / "data", tmp_path / "data")
    project = Project(tmp_path / "data", tmp_path / "_output")
    shutil.copytree(edisi, project.editions(JULI, "provinsi"))
    assert GATES["edisinya usang"](project, JULI) == []
    note = project.raw(JULI) / "catatan.md"
    note.write_text(note.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    [found] = GATES["edisinya usang"](project, JULI)
    assert found == (
        "Edisi provinsi: masukan raw/2023-07/catatan.md berubah (laporan render 2023-07 --edisi "
        "provinsi membuatnya lagi)"
    )


def test_editions_that_exports_do_not_give_are_refused() -> None:
    same = HeldEditions(JENIS["pemda"], 6, [], [])
    require_same_editions([same], JULI)
    other = HeldEditions(JENIS["provinsi"], 6, [Difference("a.html", "di situ", "1", "2")], [])
    with pytest.raises(LaporanError, match="6 berkas 1 tempat LAIN dari yang") as refused:
        require_same_editions([same, other], JULI)
    assert "laporan render 2023-07 --edisi provinsi" in str(refused.value)
