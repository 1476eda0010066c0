import re
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.clean.ledger import Ledger, shared_rows
from laporan.clean.own_words import mask_text, own_words, words_of
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable


def raw(berkas: str, *values: str | None, first: int = 2, **keterangan: str) -> RawTable:
    index = pd.RangeIndex(first, first + len(values), name="baris")
    return RawTable(berkas, pd.DataFrame({"Isi": values}, index=index, dtype="str"), keterangan)


def test_every_row_is_taken_excluded_or_rejected() -> None:
    ledger = Ledger.open([raw("a.csv", "1", "2", "x"), raw("b.csv", "2", None), raw("c.csv")])
    ledger = ledger.exclude(ledger.rows["Isi"].duplicated() & ledger.rows["Isi"].notna(), "ganda")
    wrong = ledger.rows["Isi"].eq("x") | ledger.rows["Isi"].isna()
    ledger = ledger.reject(wrong, kolom="Isi", alasan="bukan angka")
    cleaned = ledger.close(
        "contoh",
        ledger.rows[["Isi"]].astype("int64"),
        [Temuan("contoh", "Perhatikan.", kolom="Isi", baris=(2,), jumlah=1)],
    )

    assert cleaned.berkas.to_dict("records") == [
        {"berkas": "a.csv", "baris": 3, "diambil": 2, "ditolak": 1, "dikecualikan": 0},
        {"berkas": "b.csv", "baris": 2, "diambil": 0, "ditolak": 1, "dikecualikan": 1},
        {"berkas": "c.csv", "baris": 0, "diambil": 0, "ditolak": 0, "dikecualikan": 0},
    ]
    assert cleaned.ditolak.to_dict("records") == [
        {"berkas": "a.csv", "baris": 4, "kolom": "Isi", "isi": "x", "alasan": "bukan angka"},
        {"berkas": "b.csv", "baris": 3, "kolom": "Isi", "isi": "", "alasan": "bukan angka"},
    ]
    assert cleaned.dikecualikan.to_dict("records") == [
        {"berkas": "b.csv", "aturan": "ganda", "jumlah": 1, "contoh_baris": "2"}
    ]
    assert cleaned.tabel["Isi"].tolist() == [1, 2]
    assert cleaned.peringatan == ("Baris 2, kolom 'Isi': Perhatikan.",)


def test_the_first_examples_of_a_rule_are_kept() -> None:
    ledger = Ledger.open([raw("a.csv", *"abcde", first=10)])
    cleaned = ledger.exclude(ledger.rows["Isi"].ne("a"), "bukan a").close(
        "contoh", pd.DataFrame([1])
    )
    assert cleaned.dikecualikan["contoh_baris"].tolist() == ["11, 12, 13"]
    assert cleaned.dikecualikan["jumlah"].tolist() == [4]


def test_a_ledger_is_not_changed_by_its_steps() -> None:
    ledger = Ledger.open([raw("a.csv", "1", "2")])
    ledger.exclude(ledger.rows["Isi"].eq("1"), "satu")
    ledger.reject(ledger.rows["Isi"].eq("1"), kolom="Isi", alasan="satu")
    assert len(ledger.rows) == 2
    assert ledger.dikecualikan.empty
    assert ledger.ditolak.empty


def test_a_lost_row_stops_the_cleaner() -> None:
    ledger = Ledger.open([raw("a.csv", "1", "2")])
    with pytest.raises(AssertionError, match="2 rows gave 1"):
        ledger.close("contoh", ledger.rows.head(1))


def test_an_aggregated_table_may_be_shorter() -> None:
    ledger = Ledger.open([raw("a.csv", "1", "1")])
    assert len(ledger.close("contoh", pd.DataFrame({"n": [2]}), aggregated=True).tabel) == 1


def test_blocks_of_one_file_are_one_file_with_their_notes_as_columns() -> None:
    ledger = Ledger.open(
        [raw("a.csv", "1", judul="Reach"), raw("a.csv", "2", first=9, judul="Follows")],
        keterangan=["judul"],
    )
    assert ledger.rows["judul"].tolist() == ["Reach", "Follows"]
    assert ledger.rows["baris"].tolist() == [2, 9]
    assert ledger.close("contoh", ledger.rows).berkas["baris"].tolist() == [2]


def test_what_the_reader_found_is_in_the_account_from_the_start() -> None:
    broken = pd.DataFrame({"baris": [5], "alasan": ["baris punya 3 sel, judul tabel 1"]})
    table = replace(raw("a.csv", "1"), rusak=broken, peringatan=("a.csv tampak terpotong.",))
    ledger = Ledger.open([table])
    cleaned = ledger.close("contoh", ledger.rows, [Temuan("contoh", "Lainnya.")])
    assert cleaned.berkas[["baris", "diambil", "ditolak"]].to_numpy().tolist() == [[2, 1, 1]]
    assert cleaned.ditolak["alasan"].tolist() == ["baris punya 3 sel, judul tabel 1"]
    assert cleaned.peringatan == ("a.csv tampak terpotong.", "Lainnya.")


def test_no_table_gives_an_empty_account() -> None:
    ledger = Ledger.open([])
    assert ledger.close("contoh", ledger.rows).berkas.empty


def test_personal_content_is_masked_in_rejected_rows() -> None:
    ledger = Ledger.open([raw("a.csv", "Pengguna Contoh 0812")])
    ledger = ledger.reject(ledger.rows["Isi"].notna(), kolom="Isi", alasan="salah", masked=True)
    assert ledger.ditolak["isi"].tolist() == ["xxxxxxxx xxxxxx 9999"]


def test_words_of_an_own_topic_stay_readable_in_rejected_rows() -> None:
    table = replace(raw("a.csv", "Hibah Abadi Pengguna"), kata=words_of(["Hibah Abadi"]))
    ledger = Ledger.open([raw("b.csv"), table])
    ledger = ledger.reject(ledger.rows["Isi"].notna(), kolom="Isi", alasan="salah", masked=True)
    assert ledger.ditolak["isi"].tolist() == ["Hibah Abadi xxxxxxxx"]


@given(st.text())
def test_a_masked_text_has_no_other_letter_or_digit(text: str) -> None:
    masked = mask_text(text)
    assert not [c for c in masked if c.isdecimal() and c != "9"]
    words = re.findall(r"[^\W\d_]+", masked)
    assert all(set(word) == {"x"} or word.casefold() in own_words() for word in words)


def test_words_of_scales_heads_and_topics_stay_readable() -> None:
    assert mask_text("Puas sekali") == "Puas sekali"
    assert mask_text("DAK Non Fisik") == "DAK Non Fisik"
    assert mask_text("Juli") == "xxxx"
    assert mask_text("Hari Dana, Bulan Asia, Amat") == "xxxx xxxx, xxxxx xxxx, xxxx"
    assert mask_text("Agen Contoh, 0812", words_of(["Agen"])) == "Agen xxxxxx, 9999"


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=6), max_size=4))
def test_across_files_the_largest_number_of_repeats_counts(files: list[list[str]]) -> None:
    rows = Ledger.open([raw(f"{n}.csv", *values) for n, values in enumerate(files)]).rows
    if rows.empty:
        return
    kept = rows.loc[~shared_rows(rows, ["Isi"]), "Isi"]
    for letter in "abc":
        assert (kept == letter).sum() == max(values.count(letter) for values in files)
