"""Finished files of a month full of strangers' texts: all of it is shown, nothing of it acts."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import unquote

import bulan_jahat as jahat
import pypdf
import pytest
from playwright.sync_api import Browser, Page

from laporan.dasar.project import Project
from laporan.prove.privacy import check_privacy

PAGES = ["laporan.html", "slide.html", "mutu.html"]
# One of each kind that the report prints as it is.
SHOWN = [
    *("<script>window.jahat=1;alert('jahat')</script>", "{{< env HOME >}}", "[klik di sini]("),
    *('#read("/etc/passwd")', "\\input{/etc/passwd} $", "{=html} <script>", "<?lua os.execute"),
    *("::: {.notes} ::: # Judul", '=HYPERLINK("http', "[^1] [@doe] ^[", "</section><svg onload="),
]
# Control characters, marks of direction, and what has no width.
UNSEEN = "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
FORMULA_MARKS = tuple("=+-@")
# Everything in a page that could act: handlers, foreign frames, scripts and addresses.
ACTING = r"""() => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) {
      // A table to download is text, and looked at below.
      if (name === 'href' && value.startsWith('data:text/csv')) continue;
      if (name.startsWith('on') || /jahat/.test(name)) found.push(`${name}=${value}`);
      if (/^(href|src|srcdoc|action|data|xlink:href|style)$/.test(name)
          && /javascript:|127\.0\.0\.1|jahat|alert/i.test(value)) found.push(`${name}=${value}`);
    }
    if (/^(IFRAME|OBJECT|EMBED|FORM|META|BASE|LINK)$/.test(element.tagName)
        && /jahat|javascript:|refresh/i.test(element.outerHTML)) found.push(element.outerHTML);
    if (element.tagName === 'SCRIPT' && /jahat/.test(element.textContent)) found.push('script');
    if (element.id === 'jahat') found.push('#jahat');
  }
  if (window.jahat !== undefined) found.push('window.jahat');
  return found;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_nothing_in_a_page_acts(browser: Browser, bulan_jahat: Path, name: str) -> None:
    context = browser.new_context()
    address = (bulan_jahat / name).as_uri()
    events: list[str] = []
    context.on("request", lambda request: events.append(request.url))
    context.on("page", lambda page: events.append(f"page {page.url}"))
    page = context.new_page()
    events.clear()
    page.on("dialog", lambda dialog: (events.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: events.append(f"error {error}"))
    page.on("console", lambda message: events.append(f"console {message.text}"))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    _walk(page, name)
    assert [event for event in events if not event.startswith("data:")] == [address]
    assert page.evaluate(ACTING) == []
    assert len(page.frames) == 1
    text = page.evaluate("document.body.textContent")
    context.close()
    assert not re.search(UNSEEN, text)
    for shown in SHOWN if name != "mutu.html" else SHOWN[:3]:
        assert shown in re.sub(r"\s+", " ", text), shown


def _walk(page: Page, name: str) -> None:
    if name == "slide.html":
        page.wait_for_function("Reveal.isReady()")
        for index in range(page.evaluate("Reveal.getTotalSlides()")):
            page.evaluate(f"Reveal.slide({index})")
    for heading in page.query_selector_all("summary")[:20]:
        heading.click(force=True)


def test_nothing_in_the_pdf_acts(bulan_jahat: Path) -> None:
    reader = pypdf.PdfReader(bulan_jahat / "laporan.pdf")
    targets = [
        str(annotation.get_object().get("/A", ""))
        for page in reader.pages
        for annotation in page.get("/Annots", [])
    ]
    assert not [target for target in targets if "/URI" in target or "/JavaScript" in target]
    raw = (bulan_jahat / "laporan.pdf").read_bytes()
    assert not [
        word for word in (b"/JavaScript", b"/Launch", b"/OpenAction", b"/JS") if word in raw
    ]
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    assert not re.search(UNSEEN, text)
    # Of a cell of a megabyte, a beginning is printed, and how long it was.
    assert "Panjang" * 200 not in text
    for shown in SHOWN:
        assert re.sub(r"\s", "", shown) in text, shown
    assert "root:x:0" not in text


@pytest.mark.parametrize("name", [*PAGES, "ukuran.csv", "jejak.json"])
def test_no_file_of_the_machine_is_read(bulan_jahat: Path, name: str) -> None:
    path = bulan_jahat / name
    assert "root:x:0" not in path.read_text("utf-8")
    assert path.stat().st_size < 4 << 20


def test_no_cell_of_the_tables_is_a_formula(bulan_jahat: Path) -> None:
    processed = bulan_jahat.parents[1] / "data" / "processed" / bulan_jahat.name
    report = (bulan_jahat / "laporan.html").read_text("utf-8")
    tables = [unquote(found) for found in re.findall(r'"data:text/csv[^,]*,([^"]*)"', report)]
    assert len(tables) > 3
    tables += [
        path.read_text("utf-8") for path in (bulan_jahat / "ukuran.csv", processed / "ditolak.csv")
    ]
    for text in tables:
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        # As a spreadsheet splits lines that is set to semicolons.
        cells += [cell for line in text.splitlines() for cell in re.split("[;\t]", line)]
        starts = {cell.lstrip(" ")[:1] for cell in cells if not _is_number(cell)}
        assert not starts & set(FORMULA_MARKS), text[:200]
    assert any("'=HYPERLINK(" in text for text in tables)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", cell) is not None


def test_the_trace_names_every_file_as_it_is(bulan_jahat: Path) -> None:
    trace = json.loads((bulan_jahat / "jejak.json").read_text("utf-8"))
    names = {item["berkas"].split("/")[-1] for item in trace["masukan"]}
    assert "tiket-<img src=x onerror=alert(1)>.csv" in names


def test_nothing_of_persons_gets_out(bulan_jahat: Path) -> None:
    project = Project(bulan_jahat.parents[1] / "data", bulan_jahat.parent)
    assert check_privacy(project, jahat.JAHAT).leaks == ()
