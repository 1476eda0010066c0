"""What finished files weigh and how they stand in a browser, in numbers.

``python tests/foto.py 2023-07 --ukur`` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (1280, 390)
# Each is opened so often; the middle one counts, as other work on a machine only delays.
TIMES = 5
OPENED = """() => {
  const [entry] = performance.getEntriesByType("navigation");
  return [entry.domContentLoadedEventEnd, entry.loadEventEnd];
}"""
SIZE = "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"


class Takaran(NamedTuple):
    """A number, what it is of, and its unit."""

    berkas: str
    apa: str
    nilai: float
    satuan: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.berkas}: {self.apa} {self.nilai:.10g} {self.satuan}"


def measure_page(browser: Browser, path: Path) -> Iterator[Takaran]:
    """Measure a page: bytes, time until it is read and until it is there, height, overflow."""
    yield Takaran(path.name, "berat", path.stat().st_size, "bita")
    opened = sorted(_open(browser, path) for _ in range(TIMES))[TIMES // 2]
    for what, took in zip(("terbaca setelah", "terbuka setelah"), opened, strict=True):
        yield Takaran(path.name, what, round(took), "milidetik")
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(path.as_uri())
        height, across = page.evaluate(SIZE)
        page.close()
        yield Takaran(path.name, f"tinggi pada {width}", height, "piksel")
        yield Takaran(path.name, f"keluar dari lebar {width}", max(across - width, 0), "piksel")


def _open(browser: Browser, path: Path) -> list[float]:
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 800})
    page.goto(path.as_uri(), wait_until="load")
    page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
    times: list[float] = page.evaluate(OPENED)
    page.close()
    return times
