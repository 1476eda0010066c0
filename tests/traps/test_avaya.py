"""Avaya CMS: label;value lines above, totals above the days, semicolons in cells, clocks."""

import pytest

COLUMNS = ["ditawarkan", "dijawab", "ditinggalkan", "dalam_batas", "kecepatan_detik"]


def rows(cleaned):
    return [
        (str(row.tanggal.date()), *(None if value != value else value for value in row[2:]))
        for row in cleaned.tabel.drop(columns="dalam_batas").itertuples()
    ]


def test_a_daily_report(folder):
    cleaned = folder.put(telepon="avaya-harian.csv").clean("telepon")
    assert list(cleaned.tabel.columns) == ["tanggal", *COLUMNS]
    assert rows(cleaned) == [
        ("2023-07-03", 30, 28, 2, 12.0),
        ("2023-07-04", 26, 22, 4, 62.0),
        ("2023-07-05", 20, 20, 0, 9.0),
        ("2023-07-19", 0, 0, 0, None),
    ]
    assert cleaned.peringatan == ()
    assert folder.account("telepon") == (
        {"telepon.csv": [5, 4, 0, 1]},
        [("telepon.csv", "baris jumlah", 1)],
    )


def test_indonesian_headings_and_marks_without_calls_offered(folder):
    cleaned = folder.put(telepon="avaya-indonesia.csv").clean("telepon")
    assert rows(cleaned) == [
        ("2023-07-03", 1010, 1000, 10, 12.5),
        ("2023-07-04", 32, 30, 2, 8.0),
    ]
    assert cleaned.peringatan == ()


def test_abandoned_calls_follow_from_those_offered(folder):
    folder.write("telepon.csv", "Date;Calls Offered;ACD Calls\n03/07/2023;30;28\n")
    assert rows(folder.clean("telepon")) == [("2023-07-03", 30, 28, 2, None)]


def test_totals_that_are_not_the_sum_are_told(folder, snapshot):
    text = folder.text("avaya-harian.csv").replace('"Totals";"";76;70', '"Totals";"";96;70')
    assert list(folder.write("telepon.csv", text).clean("telepon").peringatan) == snapshot


def test_days_of_other_months_and_broken_rows(folder, snapshot):
    text = folder.text("avaya-harian.csv").replace("03/07/2023", "30/06/2023")
    text = text.replace('"05/07/2023"', '"lusa"').replace('26;22;"1:02"', '26;22;"lama"')
    cleaned = folder.write("telepon.csv", text).clean("telepon")
    assert [row[0] for row in rows(cleaned)] == ["2023-07-04", "2023-07-19"]
    assert cleaned.ditolak[["baris", "kolom", "alasan"]].to_numpy().tolist() == [
        [10, "Date", "tanggal tidak terbaca"]
    ]
    assert folder.account("telepon")[1] == [
        ("telepon.csv", "baris jumlah", 1),
        ("telepon.csv", "bulan lain", 1),
    ]
    assert list(cleaned.peringatan) == snapshot


def test_a_day_in_two_files_counts_once_and_two_skills_add_up(folder):
    folder.put(telepon_1="avaya-harian.csv", telepon_2="avaya-harian.csv")
    assert folder.clean("telepon").tabel["ditawarkan"].sum() == 76
    skills = "Date;Skill;Calls Offered;ACD Calls\n03/07/2023;INA;5;5\n03/07/2023;ENG;5;5\n"
    (folder.path / "telepon-2.csv").unlink()
    folder.write("telepon-1.csv", skills)
    assert folder.clean("telepon").tabel["ditawarkan"].tolist() == [5, 5]


@pytest.mark.parametrize("order", ["7/3/2023", "03/07/2023", "2023-07-03", "3 Juli 2023"])
def test_dates_of_any_order(folder, order):
    folder.write("telepon.csv", f"Date;Calls Offered;ACD Calls\n{order};30;28\n7/31/2023;1;1\n")
    assert rows(folder.clean("telepon"))[0][0] == "2023-07-03"


def test_a_report_on_agents_is_refused(folder, snapshot):
    text = '"Skill State:";"NORMAL"\n"Agent Name";"Login ID";"State";"Time"\n"Agen";"1";"AUX";25\n'
    assert folder.write("telepon.csv", text).refusal("telepon") == snapshot


def test_a_count_that_cannot_be_read_is_told_and_not_derived(folder):
    folder.write("telepon.csv", "Date;Calls Offered;ACD Calls;Aban Calls\n03/07/2023;-30;28;2\n")
    cleaned = folder.clean("telepon")
    assert cleaned.tabel[COLUMNS[:3]].fillna(0).to_numpy().tolist() == [[0, 28, 2]]
    assert [text[:55] for text in cleaned.peringatan] == [
        "telepon.csv, baris 2, kolom 'Calls Offered': “-30” buka",
        "telepon.csv, kolom 'ACD Calls': 28 panggilan dijawab, l",
    ]


def test_more_calls_answered_than_offered_stop_the_report(folder, snapshot):
    text = folder.text("avaya-harian.csv").replace("ACD Calls", "x").replace("Calls Offered", "y")
    text = text.replace('"x"', '"Calls Offered"').replace('"y"', '"ACD Calls"')
    cleaned = folder.write("telepon.csv", text).clean("telepon")
    assert [str(found) for found in cleaned.temuan if found.menghentikan] == snapshot
