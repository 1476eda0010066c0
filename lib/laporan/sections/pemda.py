"""Regional governments that asked most."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar import indonesian
from laporan.measure import teratas
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING
from laporan.sections._table import figures_of, make_table
from laporan.sections._words import DESKPRO, caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, puncak, sentence
from laporan.show.tilemap import tile_map, tiles

TOPICS = 8  # that are listed of one pemda
PEMDA = "cakupan.pemda"
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
    """Map tickets by province, a tile each, darker where more of its governments asked.

    Tickets alone would map how many governments a province has.
    """
    provinsi = lap.ukuran.kategori("tiket.jumlah", "provinsi")
    if provinsi.empty:
        return sentence("Tidak ada asal provinsi yang dapat dikenali pada {bulan}.",
                        bulan=lap.bulan)  # fmt: skip
    drawn = provinsi.reindex(tiles().index).fillna(0).sort_values(ascending=False, kind="stable")
    reached = [lap.known(PEMDA, "provinsi", str(name)) for name in drawn.index]
    wholes = [figure.tepi["n"] for figure in reached]
    data = pd.DataFrame({
        "provinsi": drawn.index,
        "tiket": drawn.to_numpy(),
        "pemda yang bertanya": [figure.nilai for figure in reached],
        "pemda": [whole.nilai for whole in wholes],
    })  # fmt: skip
    shades = (data["pemda yang bertanya"] / data["pemda"]).set_axis(drawn.index)
    lines = {
        str(name): (indonesian.angka(count), f"{part.text()}/{whole.text()}")
        for (name, count), part, whole in zip(drawn.items(), reached, wholes, strict=True)
    }

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(2.5)
        tile_map(pane, axes, shades, lines)
        return figure

    marks = listed(
        sentence(
            "{name} {count} tiket dari {part} di antara {whole} pemda",
            name=str(name), count=lap.known("tiket.jumlah", "provinsi", str(name)),
            part=lap.known(PEMDA, "provinsi", str(name)),
            whole=lap.known(PEMDA, "provinsi", str(name)).tepi["n"],
        )
        for name in provinsi.index[:MOST_SAID]
    )  # fmt: skip
    return Chart(
        draw,
        "provinsi",
        caption(
            _extremes(lap, drawn),
            sentence(
                "Petak: tiket menurut provinsi asal, dan berapa dari pemdanya (provinsi, "
                "kabupaten, kota) yang bertanya, {bulan}; warnanya menurut bagian itu.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
        sentence("Peta petak tiket menurut provinsi, {bulan}: {marks}.",
                 bulan=lap.bulan, marks=marks),
        lap.bulan,
        data,
        {
            "tiket": keys_of(lap.bulan, "tiket.jumlah", "provinsi", drawn.index),
            "pemda yang bertanya": [figure.token for figure in reached],
            "pemda": [whole.token for whole in wholes],
        },
        wide=True,
    )  # fmt: skip


def _extremes(lap: Report, drawn: pd.Series[float]) -> Markdown:
    """Name the province with most tickets and the one with fewest, if it is one alone."""
    first = lap.known("tiket.jumlah", "provinsi", str(drawn.index[0]))
    most = sentence(
        "{nama} {most} bertanya: {tiket} tiket dari {pemda} pemda",
        nama=first.kategori, most=puncak("paling banyak", first), tiket=first,
        pemda=lap.known(PEMDA, "provinsi", str(first.kategori)),
    )  # fmt: skip
    few, last = drawn[drawn == drawn.min()], lap.angka("tiket.jumlah", "provinsi", drawn.index[-1])
    if len(few) > 1 or last is None or last == first:
        return Markdown(f"{most.text}.")
    least = sentence(
        "; {least} {nama}: {tiket} tiket dari {pemda} pemda",
        least=puncak("paling sedikit", last), nama=last.kategori, tiket=last,
        pemda=lap.known(PEMDA, "provinsi", str(last.kategori)),
    )  # fmt: skip
    return Markdown(f"{most.text}{least.text}.")


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
