TWEETS = ["Tweet id", "Tweet text", "time", "impressions", "user profile clicks"]
DAYS = ["Date", "Tweets published", "impressions", "user profile clicks"]


def test_a_tweets_day_is_wibs(clean, raw):
    result = clean(
        "twitter",
        raw(
            "twitter.csv",
            TWEETS,
            ("1", "a", "2023-06-30 16:59 +0000", "36.0", "0.0"),
            ("2", "b", "2023-06-30 17:00 +0000", "1115.0", "-"),
            ("3", "c", "2023-07-31 17:00 +0000", "14.0", "1.0"),
        ),
    )
    assert result.rows == [("per unggahan", "2023-07-01", 1, 1115, None)]
    assert result.dikecualikan == [("twitter.csv", "bulan lain", 2, "2, 4")]


def test_rows_by_day_say_how_many_posts(clean, raw):
    rows = [("2023-07-01", "3", "2,799", "102"), ("2023-07-02", "0", "0", "0")]
    result = clean("twitter", raw("twitter-per-hari.csv", DAYS, *rows))
    assert result.rows == [
        ("per hari", "2023-07-01", 3, 2799, 102),
        ("per hari", "2023-07-02", 0, 0, 0),
    ]


def test_both_forms_are_kept_apart_and_doubles_left_out(clean, raw):
    tweet = ("1", "a", "2023-07-05 03:00 +0000", "36.0", "0.0")
    later = ("1", "a", "2023-07-05 03:00 +0000", "40.0", "2.0")
    day = ("2023-07-05", "1", "36", "0")
    result = clean(
        "twitter",
        raw("twitter-1.csv", TWEETS, tweet),
        raw("twitter-2.csv", TWEETS, later),
        raw("twitter-3.csv", DAYS, day),
        raw("twitter-4.csv", DAYS, day),
    )
    assert [row[0] for row in result.rows] == ["per hari", "per unggahan"]
    assert result.dikecualikan == [
        ("twitter-1.csv", "ganda", 1, "2"),
        ("twitter-4.csv", "ganda", 1, "2"),
    ]


def test_rows_without_a_readable_time_are_rejected(clean, raw):
    result = clean(
        "twitter",
        raw("twitter-1.csv", TWEETS, ("1", "a", "5 jam yang lalu", "1", "1")),
        raw("twitter-2.csv", DAYS, (None, "1", "1", "1")),
    )
    assert result.ditolak == [
        ("twitter-1.csv", 2, "time", "5 jam yang lalu", "waktu tidak terbaca"),
        ("twitter-2.csv", 2, "Date", "", "tanggal kosong"),
    ]


def test_a_day_that_is_there_twice_is_told_of_and_not_a_day_of_two_posts(clean, raw):
    days = [("2023-07-05", "1", "36", "0"), ("2023-07-06", "1", "9", "0")]
    again = ("2023-07-05", "2", "50", "1")
    tweets = [(str(n), "a", "2023-07-05 03:00 +0000", "36.0", "0.0") for n in range(2)]
    told = (
        "twitter-1.csv, baris 2 dan 4, kolom 'Date': tanggal yang sama ada di beberapa baris; "
        "semuanya dihitung. Ekspor per hari memuat setiap hari sekali: periksa tanggalnya, atau "
        "ekspor ulang."
    )
    post = raw("twitter-2.csv", TWEETS, *tweets)
    assert told in clean("twitter", raw("twitter-1.csv", DAYS, *days, again), post).peringatan
    assert clean("twitter", raw("twitter-1.csv", DAYS, *days), post).peringatan == []
