"""What a file says above its tables."""

import re
from collections.abc import Iterable, Sequence

from laporan.dasar.inert import shorten, visible

# A title or a filter of Power BI is not longer; what is, is no title.
LONGEST_LINE = 300


def describe(above: Iterable[Sequence[str]]) -> dict[str, str]:
    """Sort the lines above a table.

    Returns
    -------
    dict[str, str]
        ``label: value`` lines by their label; ``judul``, the last of the other lines; and
        ``pembuka``, all lines as they are.
    """
    notes: dict[str, str] = {}
    lines = []
    for cells in above:
        line = " ".join(cell.strip() for cell in cells if cell.strip()).lstrip("#").strip()
        if not line.strip("-*= ") or re.match(r'"?sep=', line):
            continue
        line = shorten(visible(line), LONGEST_LINE)
        lines.append(line)
        label, _, value = (part.strip() for part in line.partition(":"))
        notes |= {label: value} if value else {"judul": line}
    return {**notes, "pembuka": "\n".join(lines)} if lines else notes
