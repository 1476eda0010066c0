"""What the rules propose to decide; what is decided, people write."""

from __future__ import annotations

from collections.abc import Iterator

from laporan.check.tindak_lanjut import Keadaan, state_of
from laporan.measure import INDIKATOR
from laporan.sections._phrases import NOTHING
from laporan.sections.muka.judged import read_signals
from laporan.sections.report import Report
from laporan.show import Gerak, Markdown, bullets, row_origin, sentence


def sentence_usul(lap: Report) -> Markdown:
    """Propose what to ask for; nothing where the rules see no cause."""
    found = [*_late(lap), *_unanswered(lap), *_breaks(lap)]
    if not found:
        return NOTHING
    head = sentence("Usul dari aturan, untuk ditimbang:")
    return Markdown(f"{head.text}\n\n{bullets(found).text}")


def _late(lap: Report) -> Iterator[Markdown]:
    """Propose to decide on actions that are past their deadline."""
    for action in lap.tindak_lanjut:
        if state_of(action, lap.ukuran) is Keadaan.TERLAMBAT:
            name = sentence("{tindakan}", tindakan=action.tindakan.rstrip("."))
            origin = row_origin(lap.bulan, action.berkas, action.baris)
            yield sentence(
                "Putuskan kelanjutan tindakan yang melewati tenggatnya: {tindakan} ({pemilik}).",
                tindakan=Markdown(f'[{name.text}]{{data-asal="{origin}"}}'),
                pemilik=action.pemilik,
            )


def _unanswered(lap: Report) -> Iterator[Markdown]:
    """Propose to look after requests that were not answered in time."""
    answered = lap.angka("ppid.tepat_waktu")
    if answered is not None and answered.nilai < answered.tepi["n"].nilai:
        yield sentence("Tetapkan siapa yang menyelesaikan permohonan PPID yang lewat tenggat.")


def _breaks(lap: Report) -> Iterator[Markdown]:
    """Propose a new base for a figure that has long been on one side of its line."""
    for found in read_signals(lap):
        if found.satu_sisi and found.percobaan is None:
            yield sentence(
                "{nama} {arah} dan bertahan di sisi yang sama dari rata-ratanya. Bila sebabnya "
                "diketahui dan akan bertahan, catatlah sebagai putus di daftar peristiwa.",
                nama=INDIKATOR[found.angka.indikator].nama, arah=Gerak.of(found.keadaan),
            )  # fmt: skip
