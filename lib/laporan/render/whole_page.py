"""What makes of an engine's page the finished one: charts in it, figures explained, scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from laporan.measure.indikator import Indikator
from laporan.render.explain import explain_page
from laporan.render.inline_charts import inline_charts

# In the order in which they run; without them the page lacks nothing but what one does with it.
SCRIPTS = ("data.js", "tabel.js", "lembaran.js", "isi.js", "saring.js", "grafik.js")


def whole_page(
    page: str, inputs: Iterable[Mapping[str, Any]], own: Mapping[str, Indikator] | None = None
) -> str:
    """Finish a page, the same for both engines; the parameters are those of `explain_page`."""
    theme = files("laporan.render") / "theme"
    scripts = "\n".join((theme / name).read_text("utf-8") for name in SCRIPTS)
    before, end, after = inline_charts(page).rpartition("</body>")
    return explain_page(f"{before}<script>\n{scripts}</script>\n{end}{after}", inputs, own)
