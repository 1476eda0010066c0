import pytest

from laporan.dasar.errors import LaporanError


def test_ga4_by_date(clean, raw):
    table = raw(
        "situs-pengunjung.csv",
        ["Date", "Active users", "Total users"],
        ("20230702", "1,100", "1,200"),
        ("20230701", "1,000", "1,150"),
        Property="Contoh - GA4",
    )
    result = clean("situs_pengunjung", table)
    assert result.tabel.columns.tolist() == ["tanggal", "pengguna", "metrik", "produk"]
    assert result.rows == [
        ("2023-07-01", 1150, "total users", "GA4"),
        ("2023-07-02", 1200, "total users", "GA4"),
    ]


def test_days_counted_from_the_start(clean, raw):
    table = raw(
        "situs-pengunjung.csv",
        ["Nth day", "Active users"],
        ("0001", "20"),
        ("0000", "10"),
        ("30", "7"),
        ("31", "9"),
        Start_date="20230701",
    )
    result = clean("situs_pengunjung", table)
    assert result.rows == [
        ("2023-07-01", 10, "active users", "GA4"),
        ("2023-07-02", 20, "active users", "GA4"),
        ("2023-07-31", 7, "active users", "GA4"),
    ]
    assert result.dikecualikan == [("situs-pengunjung.csv", "bulan lain", 1, "5")]


def test_counted_days_without_a_start_are_rejected(clean, raw):
    result = clean(
        "situs_pengunjung", raw("situs-pengunjung.csv", ["Nth day", "Users"], ("0", "7"))
    )
    assert result.ditolak == [("situs-pengunjung.csv", 2, "Nth day", "0", "tanggal tidak terbaca")]


def test_universal_analytics_in_either_language(clean, raw):
    english = [("7/1/23", "1,952"), ("7/2/23", "2,172"), ("7/13/23", "7"), (None, "4,131")]
    indonesian = [("01/07/23", "1.952"), ("02/07/23", "2.172"), ("13/07/23", "7"), ("", "4.131")]
    for rows in (english, indonesian):
        result = clean("situs_pengunjung", raw("situs.csv", ["Day Index", "Users"], *rows))
        assert result.rows == [
            ("2023-07-01", 1952, "users", "Universal Analytics"),
            ("2023-07-02", 2172, "users", "Universal Analytics"),
            ("2023-07-13", 7, "users", "Universal Analytics"),
        ]
        assert result.dikecualikan == [("situs.csv", "baris jumlah", 1, "5")]


def test_users_of_a_property_are_ga4s(clean, raw):
    table = raw("situs.csv", ["Date", "Users"], ("20230701", "5"), Property="Contoh")
    assert clean("situs_pengunjung", table).rows == [("2023-07-01", 5, "users", "GA4")]


def test_a_day_has_one_count_the_largest(clean, raw):
    columns = ["Date", "Total users"]
    result = clean(
        "situs_pengunjung",
        raw("situs-1.csv", columns, ("20230701", "100"), ("20230702", "40")),
        raw("situs-2.csv", columns, ("20230702", "90"), ("20230701", "100")),
    )
    assert [row[:2] for row in result.rows] == [("2023-07-01", 100), ("2023-07-02", 90)]
    assert result.dikecualikan == [
        ("situs-1.csv", "ganda", 1, "3"),
        ("situs-2.csv", "ganda", 1, "3"),
    ]
    assert result.peringatan == [
        "situs-1.csv, baris 3: hari sudah tercatat dengan nilai lain yang lebih besar; yang "
        "terbesar dipakai. Periksa ekspor mana yang lengkap."
    ]


def test_unreadable_cells_are_rejected(clean, raw):
    table = raw("situs.csv", ["Date", "Total users"], ("20230732", "1"), ("20230701", "banyak"))
    assert clean("situs_pengunjung", table).ditolak == [
        ("situs.csv", 2, "Date", "20230732", "tanggal tidak terbaca"),
        ("situs.csv", 3, "Total users", "xxxxxx", "jumlah pengguna tidak terbaca"),
    ]


@pytest.mark.parametrize("files", [1, 2])
def test_two_things_counted_for_each_day_are_refused(clean, raw, snapshot, files):
    days = [f"202307{day:02}" for day in range(1, 10)]
    one, other = ([(day, str(users)) for day in days] for users in (100, 7))
    columns = ["Date", "Total users"]
    tables = [raw("situs-1.csv", columns, *one, *other)]
    if files == 2:
        tables = [raw("situs-1.csv", columns, *one), raw("situs-2.csv", columns, *other)]
    with pytest.raises(LaporanError) as caught:
        clean("situs_pengunjung", *tables)
    assert str(caught.value) == snapshot


def test_an_export_made_before_the_end_of_the_month_is_no_contradiction(clean, raw):
    days = [f"202307{day:02}" for day in range(1, 31)]
    whole = [(day, "100") for day in days]
    early = [*whole[:20], *((day, "40") for day in days[20:22])]
    columns = ["Date", "Total users"]
    result = clean("situs_pengunjung", raw("a.csv", columns, *early), raw("b.csv", columns, *whole))
    assert {row[1] for row in result.rows} == {100}
