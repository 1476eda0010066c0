"""What a deck is, measured in the browser: its main way, what hangs below, letters, edges."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import foto
from huruf import smallest_letter

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Of the present slide: its head, its lowest and its rightmost edge, the foot's upper edge, the
# smallest text, what would be cut, and its charts. What is not painted does not count, nor does the
# foot, which begins where the slide's number does.
MEASURE = """() => {
  const slide = Reveal.getCurrentSlide(), { h, v } = Reveal.getIndices();
  let bottom = 0, right = 0, smallest = 99;
  for (const element of [slide, ...slide.querySelectorAll('*')]) {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    if (!box.height || element.closest('.notes')) continue;
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (own) smallest = Math.min(smallest, parseFloat(style.fontSize));
    if (element === slide || element.closest('.kaki, .arah')) continue;
    bottom = Math.max(bottom, box.bottom, box.top + element.scrollHeight);
    right = Math.max(right, box.right);
  }
  const cut = [...slide.querySelectorAll('*')].filter(
    element => getComputedStyle(element).overflow.match(/hidden|clip|auto|scroll/)
      && element.tagName != 'IMG'
      && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
  );
  const foot = document.querySelector('.slide-number');
  smallest = Math.min(smallest, parseFloat(getComputedStyle(foot).fontSize));
  const charts = [...slide.querySelectorAll('figure img')].map(image => [
    image.src,
    Math.min(image.clientWidth, image.clientHeight * image.naturalWidth / image.naturalHeight),
  ]);
  const feet = [...slide.querySelectorAll('.kaki, .arah')].map(e => e.getBoundingClientRect());
  const [kaki, arah] = [slide.querySelector('.kaki'), slide.querySelector('.arah')];
  const meets = kaki && arah
    && kaki.getBoundingClientRect().right > arah.getBoundingClientRect().left;
  const low = Math.max(0, ...feet.map(one => one.bottom));
  return {
    main: !v, id: slide.id, title: slide.querySelector('h1, h2')?.textContent.trim() ?? '',
    bottom, right, foot: foot.getBoundingClientRect().top, low, smallest,
    cut: cut.length + Boolean(meets), charts,
  };
}"""


@dataclass(frozen=True)
class Slide:
    """A slide as it is painted at 1280 by 720.

    Attributes
    ----------
    main
        Whether it is one of the way, and not below it.
    smallest
        The smallest text, in pixels, within its charts, too.
    overflow
        By how many pixels its contents go beyond the room that it has; what is cut is infinite.
    """

    main: bool
    id: str
    title: str
    smallest: float
    overflow: float


def measure_deck(browser: Browser, path: Path) -> list[Slide]:
    """Measure every slide of a deck."""
    page = foto.open_slides(browser, path)
    found = [page.evaluate(MEASURE) for _ in foto.each_slide(page)]
    page.close()
    return [_slide(each) for each in found]


def _slide(found: dict[str, object]) -> Slide:
    number = {name: value for name, value in found.items() if isinstance(value, int | float)}
    charts = found["charts"]
    assert isinstance(charts, list)
    letters = [smallest_letter(source, width) for source, width in charts if width]
    beyond = max(
        *(number["bottom"] - number["foot"], number["right"] - 1280, number["low"] - 720),
        0 if not number["cut"] else float("inf"),
    )
    return Slide(
        bool(found["main"]), str(found["id"]), str(found["title"]),
        min(number["smallest"], *letters, 99), max(0.0, beyond),
    )  # fmt: skip


def summary(slides: list[Slide]) -> str:
    """Say of a deck how long its way is, what hangs below, its smallest text, and its overflow."""
    main = [slide for slide in slides if slide.main]
    return (
        f"slide: {len(main)} di jalan utama, {len(slides) - len(main)} di bawahnya; huruf terkecil "
        f"{min(slide.smallest for slide in slides):.1f} px; melewati tepi "
        f"{max(slide.overflow for slide in slides):.0f} px"
    )
