"""Charts of employee advocacy, the last snapshots side by side."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar import indonesian
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING, join
from laporan.sections._potret import SOURCE, largest, snapshot_name, snapshots
from laporan.sections._words import caption, listed
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, sentence
from laporan.show.bars import ranked_bars

SHOWN = 2  # snapshots side by side; of more, the last ones


def chart_akun_advokasi(lap: Report) -> Display:
    """Draw the accounts a medium."""
    return _chart(lap, "advokasi.akun", name="akun-advokasi", what="Akun pegawai menurut media")


def chart_konten_advokasi(lap: Report) -> Display:
    """Draw the activations a kind of content."""
    return _chart(
        lap, "advokasi.konten", name="konten-advokasi", what="Aktivasi menurut jenis konten"
    )


def _chart(lap: Report, indikator: str, *, name: str, what: str) -> Display:
    panels = {
        number: values
        for number in snapshots(lap)[-SHOWN:]
        if not (values := lap.ukuran.kategori(indikator, f"potret:{number}")).empty
    }
    if not panels:
        return NOTHING
    last = list(panels)[-1]
    order = panels[last].index
    labels = {number: _labels(lap, indikator, number) for number in panels}
    top = max(float(values.max()) for values in panels.values()) or 1.0

    names = {number: snapshot_name(lap, number) for number in panels}

    def draw(pane: Pane) -> Figure:
        size = 0.9 + 0.34 * len(order)
        figure, axes = pane.canvas(size, columns=len(panels), sharex=True, squeeze=False)
        for place, (number, values) in zip(axes.flat, panels.items(), strict=True):
            at = values.reindex(order).fillna(0)
            ranked_bars(pane, place, at, highlight=[str(order[0])], labels=labels[number], top=top)
            place.set_title(names[number], loc="left", fontsize=11, fontweight="semibold", pad=8)
        for place in list(figure.axes)[1:]:
            place.set_yticklabels([])
        return figure

    headline = largest(lap, indikator, last, str(order[0]))
    body = sentence("{what}, {span}.", what=what, span=_span(lap, list(panels)))
    alt = join(
        sentence("Diagram batang {what}.", what=what.lower()),
        *(_said(lap, indikator, number, values) for number, values in panels.items()),
    )
    data, keys = pd.DataFrame({what: order}), {}
    for number, values in panels.items():
        data[names[number]] = values.reindex(order).fillna(0).to_numpy()
        keys[names[number]] = keys_of(lap.bulan, indikator, f"potret:{number}", order)
    return Chart(draw, name, caption(headline, body, SOURCE), alt, lap.bulan, data, keys)


def _labels(lap: Report, indikator: str, number: str) -> dict[str, str]:
    """Write each mark: the count, and its share where there is one."""
    dimensi = f"potret:{number}"
    return {
        str(name): indonesian.angka(value)
        + (
            f" ({share.text()})"
            if (share := lap.ukuran.find(f"{indikator}_bagian", dimensi, str(name))) is not None
            else ""
        )
        for name, value in lap.ukuran.kategori(indikator, dimensi).items()
    }


def _said(lap: Report, indikator: str, number: str, values: pd.Series[float]) -> Markdown:
    """Say the marks of a snapshot."""
    dimensi = f"potret:{number}"
    marks = listed(
        sentence(
            "{name} {count}{part}",
            name=str(name),
            count=lap.known(indikator, dimensi, str(name)),
            part=sentence(" ({share})", share=share) if share is not None else NOTHING,
        )
        for name in values.index
        for share in [lap.ukuran.find(f"{indikator}_bagian", dimensi, str(name))]
    )
    return sentence("{name}: {marks}.", name=snapshot_name(lap, number), marks=marks)


def _span(lap: Report, numbers: list[str]) -> str:
    return indonesian.daftar(snapshot_name(lap, number, inside=True) for number in numbers)
