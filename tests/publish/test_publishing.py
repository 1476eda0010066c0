"""What publishing does to a site, and what it refuses."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bahan import ALASAN, FIRST, JULI, JUNI, SECOND, THIRD, make_issue, tree, write_output
from lxml import html

from laporan.dasar.errors import LaporanError
from laporan.measure.angka import Angka
from laporan.publish import disk, issues, publishing, swap
from laporan.publish import site as site_module
from laporan.publish.changes import Figures, parse_figures
from laporan.publish.disk import write_new
from laporan.publish.issue import Issue, read_issue
from laporan.publish.issues import read_archive
from laporan.publish.publishing import add_issue
from laporan.publish.site import site_files

ISSUE = {"laporan.html", "laporan.pdf", "slide.html", "ukuran.csv", "mutu.html", "jejak.json"}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_issue_has_all_its_files_at_its_own_address(site: Path) -> None:
    assert names(site) == {
        "2023-06", "2023-07", "index.html", "indeks.json", "umpan.xml", "gaya.css",
    }  # fmt: skip
    assert names(site / "2023-06" / "v1") == {*ISSUE, "SHA256SUMS", "index.html"}
    assert names(site / "2023-07") == {"v1", "v2", "index.html"}
    assert names(site / "2023-07" / "v2") == {*ISSUE, "SHA256SUMS", "index.html", "ralat.csv"}


def test_the_same_figures_change_nothing(tmp_path: Path, issue_juli: Issue, site: Path) -> None:
    folder = tmp_path / "lain"
    add_issue(folder, issue_juli, None, FIRST)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    other = replace(issue_juli, files={**issue_juli.files, "laporan.html": b"tata letak lain"})
    for reason in (None, "Tata letak."):
        outcome = add_issue(folder, other, reason, SECOND)
        assert not outcome.is_new
        assert "angka yang sama; situs tidak berubah" in str(outcome)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_other_figures_demand_a_reason(
    tmp_path: Path, issue_juli: Issue, issue_ralat: Issue
) -> None:
    folder = tmp_path / "_situs"
    add_issue(folder, issue_juli, None, FIRST)
    before = tree(folder)
    with pytest.raises(LaporanError) as refused:
        add_issue(folder, issue_ralat, None, SECOND)
    message = str(refused.value)
    assert "4 angkanya kini lain" in message
    assert "Tiket, 2023-07: 1.707 menjadi 1.710" in message
    assert 'laporan publish 2023-07 --alasan "…"' in message
    assert tree(folder) == before


def test_a_correction_keeps_what_it_corrects(
    tmp_path: Path, issue_juli: Issue, issue_ralat: Issue
) -> None:
    folder = tmp_path / "_situs"
    add_issue(folder, issue_juli, None, FIRST)
    before = tree(folder / "2023-07" / "v1") or {}
    outcome = add_issue(folder, issue_ralat, ALASAN, SECOND)
    assert str(outcome) == "Laporan Juli 2023 versi 2 terbit dengan ralat 4 angka."
    after = tree(folder / "2023-07" / "v1") or {}
    assert {name for name in before if before[name] != after.get(name)} == {"index.html"}


@pytest.mark.parametrize("page", ["v1/index.html", "v2/index.html", "index.html"])
def test_the_notice_lists_each_changed_figure_old_and_new(site: Path, page: str) -> None:
    content = html.fromstring((site / "2023-07" / page).read_bytes())
    assert content.xpath("//div[@class='ralat']//strong")[0].text.strip() == "RALAT."
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("th|td")]
        for row in content.xpath("//section[@aria-labelledby='ralat-v2']//tbody/tr")
    ]
    assert rows == [
        ["Tikettiket.jumlah, Juli 2023, tiket", "1.707", "1.710"],
        [
            "Tiket: Live Chattiket.jumlah[kanal=Live Chat], Juli 2023, tiket",
            "–",
            "3",
        ],
        ["Tiket bulan sebelumnyatiket.jumlah_bulan_lalu, Juli 2023, tiket", "1.315", "–"],
        ["Perubahan bulanantiket.perubahan_bulanan, Juli 2023, persen", "29,81%", "30,04%"],
    ]
    assert "Tiga tiket <script>alert(1)</script> & [x](y) terlewat." in content.text_content()
    assert not content.xpath("//script")


def test_what_others_put_into_the_site_stays(site: Path, tmp_path: Path) -> None:
    (site / "CNAME").write_text("laporan.example")
    (site / ".well-known" / "x").mkdir(parents=True)
    (site / ".well-known" / "x" / "y").write_text("z")
    (site / "terbaru").symlink_to("2023-07")
    issue = make_issue(tmp_path / "lagi", JULI, 1711)
    add_issue(site, issue, "Satu lagi.", THIRD)
    assert (site / "CNAME").read_text() == "laporan.example"
    assert (site / ".well-known" / "x" / "y").read_text() == "z"
    assert (site / "terbaru").readlink() == Path("2023-07")
    assert (site / "2023-07" / "v3" / "laporan.pdf").exists()


def test_a_folder_with_something_else_is_refused(tmp_path: Path, issue_juni: Issue) -> None:
    folder = tmp_path / "dokumen"
    folder.mkdir()
    (folder / "surat.docx").write_text("penting")
    with pytest.raises(LaporanError, match="sudah berisi hal lain"):
        add_issue(folder, issue_juni, None, FIRST)
    assert tree(folder).keys() == {"surat.docx"}


def test_a_file_in_the_way_is_refused(tmp_path: Path, issue_juni: Issue) -> None:
    (tmp_path / "situs").write_text("berkas")
    with pytest.raises(LaporanError, match="situs"):
        add_issue(tmp_path / "situs", issue_juni, None, FIRST)
    with pytest.raises(LaporanError, match="tidak dapat ditulisi"):
        add_issue(tmp_path / "situs" / "dalam", issue_juni, None, FIRST)
    assert (tmp_path / "situs").read_text() == "berkas"


def test_a_site_that_was_tampered_with_is_not_built_upon(site: Path, tmp_path: Path) -> None:
    (site / "2023-06" / "v1" / "laporan.html").write_text("angka lain")
    issue = make_issue(tmp_path / "lagi", JULI, 1711)
    with pytest.raises(LaporanError, match=r"2023-06/v1/laporan\.html berubah") as refused:
        add_issue(site, issue, "Satu lagi.", THIRD)
    assert "Pulihkan" in str(refused.value)
    shutil.rmtree(site / "2023-06" / "v1")
    with pytest.raises(LaporanError, match=r"2023-06/v1 tidak ada: Juni 2023 versi 1 hilang"):
        add_issue(site, issue, "Satu lagi.", THIRD)
    assert not (site / "2023-07" / "v3").exists()


def test_what_is_replaced_is_read_to_the_last_byte(site: Path, tmp_path: Path) -> None:
    path = site / "2023-07" / "v2" / "laporan.pdf"
    path.write_bytes(path.read_bytes()[::-1])
    issue = make_issue(tmp_path / "lagi", JULI, 1711)
    with pytest.raises(LaporanError, match=r"2023-07/v2/laporan\.pdf berubah"):
        add_issue(site, issue, "Satu lagi.", THIRD)


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"terbitan": [{"bulan": "2023-07"}]}'])
def test_a_damaged_index_is_told(site: Path, content: bytes) -> None:
    (site / "indeks.json").write_bytes(content)
    with pytest.raises(LaporanError, match=r"indeks\.json tidak dapat dibaca"):
        read_archive(site)


def test_a_version_costs_what_it_brings(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever lies there: a few files are written, and the figures of its neighbours are read."""
    add_issue(site, make_issue(tmp_path / "tiga", JULI, 1711), "Satu lagi.", THIRD)
    written, read = set(), set()

    def write(path: Path, content: bytes) -> None:
        written.add(path.relative_to(swap.beside(site, "baru")).as_posix())
        write_new(path, content)

    def parse(content: bytes, name: str) -> Figures:
        read.add(name)
        return parse_figures(content, name)

    monkeypatch.setattr(disk, "write_new", write)
    monkeypatch.setattr(issues, "parse_figures", parse)
    add_issue(site, make_issue(tmp_path / "empat", JULI, 1712), "Satu lagi.", THIRD)
    own = {f"2023-07/v4/{name}" for name in {*ISSUE, "SHA256SUMS", "index.html", "ralat.csv"}}
    lists = {"2023-07/v3/index.html", "2023-07/index.html", "index.html", "indeks.json"}
    assert written == own | lists | {"umpan.xml"}
    # June's, too: the trend looks for months that were not published in those of a year after.
    assert read == {
        f"{name}/ukuran.csv" for name in ("2023-06/v1", *(f"2023-07/v{n}" for n in (2, 3, 4)))
    }


