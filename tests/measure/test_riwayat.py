import pytest

from laporan.dasar.errors import LaporanError
from laporan.measure import read_riwayat, riwayat_warnings

HEADER = "bulan,indikator,dimensi,kategori,nilai,satuan,sumber"
GOOD = "2022-07,tiket.jumlah,,,1114,tiket,terbit"


@pytest.fixture
def read(tmp_path):
    def of(*lines, encoding="utf-8"):
        path = tmp_path / "riwayat.csv"
        path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
        return read_riwayat(path)

    return of


def test_reads_figures_with_their_lines(read):
    table = read(HEADER, "", GOOD, '2023-05,tiket.jumlah,kanal,"HAI, Kemenkeu",3,tiket,contoh')
    assert table.index.tolist() == [3, 4]
    assert table["nilai"].tolist() == [1114, 3]
    assert table["kategori"].tolist() == ["", "HAI, Kemenkeu"]
    assert table["sumber"].tolist() == ["terbit", "contoh"]


def test_byte_order_mark_and_other_columns_do_no_harm(read):
    table = read("catatan," + HEADER, "x," + GOOD, encoding="utf-8-sig")
    assert "catatan" not in table
    assert len(table) == 1


def test_a_unit_may_be_left_out_and_that_of_a_rating_names_its_scale(read):
    table = read(
        HEADER,
        "2023-05,tiket.jumlah,,,4,,terbit",
        "2023-04,kepuasan.nilai,,,3.5,skala 1-4,terbit",
    )
    assert table["satuan"].tolist() == ["", "skala 1-4"]


def test_no_file_and_no_rows(tmp_path, read):
    assert read_riwayat(tmp_path / "riwayat.csv") is None
    assert read(HEADER).empty


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2023-13,tiket.jumlah,,,1,tiket,terbit", "baris 2, kolom bulan: Bulan '2023-13' tidak"),
        ("2023-01,,,,1,tiket,terbit", "baris 2, kolom indikator: kosong"),
        ("2023-01,tiket.jumlah,,,1,tiket,resmi", "kolom sumber: 'resmi' tidak dikenal.*terbit"),
        ("2023-01,tiket.jumlah,,,x,tiket,terbit", "kolom nilai: 'x' bukan bilangan"),
        ("2023-01,tiket.jumlah,,,,tiket,terbit", "kolom nilai: '' bukan bilangan"),
        ("2023-01,tiket.jumlah,,,nan,tiket,terbit", "kolom nilai: 'nan' bukan bilangan"),
        ("2023-01,tiket.jumlah,,,inf,tiket,terbit", "kolom nilai: 'inf' bukan bilangan"),
        ("2023-01,tiket.jumlah,,,1_0,tiket,terbit", "kolom nilai: '1_0' bukan bilangan"),
        (
            "2023-01,tiket.jumlah,,,1.114,tiket,terbit",
            "'1.114' bukan bilangan bulat.*: seribu seratus empat belas ditulis 1114\\.$",
        ),
        ("2023-01,tiket.jumlah,,,-4,tiket,terbit", "'-4' bukan bilangan bulat"),
        ("2023-01,tiket.jumlah,,,1,Tiket,terbit", "kolom satuan: 'Tiket' bukan.*Tulislah tiket, "),
        ("2023-01,kepuasan.nilai,,,4,1–5,terbit", "kolom satuan: '1–5' bukan.*Tulislah skala 1-5"),
        ("2023-01,kepuasan.nilai,,,4,skala,terbit", "kolom satuan: 'skala' bukan satuan kepuasan"),
        ("2023-01,tiket.jumlah,,,1,tiket", "baris 2: ada 6 isian, seharusnya 7"),
        ("2023-01,tiket.jumlah,,,1,tiket,terbit,x", "baris 2: ada 8 isian, seharusnya 7"),
    ],
)
def test_a_wrong_row_is_named(read, line, message):
    with pytest.raises(LaporanError, match=rf"riwayat\.csv (baris 2.*)?{message}"):
        read(HEADER, line)


