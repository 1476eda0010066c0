import time

import pandas as pd
import pytest

from laporan.clean.sources.tiket import clean_tiket
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings
from laporan.read.raw_table import RawTable

BASE = {
    "ticket_id": "1001",
    "status": "resolved",
    "hidden_status": None,
    "agent_name": "Agen Contoh A",
    "date_created": "2023-07-03T03:00:00+0000",
    "date_first_agent_reply": "2023-07-03T03:05:00+0000",
    "date_resolved": "2023-07-03T04:00:00+0000",
    "Kanal": "WhatsApp",
    "Topik": "DAU",
    "Pemda": "Kab. Brebes",
    "Kategori Pengguna": "Pemerintah Daerah",
    "Eskalasi": "Tidak",
}


HIDDEN = {"hidden_status": "spam"}


@pytest.fixture
def tiket(raw):
    """Make a page of tickets, each given by what differs from the ordinary one."""

    def make(*tickets, berkas="tiket-1.csv"):
        rows = [
            ({"ticket_id": str(1001 + at)} | changes) for at, changes in enumerate(tickets or [{}])
        ]
        return raw(berkas, list(BASE), *[tuple((BASE | row).values()) for row in rows])

    return make


def test_a_ticket(clean, tiket):
    result = clean("tiket", tiket({}))
    assert result.tabel.columns.tolist() == [
        "nomor",
        "dibuat",
        "dibalas",
        "selesai",
        "status",
        "kanal",
        "topik",
        "kategori",
        "pemda",
        "pemda_tertulis_dikenal",
        "kode_wilayah",
        "provinsi",
        "zona",
        "eskalasi",
        "jam_layanan",
        "agen",
        "balas_deskpro_detik",
    ]
    assert result.rows == [
        (
            "1001",
            "2023-07-03 10:00:00+07:00",
            "2023-07-03 10:05:00+07:00",
            "2023-07-03 11:00:00+07:00",
            "resolved",
            "WhatsApp",
            "DAU",
            "Pemerintah Daerah",
            "Kab. Brebes",
            True,
            "33.29",
            "Prov. Jawa Tengah",
            "Barat",
            False,
            "Dalam",
            "Agen Contoh A",
            None,
        )
    ]
    assert result.berkas == {"tiket-1.csv": [1, 1, 0, 0]}
    assert result.peringatan == []


def test_types_are_those_of_the_contract(clean, tiket):
    types = clean("tiket", tiket({"Pemda": None})).tabel.dtypes.astype(str)
    assert set(types[["dibuat", "dibalas", "selesai"]]) == {"datetime64[us, Asia/Jakarta]"}
    assert types["pemda_tertulis_dikenal"] == "boolean"
    assert types["eskalasi"] == "bool"
    assert set(types[["nomor", "kanal", "pemda", "zona", "jam_layanan"]]) == {"str"}


def test_the_month_is_that_of_creation_in_wib(clean, tiket):
    result = clean(
        "tiket",
        tiket(
            {"date_created": "2023-06-30T16:59:59+0000"},
            {"date_created": "2023-06-30T17:00:00+0000"},
            {"date_created": "2023-07-31T16:59:59Z"},
            {"date_created": "2023-07-31T17:00:00Z"},
            {"date_created": "2023-08-01T01:59:59+0900"},
        ),
    )
    assert [row[0] for row in result.rows] == ["1002", "1003", "1005"]
    assert result.dikecualikan == [("tiket-1.csv", "bulan lain", 2, "2, 5")]


def test_hidden_tickets_are_left_out_each_by_its_rule_but_spam_counts(clean, tiket):
    page = tiket(
        *({"hidden_status": status} for status in ("deleted", "temp", "validating", "Deleted")),
        {"hidden_status": "spam", "Topik": None},
        {"hidden_status": "spam", "Topik": "Lainnya"},
        {"Topik": None},
    )
    result = clean("tiket", page)
    assert result.tabel["topik"].tolist() == ["Spam", "Lainnya", "Tidak tercatat"]
    assert result.dikecualikan == [
        ("tiket-1.csv", "tiket dihapus", 2, "2, 5"),
        ("tiket-1.csv", "tiket sementara", 1, "3"),
        ("tiket-1.csv", "tiket belum divalidasi", 1, "4"),
    ]
    assert result.berkas == {"tiket-1.csv": [7, 3, 0, 4]}


