"""What a page of the site has for a chat."""

from __future__ import annotations

import json
from pathlib import Path

from bahan import FIRST, JULI, JUNI, SECOND, describe, figures, make_issue, write_output
from lxml import html

from laporan.publish.issue import Issue, read_issue
from laporan.publish.publishing import add_issue

SITE = "https://contoh.go.id/laporan"
SHARED = {"bagikan.png": b"\x89PNG", "bagikan.txt": b"*Judul*\n\nTiket <b>naik</b> *1.707*.\n"}


def shared_issue(folder: Path) -> Issue:
    """A finished month with a picture, a message, and a letter that is for nobody else."""
    write_output(folder, JULI, figures(JULI, 1707))
    trace = json.loads((folder / "jejak.json").read_text("utf-8"))
    for name, content in {**SHARED, "nota.docx": b"PK"}.items():
        (folder / name).write_bytes(content)
        trace["keluaran"].append(describe(name, content))
    (folder / "jejak.json").write_text(json.dumps(trace), "utf-8")
    return read_issue(folder, JULI)


def opened(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text("utf-8"))


def og(page: html.HtmlElement) -> dict[str, str]:
    return {each.get("property"): each.get("content") for each in page.xpath("//meta[@property]")}


def test_a_page_shows_what_is_shared(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    add_issue(site, shared_issue(tmp_path / "hasil"), None, FIRST, alamat=SITE)
    for place, files in (("2023-07", "v1/"), ("2023-07/v1", "")):
        page = opened(site / place / "index.html")
        (picture,) = page.xpath("//section[@aria-labelledby='bagikan']//img")
        assert picture.get("src") == f"{files}bagikan.png"
        assert page.xpath("string(//pre)") == SHARED["bagikan.txt"].decode().strip()
        facts = og(page)
        assert facts["og:image"] == f"{SITE}/2023-07/v1/bagikan.png"
        assert facts["og:url"] == f"{SITE}/{place}/"
        assert facts["og:description"] == "Judul Tiket <b>naik</b> 1.707."
    assert not (site / "2023-07" / "v1" / "nota.docx").exists()


def test_chats_are_told_nothing_of_a_site_without_address(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    add_issue(site, shared_issue(tmp_path / "hasil"), None, FIRST)
    page = opened(site / "2023-07" / "index.html")
    assert og(page) == {}
    assert page.xpath("//section[@aria-labelledby='bagikan']")


def test_another_address_is_told_by_all_pages(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    add_issue(site, shared_issue(tmp_path / "hasil"), None, FIRST)
    add_issue(site, make_issue(tmp_path / "juni", JUNI, 1315), None, SECOND, alamat=SITE)
    assert og(opened(site / "2023-07" / "v1" / "index.html"))["og:url"].startswith(SITE)
    assert og(opened(site / "2023-06" / "index.html")) == {}
