"""The quality report, ``mutu.html``: what was read, taken, rejected, and why."""

from laporan.quality.page import quality_html

__all__ = ["quality_html"]