def test_an_unknown_hidden_status_counts_and_is_told(clean, tiket):
    result = clean("tiket", tiket({"hidden_status": "arsip"}))
    assert result.peringatan == [
        "tiket-1.csv, baris 2, kolom 'hidden_status': “arsip” tidak dikenal; tiketnya tetap "
        "dihitung. Periksa di Deskpro."
    ]


def test_a_ticket_counts_once_within_and_across_pages(clean, tiket):
    result = clean(
        "tiket",
        tiket({}, {"ticket_id": " 1001 "}, {"ticket_id": "1003"}),
        tiket({"ticket_id": "1003"}, {"ticket_id": "1004"}, berkas="tiket-2.csv"),
    )
    assert result.tabel["nomor"].tolist() == ["1001", "1003", "1004"]
    assert result.dikecualikan == [
        ("tiket-1.csv", "ganda", 1, "3"),
        ("tiket-2.csv", "ganda", 1, "2"),
    ]
    assert result.berkas == {"tiket-1.csv": [3, 2, 0, 1], "tiket-2.csv": [2, 1, 0, 1]}


def test_a_ticket_without_number_or_time_is_rejected(clean, tiket):
    result = clean(
        "tiket",
        tiket(
            {},
            {"ticket_id": None},
            {"date_created": None},
            {"date_created": "kemarin pagi"},
            {"date_created": "03/07/2023 10:00"},
            {"date_created": "pengguna@contoh.id"},
        ),
    )
    assert result.ditolak == [
        ("tiket-1.csv", 3, "ticket_id", "", "nomor tiket kosong"),
        ("tiket-1.csv", 4, "date_created", "", "waktu pembuatan kosong"),
        ("tiket-1.csv", 5, "date_created", "xxxxxxx xxxx", "waktu pembuatan tidak terbaca"),
        ("tiket-1.csv", 6, "date_created", "03/07/2023 10:00", "waktu pembuatan tidak terbaca"),
        ("tiket-1.csv", 7, "date_created", "xxxxxxxx@xxxxxx.xx", "waktu pembuatan tidak terbaca"),
    ]
    assert result.berkas == {"tiket-1.csv": [6, 1, 5, 0]}


def test_values_are_matched_without_case_and_space_and_unknown_ones_kept(clean, tiket):
    result = clean(
        "tiket",
        tiket(
            {"Kanal": " whatsapp ", "Topik": "dak fisik", "Kategori Pengguna": "AKADEMISI"},
            {"Kanal": "Faks", "Topik": None, "Kategori Pengguna": "-"},
            {"Kanal": "FAKS", "Topik": "Cukai", "Kategori Pengguna": None},
            {"Kanal": None},
        ),
    )
    assert result.tabel["kanal"].tolist() == ["WhatsApp", "Faks", "Faks", "Tidak tercatat"]
    assert result.tabel["topik"].tolist() == ["DAK Fisik", "Tidak tercatat", "Cukai", "DAU"]
    assert result.tabel["kategori"].tolist()[:3] == ["Akademisi"] + ["Tidak tercatat"] * 2


def test_escalation(clean, tiket):
    page = tiket(*({"Eskalasi": text} for text in ("Ya", " ya ", "Tidak", None, "Mungkin")))
    result = clean("tiket", page)
    assert result.tabel["eskalasi"].tolist() == [True, True, False, False, False]
    assert result.peringatan == [
        "tiket-1.csv, baris 6, kolom 'Eskalasi': “Mungkin” bukan Ya atau Tidak; dihitung sebagai "
        "Tidak. Perbaiki di Deskpro."
    ]