def test_pages_are_as_if_all_were_made_at_once(site: Path, tmp_path: Path) -> None:
    issue = make_issue(tmp_path / "mei", JUNI.previous, 900)
    version = add_issue(site, issue, None, THIRD).version
    whole = site_files(replace(read_archive(site), kode=None), version)
    assert whole.keys() == {p.relative_to(site).as_posix() for p in site.rglob("index.html")} | {
        "indeks.json", "umpan.xml", "gaya.css",
    }  # fmt: skip
    assert [name for name in whole if (site / name).read_bytes() != whole[name]] == []


def test_other_code_makes_all_pages_anew(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = site / "2023-06" / "v1" / "index.html"
    before = page.read_bytes()
    page.write_bytes(b"seperti dahulu")
    add_issue(site, make_issue(tmp_path / "tiga", JULI, 1711), "Satu lagi.", THIRD)
    assert page.read_bytes() == b"seperti dahulu"
    monkeypatch.setattr(site_module, "code", lambda: "lain")
    add_issue(site, make_issue(tmp_path / "empat", JULI, 1712), "Satu lagi.", THIRD)
    assert page.read_bytes() == before
    assert json.loads((site / "indeks.json").read_bytes())["kode"] == "lain"


def test_line_breaks_stay_as_they_are_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "O_BINARY", os.O_APPEND, raising=False)
    opened, really = [], os.open
    monkeypatch.setattr(os, "open", lambda p, flags, *a: opened.append(flags) or really(p, flags))
    write_new(tmp_path / "a", b"a\n")
    assert opened[0] & os.O_APPEND


