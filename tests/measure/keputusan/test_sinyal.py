"""What a month says of a series: nothing, a signal, or that too little is known."""

from datetime import date

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.measure.keputusan.peristiwa import Peristiwa, read_peristiwa

JULI = Bulan(2023, 7)
DUA_BELAS = [2000, 2050, 1980, 2020, 1990, 2040, 2010, 1970, 2030, 2000, 2020, 1990]
NILAI = "kepuasan.nilai"
TANPA_ARAH = [4.5, 4.6, 4.4, 4.7, 4.5, 4.6]


def sinyal(ukuran, what="tiket.jumlah"):
    names = ("tengah", "bawah", "atas", "keadaan", "aturan")
    return [ukuran.nilai(f"sinyal.{name}", "indikator", what) for name in names]


def test_the_published_months(deret):
    """Worked by hand: by service day 81,07; 62,62 to 99,53; in July's 20 days 1.252 to 1.991."""
    found = deret([1842, 1655, 1721, 1214, 1469, 1315, 1707])
    low, middle, high = (62.62, 81.07, 99.53)
    daily = sinyal(found, "tiket.per_hari_layanan")
    assert [round(each, 2) for each in daily[:3]] == [middle, low, high]
    counted = sinyal(found)
    assert [round(each) for each in counted[1:3]] == [1252, 1991]
    assert daily[3:] == counted[3:] == [0, 0]
    figure = found.angka("sinyal.tengah", "indikator", "tiket.jumlah")
    assert (figure.n, figure.satuan) == (6, "tiket")
    assert (figure.bawah, figure.atas) == (counted[1], counted[2])


@pytest.mark.parametrize(
    ("options", "atas"), [({}, 8.4539), ({"saring": True}, 4.8267), ({"median": True}, 4.645)]
)
def test_a_wild_value_in_the_base(deret, options, atas):
    """Of 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1 the ten widens the limits unless it is kept out."""
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 1.5]
    found = deret(values, indikator="kepuasan.nilai", **options)
    assert sinyal(found, "kepuasan.nilai")[2] == pytest.approx(atas, abs=1e-4)


def test_a_month_alone_does_not_count(deret):
    published = deret([1842, 1655, 1721, 1214, 1469, 1315, 1707])
    a_year_ago = deret([1114, *[None] * 5, 1842, 1655, 1721, 1214, 1469, 1315, 1707])
    assert sinyal(a_year_ago) == sinyal(published)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([*TANPA_ARAH, 4.5], [0, 0]),
        ([*TANPA_ARAH, 5.03], [1, 1]),
        ([*TANPA_ARAH, 4.0], [-1, 1]),
        ([4.5, 4.0, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6], [1, 2]),
        ([4.6, 4.5, 4.6, 4.5, 4.6, 4.5, 4.6, 4.75, 4.75], [1, 3]),
        ([4.5, 4.9, 4.5, 4.9, 4.5, 4.9, 4.71, 4.72, 4.73, 4.71, 4.72, 4.73, 4.71], [1, 4]),
    ],
    ids=["biasa", "di atas", "di bawah", "tren", "dekat batas", "bergeser"],
)
def test_rules(deret, values, expected):
    found = deret(values, indikator=NILAI, dasar_mantap=6)
    assert sinyal(found, NILAI)[3:] == expected


def test_limits_stay_what_the_first_twelve_months_made_them(deret):
    first = deret([*TANPA_ARAH, *TANPA_ARAH, 4.5], indikator=NILAI)
    later = deret([*TANPA_ARAH, *TANPA_ARAH, 4.5, 4.9, 4.1, 4.5], indikator=NILAI)
    assert sinyal(first, NILAI)[:3] == sinyal(later, NILAI)[:3]
    assert later.angka("sinyal.tengah", "indikator", NILAI).n == 12


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (TANPA_ARAH, "belum cukup riwayat untuk menilai (5 bulan; perlu 6)"),
        ([4.5] * 7, "angkanya sama pada semua bulan dasar"),
        ([*TANPA_ARAH, None], "angka bulan laporan tidak ada"),
        ([0.1, 0.9, 0.2, 0.3, 0.1, 0.2, 0.9], "kurang dari satu sebulan"),
    ],
)
def test_no_limits_without_a_base(deret, values, reason):
    found = deret(values, indikator=NILAI)
    assert sinyal(found, NILAI) == [None] * 5
    assert found.alasan("sinyal.keadaan", "indikator", NILAI).text() == reason


def test_what_can_be_nothing_has_no_limit_below(deret):
    """Worked by hand: 1,917; -4,61 to 8,45, drawn from 0; the low side tells nothing."""
    small = [3, 0, 2, 5, 1, 0, 4, 2, 1, 3, 0, 2]
    found = deret([*small, 0], indikator="ppid.jumlah")
    assert [round(each, 2) for each in sinyal(found, "ppid.jumlah")] == [1.92, 0, 8.45, 0, 0]


