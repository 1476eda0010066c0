import pandas as pd
import pytest

from laporan.clean.hours import label_service_hours
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings


def label(*moments, **changes):
    hours = load_settings()["jam_layanan"] | changes
    times = pd.Series(pd.to_datetime(moments).tz_localize("Asia/Jakarta"))
    return label_service_hours(times, hours).tolist()


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2023-07-03 08:00:00", "Dalam"),
        ("2023-07-03 07:59:59", "Luar"),
        ("2023-07-03 15:59:59", "Dalam"),
        ("2023-07-03 16:00:00", "Luar"),
        ("2023-07-07 10:00", "Dalam"),
        ("2023-07-08 10:00", "Luar"),
        ("2023-07-09 10:00", "Luar"),
        ("2023-07-19 10:00", "Luar"),  # Tahun Baru Islam
        ("2023-06-30 10:00", "Luar"),  # cuti bersama
        ("2024-02-09 10:00", "Luar"),  # cuti bersama Imlek
    ],
)
def test_service_hours(moment, expected):
    assert label(moment) == [expected]


def test_the_settings_add_and_remove_holidays():
    moments = ("2023-07-03 10:00", "2023-06-30 10:00")
    changes = {"libur_tambahan": ["2023-07-03"], "bukan_libur": ["2023-06-30"]}
    assert label(*moments) == ["Dalam", "Luar"]
    assert label(*moments, **changes) == ["Luar", "Dalam"]


def test_other_days_and_hours():
    moments = ("2023-07-08 08:45", "2023-07-03 10:00")
    assert label(*moments, hari=["Sabtu"], mulai="08.30", selesai="09.00") == ["Dalam", "Luar"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"hari": ["Monday"]}, "Pengaturan jam_layanan.hari: 'Monday' bukan nama hari."),
        ({"mulai": "25.00"}, "Pengaturan jam_layanan: '25.00' bukan jam."),
        ({"mulai": "16.00", "selesai": "08.00"}, "mulai '16.00' tidak sebelum selesai '08.00'"),
        ({"libur_tambahan": ["3 Juli"]}, "jam_layanan.libur_tambahan: '3 Juli' bukan tanggal."),
    ],
)
def test_a_setting_that_cannot_be_is_refused(change, message):
    with pytest.raises(LaporanError) as caught:
        label("2023-07-03 10:00", **change)
    assert message in str(caught.value)


def test_no_moments_no_labels():
    assert label() == []