def test_files_are_copied_where_there_are_no_links(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    issue = make_issue(tmp_path / "lagi", JULI, 1711)
    copy = tmp_path / "salinan"
    shutil.copytree(site, copy)
    add_issue(site, issue, "Satu lagi.", THIRD)
    monkeypatch.setattr(os, "link", no_links)
    add_issue(copy, issue, "Satu lagi.", THIRD)
    assert tree(copy) == tree(site)


def test_issues_share_no_file_with_a_folder_of_their_own(site: Path, tmp_path: Path) -> None:
    """Copied or linked, what is published is not what ``laporan render`` writes next time."""
    folder = write_output(
        tmp_path / "hasil", JULI, "bulan,indikator,dimensi,kategori,nilai,satuan\n"
    )
    add_issue(site, read_issue(folder, JULI), "Semua angka ditarik.", THIRD)
    assert not (site / "2023-07" / "v3" / "ukuran.csv").samefile(folder / "ukuran.csv")


def test_who_waits_too_long_is_told(
    tmp_path: Path, issue_juni: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr(publishing, "LOCK_SECONDS", 0.05)
    folder = tmp_path / "_situs"
    held = FileLock(swap.beside(folder, "kunci"))
    with held, pytest.raises(LaporanError, match="tidak kunjung selesai"):
        add_issue(folder, issue_juni, None, FIRST)


def test_the_site_can_be_read_by_a_web_server(site: Path) -> None:
    umask = os.umask(0)
    os.umask(umask)
    for path in (site, *site.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o777 if path.is_dir() else 0o666) & ~umask


def test_the_index_says_what_has_been_published(site: Path) -> None:
    index = json.loads((site / "indeks.json").read_text("utf-8"))
    assert [issue["bulan"] for issue in index["terbitan"]] == ["2023-07", "2023-06"]
    second, first = index["terbitan"][0]["versi"]
    assert (first["versi"], first["alasan"], first["jumlah_ralat"]) == (1, None, 0)
    assert (second["versi"], second["alasan"], second["jumlah_ralat"]) == (2, ALASAN, 4)
    assert second["terbit"] == index["diperbarui"] == "2023-09-05T09:30:00+07:00"
    assert second["angka_utama"]["tiket.jumlah"] == {"nilai": 1710.0, "satuan": "tiket"}
    assert {file["berkas"] for file in second["berkas"]} == {*ISSUE, "ralat.csv"}
    assert (site / second["ralat"]).is_file()


def test_an_own_figure_that_changed_is_corrected_by_name(tmp_path: Path) -> None:
    own = Angka("2023-07", "analis.dau_per_hari", "", "", 6.5, "tiket per hari")
    site = tmp_path / "_situs"
    add_issue(site, make_issue(tmp_path / "a", JULI, 1707, own), None, FIRST)
    changed = make_issue(tmp_path / "b", JULI, 1707, own._replace(nilai=7.25))
    with pytest.raises(LaporanError, match=r"analis\.dau_per_hari"):
        add_issue(site, changed, None, SECOND)
    add_issue(site, changed, ALASAN, SECOND)
    page = (site / "2023-07" / "v2" / "index.html").read_text("utf-8")
    assert re.search(r"analis\.dau_per_hari.*6,50.*7,25", page, re.DOTALL)
    corrections = (site / "2023-07" / "v2" / "ralat.csv").read_text("utf-8")
    assert "2023-07,analis.dau_per_hari,,,6.5,7.25,tiket per hari" in corrections
