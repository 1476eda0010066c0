COLUMNS = ["Media", "Pengikut", "Akun Desa Baru", "Akun Desa"]


def test_followers_with_totals_left_out(clean, raw):
    result = clean(
        "media_sosial",
        raw(
            "media-sosial.xlsx",
            COLUMNS,
            ("instagram", "114.183", "7", "1851"),
            ("Twitter", "16.778", "-", None),
            ("JUMLAH", "130.961", "7", "1851"),
        ),
    )
    assert result.rows == [("Instagram", 114183, 7, 1851), ("Twitter", 16778, None, None)]
    assert result.dikecualikan == [("media-sosial.xlsx", "baris jumlah", 1, "4")]
    assert result.peringatan == []


def test_what_is_unknown_or_unreadable_is_told(clean, raw):
    result = clean(
        "media_sosial",
        raw(
            "media-sosial.xlsx",
            COLUMNS,
            ("Threads", "sekitar 500", None, None),
            (None, "7", None, None),
        ),
    )
    assert result.rows == [("Threads", None, None, None)]
    assert result.ditolak == [("media-sosial.xlsx", 3, "Media", "", "nama media kosong")]
    assert result.peringatan == [
        "media-sosial.xlsx, baris 2, kolom 'Pengikut': “sekitar 500” bukan bilangan, sehingga "
        "jumlahnya tidak dapat dihitung. Tulislah angkanya saja, misalnya 12 atau 1.707, atau "
        "kosongkan bila tidak diketahui.",
    ]


def test_the_same_row_in_two_files_counts_once(clean, raw):
    row = ("Twitter", "5", None, None)
    result = clean(
        "media_sosial",
        raw("media-sosial-1.xlsx", COLUMNS, row),
        raw("media-sosial-2.xlsx", COLUMNS, row),
    )
    assert result.dikecualikan == [("media-sosial-2.xlsx", "ganda", 1, "2")]


def test_a_medium_without_a_figure_that_it_should_have_is_told(clean, raw):
    rows = [("Instagram", "10", "", "5"), ("Twitter", "-", "-", "-"), ("Facebook", "3", "1", "")]
    result = clean("media_sosial", raw("media-sosial.xlsx", COLUMNS, *rows))
    told = [each.split(": ")[0] for each in result.peringatan if "kosong; angka" in each]
    assert sorted(told) == [
        "media-sosial.xlsx, baris 2, kolom 'Akun Desa Baru'",
        "media-sosial.xlsx, baris 3, kolom 'Pengikut'",
        "media-sosial.xlsx, baris 4, kolom 'Akun Desa'",
    ]