def test_a_missing_column_is_named_with_those_there(read):
    with pytest.raises(
        LaporanError,
        match=(
            r"^riwayat\.csv baris 1: kolom satuan dan sumber tidak ada.*"
            r"ada: bulan, indikator, dimensi, kategori, nilai\. Yang diperlukan, dipisahkan koma: "
        ),
    ):
        read("bulan,indikator,dimensi,kategori,nilai", "2023-01,x,,,1")


def test_semicolons_are_no_commas(read):
    with pytest.raises(LaporanError, match=r"Kolom yang ada: bulan;indikator.*dipisahkan koma"):
        read(HEADER.replace(",", ";"))


def test_an_empty_file(read):
    with pytest.raises(LaporanError, match=r"Kolom yang ada: \(tidak ada\)"):
        read()


def test_another_encoding(read):
    with pytest.raises(LaporanError, match="bukan teks UTF-8"):
        read(HEADER, "2023-01,tiket.topik,topik,Café,1,tiket,terbit", encoding="latin-1")


def test_a_figure_that_is_there_twice(read):
    with pytest.raises(
        LaporanError, match=r"^riwayat\.csv baris 2 dan 4: tiket\.jumlah bulan 2022-07"
    ):
        read(HEADER, GOOD, "2022-08,tiket.jumlah,,,1,tiket,terbit", GOOD)


def test_a_decimal_figure_and_a_guarded_name(read):
    table = read(
        HEADER,
        "2023-05,kepuasan.nilai,,,4.9,skala 1-5,terbit",
        "2023-05,tiket.topik,topik,'=x,1,tiket,terbit",
    )
    assert table["nilai"].iloc[0] == 4.9
    assert table["kategori"].iloc[1] == "=x"


def test_differences_from_raw_exports_are_warned_of(read, tiket, ukuran):
    riwayat = read(
        HEADER,
        "2023-06,tiket.jumlah,,,3,tiket,terbit",
        "2023-06,tiket.jumlah,kanal,WhatsApp,2,tiket,terbit",
        "2023-07,tiket.perubahan_bulanan,,,-33.3,persen,terbit",
        "2023-05,tiket.jumlah,,,4,tiket,terbit",
        "2023-05,tiket.luar_jam,zona,Barat,4,tiket,terbit",
    )
    rows = [{"kanal": "Email"}, {}, {}]
    hasil = ukuran(tiket=tiket({}, {}), lain={"2023-06": {"tiket": tiket(*rows)}}, riwayat=riwayat)
    assert riwayat_warnings(riwayat, hasil.tabel) == (
        "riwayat.csv baris 6: tiket.luar_jam,zona bukan angka yang diikuti dari bulan ke bulan, "
        "sehingga tidak dipakai.",
    )
    riwayat.loc[2, "nilai"] = 9
    assert riwayat_warnings(riwayat, hasil.tabel)[0] == (
        "riwayat.csv baris 2: tiket.jumlah bulan 2023-06 tertulis 9, sedangkan ekspor mentah "
        "memberi 3. Yang dipakai: ekspor mentah."
    )


def test_a_category_that_raw_exports_do_not_have_is_warned_of(read, tiket, ukuran):
    riwayat = read(HEADER, "2023-06,tiket.jumlah,kanal,Faks,3,tiket,terbit")
    hasil = ukuran(tiket=tiket({}), lain={"2023-06": {"tiket": tiket({})}}, riwayat=riwayat)
    assert riwayat_warnings(riwayat, hasil.tabel) == (
        "riwayat.csv baris 2: tiket.jumlah,kanal,Faks bulan 2023-06 tertulis 3, sedangkan ekspor "
        "mentah tidak memuatnya. Yang dipakai: ekspor mentah.",
    )
