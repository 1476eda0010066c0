import pytest

COLUMNS = [
    "campaign",
    "contact_full_name",
    "contact_phone_number",
    "status",
    "whatsapp_message_id",
    "created_at",
    "whatsapp_error_message",
]


@pytest.fixture
def blast(raw):
    def make(*rows, berkas="wa-blast.csv"):
        full = [
            (campaign, "Pengguna Contoh", phone, status, key, when, error)
            for campaign, phone, status, key, when, error in rows
        ]
        return raw(berkas, COLUMNS, *full)

    return make


def test_messages_have_wib_days_serial_numbers_and_no_persons(clean, blast):
    result = clean(
        "wa_blast",
        blast(
            ("Survei", "+62 812-0000-0001", "Read", "a", "2023-07-16T17:30:00Z", "n/a"),
            (
                "Survei",
                "081200000002",
                "failed",
                "b",
                "2023-07-17T09:00:00+07:00",
                "Gagal ke 0812000000020",
            ),
            ("Ralat", "6281200000001", "sent", "c", "2023-07-18T09:00:00+07:00", None),
        ),
    )
    assert result.tabel.columns.tolist() == ["kampanye", "tanggal", "status", "galat", "penerima"]
    assert result.rows == [
        ("Survei", "2023-07-17", "read", None, 1),
        ("Survei", "2023-07-17", "failed", "Gagal ke (disamarkan)", 2),
        ("Ralat", "2023-07-18", "sent", None, 1),
    ]
    assert result.peringatan == []


def test_a_message_id_counts_once_and_rows_without_one_by_their_repeats(clean, blast):
    with_id = ("Survei", "0812", "read", "a", "2023-07-17T09:00:00Z", "n/a")
    resent = ("Survei", "0812", "read", "b", "2023-07-17T09:00:00Z", "n/a")
    without = ("Survei", "0813", "failed", None, "2023-07-17T09:00:00Z", "x")
    result = clean(
        "wa_blast",
        blast(with_id, with_id, resent, without, without, berkas="wa-blast-1.csv"),
        blast(with_id, without, berkas="wa-blast-2.csv"),
    )
    assert len(result.rows) == 4
    assert result.berkas == {"wa-blast-1.csv": [5, 4, 0, 1], "wa-blast-2.csv": [2, 0, 0, 2]}


def test_other_months_and_broken_rows(clean, blast):
    result = clean(
        "wa_blast",
        blast(
            ("Survei", "0812", "read", "a", "2023-07-31T17:00:00Z", "n/a"),
            ("Survei", "0812", "read", "b", "17 Juli 2023", "n/a"),
            (None, "0812", "read", "c", "2023-07-17T09:00:00Z", "n/a"),
            ("Survei", "0812", "read", "d", "2023-07-17 09:00:00", "n/a"),
        ),
    )
    assert result.dikecualikan == [("wa-blast.csv", "bulan lain", 1, "2")]
    assert result.ditolak == [
        ("wa-blast.csv", 3, "created_at", "17 Juli 2023", "waktu pengiriman tidak terbaca"),
        ("wa-blast.csv", 4, "campaign", "", "nama kampanye kosong"),
    ]
    assert result.peringatan == [
        "wa-blast.csv, baris 5, kolom 'created_at': waktu tanpa zona, dibaca sebagai WIB. Bila "
        "zonanya lain, ekspor ulang beserta zonanya."
    ]


def test_a_campaign_spelt_in_several_ways_is_one(clean, blast):
    spellings = ["Survei Layanan", "SURVEI  LAYANAN.", "Survei Layanan", "Survei-Layanan", "!!"]
    spellings += ["Survei Layanan+", "Tahap 1.5", "Tahap 1-5", "Tahap 15"]
    rows = [
        (name, f"0812000000{at:02}", "sent", f"k{at}", "2023-07-18T09:00:00+07:00", None)
        for at, name in enumerate(spellings)
    ]
    result = clean("wa_blast", blast(*rows))
    assert result.tabel["kampanye"].tolist() == ["Survei Layanan"] * 4 + spellings[4:]


@pytest.mark.parametrize("last", ["", "read"])
def test_a_status_that_no_row_has_is_told_of(clean, blast, last):
    when = "2023-07-17T09:00:00Z"
    states = ["", "", "", "", last]
    found = clean(
        "wa_blast",
        blast(
            *(("Survei", f"0812{n}", each, str(n), when, "n/a") for n, each in enumerate(states))
        ),
    )
    told = (
        "wa-blast.csv, kolom 'status': kosong di semua 5 barisnya. Bila isinya terhapus atau tidak "
        "ikut terekspor, ekspor ulang."
    )
    assert (told in found.peringatan) is (last == "")


def test_messages_without_any_name_of_a_campaign_are_all_rejected(clean, blast):
    rows = [("", f"0812{n}", "read", str(n), "2023-07-17T09:00:00Z", "n/a") for n in range(3)]
    found = clean("wa_blast", blast(*rows))
    assert found.rows == []
    assert found.ditolak == [
        ("wa-blast.csv", n, "campaign", "", "nama kampanye kosong") for n in (2, 3, 4)
    ]
