COLUMNS = ["Date", "Primary"]


def test_blocks_tell_medium_and_metric_by_their_titles(clean, raw):
    titles = {
        "Facebook visits": ("Facebook", "kunjungan_profil"),
        "Instagram profile visits": ("Instagram", "kunjungan_profil"),
        "Facebook reach": ("Facebook", "jangkauan"),
        "Instagram reach": ("Instagram", "jangkauan"),
        "Follows": ("Facebook", "pengikut_baru"),
        "Instagram follows": ("Instagram", "pengikut_baru"),
    }
    for title, expected in titles.items():
        block = raw("meta-harian.csv", COLUMNS, ("2023-07-08T00:00:00", "7"), judul=title)
        assert clean("meta_harian", block).rows == [("2023-07-08", *expected, 7)]


def test_blocks_of_one_file_are_kept_apart(clean, raw):
    row = ("2023-07-08T00:00:00", "7")
    result = clean(
        "meta_harian",
        raw("meta-harian.csv", COLUMNS, row, ("2023-08-01T00:00:00", "5"), judul="Follows"),
        raw("meta-harian.csv", COLUMNS, row, judul="Instagram follows"),
    )
    assert [row[1] for row in result.rows] == ["Facebook", "Instagram"]
    assert result.berkas == {"meta-harian.csv": [3, 2, 0, 1]}
    assert result.dikecualikan == [("meta-harian.csv", "bulan lain", 1, "3")]


def test_overlapping_exports_give_a_day_once(clean, raw):
    result = clean(
        "meta_harian",
        raw("meta-harian-1.csv", COLUMNS, ("2023-07-08T00:00:00", "7"), judul="Follows"),
        raw("meta-harian-2.csv", COLUMNS, ("2023-07-08T00:00:00", "9"), judul="Follows"),
    )
    assert result.rows == [("2023-07-08", "Facebook", "pengikut_baru", 9)]
    assert result.dikecualikan == [("meta-harian-1.csv", "ganda", 1, "2")]
    assert result.peringatan == [
        "meta-harian-1.csv, baris 2: nilai harian sudah tercatat dengan nilai lain yang lebih "
        "besar; yang terbesar dipakai. Periksa ekspor mana yang lengkap."
    ]


def test_an_unknown_block_is_kept_under_its_name_and_told(clean, raw):
    block = raw("meta.csv", COLUMNS, ("2023-07-08T00:00:00", "7"), judul="Instagram link clicks")
    result = clean("meta_harian", block)
    assert result.rows == [("2023-07-08", "Instagram", "link clicks", 7)]
    assert result.peringatan == [
        "meta.csv, baris 2: tabel “link clicks” tidak dipakai laporan. Periksa bahwa memang "
        "demikian."
    ]


def test_rows_that_mean_nothing_are_rejected(clean, raw):
    result = clean(
        "meta_harian",
        raw("meta-1.csv", COLUMNS, ("2023-07-08T00:00:00", "7")),
        raw("meta-2.csv", COLUMNS, ("Lifetime", "7"), ("2023-07-08", None), judul="Follows"),
    )
    assert result.ditolak == [
        ("meta-1.csv", 2, "judul", "", "tabel tanpa judul, sehingga artinya tidak diketahui"),
        ("meta-2.csv", 2, "Date", "xxxxxxxx", "tanggal tidak terbaca"),
        ("meta-2.csv", 3, "Primary", "", "nilai kosong"),
    ]
