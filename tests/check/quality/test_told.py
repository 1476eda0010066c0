import pytest

from laporan.check.quality import describe_findings, more_text, place_of, require_fit, shorten
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.temuan import Temuan

JULI = Bulan(2023, 7)
FAKS = Temuan(
    "nilai dikenal", "“Faks” tidak dikenal.", sumber="tiket", berkas="tiket-1.csv",
    kolom="Kanal", baris=(3, 7), jumlah=2,
)  # fmt: skip
DAYS = Temuan("hari lengkap", "deret “x” tanpa nilai pada 9 Juli 2023.", sumber="meta_harian")
MONTH = Temuan("jumlah seperti biasa", "tiket 5, biasanya 100.")
BROKEN = Temuan("berkas terbaca", "tiket-1.csv rusak.", True, "tiket", "tiket-1.csv")


def test_findings_are_grouped_by_file_then_source_then_month():
    assert describe_findings([FAKS, DAYS, MONTH, BROKEN]) == (
        "tiket-1.csv\n"
        "  menghentikan [berkas terbaca] tiket-1.csv rusak.\n"
        "  peringatan [nilai dikenal] baris 3 dan 7, kolom 'Kanal': “Faks” tidak dikenal.\n"
        "\n"
        "Facebook dan Instagram harian (Meta)\n"
        "  peringatan [hari lengkap] Deret “x” tanpa nilai pada 9 Juli 2023.\n"
        "\n"
        "Bulan ini secara keseluruhan\n"
        "  peringatan [jumlah seperti biasa] Tiket 5, biasanya 100."
    )
    assert [place_of(finding) for finding in (FAKS, MONTH)] == [
        "tiket-1.csv",
        "Bulan ini secara keseluruhan",
    ]


def test_of_many_findings_of_one_kind_the_first_are_written_out():
    kept, more = shorten([FAKS] * 12 + [DAYS])
    assert len(kept) == 11
    assert more == {("tiket-1.csv", "nilai dikenal"): 2}
    assert describe_findings([FAKS] * 12).splitlines()[-1] == f"  {more_text('nilai dikenal', 2)}"
    assert more_text("nilai dikenal", 1200) == (
        "1.200 temuan “nilai dikenal” lainnya ada di mutu.html."
    )


def test_what_blocks_stops_the_report_with_all_of_it():
    require_fit([FAKS, DAYS], JULI)
    with pytest.raises(LaporanError) as caught:
        require_fit([FAKS, BROKEN, DAYS], JULI)
    assert str(caught.value) == (
        "Laporan Juli 2023 tidak disusun; 1 temuan menghentikannya.\n"
        "\n"
        "tiket-1.csv\n"
        "  menghentikan [berkas terbaca] tiket-1.csv rusak.\n"
        "\n"
        "Perbaiki, lalu ulangi. Semua temuan: laporan check 2023-07."
    )
