import pytest

MEETING = ["No", "Tanggal", "Pengguna Layanan", "Topik"]
VISIT = ["No", "Tanggal", "Pengguna Layanan", "Jumlah Tamu", "Topik"]


def test_publications_are_sorted_by_date(clean, raw):
    result = clean(
        "publikasi",
        raw(
            "publikasi.xlsx",
            ["Tanggal", "Judul"],
            ("24 Juli 2023", "Keputusan Menteri Keuangan Nomor 16/KM.7/2023"),
            ("20 Juli 2023", "Flyer  Website\nTolak Gratifikasi"),
            ("20 Juli 2023", "Total Belanja Daerah 2021 2022 2023"),
            ("20 Juli 2023", "-"),
            ("Jumlah", "3"),
        ),
    )
    assert result.rows == [
        ("2023-07-20", "Flyer Website Tolak Gratifikasi"),
        ("2023-07-20", "Total Belanja Daerah 2021 2022 2023"),
        ("2023-07-24", "Keputusan Menteri Keuangan Nomor 16/KM.7/2023"),
    ]
    assert result.ditolak == [("publikasi.xlsx", 5, "Judul", "-", "judul kosong")]
    assert result.berkas == {"publikasi.xlsx": [5, 3, 1, 1]}


def test_webinars(clean, raw):
    columns = ["Tanggal", "Kegiatan"]
    rows = [("2023-07-06 00:00:00", "Diseminasi"), ("6 Agustus 2023", "Diseminasi")]
    result = clean("webinar", raw("webinar.xlsx", columns, *rows))
    assert result.tabel.columns.tolist() == ["tanggal", "kegiatan"]
    assert result.rows == [("2023-07-06", "Diseminasi")]
    assert result.dikecualikan == [("webinar.xlsx", "bulan lain", 1, "3")]


def test_events_of_several_days_count_on_their_first_day_and_it_is_said(clean, raw):
    rows = [("4–6 Juli 2023", "Rapat"), ("30 Juni–2 Juli 2023", "Bimtek"), ("5 Juli", "Temu")]
    result = clean("webinar", raw("webinar.xlsx", ["Tanggal", "Kegiatan"], *rows))
    assert result.rows == [("2023-07-04", "Rapat"), ("2023-07-05", "Temu")]
    assert result.dikecualikan == [("webinar.xlsx", "bulan lain", 1, "3")]
    assert [text.split(":")[0:2] for text in result.peringatan] == [
        ["webinar.xlsx, baris 2, kolom 'Tanggal'", " “4–6 Juli 2023” dibaca sebagai 4 Juli 2023"],
        ["webinar.xlsx, baris 3, kolom 'Tanggal'",
         " “30 Juni–2 Juli 2023” dibaca sebagai 30 Juni 2023"],
        ["webinar.xlsx, baris 4, kolom 'Tanggal'", " “5 Juli” dibaca sebagai 5 Juli 2023"],
    ]  # fmt: skip


def test_video_conferences_name_regions_officially(clean, raw):
    result = clean(
        "video_conference",
        raw(
            "video-conference.xlsx",
            MEETING,
            ("1", "4 Juli 2023", "KOTA KENDARI", "Insentif Fiskal"),
            ("2", "5 Juli 2023", "Univ. Contoh", "DAU"),
            ("3", "6 Juli 2023", None, None),
        ),
    )
    assert result.rows == [
        ("2023-07-04", "Kota Kendari", "74.71", "Insentif Fiskal"),
        ("2023-07-05", "Univ. Contoh", None, "DAU"),
        ("2023-07-06", None, None, None),
    ]
    assert result.peringatan == [
        "video-conference.xlsx, baris 3, kolom 'Pengguna Layanan': “Univ. Contoh” tidak ada dalam "
        "daftar pemda. Ditulis apa adanya, tanpa daerah; abaikan bila memang bukan pemda. Perbaiki "
        "di sumbernya, atau pastikan padanannya dalam pengaturan alias_wilayah."
    ]


def test_visits_with_guests(clean, raw):
    result = clean(
        "tatap_muka",
        raw(
            "tatap-muka.xlsx",
            VISIT,
            ("1", "20 Juli 2023", "Prov. NTB", "4", "Kapfis"),
            ("2", "11 Juli 2023", "Kab. Bolaang Mongondow", "2", "DAU, DAK, DID"),
            ("3", "26 Juli 2023", "Kab. Gunung Sitoli", "lima", "PDRD"),
            ("JUMLAH", None, None, "6", None),
        ),
    )
    assert result.tabel.columns.tolist() == [
        "tanggal",
        "pengguna_layanan",
        "kode_wilayah",
        "tamu",
        "topik",
    ]
    assert result.rows == [
        ("2023-07-11", "Kab. Bolaang Mongondow", "71.01", 2, "DAU, DAK, DID"),
        ("2023-07-20", "Prov. Nusa Tenggara Barat", "52", 4, "Kapfis"),
        ("2023-07-26", "Kab. Gunung Sitoli", None, None, "PDRD"),
    ]
    assert result.peringatan == [
        "tatap-muka.xlsx, baris 4, kolom 'Pengguna Layanan': “Kab. Gunung Sitoli” tidak ada dalam "
        "daftar pemda; mungkin Kota Gunungsitoli. Ditulis apa adanya, tanpa daerah; abaikan bila "
        "memang bukan pemda. Perbaiki di sumbernya, atau pastikan padanannya dalam pengaturan "
        "alias_wilayah.",
        "tatap-muka.xlsx, baris 4, kolom 'Jumlah Tamu': “lima” bukan bilangan, sehingga "
        "jumlahnya tidak dapat dihitung. Tulislah angkanya saja, misalnya 12 atau 1.707, atau "
        "kosongkan bila tidak diketahui.",
    ]


