COLUMNS = ["Post ID", "Publish time", "Post type", "Date", "Reach", "Likes", "Shares"]


def test_kinds_of_posts(clean, raw):
    kinds = [
        "IG image",
        "IG reel",
        "IG carousel",
        "IG story",
        "ig story",
        "Photos",
        "Links",
        "Photos",
    ]
    rows = [
        (str(at), f"07/{at + 1:02d}/2023 10:00", kind, "Lifetime", "1,204", "-", "3")
        for at, kind in enumerate(kinds)
    ]
    result = clean("meta_konten", raw("meta-konten.csv", COLUMNS, *rows))
    assert [row[1:3] for row in result.rows] == [
        *[("Instagram", "Instagram feed")] * 3,
        *[("Instagram", "Instagram story")] * 2,
        *[("Facebook", "Facebook")] * 3,
    ]
    assert result.rows[0] == (
        "2023-07-01 10:00:00+07:00",
        "Instagram",
        "Instagram feed",
        1204,
        None,
        3,
        None,
    )


def test_times_are_of_the_zone_that_the_settings_name(clean, raw):
    row = ("1", "07/31/2023 23:30", "IG image", "Lifetime", "1", "1", "1")
    table = raw("meta-konten.csv", COLUMNS, row)
    assert len(clean("meta_konten", table).rows) == 1
    result = clean("meta_konten", table, media_sosial={"zona_waktu_meta": "America/Los_Angeles"})
    assert result.dikecualikan == [("meta-konten.csv", "bulan lain", 1, "2")]


def test_a_post_counts_once_though_its_likes_grew(clean, raw):
    first = ("1", "07/05/2023 10:00", "IG image", "Lifetime", "10", "1", "1")
    later = ("1", "07/05/2023 10:00", "IG image", "Lifetime", "12", "2", "1")
    result = clean(
        "meta_konten",
        raw("meta-konten-1.csv", COLUMNS, first),
        raw("meta-konten-2.csv", COLUMNS, later),
    )
    assert len(result.rows) == 1
    assert result.dikecualikan == [("meta-konten-1.csv", "ganda", 1, "2")]


def test_ids_that_a_spreadsheet_rounded_are_no_ids(clean, raw):
    rows = [
        ("1.79856E+16", f"07/05/2023 10:{minute}", "IG image", "Lifetime", "1", "1", "1")
        for minute in (10, 11)
    ]
    assert len(clean("meta_konten", raw("meta-konten.csv", COLUMNS, *rows)).rows) == 2


def test_a_post_without_readable_time_is_rejected_and_one_without_reach_told(clean, raw):
    result = clean(
        "meta_konten",
        raw(
            "meta-konten.csv",
            COLUMNS,
            ("1", "31/07/2023 10:00", "IG image", "Lifetime", "1", "1", "1"),
            ("2", "07/30/2023 10:00", "IG image", "Lifetime", "banyak", "1", "1"),
        ),
    )
    assert result.ditolak == [
        ("meta-konten.csv", 2, "Publish time", "31/07/2023 10:00", "waktu terbit tidak terbaca")
    ]
    assert result.peringatan == [
        "meta-konten.csv, baris 3, kolom 'Reach': “banyak” bukan bilangan, sehingga "
        "jumlahnya tidak dapat dihitung. Tulislah angkanya saja, misalnya 12 atau 1.707, atau "
        "kosongkan bila tidak diketahui."
    ]
