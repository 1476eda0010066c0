"""The head of the report: title, month, language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import daftar
from laporan.sections.report import Report
from laporan.show import Markdown, box, enumerate_parts, sentence

TITLE = "Laporan Layanan Informasi DJPK"


@dataclass(frozen=True)
class Head(Markdown):
    """The metadata block, which JupyterLab shows as the title that it becomes."""

    subtitle: str

    def html(self) -> str:
        """Give title and month."""
        return f'<h1>{escape(TITLE)}</h1><p class="subjudul">{escape(self.subtitle)}</p>'


def judul(lap: Report) -> Markdown:
    """Give the metadata block that the renderers read title and language from."""
    lines = [
        f"title: {TITLE}",
        f"subtitle: {lap.bulan.label}",
        "lang: id-ID",
    ]
    # At the foot there is room for what weighs most.
    if made_up := _months(lap) if lap.contoh else daftar(lap.contoh_daftar):
        lines.append(f"catatan-kaki: Data contoh ({made_up}), bukan data sebenarnya")
    return Head("\n".join(["---", *lines, "---"]), lap.bulan.label)


def sentence_contoh(lap: Report) -> Markdown:
    """Warn that figures or lists are made up, where they are; nothing for a real month."""
    told = [*_figures_made_up(lap), *_lists_made_up(lap)]
    if not told:
        return Markdown("")
    return box("catatan", Markdown(f"**Data contoh.** {' '.join(each.text for each in told)}"))


def _figures_made_up(lap: Report) -> Iterator[Markdown]:
    if lap.contoh:
        yield sentence(
            "Angka laporan ini bertumpu pada data buatan ({bulan}), bukan pada data layanan yang "
            "sebenarnya.",
            bulan=_months(lap),
        )


def _lists_made_up(lap: Report) -> Iterator[Markdown]:
    if lap.contoh_daftar:
        yield sentence(
            "Baris buatan ada di {daftar}.",
            daftar=enumerate_parts(sentence("{nama}", nama=name) for name in lap.contoh_daftar),
        )


def _months(lap: Report) -> str:
    """Write the synthetic months, those that follow each other as a span."""
    spans: list[list[Bulan]] = []
    for bulan in lap.contoh:
        if spans and spans[-1][-1] == bulan.previous:
            spans[-1].append(bulan)
        else:
            spans.append([bulan])
    return daftar(_span(months[0], months[-1]) for months in spans)


def _span(first: Bulan, last: Bulan) -> str:
    if first == last:
        return first.label
    start = first.nama if first.tahun == last.tahun else first.label
    return f"{start} s.d. {last.label}"
