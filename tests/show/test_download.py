import csv
import io
from urllib.parse import unquote

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from laporan.show.download import csv_text, download


def cells(data):
    return list(csv.reader(io.StringIO(csv_text(data))))


def test_numbers_are_whole_dates_plain_and_gaps_empty():
    data = pd.DataFrame(
        {
            "tanggal": pd.to_datetime(["2023-07-05", None]),
            "tiket": [1707.0, None],
            "persen": [87.46338, 0.5],
        }
    )
    assert cells(data) == [
        ["tanggal", "tiket", "persen"],
        ["2023-07-05", "1707", "87.46338"],
        ["", "", "0.5"],
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=20), st.sampled_from("=+-@"))
def test_nothing_is_a_formula(text, sign):
    data = pd.DataFrame({f"{sign}judul": [f"{sign}{text}", f" \t{sign}{text}"]})
    for row in cells(data):
        assert row[0].startswith("'")


def test_the_link_holds_the_data_and_no_markup():
    data = pd.DataFrame({"topik": ["[x](http://contoh.invalid) <b> {{< env HOME >}}"]})
    link = download(data, "topik.csv")
    target = link[link.index("<") + 1 : link.index(">)")]
    assert not set("<> \"'{}[]()") & set(target)
    assert unquote(target.partition(",")[2]).removeprefix("\ufeff") == csv_text(data)