def test_a_pemda_that_cannot_be_resolved_leaves_the_ticket_counted(clean, tiket):
    names = ("Kab. Pematang", "Kab. Pematang", "NTB", None)
    page = tiket(*({"Pemda": name} for name in names))
    result = clean("tiket", page)
    assert [row[8:10] for row in result.rows] == [
        (None, False),
        (None, False),
        ("Prov. Nusa Tenggara Barat", True),
        (None, None),
    ]
    assert result.tabel["zona"].isna().tolist() == [True, True, False, True]
    assert result.peringatan == [
        "tiket-1.csv, baris 2 dan 3, kolom 'Pemda': “Kab. Pematang” tidak ada dalam daftar pemda; "
        "mungkin Kab. Pemalang. Tiketnya dihitung, dengan daerah dan zona tidak dikenal. Perbaiki "
        "di sumbernya, atau pastikan padanannya dalam pengaturan alias_wilayah."
    ]


def test_an_alias_of_the_settings_resolves(clean, tiket):
    page = tiket({"Pemda": "Kab. Pematang"})
    result = clean("tiket", page, alias_wilayah={"Kab. Pematang": "Kab. Pemalang"})
    assert result.tabel["pemda"].tolist() == ["Kab. Pemalang"]
    assert result.peringatan == []


def test_other_titles_of_custom_fields(clean, tiket):
    page = tiket({})
    renamed = RawTable(page.berkas, page.data.rename(columns={"Kanal": "Saluran"}))
    result = clean("tiket", renamed, kolom_tiket={"kanal": "Saluran"})
    assert result.tabel["kanal"].tolist() == ["WhatsApp"]


def test_a_time_without_zone_is_wib_and_told(clean, tiket):
    result = clean("tiket", tiket({"date_created": "2023-07-03 10:00:00"}))
    assert result.rows[0][1] == "2023-07-03 10:00:00+07:00"
    assert result.peringatan == [
        "tiket-1.csv, baris 2, kolom 'date_created': waktu tanpa zona, dibaca sebagai WIB. Bila "
        "zonanya lain, ekspor ulang beserta zonanya."
    ]


def test_an_unreadable_time_of_reply_is_missing_and_told(clean, tiket):
    result = clean("tiket", tiket({"date_resolved": "besok"}, {"date_first_agent_reply": None}))
    assert [row[2:4] for row in result.rows] == [
        ("2023-07-03 10:05:00+07:00", None),
        (None, "2023-07-03 11:00:00+07:00"),
    ]
    assert result.peringatan == [
        "tiket-1.csv, baris 2, kolom 'date_resolved': “besok” bukan waktu. Barisnya tetap "
        "dihitung, tanpa nilai itu; perbaiki di sumbernya."
    ]


def test_the_export_of_another_month_is_refused(clean, tiket, snapshot):
    with pytest.raises(LaporanError) as caught:
        clean(
            "tiket",
            tiket({"date_created": "2023-06-03T03:00:00Z"}, {"date_created": "-"}),
        )
    assert str(caught.value) == snapshot


def test_persons_in_a_field_of_choices_are_hidden(clean, tiket):
    result = clean("tiket", tiket({"Kanal": "0812 3456 7890", "Pemda": "a@contoh.id"}))
    assert result.tabel["kanal"].tolist() == ["(disamarkan)"]
    assert not [text for text in result.peringatan if "a@contoh.id" in text or "3456" in text]


def test_many_tickets_are_cleaned_at_once(tiket):
    page = tiket({}, {"Pemda": "Kab. Pematang"}, {"Kanal": "Faks"}, {"date_created": "x"})
    many = pd.concat([page.data] * 5_000)
    many["ticket_id"] = [str(number) for number in range(len(many))]
    many.index = pd.RangeIndex(2, 2 + len(many), name="baris")
    start = time.process_time()
    cleaned = clean_tiket([RawTable("tiket.csv", many)], Bulan(2023, 7), load_settings())
    assert time.process_time() - start < 5
    assert len(cleaned.tabel) == 15_000
    assert len(cleaned.ditolak) == 5_000


