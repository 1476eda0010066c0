"""An Altair chart that needs no network: live with its library, and still as SVG."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from laporan.dasar.brand import font_folder, load_brand
from laporan.dasar.inert import visible

_NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]}
_LOOK: Mapping[str, Any] = {"actions": False, "renderer": "svg", "formatLocale": _NUMBERS}


def live_bundle(chart: Any) -> Mapping[str, str]:
    """Give a chart as HTML that carries its library, and as SVG.

    Without vl-convert, which has both, the chart is what Altair makes of it.
    """
    try:
        import vl_convert
    except ImportError:
        return dict(chart._repr_mimebundle_())
    spec = chart.to_dict()
    spec["config"] = {"font": f"{load_brand().family}, sans-serif", **spec.get("config", {})}
    vl_convert.register_font_directory(str(font_folder()))
    head, mark, body = str(vl_convert.vegalite_to_svg(spec, format_locale=_NUMBERS)).partition(">")
    written = json.dumps(spec, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    name = f"altair-{hashlib.sha256(written.encode()).hexdigest()[:10]}"
    look = json.dumps(_LOOK)
    html = (
        f'<div id="{name}"></div>\n<script>{_library(vl_convert)}</script>\n'
        f'<script>vegaEmbed("#{name}", {written}, {look})</script>'
    )
    described = escape(" ".join(_describe(spec)))
    return {"text/html": html, "image/svg+xml": f"{head}{mark}<desc>{described}</desc>{body}"}


def _library(vl_convert: Any) -> str:
    # Its modules' names stay its own.
    return f"(() => {{{vl_convert.javascript_bundle()}}})();".replace("</script", "<\\/script")


def _describe(spec: Mapping[str, Any]) -> Iterator[str]:
    """Say what a chart shows: its title, or what it draws of what."""
    title = spec.get("title", "")
    for text in (
        spec.get("description", ""),
        title.get("text", "") if isinstance(title, dict) else title,
    ):
        if text:
            yield f"{visible(str(text)).rstrip('.')}."
    drawn = [
        f"{channel}: {visible(str(each.get('title') or each.get('field')))}"
        for channel, each in spec.get("encoding", {}).items()
        if isinstance(each, dict) and (each.get("title") or each.get("field"))
    ]
    if drawn:
        yield f"Diagram dengan {', '.join(drawn)}."
    for rows in spec.get("datasets", {}).values():
        if len(rows) <= 12:
            yield "; ".join(", ".join(f"{k} {v}" for k, v in row.items()) for row in rows) + "."
