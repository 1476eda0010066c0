"""The finished pages in Chromium: nothing is fetched, nothing overflows, all can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from akses import violations
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def open_page(
    browser: Browser, path: Path, width: int = 1280, height: int = 720, **kw: str
) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height}, **kw)
    page.goto(path.as_uri())
    if path.name == "slide.html":
        page.wait_for_function("Reveal.isReady()")
    return page


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_no_request_leaves(browser: Browser, rendered: Path, name: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto((rendered / name).as_uri())
    page.wait_for_load_state("networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [(rendered / name).as_uri()]
    assert failures == []


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_the_page_is_no_wider_than_the_window(browser: Browser, rendered: Path, width: int) -> None:
    page = open_page(browser, rendered / "laporan.html", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_embedded_font_is_used(browser: Browser, rendered: Path) -> None:
    page = open_page(browser, rendered / "laporan.html")
    faces = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
    assert faces >= 2
    page.close()


def test_the_page_works_without_scripts(browser: Browser, rendered: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((rendered / "laporan.html").as_uri())
    assert page.locator("nav.isi a").first.is_visible()
    assert page.locator("main table").first.is_visible()
    assert page.locator("main .unduh a").first.is_visible()
    assert page.locator("main table button, main input").count() == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_axe_finds_nothing(browser: Browser, rendered: Path, name: str, scheme: str) -> None:
    page = open_page(browser, rendered / name, color_scheme=scheme)
    assert violations(page) == ""
    page.close()