def test_a_break_begins_a_new_base(deret):
    values = [*DUA_BELAS, *[value * 3 for value in DUA_BELAS]]
    putus = Peristiwa(date(2022, 8, 17), "Formulir baru", "tiket.jumlah", putus=True)
    assert sinyal(deret(values))[3:] == [1, 1]
    after = deret(values, peristiwa=[putus])
    assert sinyal(after)[3:] == [0, 0]
    assert after.angka("sinyal.tengah", "indikator", "tiket.jumlah").n == 11
    other = Peristiwa(date(2023, 3, 1), "Kanal baru", "lapor.jumlah", putus=True)
    mark = Peristiwa(date(2023, 3, 1), "Lebaran", "tiket.jumlah", putus=False)
    ahead = Peristiwa(date(2023, 8, 1), "Nanti", "tiket.jumlah", putus=True)
    assert sinyal(deret(values, peristiwa=[putus, other, mark, ahead])) == sinyal(after)
    late = Peristiwa(date(2023, 5, 1), "Aplikasi baru", "tiket.jumlah", putus=True)
    few = deret(values, peristiwa=[late])
    assert few.alasan("sinyal.tengah", "indikator", "tiket.jumlah").n == 2
    assert few.alasan("perkiraan.tiket").n == 3


def test_another_scale_begins_a_new_base_and_says_so(deret):
    values = [*DUA_BELAS, *[value * 3 for value in DUA_BELAS]]
    after = deret(values, lain=12)
    assert sinyal(deret(values))[3:] == [1, 1]
    assert sinyal(after)[3:] == [0, 0]
    assert after.angka("sinyal.tengah", "indikator", "tiket.jumlah").n == 11
    few = deret(values, lain=22).alasan("sinyal.tengah", "indikator", "tiket.jumlah")
    assert few.text().startswith("skala nilainya berubah, sehingga tidak dibandingkan")


def test_an_unknown_name_is_told(deret):
    with pytest.raises(LaporanError, match=r"sinyal\.diikuti: 'tiket\.jumla' bukan nama angka"):
        deret([1, 2], diikuti=["tiket.jumla"])


def test_the_next_month(deret):
    """Worked by hand: August 2023 with 22 days."""
    found = deret([1842, 1655, 1721, 1214, 1469, 1315, 1707])
    figure = found.angka("perkiraan.tiket")
    assert [round(each) for each in (figure.nilai, figure.bawah, figure.atas)] == [1797, 1586, 2008]
    # Mean errors: 127 of the forecasts, 260 of taking each month for the one before.
    assert round(found.nilai("perkiraan.mase"), 2) == 0.49
    assert found.angka("perkiraan.mase").n == 4
    few = deret([1842, 1655, 1721, 1214, 1469])
    assert few.alasan("perkiraan.tiket").text() == (
        "belum cukup riwayat untuk memperkirakan (5 bulan; perlu 6)"
    )
    ahead = deret([1842, 1655, 1721, 1214, 1469, 1315], akhir=Bulan(2027, 12))
    assert "cuti bersama" in ahead.alasan("perkiraan.tiket").text()


GOOD = "tanggal,peristiwa,indikator,putus"


@pytest.fixture
def read(tmp_path):
    def of(*lines):
        path = tmp_path / "peristiwa.csv"
        path.write_text("\n".join([*lines, ""]), "utf-8")
        return read_peristiwa(path)

    return of


def test_reads_what_happened(read, tmp_path):
    assert read_peristiwa(tmp_path / "tidak-ada.csv") == ()
    assert read(
        GOOD, "2023-07-01,Google Analytics 4,situs.pengunjung,Ya", "2023-04-22,Lebaran,,"
    ) == (
        Peristiwa(date(2023, 7, 1), "Google Analytics 4", "situs.pengunjung", putus=True),
        Peristiwa(date(2023, 4, 22), "Lebaran", "", putus=False),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("kemarin,Lebaran,,", "baris 2, kolom tanggal: 'kemarin' bukan tanggal"),
        ("2023-04-22,,tiket.jumlah,Ya", "baris 2, kolom peristiwa: kosong.*sebabnya"),
        ("2023-04-22,Lebaran,tiket,", "baris 2, kolom indikator: 'tiket' bukan nama angka"),
        ("2023-04-22,Lebaran,tiket.jumlah,barangkali", "kolom putus: 'barangkali'; isilah Ya"),
        ("2023-04-22,Lebaran,,Ya", "baris 2: putus tanpa indikator"),
    ],
)
def test_what_is_wrong_with_a_row_is_told(read, line, message):
    with pytest.raises(LaporanError, match=rf"peristiwa\.csv {message}|{message}"):
        read(GOOD, line)


def test_reads_a_workbook_too(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (COLUMNS, (date(2023, 7, 1), "GA4", "situs.pengunjung", "Ya")):
        book.active.append(row)
    book.save(tmp_path / "peristiwa.xlsx")
    [event] = read_peristiwa(tmp_path / "peristiwa.xlsx")
    assert event == Peristiwa(date(2023, 7, 1), "GA4", "situs.pengunjung", putus=True)


COLUMNS = tuple(GOOD.split(","))
