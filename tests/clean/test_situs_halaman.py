import pytest

PATH = ["Page path and screen class", "Views", "Active users"]
TITLE = ["Page title and screen class", "Views", "Active users"]


def test_a_page_with_and_without_slash_is_one(clean, raw):
    table = raw(
        "situs-halaman.csv",
        PATH,
        ("/", "221", "154"),
        ("/apbd/", "139", "83"),
        ("/apbd", "1200", "5"),
        (None, "1560", "242"),
    )
    result = clean("situs_halaman", table)
    assert result.rows == [("/apbd", 1339, 88), ("/", 221, 154)]
    assert result.berkas == {"situs-halaman.csv": [4, 3, 0, 1]}
    assert result.dikecualikan == [("situs-halaman.csv", "baris jumlah", 1, "5")]


def test_titles_count_unless_paths_are_there(clean, raw):
    titles = raw("situs-halaman-2.csv", TITLE, ("Portal Data APBD", "5", "3"))
    paths = raw("situs-halaman-1.csv", PATH, ("/apbd", "5", "3"))
    assert clean("situs_halaman", titles).rows == [("Portal Data APBD", 5, 3)]
    both = clean("situs_halaman", paths, titles)
    assert both.rows == [("/apbd", 5, 3)]
    assert both.dikecualikan == [
        ("situs-halaman-2.csv", "halaman menurut judul, padahal ada menurut alamat", 1, "2")
    ]


def test_two_halves_of_a_month_add_up_and_the_same_half_counts_once(clean, raw):
    row = ("/apbd", "5", "3")
    first = {"Start_date": "20230701", "End_date": "20230715"}
    second = {"Start_date": "20230716", "End_date": "20230731"}
    result = clean(
        "situs_halaman",
        raw("situs-halaman-1.csv", PATH, row, **first),
        raw("situs-halaman-2.csv", PATH, row, **second),
        raw("situs-halaman-3.csv", PATH, row, **first),
    )
    assert result.rows == [("/apbd", 10, 6)]
    assert result.dikecualikan == [("situs-halaman-3.csv", "ganda", 1, "2")]


def test_another_months_export_is_left_out_and_a_longer_one_told(clean, raw):
    june = {"Start_date": "20230601", "End_date": "20230630"}
    quarter = {"Start_date": "20230601", "End_date": "20230831"}
    result = clean(
        "situs_halaman",
        raw("situs-halaman-1.csv", PATH, ("/apbd", "5", "3"), **june),
        raw("situs-halaman-2.csv", PATH, ("/dau", "7", "3"), **quarter),
    )
    assert result.rows == [("/dau", 7, 3)]
    assert result.dikecualikan == [("situs-halaman-1.csv", "bulan lain", 1, "2")]
    assert result.peringatan == [
        "situs-halaman-2.csv, baris 2: masa ekspornya melampaui Juli 2023; tayangannya ikut "
        "terhitung seluruhnya. Ekspor ulang untuk Juli 2023 saja."
    ]


def test_views_that_are_no_number_are_rejected(clean, raw):
    result = clean("situs_halaman", raw("situs-halaman.csv", PATH, ("/a", "36.5", "3")))
    assert result.ditolak == [
        ("situs-halaman.csv", 2, "Views", "36.5", "jumlah tayangan tidak terbaca")
    ]


JULY = {"Start_date": "20230701", "End_date": "20230731"}


@pytest.mark.parametrize(
    "period",
    [JULY, {"Start_date": "20230701", "End_date": "20230715"}, {}],
    ids=["same", "overlapping", "unknown"],
)
def test_two_exports_of_the_same_days_are_not_added_up(clean, raw, snapshot, period):
    result = clean(
        "situs_halaman",
        raw("situs-halaman-1.csv", PATH, ("/dau", "7", "3"), ("/apbd", "5", "3"), **JULY),
        raw("situs-halaman-2.csv", PATH, ("/apbd", "9", "3"), **period),
    )
    assert result.menghentikan == snapshot


def test_what_analytics_adds_up_is_no_page(clean, raw):
    table = raw("situs-halaman.csv", PATH, ("/apbd", "5", "3"), ("(other)", "99", "9"))
    result = clean("situs_halaman", table)
    assert result.rows == [("/apbd", 5, 3)]
    assert result.dikecualikan == [
        ("situs-halaman.csv", "gabungan “(other)”, bukan halaman", 1, "3")
    ]


def test_pages_by_path_of_another_month_do_not_leave_out_those_by_title(clean, raw):
    june = {"Start_date": "20230601", "End_date": "20230630"}
    result = clean(
        "situs_halaman",
        raw("situs-halaman-1.csv", PATH, ("/apbd", "5", "3"), **june),
        raw("situs-halaman-2.csv", TITLE, ("Portal Data APBD", "7", "3"), **JULY),
    )
    assert result.rows == [("Portal Data APBD", 7, 3)]