def test_an_id_is_one_whatever_a_spreadsheet_did_to_it(clean, tiket):
    pages = [
        tiket(*({"ticket_id": text} for text in ("1001", "01002", "1003.0", "1004,00"))),
        tiket(*({"ticket_id": str(1001 + n)} for n in range(4)), berkas="tiket-2.csv"),
    ]
    result = clean("tiket", *pages)
    assert result.tabel["nomor"].tolist() == ["1001", "1002", "1003", "1004"]
    assert result.berkas["tiket-2.csv"] == [4, 0, 0, 4]


def test_an_id_with_two_times_of_creation_stops_the_report(clean, tiket, snapshot):
    first = tiket({}, {}, {"date_created": "2023-07-04T03:00:00+0000"})
    same = {"ticket_id": "1003", "date_created": "2023-07-04T10:00:00+0700"}
    other = {"ticket_id": "1002", "date_created": "2023-07-09T03:00:00+0000"}
    result = clean("tiket", first, tiket(same, other, berkas="tiket-2.csv"))
    assert result.menghentikan == snapshot
    assert clean("tiket", first, tiket(same, berkas="tiket-2.csv")).menghentikan == []


def test_an_export_of_no_ticket_is_refused(tiket, raw, snapshot):
    with pytest.raises(LaporanError) as caught:
        clean_tiket([raw("tiket.csv", list(BASE))], Bulan(2023, 7), load_settings())
    assert str(caught.value) == snapshot


@pytest.mark.parametrize("hour", ["01", "09"])
def test_times_without_a_zone_that_can_only_be_utc_are_refused(clean, tiket, snapshot, hour):
    page = tiket(*({"date_created": f"2023-07-05 {hour}:{n:02}:00"} for n in range(30)))
    if hour == "09":
        assert set(clean("tiket", page).tabel["jam_layanan"]) == {"Dalam"}
        return
    with pytest.raises(LaporanError) as caught:
        clean("tiket", page)
    assert str(caught.value) == snapshot


def test_a_field_that_one_page_lost_is_warned_of(clean, tiket):
    full, empty = (
        tiket(*[{}] * 30),
        tiket(
            *[{"ticket_id": str(2000 + n), "Pemda": ""} for n in range(20)], berkas="tiket-2.csv"
        ),
    )
    assert clean("tiket", full, empty).peringatan == [
        "tiket-2.csv, kolom 'Pemda': kosong di semua 20 barisnya, padahal di tiket-1.csv terisi "
        "30 dari 30. Bila isinya terhapus atau tidak ikut terekspor, ekspor ulang."
    ]


def test_a_field_that_is_filled_far_below_is_not_emptied(clean, tiket):
    rows = [{"ticket_id": str(n), "Pemda": ""} for n in range(1000, 1150)]
    page = tiket(*rows, {"ticket_id": "1150"})
    assert not [text for text in clean("tiket", page).peringatan if "'Pemda'" in text]


@pytest.mark.parametrize(
    "field",
    [
        *("Kanal", "Topik", "Kategori Pengguna", "Pemda"),
        *("status", "date_first_agent_reply", "date_resolved"),
    ],
)
def test_a_field_that_all_pages_lost_is_warned_of(clean, tiket, field):
    page = tiket(*[{field: ""}] * 20)
    assert (
        f"tiket-1.csv, kolom '{field}': kosong di semua 20 barisnya. Bila isinya terhapus atau "
        "tidak ikut terekspor, ekspor ulang."
    ) in clean("tiket", page).peringatan
    few = clean("tiket", tiket(*[{field: ""}] * 19)).peringatan
    assert not [text for text in few if "di semua" in text]


def test_hidden_tickets_of_which_nothing_is_said_count_and_are_told(clean, tiket):
    result = clean("tiket", tiket({"status": "Hidden"}, {"status": "hidden", **HIDDEN}, {}))
    assert len(result.tabel) == 3
    assert result.peringatan == [
        "tiket-1.csv, baris 2, kolom 'hidden_status': kosong, padahal tiketnya berstatus hidden; "
        "tidak diketahui apakah tiket itu dihapus, sementara, atau spam, sehingga semuanya "
        "dihitung. Ekspor ulang dengan isian itu."
    ]
