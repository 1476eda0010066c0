import numpy as np
import pandas as pd
import pytest

from laporan.clean.schema import Aturan, Hasil, run_rules, write_value
from laporan.dasar.temuan import KEPT


def table(n, **columns):
    return pd.DataFrame({"berkas": "a.csv", "baris": range(2, 2 + len(n)), "n": n, **columns})


def positive(**changes):
    rule = {
        "nama": "positif",
        "langkah": lambda v: v.col_vals_gt("n", 0),
        "memuat": ("n",),
        "pesan": lambda row: f"{row['n']} tidak positif.",
    }
    return Aturan(**{**rule, **changes})


def test_rows_with_the_same_message_are_one_finding_a_file():
    rows = pd.concat([table([0, -1, 0]), table([0, 1, 2]).assign(berkas="b.csv")])
    result = run_rules(rows, [positive()], "tiket")
    assert [(each.berkas, each.baris, each.jumlah, each.pesan) for each in result.temuan] == [
        ("a.csv", (2, 4), 2, "0 tidak positif."),
        ("a.csv", (3,), 1, "-1 tidak positif."),
        ("b.csv", (2,), 1, "0 tidak positif."),
    ]
    assert (result.pemeriksaan[0].diperiksa, result.pemeriksaan[0].gagal) == (6, 4)


def test_all_rows_together_are_one_finding_a_group():
    rule = positive(
        bersama=True, per=("deret",), memuat=("n", "deret"), pesan=lambda row: f"{row['n']}"
    )
    result = run_rules(table([0, 0, -1], deret=["x", "y", "x"]), [rule])
    assert [(each.pesan, each.baris) for each in result.temuan] == [
        ("[0, -1]", (2, 4)),
        ("[0]", (3,)),
    ]


def test_what_is_expected_is_said_in_indonesian_where_a_rule_does_not_say_it():
    [check] = run_rules(table([1, 1, 1]), [positive()]).pemeriksaan
    assert check.harapan == "Mengharapkan bahwa nilai dalam n harus > 0."
    [check] = run_rules(table([1, 1, 1]), [positive(harapan="n positif.")]).pemeriksaan
    assert check.harapan == "n positif."


def test_every_failing_row_counts_and_the_first_numbers_are_kept():
    many = run_rules(table(np.zeros(5000)), [positive(pesan=lambda row: "nol")])
    [finding] = many.temuan
    assert (finding.jumlah, len(finding.baris)) == (5000, KEPT)


def test_rows_that_are_none_have_no_numbers_and_may_name_their_source():
    rows = table([0, 1, 1], sumber=["tiket", "ppid", "ppid"]).assign(berkas="", baris=0)
    [finding] = run_rules(rows, [positive()]).temuan
    assert (finding.sumber, finding.berkas, finding.baris) == ("tiket", "", ())


def test_nothing_to_check_is_no_finding():
    assert run_rules(table([]), [positive()]) == Hasil()
    assert run_rules(table([0, 0, 0]), []) == Hasil()


def test_a_rule_that_cannot_be_run_is_a_fault_of_ours():
    with pytest.raises(RuntimeError, match="'positif' cannot be run"):
        run_rules(table(["a", "b", "c"]), [positive()])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1707, "1.707"),
        (np.int64(1707), "1.707"),
        (4.0, "4"),
        (pd.Timestamp("2023-07-05 08:00", tz="Asia/Jakarta"), "5 Juli 2023"),
        (pd.NA, "(kosong)"),
        (None, "(kosong)"),
        ("Faks", "Faks"),
    ],
)
def test_values_are_written_as_readers_know_them(value, text):
    assert write_value(value) == text
