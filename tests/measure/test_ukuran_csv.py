import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import guard
from laporan.measure import format_ukuran, read_ukuran
from laporan.measure.angka import Angka, figures_of, to_table

NUMBER = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9)


def row(kategori="", nilai=1.0, bulan="2023-07", dimensi="k"):
    return Angka(bulan, "x", dimensi, kategori, nilai, "tiket")


def test_the_form_of_the_file():
    table = to_table(
        [
            row("a, b", 1707.0),
            row("", 29.809885931558934, dimensi=""),
            row("", 0.1 + 0.2, bulan="2023-06"),
            row("b", -17.5),
            row("c", 1e17),
            row("d", 9.81)._replace(bawah=7.5, atas=12.0, n=469.0),
            row("e", 3)._replace(n=3.0),
        ]
    )
    assert format_ukuran(table.iloc[::-1]) == (
        "bulan,indikator,dimensi,kategori,nilai,satuan,bawah,atas,n\n"
        "2023-06,x,k,,0.30000000000000004,tiket,,,\n"
        "2023-07,x,,,29.809885931558934,tiket,,,\n"
        '2023-07,x,k,"a, b",1707,tiket,,,\n'
        "2023-07,x,k,b,-17.5,tiket,,,\n"
        "2023-07,x,k,c,100000000000000000,tiket,,,\n"
        "2023-07,x,k,d,9.81,tiket,7.5,12,469\n"
        "2023-07,x,k,e,3,tiket,,,3\n"
    )


@pytest.mark.parametrize("text", ["=1+1", "+62", "-x", "@cmd", "\t=1", "\r=1", "'=1"])
def test_formulas_are_text(text):
    written = format_ukuran(to_table([row(text)])).removeprefix("bulan,indikator,dimensi,kategori,")
    assert f",k,{guard(text)}," in written or f',k,"{guard(text)}",' in written


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), max_size=9),
        st.tuples(NUMBER, st.none() | NUMBER, st.none() | st.integers(0, 10**9)),
        max_size=9,
    )
)
def test_what_is_written_is_read_back(tmp_path_factory, values):
    table = to_table(
        row(name, float(value))._replace(bawah=low, atas=low, n=base)
        for name, (value, low, base) in values.items()
    )
    path = tmp_path_factory.getbasetemp() / "ukuran.csv"
    path.write_bytes(format_ukuran(table).encode())
    pd.testing.assert_frame_equal(read_ukuran(path), table, check_dtype=False)


def test_a_file_of_before_has_no_intervals(tmp_path):
    path = tmp_path / "ukuran.csv"
    path.write_text(
        "bulan,indikator,dimensi,kategori,nilai,satuan\n2023-07,x,k,a,4,tiket\n", "utf-8"
    )
    [figure] = figures_of(read_ukuran(path))
    assert figure == row("a", 4.0)
    assert (figure.bawah, figure.atas, figure.n) == (None, None, None)


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "ukuran.csv"
    path.write_text("bulan;nilai\n", "utf-8")
    with pytest.raises(LaporanError, match=r"ukuran.csv: kolomnya bulan;nilai; seharusnya bulan,"):
        read_ukuran(path)
    path.write_text("", "utf-8")
    with pytest.raises(LaporanError, match=r"kolomnya \(tidak ada\); seharusnya"):
        read_ukuran(path)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"bulan,indikator,dimensi,kategori,nilai\x00"])
def test_what_is_no_text_is_refused(tmp_path, content):
    path = tmp_path / "ukuran.csv"
    path.write_bytes(content)
    with pytest.raises(LaporanError, match=r"ukuran\.csv"):
        read_ukuran(path)


@pytest.mark.parametrize(
    "line",
    ["2023-07,x,,,banyak,tiket", "2023-07,x,,", "2023-07,x,,,1,tiket,y", "2023-07,x,,,1,t,,,,"],
)
def test_a_row_that_is_no_figure_is_refused(tmp_path, line):
    path = tmp_path / "ukuran.csv"
    path.write_text(f"bulan,indikator,dimensi,kategori,nilai,satuan\n{line}\n", "utf-8")
    with pytest.raises(LaporanError, match="tidak dapat dibaca sebagai daftar angka"):
        read_ukuran(path)
