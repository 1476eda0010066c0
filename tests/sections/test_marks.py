"""Every chart of the report draws what its data says: lengths, order, labels."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from marks import check_marks, draw, marks_of
from proyek import ROOT

from laporan import sections as s
from laporan.sections.report import Report, buka
from laporan.show import PAGE, PHONE, Chart

CELLS = json.loads((ROOT / "notebooks" / "laporan.ipynb").read_text("utf-8"))["cells"]
CALLS = [
    source
    for cell in CELLS
    if re.fullmatch(r"s\.chart_\w+\(lap.*\)", source := "".join(cell["source"]))
]


@pytest.fixture(scope="module")
def opened(juli: Path) -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(juli.parents[1] / "data"))
        patch.setenv("LAPORAN_OUT", str(juli.parent))
        return buka("2023-07")


def test_every_chart_of_the_package_is_in_the_report():
    named = {name for name in dir(s) if name.startswith("chart_")}
    assert {re.match(r"s\.(\w+)", call)[1] for call in CALLS} == named


@pytest.mark.parametrize("call", CALLS)
def test_a_chart_draws_its_data(opened: Report, call: str) -> None:
    chart = eval(call, {"s": s, "lap": opened})
    charts = [chart] if isinstance(chart, Chart) else list(getattr(chart, "items", ()))
    assert charts
    for each in charts:
        check_marks(each, PAGE)
        check_marks(each, PHONE)


def test_the_helper_sees_a_bar_of_half_the_length(opened: Report) -> None:
    chart = s.chart_kanal(opened)
    figure = draw(chart, PAGE)
    patch = figure.axes[0].containers[0].patches[0]
    patch.set_width(patch.get_width() / 2)
    assert marks_of(figure)[0] != [float(value) for value in chart.data["tiket"]]
    halved = replace(chart, draw=lambda _: figure)
    with pytest.raises(AssertionError, match="not in its data"):
        check_marks(halved, PAGE)
