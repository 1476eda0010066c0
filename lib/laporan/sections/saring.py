"""The filter of the page: tickets by channel, topic, province and hour, two at once at most."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from laporan.measure import Angka
from laporan.measure.angka import TIDAK_TERCATAT, figures_of
from laporan.sections._phrases import NOTHING
from laporan.sections.report import Report
from laporan.show import Markdown, box, sentence, setting
from laporan.show.download import download

SARINGAN = ("kanal", "topik", "provinsi", "jam")
# What is counted within another grouping, by the figure that does it.
WITHIN = {"tiket.topik": "topik", "tiket.provinsi": "provinsi", "tiket.jam": "jam"}
# All cells of this pair stand in the report's charts; of the others the small ones don't.
WHOLE = "kanal topik"


def saring_tiket(lap: Report) -> Markdown:
    """Give what the page's filter shows, as a table to take along where nothing runs."""
    total = lap.angka("tiket.jumlah")
    if total is None:
        return NOTHING
    rows = list(_rows(lap, total))
    data = pd.DataFrame(
        [{**dict.fromkeys(SARINGAN), **where, "tiket": n.nilai} for where, n in rows]
    )
    link = download(data, f"tiket-{lap.bulan}.csv", {"tiket": [n.token for _, n in rows]})
    least = setting(
        str(lap.settings["data_pribadi"]["kelompok_terkecil"]), "data_pribadi.kelompok_terkecil"
    )
    told = sentence(
        "**Saring tiket {bulan}.** Jumlah tiket menurut kanal, topik, provinsi, dan jam masuk, "
        "sendiri-sendiri dan berpasangan. Pasangan dengan kurang dari {least} tiket tidak "
        "ditampilkan, begitu pula yang darinya itu dapat dihitung; pasangan kanal dan topik "
        "lengkap, seperti dalam laporan.",
        bulan=lap.bulan, least=least,
    )  # fmt: skip
    inner = box(f'saring lengkap="{WHOLE}"', told, Markdown(link))
    return box('content-visible when-format="html" unless-format="revealjs"', inner)


def _rows(lap: Report, total: Angka) -> Iterator[tuple[dict[str, str], Angka]]:
    """Give each figure with the groups that it is of: of none, of one, of two."""
    yield {}, total
    unknown = lap.angka("tiket.jumlah", "zona_dikenal", "Tidak")
    if unknown is not None:
        yield {"provinsi": TIDAK_TERCATAT}, unknown
    month = lap.ukuran.tabel[lap.ukuran.tabel["bulan"].eq(str(lap.bulan))]
    for figure in figures_of(month):
        outer, _, group = figure.dimensi.partition(":")
        if figure.indikator in ("tiket.jumlah", "tiket.topik") and figure.dimensi in SARINGAN:
            yield {figure.dimensi: _named(figure.dimensi, figure.kategori)}, figure
        elif group and outer in SARINGAN and figure.indikator in WITHIN:
            inner = WITHIN[figure.indikator]
            yield {outer: group, inner: _named(inner, figure.kategori)}, figure


def _named(group: str, name: str) -> str:
    return f"pukul {name}.00" if group == "jam" else name
