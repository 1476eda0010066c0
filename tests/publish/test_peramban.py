"""The site in Chromium, from a folder and from a web server."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path

import foto
import pytest
from akses import violations
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = ["index.html", "2023-07/index.html", "2023-07/v1/index.html"]


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("kind", ["folder", "server"])
def test_a_page_shows_itself_and_asks_for_nothing_else(
    browser: Browser, site: Path, server: str, kind: str
) -> None:
    base = server if kind == "server" else site.as_uri()
    for name in PAGES:
        page = browser.new_page()
        asked: list[str] = []
        problems: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("requestfailed", lambda request, told=problems: told.append(request.url))
        page.on("console", lambda message, told=problems: told.append(message.text))
        page.goto(f"{base}/{name}")
        page.wait_for_load_state("networkidle")
        others = {url for url in asked if not url.startswith("data:")} - {f"{base}/{name}"}
        assert others <= {f"{base}/gaya.css", f"{base}/favicon.ico"}
        assert [text for text in problems if "favicon" not in text and "404" not in text] == []
        assert page.evaluate("getComputedStyle(document.querySelector('.kepala')).color") == (
            "rgb(255, 255, 255)"
        )
        assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')")
        page.close()


@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_read_it(browser: Browser, site: Path, name: str) -> None:
    page = browser.new_page()
    page.goto((site / name).as_uri())
    for width, scheme in product(foto.WIDTHS, foto.SCHEMES.values()):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == "", (width, scheme)
        drawings = page.evaluate(
            "[...document.querySelectorAll('svg')].filter(s => s.clientHeight).length"
        )
        assert drawings == (1 if name == "index.html" else 0)
    page.close()


def test_a_correction_is_found_by_its_link(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="ralat", exact=True).click()
    assert page.url.endswith("2023-07/v2/index.html#ralat-v2")
    page.get_by_role("link", name="versi 1").first.click()
    assert page.url.endswith("2023-07/v1/index.html")
    assert "sudah diganti" in page.inner_text("main")
    page.close()
