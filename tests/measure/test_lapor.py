import pandas as pd
import pytest


def email(*jenis):
    return pd.DataFrame({"jenis": pd.Series(jenis, dtype="str")})


def test_kinds_add_up_with_the_rest_as_lainnya(ukuran):
    hasil = ukuran(email_lapor=email("DBH", "DBH", "Lainnya", None))
    assert hasil.nilai("lapor.jumlah") == 4
    jenis = hasil.kategori("lapor.jumlah", "jenis")
    assert jenis.sum() == 4
    assert (jenis["DBH"], jenis["Lainnya"], jenis["DAK Non Fisik"]) == (2, 2, 0)
    assert hasil.kategori("lapor.bagian", "jenis").sum() == pytest.approx(100)


def test_compared_with_the_month_before(ukuran):
    hasil = ukuran(email_lapor=email("DBH"), lain={"2023-06": {"email_lapor": email("DBH", "X")}})
    assert hasil.nilai("lapor.jumlah_bulan_lalu") == 2
    assert hasil.nilai("lapor.perubahan_bulanan") == -50
