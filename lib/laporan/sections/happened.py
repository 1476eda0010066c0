"""What happened: numbered once for the whole report, and marked on the charts of months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from laporan.dasar.bulan import Bulan
from laporan.measure.keputusan.peristiwa import Peristiwa
from laporan.sections._phrases import NOTHING
from laporan.sections.report import Report
from laporan.show import Markdown, row_origin, sentence


def sentence_peristiwa(lap: Report) -> Markdown:
    """List what the numbers on the charts of months stand for; nothing where nothing happened."""
    if not lap.peristiwa:
        return NOTHING
    head = sentence("Nomor pada grafik bulanan menandai peristiwa:")
    items = "\n".join(f"#. {_told(lap, event).text}" for event in lap.peristiwa)
    return Markdown(f"{head.text}\n\n{items}")


def marks_of(lap: Report, indikator: str) -> Mapping[str, str]:
    """Give the numbers of what bears on a figure, by month: ``{"2023-07": "1, 3"}``."""
    found: dict[str, list[str]] = {}
    for number, event in _numbered(lap):
        if event.indikator in ("", indikator):
            found.setdefault(str(Bulan.of(event.tanggal)), []).append(str(number))
    return {month: ", ".join(numbers) for month, numbers in found.items()}


def _numbered(lap: Report) -> Iterator[tuple[int, Peristiwa]]:
    return enumerate(lap.peristiwa, start=1)


def _told(lap: Report, event: Peristiwa) -> Markdown:
    text = sentence("{apa}", apa=event.peristiwa.rstrip("."))
    origin = row_origin(lap.bulan, event.berkas, event.baris)
    anew = "; deretnya dimulai lagi sejak itu" if event.putus else ""
    return sentence(
        "{tanggal}: {apa}{putus}.",
        tanggal=event.tanggal,
        apa=Markdown(f'[{text.text}]{{data-asal="{origin}"}}'),
        putus=anew,
    )
