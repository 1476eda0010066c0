import pandas as pd
import pytest

from laporan.clean.schema.dictionary import check_columns, columns_of_table
from laporan.dasar.settings import load_settings
from laporan.read.sources import SOURCES

SETTINGS = load_settings()


@pytest.mark.parametrize("sumber", SOURCES)
def test_an_empty_table_of_the_dictionary_is_as_agreed(sumber):
    types = columns_of_table(sumber, SETTINGS)
    table = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in types.items()})
    result = check_columns(table, sumber, SETTINGS)
    assert result.temuan == ()
    assert result.pemeriksaan[0].diperiksa == len(types)


def test_a_column_of_another_type_missing_or_new_blocks():
    table = pd.DataFrame({"tanggal": ["2023-07-03"], "lain": [1]})
    found = check_columns(table, "publikasi", SETTINGS).temuan
    assert all(finding.menghentikan for finding in found)
    assert [
        str(finding).removesuffix(". " + str(finding).split(". ")[-1]) for finding in found
    ] == [
        "Tabel bersih publikasi, kolom 'tanggal': tipenya str, seharusnya datetime64[us]",
        "Tabel bersih publikasi, kolom 'judul': tipenya tidak ada, seharusnya str",
        "Tabel bersih publikasi, kolom 'lain': tipenya int64, seharusnya tidak ada",
    ]
    assert str(found[0]).endswith(
        "Ini kesalahan program: laporkan kepada pengembang beserta pesan ini."
    )


def test_rules_are_not_run_on_columns_that_are_not_there(bersih, temuan):
    cleaned = bersih("publikasi", {"tanggal": "2023-08-01"})
    broken = type(cleaned)(**{**vars(cleaned), "tabel": cleaned.tabel.drop(columns="judul")})
    [text] = temuan(broken)
    assert "kolom dan tipe" in text


def test_the_media_of_the_settings_are_columns():
    settings = {**SETTINGS, "advokasi": {"media": ["Mastodon"]}}
    assert columns_of_table("advokasi", settings)["Mastodon"] == "Int64"
