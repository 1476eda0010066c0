import pytest

from laporan.dasar.settings import load_settings

MEDIA = load_settings()["advokasi"]["media"]
COLUMNS = [
    "Potret",
    "Tanggal",
    "Jumlah Pegawai",
    "Jumlah Aktivasi",
    "Konten Tersedia",
    "Suka/Komentar/Bagikan",
    "Kreasi Mandiri",
    *MEDIA,
    "Target",
    "Seluruh Pegawai",
]


@pytest.fixture
def snapshot():
    def make(potret, tanggal, pegawai="10,529"):
        return (
            potret,
            tanggal,
            pegawai,
            "11,069",
            "2298",
            "8712",
            "59",
            *["7"] * len(MEDIA),
            "4,167",
            "78,754",
        )

    return make


def test_snapshots(clean, raw, snapshot):
    table = raw(
        "advokasi.xlsx", COLUMNS, snapshot("2", "31 Juli 2023", "-"), snapshot("1", "14/07/2023")
    )
    result = clean("advokasi", table)
    assert result.tabel.columns.tolist() == [
        "potret",
        "tanggal",
        "pegawai",
        "aktivasi",
        "konten_tersedia",
        "suka_komentar_bagikan",
        "kreasi_mandiri",
        "target",
        "seluruh_pegawai",
        *MEDIA,
    ]
    assert [row[:4] for row in result.rows] == [
        (1, "2023-07-14", 10529, 11069),
        (2, "2023-07-31", None, 11069),
    ]
    assert result.rows[0][7:9] == (4167, 78754)


def test_other_months_doubles_and_snapshots_without_number(clean, raw, snapshot):
    july = snapshot("1", "14 Juli 2023")
    result = clean(
        "advokasi",
        raw("advokasi-1.xlsx", COLUMNS, july, snapshot("9", "30 Juni 2023")),
        raw("advokasi-2.xlsx", COLUMNS, july, snapshot("dua", "31 Juli 2023")),
    )
    assert len(result.rows) == 1
    assert result.dikecualikan == [
        ("advokasi-1.xlsx", "bulan lain", 1, "3"),
        ("advokasi-2.xlsx", "ganda", 1, "2"),
    ]
    assert result.ditolak == [("advokasi-2.xlsx", 3, "Potret", "xxx", "nomor potret tidak terbaca")]


@pytest.mark.parametrize("place", [2, 3, 4, 5, 6, -2, -1])
def test_what_can_hardly_be_zero_is_told(clean, raw, snapshot, place):
    row = [*snapshot("1", "14 Juli 2023")]
    row[place] = "0"
    (told,) = clean("advokasi", raw("advokasi.xlsx", COLUMNS, tuple(row))).peringatan
    assert told.startswith(f"advokasi.xlsx, baris 2, kolom '{COLUMNS[place]}': nol; angka yang")
