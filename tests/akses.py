"""What axe-core finds on a page, by the rules of accessibility."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What passes is of no interest, and takes twice as long as the rest.
OPTIONS = {"resultTypes": ["violations"]}


def violations(page: Page) -> str:
    """Tell the violations on a page, with their places; nothing where there are none."""
    results = Axe().run(page, options=OPTIONS)
    return str(results.generate_report()) if results.violations_count else ""
