"""Open tickets: of whatever month, each once, and none that is closed, hidden away or new."""

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.read.reader import read_source
from laporan.read.recognition import candidates, surely

HEADER = (
    "ticket_id,person_name,status,hidden_status,agent_name,date_created,date_first_agent_reply,"
    "date_resolved,subject,Kanal,Topik,Pemda,Kategori Pengguna,Eskalasi\n"
)
ROWS = [
    ("1", "awaiting_agent", "", "2023-02-03T08:00:00+07:00", "dau"),
    ("2", "awaiting_user", "", "2023-07-31T16:59:59+00:00", ""),
    ("3", "hidden", "spam", "2023-07-03T08:00:00+07:00", ""),
    ("1", "awaiting_agent", "", "2023-02-03T08:00:00+07:00", "dau"),
    ("4", "resolved", "", "2023-07-03T08:00:00+07:00", "DAU"),
    ("5", "hidden", "deleted", "2023-07-03T08:00:00+07:00", "DAU"),
    ("6", "awaiting_agent", "", "2023-07-31T17:00:00+00:00", "DAU"),
    ("7", "awaiting_agent", "", "kemarin", "DAU"),
    ("", "awaiting_agent", "", "2023-07-03T08:00:00+07:00", "DAU"),
]


def write(path):
    lines = [
        f"{number},Pengguna Contoh,{status},{hidden},Agen Contoh A,{created},,,x,Email,{topik},,,\n"
        for number, status, hidden, created, topik in ROWS
    ]
    path.write_text(HEADER + "".join(lines), "utf-8")


def test_what_is_open(tmp_path):
    write(tmp_path / "belum-selesai.csv")
    settings = load_settings()
    tables = read_source(tmp_path, "belum_selesai", settings)
    cleaned = cleaner("belum_selesai")(tables, Bulan(2023, 7), settings)
    rows = cleaned.tabel.astype({"dibuat": "str"}).values.tolist()
    assert rows == [
        ["1", "2023-02-03 08:00:00+07:00", "awaiting_agent", "DAU"],
        ["2", "2023-07-31 23:59:59+07:00", "awaiting_user", "Tidak tercatat"],
        ["3", "2023-07-03 08:00:00+07:00", "hidden", "Spam"],
    ]
    assert cleaned.ditolak["alasan"].tolist() == [
        "waktu pembuatan tidak terbaca", "nomor tiket kosong"
    ]  # fmt: skip
    rules = cleaned.dikecualikan.set_index("aturan")["jumlah"].to_dict()
    assert rules == {
        "tiket dihapus": 1, "sudah selesai": 1, "dibuat sesudah bulan itu": 1, "ganda": 1
    }  # fmt: skip


def test_a_download_of_no_name_is_one_of_tickets(tmp_path):
    write(tmp_path / "export.csv")
    found = candidates(tmp_path / "export.csv", load_settings())
    assert {each.source.name for each in found[:2]} == {"tiket", "belum_selesai"}
    assert surely(found).name == "tiket"
