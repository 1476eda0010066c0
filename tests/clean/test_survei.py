import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.measure.sources.survei import detail_survei, series_survei

COLUMNS = [
    "ID",
    "Completion time",
    "Email",
    "Name",
    "Agen",
    "Kepuasan Layanan",
    "Substansi Jawaban",
]


@pytest.fixture
def ratings(raw):
    def make(*rows, berkas="survei.xlsx"):
        full = [
            (key, when, email, "Pengguna Contoh", agen, kepuasan, substansi)
            for key, when, email, agen, kepuasan, substansi in rows
        ]
        return raw(berkas, COLUMNS, *full)

    return make


def test_raters_are_numbered_and_the_anonymous_are_one(clean, ratings):
    when = "2023-07-05 10:00:00"
    result = clean(
        "survei",
        ratings(
            ("1", when, "anonymous", "Agen Contoh A", "5", "4"),
            ("2", when, "A@contoh.id", "agen contoh a", "5", "-"),
            ("3", when, "a@contoh.id", "Agen Contoh B", None, "3"),
            ("4", when, "Anonymous", "Agen Contoh B", "1.0", "2"),
            ("5", when, None, "Agen Contoh B", "5", "5"),
        ),
    )
    assert result.rows == [
        ("2023-07-05", "Agen Contoh A", 1, 5, 4),
        ("2023-07-05", "Agen Contoh A", 2, 5, None),
        ("2023-07-05", "Agen Contoh B", 2, None, 3),
        ("2023-07-05", "Agen Contoh B", 1, 1, 2),
        ("2023-07-05", "Agen Contoh B", 1, 5, 5),
    ]


def test_ratings_that_say_nothing(clean, ratings):
    when = "2023-07-05 10:00:00"
    result = clean(
        "survei",
        ratings(
            ("1", when, "a@contoh.id", "Agen Contoh A", "6", "5"),
            ("2", when, "a@contoh.id", "Agen Contoh A", "5", "Lain"),
            ("3", when, "a@contoh.id", None, "5", "5"),
            ("4", None, "a@contoh.id", "Agen Contoh A", "5", "5"),
            ("5", when, "a@contoh.id", "Agen Contoh A", None, "-"),
            ("6", "2023-06-30 23:59:59", "a@contoh.id", "Agen Contoh A", "5", "5"),
        ),
    )
    assert result.rows == []
    assert result.ditolak == [
        ("survei.xlsx", 2, "Kepuasan Layanan", "6", "nilai bukan bilangan bulat 1 sampai 5"),
        ("survei.xlsx", 3, "Substansi Jawaban", "xxxx", "nilai bukan bilangan bulat 1 sampai 5"),
        ("survei.xlsx", 4, "Agen", "", "nama agen kosong"),
        ("survei.xlsx", 5, "Completion time", "", "waktu pengisian kosong"),
    ]
    assert result.dikecualikan == [
        ("survei.xlsx", "tanpa nilai", 1, "6"),
        ("survei.xlsx", "bulan lain", 1, "7"),
    ]


def test_a_response_counts_once_but_two_forms_share_their_ids(clean, ratings):
    first = ("1", "2023-07-05 10:00:00", "a@contoh.id", "Agen Contoh A", "5", "5")
    other_form = ("1", "2023-07-06 10:00:00", "b@contoh.id", "Agen Contoh A", "5", "5")
    without_id = (None, "2023-07-07 10:00:00", "a@contoh.id", "Agen Contoh A", "5", "5")
    result = clean(
        "survei",
        ratings(first, first, without_id, without_id, berkas="survei-1.xlsx"),
        ratings(other_form, first, without_id, berkas="survei-2.xlsx"),
    )
    assert len(result.rows) == 4
    assert result.berkas == {"survei-1.xlsx": [4, 3, 0, 1], "survei-2.xlsx": [3, 1, 0, 2]}


def test_ratings_of_another_scale_stop_the_report(clean, ratings, snapshot):
    rows = [
        (str(at), "2023-07-05 10:00:00", f"{at}@contoh.id", "Agen Contoh A", rating, "5")
        for at, rating in enumerate(["10", "3", "8", "7", "4"])
    ]
    assert clean("survei", ratings(*rows)).menghentikan == snapshot
    assert clean("survei", ratings(*rows[:3])).menghentikan == []


def test_the_scale_is_a_setting(clean, ratings):
    words = ["Sangat Puas", "Puas", "Tidak Puas", "Sangat Tidak Puas", "4"]
    rows = [
        (str(at), "2023-07-05 10:00:00", f"{at}@contoh.id", "Agen Contoh A", rating, "4")
        for at, rating in enumerate(words)
    ]
    cleaned = clean("survei", ratings(*rows), survei={"skala": 4})
    assert list(cleaned.tabel["kepuasan"]) == [4, 3, 2, 1, 4]
    # What is above it is no rating, as 6 is none of five.
    refused = clean("survei", ratings(*rows), survei={"skala": 3}).ditolak
    assert len(refused) == len(rows)
    assert all("nilai bukan bilangan bulat 1 sampai 3" in row for row in refused)
    assert list(clean("survei", ratings(*rows)).tabel["kepuasan"]) == [5, 4, 2, 1, 4]


