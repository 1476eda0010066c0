"""The site as files: it works wherever it lies, and nothing in it runs."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bahan import ALASAN, FIRST, JULI, JUNI, SECOND, describe, figures, make_issue, write_output
from lxml import etree, html

from laporan.measure.angka import Angka
from laporan.publish.issue import read_issue
from laporan.publish.publishing import add_issue

ATOM = "{http://www.w3.org/2005/Atom}"
LINKS = ("//@href", "//@src")


def links(page: Path) -> list[str]:
    if page.suffix == ".xml":
        tree = etree.parse(page)
        return [str(link.get("href")) for link in tree.iter(f"{ATOM}link")]
    content = html.fromstring(page.read_bytes())
    return [str(link) for kind in LINKS for link in content.xpath(kind)]


def test_every_link_is_relative_and_leads_somewhere(site: Path) -> None:
    pages = [*site.rglob("index.html"), site / "umpan.xml"]
    assert len(pages) == 7
    for page in pages:
        found = links(page)
        assert found
        for link in found:
            parts = urlsplit(link)
            assert not parts.scheme and not parts.netloc, (page, link)
            target = (page.parent / parts.path) if parts.path else page
            assert target.is_file(), (page, link)
            if parts.fragment:
                ids = html.fromstring(target.read_bytes()).xpath("//@id")
                assert parts.fragment in ids, (page, link)


def test_a_months_page_leads_to_the_issues_beside_it(site: Path, tmp_path: Path) -> None:
    """Over months without an issue; the page of a version, which is to last, names none."""

    def beside(page: str) -> dict[str, str]:
        found = html.fromstring((site / page / "index.html").read_bytes())
        return {a.get("rel"): a.text_content() for a in found.xpath("//nav[@class='sebelah']/a")}

    assert beside("2023-06") == {"next": "Juli 2023 →"}
    assert beside("2023-07") == {"prev": "← Juni 2023"}
    assert beside("2023-06/v1") == beside("2023-07/v2") == {}
    april = JUNI.previous.previous
    add_issue(site, make_issue(tmp_path / "april", april, 900), None, SECOND)
    assert beside("2023-04") == {"next": "Juni 2023 →"}
    assert beside("2023-06") == {"prev": "← April 2023", "next": "Juli 2023 →"}


def test_every_page_can_be_reached_from_the_first(site: Path) -> None:
    seen: set[Path] = set()
    todo = [site / "index.html"]
    while todo:
        page = todo.pop()
        seen.add(page)
        found = {(page.parent / urlsplit(link).path).resolve() for link in links(page)}
        todo += [path for path in found - seen if path.name == "index.html" and path not in todo]
        seen |= found
    assert {path for path in site.rglob("*") if path.is_file()} <= seen


def test_pages_are_indonesian_and_run_nothing(site: Path) -> None:
    for page in site.rglob("index.html"):
        content = html.fromstring(page.read_bytes())
        assert content.get("lang") == "id"
        assert content.xpath("//title")[0].text
        assert not content.xpath("//script | //iframe | //object | //@onclick | //@style")
        (policy,) = content.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'")
        for table in content.xpath("//table"):
            assert table.xpath("caption")
            assert set(table.xpath(".//th/@scope")) == {"col", "row"}


def test_the_archive_lists_all_months_with_their_key_figures(site: Path) -> None:
    content = html.fromstring((site / "index.html").read_bytes())
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("th|td")]
        for row in content.xpath("//section[@aria-labelledby='semua-bulan']//tbody/tr")
    ]
    assert [row[0] for row in rows] == ["Juli 2023", "Juni 2023"]
    assert rows[0][1] == "1.710"
    assert rows[1][1] == "1.315"
    assert rows[0][2] == "–"
    assert rows[0][-1] == "versi 2, 5 September 2023ralatdata contoh"
    assert rows[1][-1] == "versi 1, 5 Juli 2023data contoh"


def test_cards_tell_what_was_not_counted_from_what_was_not_supplied(tmp_path: Path) -> None:
    ukuran = figures(JULI, 5).replace("skala 1-5", "skala 1-10")
    inputs = [describe("raw/2023-07/PPID-1.xlsx", b"x"), describe("raw/2023-06/lapor.csv", b"x")]
    output = write_output(tmp_path / "x", JULI, ukuran, inputs, ditahan=("email_lapor",))
    add_issue(tmp_path / "situs", read_issue(output, JULI), None, FIRST)
    content = html.fromstring((tmp_path / "situs" / "index.html").read_bytes())
    cards = {
        card.xpath("*[@class='kartu-label']")[0].text_content(): "".join(
            card.xpath("*[@class='kartu-ket']/text()")
        )
        for card in content.xpath("//*[@class='kartu']")
    }
    assert cards["Layanan PPID"] == "tidak dihitung; lihat laporan mutu"
    assert cards["Email Lapor"] == "ditahan; lihat laporan mutu"
    assert cards["Konsultasi tatap muka"] == "belum diserahkan"
    assert cards["Kepuasan (dari\u00a010)"] == ""
    (row,) = content.xpath("//section[@aria-labelledby='semua-bulan']//tbody/tr")
    assert row.xpath("td")[-2].text_content() == "4,50 dari\u00a010"


def test_the_trend_says_what_it_shows(site: Path) -> None:
    content = html.fromstring((site / "index.html").read_bytes())
    labels = set(content.xpath("//figure//svg/@aria-label"))
    assert labels == {"Grafik kolom tiket menurut bulan. Juni 2023: 1.315; Juli 2023: 1.710."}
    keys = set(content.xpath("//figcaption//span[@class='angka']/@data-kunci"))
    assert "2023-07,tiket.jumlah,," in keys


def test_a_change_is_named_with_its_base(tmp_path: Path) -> None:
    for nilai, said in ((-12.5, "turun 12,50% dari 1.315 pada Juni 2023"), (0, "tetap seperti")):
        figures = [
            Angka("2023-07", "tiket.perubahan_bulanan", "", "", nilai, "persen"),
            Angka("2023-07", "tiket.jumlah_bulan_lalu", "", "", 1315, "tiket"),
        ]
        folder = tmp_path / str(nilai)
        add_issue(folder / "situs", make_issue(folder / "x", JULI, 5, *figures), None, FIRST)
        content = html.fromstring((folder / "situs" / "index.html").read_bytes())
        assert said in content.xpath("//figcaption")[0].text_content()


def test_the_feed_has_what_atom_demands(site: Path) -> None:
    feed = etree.parse(site / "umpan.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}updated") == "2023-09-05T09:30:00+07:00"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "RALAT: Laporan Juli 2023, versi 2",
        "Laporan Juli 2023, versi 1",
        "Laporan Juni 2023, versi 1",
    ]
    assert (
        entries[0].findtext(f"{ATOM}summary", "").startswith(f"4 angka diralat. Alasan: {ALASAN}")
    )
    ids = [str(element.text) for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == 4
    for name in ids:
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name)


def test_the_same_issues_have_the_same_addresses_and_names_anywhere(
    site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "tongkat"
    shutil.copytree(site, copy)
    assert (copy / "umpan.xml").read_bytes() == (site / "umpan.xml").read_bytes()
    assert str(tmp_path) not in (site / "indeks.json").read_text("utf-8")


@pytest.mark.parametrize("version", ["2023-06/v1", "2023-07/v1", "2023-07/v2"])
def test_sums_are_such_as_sha256sum_reads(site: Path, version: str) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(command, cwd=site / version, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    listed = {
        line.split("  ")[1]
        for line in (site / version / "SHA256SUMS").read_text().split("\n")
        if line
    }
    own = {path.name for path in (site / version).iterdir()}
    assert own - listed == {"SHA256SUMS", "index.html"}


HOSTILE = [
    "<script>document.title='x'</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    '"><svg onload=alert(1)>',
    "a\u202etxt.exe",
    "\x00\x07\ufffe",
    "](javascript:alert(1))",
    "=HYPERLINK(1)",
    "𝔘" * 400,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "situs"
    quoted = '"' + text.replace('"', '""') + '"'
    figure = Angka("2023-07", "tiket.jumlah", "kanal", quoted, 3, "tiket")
    add_issue(folder, make_issue(tmp_path / "a", JULI, 1, figure), None, FIRST)
    changed = make_issue(tmp_path / "b", JULI, 1, figure._replace(nilai=4))
    add_issue(folder, changed, f"Sebab {text}", SECOND)
    allowed = {
        "html", "head", "meta", "title", "link", "body", "a", "header", "div", "h1", "p", "main",
        "section", "h2", "span", "figure", "figcaption", "svg", "rect", "text", "table", "caption",
        "thead", "tbody", "tr", "th", "td", "code", "br", "strong", "nav", "ol", "li", "dl", "dt",
        "dd", "footer",
    }  # fmt: skip
    for page in folder.rglob("index.html"):
        content = html.fromstring(page.read_bytes())
        assert {element.tag for element in content.iter(etree.Element)} <= allowed
        assert not [name for e in content.iter() for name in e.attrib if name.startswith("on")]
        assert "\u202e" not in page.read_text("utf-8")
    etree.parse(folder / "umpan.xml")
