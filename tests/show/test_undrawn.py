"""Who reads a report's words alone gets the same words, and pictures of the same size."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.show import Chart, Display, Markdown, canvas, styled, undrawn
from laporan.show.bars import ranked_bars


@styled
def chart() -> Display:
    values = pd.Series({"WhatsApp": 3.0, "Telepon": 2.0, "Email": 1.0})
    figure, axes = canvas(2.5)
    ranked_bars(axes, values)
    data = values.rename_axis("kanal").reset_index(name="tiket")
    return Chart(figure, "kanal", Markdown("Judul."), "Batang: 3, 2, 1.", Bulan(2023, 7), data)


def sizes(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.rglob("*.svg")):
        text = path.read_text("utf-8")
        width, height = (re.search(rf'{name}="([\d.]+)pt"', text) for name in ("width", "height"))
        assert width is not None
        assert height is not None
        found[path.name] = f"{float(width[1]):.1f} x {float(height[1]):.1f}"
    return found


def test_the_words_and_the_sizes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAPORAN_DATA", str(tmp_path))
    drawn, drawn_sizes = chart().markdown(), sizes(tmp_path)
    with undrawn():
        empty = chart().markdown()
    assert empty == drawn
    assert sizes(tmp_path) == drawn_sizes
    assert set(drawn_sizes) == {"kanal.svg", "kanal-sempit.svg"}
    # Nothing was drawn: that is what it is for.
    assert all(path.stat().st_size < 200 for path in tmp_path.rglob("*.svg"))
