"""Tickets after broadcasts, beside what such days usually bring; it says what came after."""

from __future__ import annotations

import pandas as pd

from laporan.measure import Tiada
from laporan.measure.keputusan.siaran import DAN, DIAMATI, DIHARAPKAN, DIMENSI, RASIO
from laporan.sections._phrases import NOTHING
from laporan.sections._sure import Known, find
from laporan.sections._table import MISSING, make_table
from laporan.sections._words import DESKPRO, caption
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, sentence, setting

# The figures of a row, each with its decimals.
FORMS = {"diamati": "0", "biasa": "1", "rasio": "2", "bawah": "2", "atas": "2"}
# Of broadcasts that stand together so many are named.
DISEBUT = 2


def sentence_siaran(lap: Report) -> Markdown:
    """Say what is held against what, where there were broadcasts to look at."""
    if not _broadcasts(lap):
        return NOTHING
    return sentence(
        "Tiket pada {hari} hari layanan sesudah siaran dibandingkan dengan hari-hari yang sama "
        "pada minggu-minggu sebelumnya yang jauh dari siaran lain. Sesudah siaran tidak berarti "
        "akibat siaran.",
        hari=setting(str(lap.settings["siaran"]["hari_sesudah"]), "siaran.hari_sesudah"),
    )


def table_siaran(lap: Report) -> Display:
    """List broadcasts with the tickets after them; those that overlap stand together."""
    names = _broadcasts(lap)
    if not names:
        return NOTHING
    rows = [_row(lap, name) for name in names]
    return make_table(
        pd.DataFrame([_shown(name, row) for name, row in zip(names, rows, strict=True)]),
        name="siaran",
        rowname="siaran",
        labels={
            "siaran": "Siaran", "diamati": "Sesudah", "biasa": "Biasanya",
            "rasio": "Rasio", "bawah": "Bawah", "atas": "Atas", "keadaan": "Keadaan",
        },
        written=[*FORMS],
        figures={
            **{column: [_figure(row[column]) for row in rows] for column in FORMS},
            "keadaan": [row["rasio"] if isinstance(row["rasio"], Tiada) else None for row in rows],
        },
        caption=caption(
            Markdown("Tiket sesudah siaran dibanding biasanya."),
            sentence("Rasionya, dengan batas bawah dan atas selangnya, {bulan}.", bulan=lap.bulan),
            f"{DESKPRO} dan catatan siaran Qontak",
        ),
    )  # fmt: skip


def _broadcasts(lap: Report) -> list[str]:
    """Name the broadcasts, those without figures last."""
    known = [str(name) for name in lap.ukuran.kategori(RASIO.kunci, DIMENSI).index]
    missing = [
        each.kategori
        for each in lap.ukuran.tiada
        if each.key[:3] == (str(lap.bulan), RASIO.kunci, DIMENSI)
    ]
    return [*sorted(known), *missing]


def _shortly(name: str) -> str:
    """Name the first of those that stand together; all are in ``ukuran.csv``."""
    first, more = name.split(DAN)[:DISEBUT], name.count(DAN) >= DISEBUT
    return DAN.join(first) + (f"{DAN}dan siaran lain" if more else "")


def _row(lap: Report, name: str) -> dict[str, Known]:
    ratio = find(lap, RASIO.kunci, DIMENSI, name)
    ends = ratio.tepi if isinstance(ratio, Angka) else {}
    return {
        "diamati": lap.angka(DIAMATI.kunci, DIMENSI, name),
        "biasa": lap.angka(DIHARAPKAN.kunci, DIMENSI, name),
        "rasio": ratio,
        "bawah": ends.get("bawah"),
        "atas": ends.get("atas"),
    }


def _shown(name: str, row: dict[str, Known]) -> dict[str, str]:
    figures = {column: _cell(row[column], spec) for column, spec in FORMS.items()}
    return {"siaran": _shortly(name), **figures, "keadaan": _state(row["rasio"])}


def _figure(known: Known) -> Angka | None:
    return known if isinstance(known, Angka) else None


def _cell(known: Known, spec: str) -> str:
    return known.text(spec) if isinstance(known, Angka) else MISSING


def _state(ratio: Known) -> str:
    """Say whether the ratio's interval leaves out as many tickets as usual; else why not."""
    if not isinstance(ratio, Angka):
        return MISSING if ratio is None else ratio.text()
    low, high = ratio.tepi["bawah"].nilai, ratio.tepi["atas"].nilai
    return "tidak berbeda nyata" if low <= 1 <= high else "berbeda nyata"
