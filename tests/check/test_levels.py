import pytest

from laporan.check.levels import check_levels, check_untold
from laporan.dasar.settings import load_settings

SETTINGS = load_settings()


def untold(ukuran, kanal=0, topik=0, kategori=0, total=1707):
    return ukuran(
        (("tiket.jumlah", "", ""), total),
        (("tiket.jumlah", "kanal", "Tidak tercatat"), kanal),
        (("tiket.topik", "topik", "Tidak tercatat"), topik),
        (("tiket.jumlah", "kategori", "Tidak tercatat"), kategori),
    )


def test_few_tickets_without_a_topic_are_usual(ukuran, teks):
    assert teks(check_untold(untold(ukuran, 170, 170, 170), SETTINGS)) == []


def test_many_tickets_without_a_topic_are_told(ukuran, teks):
    assert teks(check_untold(untold(ukuran, topik=171, kategori=1707), SETTINGS)) == [
        "peringatan [isian tercatat] Isian 'Topik' kosong pada 171 dari 1.707 tiket (10,02%), "
        "lebih dari 10% yang wajar (pengaturan pemeriksaan.tidak_tercatat_persen). Lengkapi di "
        "Deskpro, lalu ekspor ulang.",
        "peringatan [isian tercatat] Isian 'Kategori Pengguna' kosong pada 1.707 dari 1.707 tiket "
        "(100,00%), lebih dari 10% yang wajar (pengaturan pemeriksaan.tidak_tercatat_persen). "
        "Lengkapi di Deskpro, lalu ekspor ulang.",
    ]


def test_the_limit_is_a_setting_and_no_tickets_have_no_share(ukuran, teks):
    settings = {**SETTINGS, "pemeriksaan": {**SETTINGS["pemeriksaan"], "tidak_tercatat_persen": 50}}
    assert teks(check_untold(untold(ukuran, topik=800), settings)) == []
    assert teks(check_untold(untold(ukuran, total=0), SETTINGS)) == []
    assert teks(check_untold(ukuran(), SETTINGS)) == []


def months(indikator, *values, dimensi="", kategori=""):
    """Give values of the months up to July, the last of them July's."""
    first = 8 - len(values)
    return [
        ((f"2023-{month:02d}", indikator, dimensi, kategori), value)
        for month, value in enumerate(values, first)
    ]


def test_a_count_far_above_or_below_the_months_before_is_told(ukuran, teks):
    found = check_levels(
        ukuran(
            *months("tiket.jumlah", 1300, 1500, 1700, 3001),
            *months("lapor.jumlah", 700, 800, 900, 399),
        ),
        SETTINGS,
    )
    assert teks(found) == [
        "peringatan [jumlah seperti biasa] Tiket konsultasi 3.001, lebih dari 2 kali biasanya, "
        "1.500 (median 3 bulan sebelumnya). Pastikan ekspornya lengkap dan tidak ganda.",
        "peringatan [jumlah seperti biasa] Email Lapor 399, kurang dari 1/2 biasanya, 800 (median "
        "3 bulan sebelumnya). Pastikan ekspornya lengkap dan tidak ganda.",
    ]
    assert [each.sumber for each in found.temuan] == ["tiket", "email_lapor"]


@pytest.mark.parametrize("now", [750, 1500, 3000])
def test_up_to_the_factor_a_count_is_usual(ukuran, teks, now):
    assert (
        teks(check_levels(ukuran(*months("tiket.jumlah", 1300, 1500, 1700, now)), SETTINGS)) == []
    )


def test_channels_are_followed_one_by_one(ukuran, teks):
    rows = months("tiket.jumlah", 100, 100, 100, 30, dimensi="kanal", kategori="Telepon")
    [text] = teks(check_levels(ukuran(*rows), SETTINGS))
    assert "Tiket melalui Telepon 30, kurang dari 1/2 biasanya, 100" in text


def test_two_months_small_counts_and_old_months_tell_nothing(ukuran, teks):
    assert teks(check_levels(ukuran(*months("tiket.jumlah", 100, 100, 900)), SETTINGS)) == []
    assert teks(check_levels(ukuran(*months("ppid.jumlah", 9, 8, 9, 29)), SETTINGS)) == []
    # The median is of the six months before: the five of 2022 are too old.
    old = [((f"2022-{month:02d}", "lapor.jumlah", "", ""), 5000) for month in range(8, 13)]
    usual = months("lapor.jumlah", 700, 700, 700, 700, 700, 700, 700)
    assert teks(check_levels(ukuran(*old, *usual), SETTINGS)) == []


def test_a_count_of_nothing_where_there_used_to_be_many_is_told(ukuran, teks):
    [text] = teks(check_levels(ukuran(*months("lapor.jumlah", 700, 700, 700, 0)), SETTINGS))
    assert "Email Lapor 0, kurang dari 1/2 biasanya, 700" in text


def test_visitors_are_not_compared_across_a_break(ukuran, teks):
    rows = months("situs.pengunjung", 90_000, 90_000, 90_000, 30_000)
    assert len(teks(check_levels(ukuran(*rows), SETTINGS))) == 1
    products = [
        (("2023-06", "situs.pengunjung", "produk", "Universal Analytics"), 90_000),
        (("2023-07", "situs.pengunjung", "produk", "GA4"), 30_000),
    ]
    assert teks(check_levels(ukuran(*rows, *products), SETTINGS)) == []