def test_a_scale_may_hold_from_a_month_on(tmp_path):
    file = tmp_path / "pengaturan.toml"
    file.write_text('[survei]\nsejak = "2023-07"\nskala = 4\n', "utf-8")
    survei = pd.DataFrame(
        {"agen": ["Agen Contoh A"] * 5, "penilai": range(5), "kepuasan": 4, "substansi": 4}
    )
    units = [
        [each.satuan for each in series_survei(survei, bulan, load_settings(file, bulan))]
        for bulan in (Bulan(2023, 6), Bulan(2023, 7))
    ]
    assert units == [["skala 1-5"], ["skala 1-4"]]


def test_times_that_a_program_wrote_month_first(clean, ratings):
    rows = [
        (str(day), f"7/{day}/2023 10:00:00", f"{day}@contoh.id", "Agen Contoh A", "5", "5")
        for day in (5, 6, 13)
    ]
    days = [row[0] for row in clean("survei", ratings(*rows)).rows]
    assert days == ["2023-07-05", "2023-07-06", "2023-07-13"]


def rated(*names):
    return [
        (str(at), "2023-07-05 10:00:00", f"{at}@contoh.id", name, "5", "5")
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "Agen Contoh A, Agen Contoh B",
        "Agen Contoh A; Agen Contoh B;",
        "agen contoh a dan AGEN  CONTOH B.",
        "Agen Contoh A\nAgen Contoh B",
        "Agen Contoh A / Agen Contoh B",
        "Agen Contoh A & Agen Contoh B, Agen Contoh A",
    ],
)
def test_several_agents_in_one_answer_are_rated_each(clean, ratings, cell):
    names = ["Agen Contoh A"] * 5 + ["Agen Contoh B"] * 4 + [cell]
    cleaned = clean("survei", ratings(*rated(*names)))
    assert cleaned.tabel["agen"].iloc[-1] == "Agen Contoh A; Agen Contoh B"
    assert cleaned.berkas == {"survei.xlsx": [10, 10, 0, 0]}
    (told,) = cleaned.peringatan
    assert told.startswith("survei.xlsx, baris 11, kolom 'Agen': satu jawaban menyebut beberapa")
    # B has five only with the answer that names both, which is one answer for all that.
    figures = {
        (each.indikator, each.kategori): each.nilai
        for each in detail_survei(cleaned.tabel, Bulan(2023, 7), load_settings())
    }
    assert figures["kepuasan.agen", ""] == 2
    assert figures["kepuasan.penilaian", ""] == 10


def test_agents_that_may_be_meant_are_asked_about_and_counted_as_written(clean, ratings):
    names = ["Agen Contoh A"] * 3 + ["Agen Contoh B"] * 2
    unclear = ["Agen Contoh A, S.E.", "Agen Contho A", "Agen Contoh C"]
    cleaned = clean("survei", ratings(*rated(*names, *unclear)))
    assert list(cleaned.tabel["agen"]) == names + unclear
    assert [text.split(": ", 1)[1].split(";")[0] for text in cleaned.peringatan] == [
        "“Agen Contoh A, S.E.” mungkin Agen Contoh A dan S.E.",
        "“Agen Contho A” mungkin Agen Contoh A",
    ]


def test_signs_alone_name_no_agent(clean, ratings):
    cleaned = clean("survei", ratings(*rated("Agen Contoh A", "...", "; ,")))
    assert list(cleaned.tabel["agen"]) == ["Agen Contoh A"]
    assert [row[2] for row in cleaned.ditolak] == ["Agen", "Agen"]


@pytest.mark.parametrize(
    "name", ["AgenContoh A", "agen-contoh-a", "AGEN  CONTOH A.", "Agen_Contoh A"]
)
def test_agents_are_one_where_only_case_blanks_and_punctuation_differ(clean, ratings, name):
    cleaned = clean("survei", ratings(*rated("Agen Contoh A", "Agen Contoh A", name)))
    assert list(cleaned.tabel["agen"]) == ["Agen Contoh A"] * 3
    assert "dibaca sebagai agen yang sama" in cleaned.peringatan[0]


@pytest.mark.parametrize("rows", [4, 5])
def test_a_rating_that_nobody_gave_is_told_of_where_there_are_some_rows(clean, ratings, rows):
    when = "2023-07-05 10:00:00"
    found = clean(
        "survei",
        ratings(*((str(n), when, f"{n}@contoh.id", "Agen Contoh A", "5", "") for n in range(rows))),
    )
    told = (
        f"survei.xlsx, kolom 'Substansi Jawaban': kosong di semua {rows} barisnya. Bila isinya "
        "terhapus atau tidak ikut terekspor, ekspor ulang."
    )
    assert (told in found.peringatan) is (rows == 5)
    assert not [text for text in found.peringatan if "Kepuasan Layanan': kosong di" in text]


def test_ratings_that_name_no_agent_at_all_are_rejected(clean, ratings):
    when = "2023-07-05 10:00:00"
    found = clean("survei", ratings(*((str(n), when, "", "", "5", "4") for n in range(2))))
    assert [row[4] for row in found.ditolak] == ["nama agen kosong"] * 2
