"""Regional governments that asked most."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.measure import teratas
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING
from laporan.sections._table import figures_of, make_table
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, puncak, sentence
from laporan.show.tilemap import tile_map, tiles

TOPICS = 8  # that are listed of one pemda
MOST_SAID = 12  # provinces that the map's text tells


def sentence_pemda(lap: Report) -> Markdown:
    """Say how many there were, and which asked most."""
    jumlah, shown = lap.angka("tiket.jumlah_pemda"), _top(lap)
    if jumlah is None:
        return not_supplied(lap, "pemda pengguna layanan")
    if shown.empty:
        return sentence("Tidak ada pemda yang dapat dikenali pada {bulan}.", bulan=lap.bulan)
    first = lap.known("tiket.pemda", "pemda", str(shown.index[0]))
    return sentence(
        "Tiket datang dari **{jumlah} pemda** yang dapat dikenali. {most} dari {nama}: "
        "{tiket} tiket.",
        jumlah=jumlah, most=puncak("Terbanyak", first), nama=first.kategori, tiket=first,
    )  # fmt: skip


def table_pemda(lap: Report, *, banyak: int | None = None) -> Display:
    """List those with most tickets, and their topics; ``banyak`` of them, else the setting's."""
    shown = _top(lap, banyak)
    if shown.empty:
        return NOTHING
    rows = [(name, count, _topics(lap, str(name))) for name, count in shown.items()]
    return make_table(
        pd.DataFrame(rows, columns=["pemda", "tiket", "topik"]),
        name="pemda",
        rowname="pemda",
        labels={"pemda": "Pemda", "tiket": "Tiket", "topik": "Topik"},
        integers=["tiket"],
        figures={"tiket": figures_of(lap, "tiket.pemda", "pemda", shown.index)},
        caption=caption(
            _headline(lap, shown),
            sentence(
                "Pemda dan topik tiketnya, masing-masing menurut jumlah tiket, {bulan}.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
    )


def chart_provinsi(lap: Report) -> Display:
    """Map tickets by province, a tile each."""
    provinsi = lap.ukuran.kategori("tiket.jumlah", "provinsi")
    if provinsi.empty:
        return sentence("Tidak ada asal provinsi yang dapat dikenali pada {bulan}.",
                        bulan=lap.bulan)  # fmt: skip
    first = lap.known("tiket.jumlah", "provinsi", str(provinsi.index[0]))
    drawn = provinsi.reindex(tiles().index).fillna(0).sort_values(ascending=False, kind="stable")

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.9)
        tile_map(pane, axes, provinsi)
        return figure

    marks = listed(
        sentence(
            "{name} {count}", name=str(name), count=lap.known("tiket.jumlah", "provinsi", str(name))
        )
        for name in provinsi.index[:MOST_SAID]
    )
    return Chart(
        draw,
        "provinsi",
        caption(
            sentence("{nama} {most} bertanya: {tiket} tiket.", nama=first.kategori,
                     most=puncak("paling banyak", first),
                     tiket=first),
            sentence(
                "Tiket menurut provinsi asal, termasuk kabupaten dan kotanya, {bulan}; tiap petak "
                "sebuah provinsi.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
        sentence(
            "Peta petak tiket menurut provinsi, {bulan}. {most}: {marks}.",
            bulan=lap.bulan, most=puncak("Terbanyak", first), marks=marks,
        ),
        lap.bulan,
        pd.DataFrame({"provinsi": drawn.index, "tiket": drawn.to_numpy()}),
        {"tiket": keys_of(lap.bulan, "tiket.jumlah", "provinsi", drawn.index)},
        wide=True,
    )  # fmt: skip


def _top(lap: Report, banyak: int | None = None) -> pd.Series[float]:
    return teratas(
        lap.ukuran.kategori("tiket.pemda", "pemda"),
        banyak or lap.settings["tiket"]["pemda_tercetak"],
    )


def _topics(lap: Report, pemda: str) -> str:
    topik = lap.ukuran.kategori("tiket.topik", f"pemda:{pemda}")
    names = [str(name) for name in topik.index[topik > 0]]
    more = ", dan topik lain" if len(names) > TOPICS else ""
    return ", ".join(names[:TOPICS]) + more


def _headline(lap: Report, shown: pd.Series[float]) -> Markdown:
    first = lap.known("tiket.pemda", "pemda", str(shown.index[0]))
    last = lap.known("tiket.pemda", "pemda", str(shown.index[-1]))
    if first.nilai == last.nilai:
        return sentence("{nama}: {tiket} tiket.", nama=first.kategori, tiket=first)
    return sentence(
        "{nama} {most} dengan {tiket} tiket.",
        nama=first.kategori, most=puncak("teratas", first), tiket=first,
    )  # fmt: skip