def test_two_visits_of_a_day_count_twice_and_once_across_files(clean, raw):
    row = ("5 Juli 2023", "Kab. Brebes", "2", "DAU")
    columns = VISIT[1:]
    result = clean(
        "tatap_muka",
        raw("tatap-muka-1.xlsx", columns, row, row),
        raw("tatap-muka-2.xlsx", columns, ("05/07/2023", *row[1:])),
    )
    assert len(result.rows) == 2
    assert result.dikecualikan == [("tatap-muka-2.xlsx", "ganda", 1, "2")]


def test_requests_for_information_name_no_person(clean, raw):
    result = clean(
        "ppid",
        raw(
            "ppid.xlsx",
            ["Tanggal", "Pemohon", "Keperluan", "Data Diminta"],
            ("3 Juli 2023", "Pengguna Contoh 1", "Penelitian", "APBD, kirim ke a@contoh.id"),
            ("4 Juli 2023", "pengguna contoh 1", "Penelitian", "Transfer"),
            ("5 Juli 2023", "Pengguna Contoh 2", None, "Transfer"),
        ),
    )
    assert result.rows == [
        ("2023-07-03", 1, "Penelitian", "APBD, kirim ke (disamarkan)", None, None, None),
        ("2023-07-04", 1, "Penelitian", "Transfer", None, None, None),
        ("2023-07-05", 2, None, "Transfer", None, None, None),
    ]


@pytest.mark.parametrize("source", ["publikasi", "webinar"])
def test_a_list_without_rows_is_an_empty_table(clean, raw, source):
    column = {"publikasi": "Judul", "webinar": "Kegiatan"}[source]
    result = clean(source, raw(f"{source}.xlsx", ["Tanggal", column]))
    assert result.rows == []
    assert result.berkas == {f"{source}.xlsx": [0, 0, 0, 0]}
    assert str(result.tabel["tanggal"].dtype) == "datetime64[us]"


def test_a_list_whose_own_total_is_not_its_sum_is_told(clean, raw):
    rows = [
        ("1", "5 Juli 2023", "Kab. Brebes", "2", "DAU"),
        ("2", "30 Juni 2023", "Kab. Brebes", "3", "DAU"),
    ]
    right = raw("tatap-muka.xlsx", VISIT, *rows, ("JUMLAH", None, None, "5", None))
    assert clean("tatap_muka", right).peringatan == []
    wrong = raw("tatap-muka.xlsx", VISIT, *rows, ("JUMLAH", None, None, "7", None))
    assert clean("tatap_muka", wrong).peringatan == [
        "tatap-muka.xlsx, baris 4, kolom 'Jumlah Tamu': baris jumlah menyebut 7, padahal "
        "baris-barisnya berjumlah 5. Yang dipakai baris-barisnya; periksa mana yang keliru."
    ]


def test_totals_of_parts_are_not_compared(clean, raw):
    rows = [
        ("1", "5 Juli 2023", "Kab. Brebes", "2", "DAU"),
        ("JUMLAH", None, None, "2", None),
        ("2", "6 Juli 2023", "Kab. Brebes", "3", "DAU"),
        ("JUMLAH", None, None, "3", None),
    ]
    assert clean("tatap_muka", raw("tatap-muka.xlsx", VISIT, *rows)).peringatan == []


@pytest.mark.parametrize(
    ("source", "head", "place"), [("video_conference", MEETING, 3), ("tatap_muka", VISIT, 4)]
)
def test_a_column_that_holds_nothing_is_told(clean, raw, source, head, place):
    rows = [
        [str(n), f"{n} Juli 2023", "Kota Kendari", *(["2"] * (place - 3)), ""] for n in range(3, 8)
    ]
    told = "kolom 'Topik': kosong di semua 5 barisnya. Bila isinya terhapus atau tidak ikut"
    assert any(told in text for text in clean(source, raw("daftar.xlsx", head, *rows)).peringatan)
    rows[2][place] = "DAU"
    assert not clean(source, raw("daftar.xlsx", head, *rows)).peringatan
