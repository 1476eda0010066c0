import pytest

COLUMNS = ["No", "Tanggal", "Pengirim", "Jenis Dokumen"]


@pytest.fixture
def emails(raw):
    def make(*rows, berkas="email-lapor.xlsx"):
        return raw(berkas, COLUMNS, *[(str(at), *row) for at, row in enumerate(rows, 1)])

    return make


def test_emails_get_serial_numbers_and_known_kinds(clean, emails):
    result = clean(
        "email_lapor",
        emails(
            ("20 Juli 2023", "pemda1@contoh.id", "dbh"),
            ("05/07/23", "pemda2@contoh.id", "Laporan Syarat Salur DAU"),
            ("2023-07-06 00:00:00", "PEMDA1@contoh.id ", "Surat Pengantar"),
            ("6 Juli 2023", None, None),
        ),
    )
    assert result.tabel.columns.tolist() == ["tanggal", "pengirim", "jenis"]
    assert result.rows == [
        ("2023-07-05", 2, "Laporan Syarat Salur DAU"),
        ("2023-07-06", 1, "Lainnya"),
        ("2023-07-06", None, "Lainnya"),
        ("2023-07-20", 1, "DBH"),
    ]
    assert result.peringatan == [
        f"email-lapor.xlsx, baris {baris}, kolom 'Jenis Dokumen': “{jenis}” dihitung sebagai "
        "Lainnya. Bila seharusnya salah satu jenis, perbaiki di sumbernya, atau tambahkan ke "
        "pengaturan email_lapor.jenis."
        for baris, jenis in [(4, "Surat Pengantar"), (5, "(kosong)")]
    ]


def test_totals_months_and_unreadable_dates_are_accounted_for(clean, emails):
    result = clean(
        "email_lapor",
        emails(
            ("5 Juli 2023", "a@contoh.id", "DBH"),
            ("30 Juni 2023", "a@contoh.id", "DBH"),
            ("35 Juli 2023", "a@contoh.id", "DBH"),
            ("Pengguna Contoh", "a@contoh.id", "DBH"),
            (None, "a@contoh.id", "DBH"),
            ("JUMLAH", None, "3"),
            (None, "Total: 3 email", None),
        ),
    )
    assert result.berkas == {"email-lapor.xlsx": [7, 1, 3, 3]}
    assert result.dikecualikan == [
        ("email-lapor.xlsx", "baris jumlah", 2, "7, 8"),
        ("email-lapor.xlsx", "bulan lain", 1, "3"),
    ]
    assert result.ditolak == [
        ("email-lapor.xlsx", 4, "Tanggal", "35 Juli 2023", "tanggal tidak terbaca"),
        ("email-lapor.xlsx", 5, "Tanggal", "xxxxxxxx xxxxxx", "tanggal tidak terbaca"),
        ("email-lapor.xlsx", 6, "Tanggal", "", "tanggal kosong"),
    ]


def test_repeats_count_within_a_file_and_once_across_files(clean, emails):
    row = ("5 Juli 2023", "a@contoh.id", "DBH")
    spelled = ("05/07/2023", "A@contoh.id", "dbh")
    other = ("5 Juli 2023", "b@contoh.id", "DBH")
    result = clean(
        "email_lapor",
        emails(row, row, other, berkas="email-lapor-1.xlsx"),
        emails(spelled, spelled, spelled, berkas="email-lapor-2.xlsx"),
    )
    assert len(result.rows) == 4
    assert result.dikecualikan == [("email-lapor-2.xlsx", "ganda", 2, "2, 3")]
