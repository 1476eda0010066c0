"""The quality of a month's data: as a page, ``mutu.html``, and as text for the command line."""

from laporan.check.quality.mutu_page import quality_html
from laporan.check.quality.told import (
    WHOLE_MONTH,
    blocking_text,
    describe_findings,
    found_text,
    held_text,
    more_text,
    place_of,
    require_fit,
    shorten,
)
