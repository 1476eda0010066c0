import csv
import time
from importlib.resources import files

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.dasar.regions import describe_unresolved, gazetteer, resolve, suggest


def pemda(*names, aliases=None):
    found = resolve(pd.Series(names, dtype="str"), aliases)["pemda"]
    return [None if pd.isna(name) else name for name in found]


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Kab. Brebes", "Kab. Brebes"),
        ("Kabupaten Brebes", "Kab. Brebes"),
        ("KAB.BREBES", "Kab. Brebes"),
        ("  kab   brebes ", "Kab. Brebes"),
        ("Pemkab Brebes", "Kab. Brebes"),
        ("Pemerintah Kabupaten Brebes", "Kab. Brebes"),
        ("Pemda Kab. Brebes", "Kab. Brebes"),
        ("Brebes", "Kab. Brebes"),
        ("Kota Gunung Sitoli", "Kota Gunungsitoli"),
        ("Kota Kendari", "Kota Kendari"),
        ("Kotamobagu", "Kota Kotamobagu"),
        ("Kota Kotamobagu", "Kota Kotamobagu"),
        ("Kab. Kotawaringin Timur", "Kab. Kotawaringin Timur"),
        ("Kotabaru", "Kab. Kotabaru"),
        ("Kab. Fakfak", "Kab. Fak Fak"),
        ("Kab. Tolitoli", "Kab. Toli-Toli"),
        ("Kab. Pangkajene & Kepulauan", "Kab. Pangkajene dan Kepulauan"),
        ("Kab. Kep. Meranti", "Kab. Kepulauan Meranti"),
        ("Kep. Siau Tagulandang Biaro", "Kab. Kep. Siau Tagulandang Biaro"),
        ("Sumatra Barat", "Prov. Sumatera Barat"),
        ("Kab. 50 Kota", "Kab. Lima Puluh Kota"),
        ("Kota Tangsel", "Kota Tangerang Selatan"),
        ("Kota Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kota Adm. Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kab. Kepulauan Seribu", "Kab. Administrasi Kepulauan Seribu"),
        ("Prov. Jawa Tengah", "Prov. Jawa Tengah"),
        ("Provinsi Jawa Tengah", "Prov. Jawa Tengah"),
        ("Propinsi Jawa Tengah", "Prov. Jawa Tengah"),
        ("Jawa Tengah", "Prov. Jawa Tengah"),
        ("Prov. NTB", "Prov. Nusa Tenggara Barat"),
        ("NTT", "Prov. Nusa Tenggara Timur"),
        ("DIY", "Prov. DI Yogyakarta"),
        ("D.I. Yogyakarta", "Prov. DI Yogyakarta"),
        ("Daerah Istimewa Yogyakarta", "Prov. DI Yogyakarta"),
        ("Pemerintah Daerah Istimewa Yogyakarta", "Prov. DI Yogyakarta"),
        ("Pemprov NTB", "Prov. Nusa Tenggara Barat"),
        ("DKI", "Prov. DKI Jakarta"),
        ("Prov. DKI Jakarta", "Prov. DKI Jakarta"),
        ("Prov. Bangka Belitung", "Prov. Kepulauan Bangka Belitung"),
        ("Babel", "Prov. Kepulauan Bangka Belitung"),
        ("Kepri", "Prov. Kepulauan Riau"),
        ("Kaltim", "Prov. Kalimantan Timur"),
    ],
)
def test_a_name_beyond_doubt_resolves(written, official):
    assert pemda(written) == [official]


@pytest.mark.parametrize(
    "written",
    [
        *("Pekalongan", "Tegal", "Gorontalo", "Jambi", "Yogyakarta"),
        *("Kab. Gunung Sitoli", "Kab. Pematang", "Prov. Brebes", "Kota NTB"),
        *("", "-", "Kab.", "Dinas Pendidikan"),
    ],
)
def test_a_doubtful_name_does_not_resolve(written):
    assert pemda(written) == [None]


def test_every_official_name_resolves_to_itself():
    names = list(gazetteer().by_pemda)
    assert len(names) == 552
    assert pemda(*names) == names
    assert pemda(*[name.upper() for name in names]) == names


def test_every_short_form_is_beyond_doubt():
    table = csv.DictReader(
        (files("laporan.dasar.regions") / "singkatan.csv").read_text().splitlines()
    )
    short_forms = {row["singkatan"]: row["nama_pendek"] for row in table}
    # Beside the province, Yogyakarta is a kota.
    del short_forms["Yogyakarta"]
    assert pemda(*short_forms) == list(short_forms.values())


def test_code_province_and_zone_come_with_the_name():
    names = pd.Series(["Kab. Banyuwangi", None, "NTB", "Kab. Halmahera Utara"], index=[7, 3, 9, 1])
    found = resolve(names)
    assert found.index.tolist() == [7, 3, 9, 1]
    assert found.loc[7].tolist() == ["Kab. Banyuwangi", "35.10", "Prov. Jawa Timur", "Barat"]
    assert found.loc[3].isna().all()
    assert found.loc[9].tolist()[1:] == ["52", "Prov. Nusa Tenggara Barat", "Tengah"]
    assert found.loc[1, "zona"] == "Timur"


def test_a_slip_gets_a_suggestion():
    assert suggest("Kab. Gunung Sitoli") == ("Kota Gunungsitoli",)
    assert suggest("Kab. Pematang") == ("Kab. Pemalang",)
    assert suggest("Pekalongan") == ("Kab. Pekalongan", "Kota Pekalongan")
    assert suggest("Dinas Pendidikan") == ()


def test_the_message_says_what_may_be_meant():
    assert (
        describe_unresolved("Kab. Gunung Sitoli")
        == "“Kab. Gunung Sitoli” tidak ada dalam daftar pemda; mungkin Kota Gunungsitoli"
    )
    assert describe_unresolved("Tegal") == "“Tegal” dapat berarti Kab. Tegal atau Kota Tegal"
    assert describe_unresolved("Xyz") == "“Xyz” tidak ada dalam daftar pemda"


def test_a_confirmed_alias_is_taken():
    aliases = {"Kab. Pematang": "Kab. Pemalang", "tegal": "Kota Tegal"}
    assert pemda("KAB.  Pematang", "Tegal", aliases=aliases) == ["Kab. Pemalang", "Kota Tegal"]


def test_an_alias_to_nowhere_is_refused():
    with pytest.raises(LaporanError) as caught:
        resolve(pd.Series(["Brebes"]), {"Pml": "Kab. Pematang"})
    assert str(caught.value) == (
        "Pengaturan alias_wilayah: padanan “Pml” menunjuk ke daerah yang tidak dikenal: "
        "“Kab. Pematang” tidak ada dalam daftar pemda; mungkin Kab. Pemalang. "
        "Tulislah nama resmi pendek, misalnya “Kab. Brebes”."
    )


@given(st.text())
def test_any_text_is_either_official_or_missing(text):
    (found,) = pemda(text)
    assert found is None or found in gazetteer().by_pemda


def test_a_million_rows_cost_as_much_as_their_spellings():
    names = pd.Series(["Kab. Brebes", "Kota Kendari", None, "Kab. Pematang"] * 250_000, dtype="str")
    start = time.perf_counter()
    found = resolve(names)
    assert time.perf_counter() - start < 5
    assert found["pemda"].notna().sum() == 500_000
