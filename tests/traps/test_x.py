"""X Analytics: by tweet and by day, times in UTC, counts with a decimal, line breaks."""

from laporan.dasar.bulan import Bulan


def test_a_real_export_by_tweet(folder):
    folder.bulan = Bulan(2021, 3)
    table = folder.put(twitter="10_x_tweet_activity_by-tweet.csv").clean("twitter").tabel
    assert len(table) == 20
    # Its own figures, added up by hand.
    assert table["tayangan"].sum() == 1085
    assert table["kunjungan_profil"].sum() == 5
    assert {str(day)[:10] for day in table["tanggal"]} == {"2021-03-08"}
    assert set(table["bentuk"]) == {"per unggahan"}


def test_the_month_of_a_tweet_is_that_of_wib(folder):
    text = folder.text("10_x_tweet_activity_by-tweet.csv")
    text = text.replace("2021-03-08 16:25 +0000", "2023-06-30 17:00 +0000")
    text = text.replace("2021-03-08 03:46 +0000", "2023-07-31 16:59 +0000")
    folder.write("twitter.csv", text)
    assert [str(day)[:10] for day in folder.clean("twitter").tabel["tanggal"]] == [
        "2023-07-01",
        "2023-07-31",
    ]
    assert folder.account("twitter")[0] == {"twitter.csv": [20, 2, 0, 18]}


def test_by_day(folder):
    table = folder.put(twitter="x-per-hari.csv").clean("twitter").tabel
    assert table[["unggahan", "tayangan", "kunjungan_profil"]].to_numpy().tolist() == [
        [2, 1115, 5],
        [0, 204, 0],
    ]


def test_a_dash_is_no_value(folder):
    text = folder.text("x-per-hari.csv").replace('"204"', '"-"')
    cleaned = folder.write("twitter.csv", text).clean("twitter")
    assert cleaned.tabel["tayangan"].isna().tolist() == [False, True]
    (warned,) = cleaned.peringatan
    assert "kolom 'impressions': kosong; angkanya hanya dari 1 dari 2 baris." in warned


def test_a_file_whose_marks_excel_changed_is_read_by_its_shares(folder):
    # Indonesian marks throughout, as Excel writes them anew.
    rows = "2023-07-01;2;1.115;36;0,0322869955;5\n2023-07-02;0;1.000;3;0,014705;0\n"
    header = folder.text("x-per-hari.csv").splitlines()[0].replace('"', "").replace(",", ";")
    table = folder.write("twitter.csv", f"{header}\n{rows}").clean("twitter").tabel
    assert table["tayangan"].tolist() == [1115, 1000]


def test_counts_that_contradict_the_shares_are_refused(folder, snapshot):
    text = folder.text("x-per-hari.csv").replace('"1115"', '"1.115"')
    assert folder.write("twitter.csv", text).refusal("twitter") == snapshot


def test_ids_rounded_by_excel_do_not_make_tweets_one(folder):
    folder.bulan = Bulan(2021, 3)
    text = folder.text("10_x_tweet_activity_by-tweet.csv")
    lines = [
        f'"1.36896E+18"{line[21:]}' if line.startswith('"1368') else line
        for line in text.split("\n")
    ]
    assert len(folder.write("twitter.csv", "\n".join(lines)).clean("twitter").tabel) == 20
