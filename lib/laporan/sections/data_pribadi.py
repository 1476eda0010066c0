"""What becomes of personal data."""

from __future__ import annotations

from laporan.sections.report import Report
from laporan.show import Markdown, sentence, setting


def sentence_data_pribadi(lap: Report) -> Markdown:
    """Name the law, and say what is not shown."""
    rules = lap.settings["data_pribadi"]
    return sentence(
        "Laporan ini mengikuti {law}: nama, alamat, nomor, dan tulisan pengguna layanan tidak "
        "dimuat. Kelompok yang kurang dari {least} orang digabung ke dalam “Lainnya”. "
        "Pemerintah daerah adalah lembaga, dan disebut namanya.",
        law=rules["undang_undang"],
        least=setting(str(rules["kelompok_terkecil"]), "data_pribadi.kelompok_terkecil"),
    )
