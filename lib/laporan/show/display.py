"""What a cell of the report returns: Markdown for the renderers, HTML for JupyterLab.

Any ``text/html`` among a cell's outputs makes Quarto load scripts from a network, so under a
renderer an object gives Markdown and nothing else.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import pypandoc

from laporan.show.lab import dress_output

# Set by Quarto, or by whoever executes the notebook for another renderer.
RENDERER_VARIABLES = ("QUARTO_EXECUTE_INFO", "LAPORAN_MARKDOWN")


class Display:
    """Something that a notebook's cell shows."""

    def markdown(self) -> str:
        """Give the Markdown that the renderers read."""
        raise TypeError(f"{type(self).__name__} has no Markdown")

    def html(self) -> str:
        """Give the HTML that JupyterLab shows."""
        # A notebook that is moved takes its pictures along.
        options = ["--embed-resources", "--wrap=none"]
        return str(
            pypandoc.convert_text(self.markdown(), "html", format="markdown", extra_args=options)
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        if any(name in os.environ for name in RENDERER_VARIABLES):
            return {"text/markdown": self.markdown()}
        return {"text/html": dress_output(self.html())}


@dataclass(frozen=True)
class Markdown(Display):
    """Markdown as it stands; whatever strangers wrote in it has been escaped."""

    text: str

    def markdown(self) -> str:
        """Give the text."""
        return self.text


@dataclass(frozen=True)
class Blocks(Display):
    """Several objects, one under the other."""

    items: tuple[Display, ...]

    def markdown(self) -> str:
        """Give the items' Markdown, a blank line between them."""
        return "\n\n".join(item.markdown() for item in self.items)

    def html(self) -> str:
        """Give the items' HTML."""
        return "\n".join(item.html() for item in self.items)


def blocks(*items: Display | None) -> Blocks:
    """Put objects under each other; those that are ``None`` have nothing to show."""
    return Blocks(tuple(item for item in items if item is not None))


def box(kind: str, *items: Display) -> Markdown:
    """Put objects into a box that the theme knows by its class (``catatan``, ``notes``, …)."""
    inner = "\n\n".join(item.markdown() for item in items)
    fence = ":" * (3 + inner.count("\n:::") + inner.startswith(":::"))
    return Markdown(f"{fence} {{.{kind}}}\n\n{inner}\n\n{fence}")
