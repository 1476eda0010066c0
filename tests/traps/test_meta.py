"""Meta Business Suite: encodings, blocks of both platforms, Excel's damage, posts."""

import pytest


def daily(folder):
    table = folder.clean("meta_harian").tabel
    return [
        (media, metrik, str(day)[:10], value)
        for day, media, metrik, value in table.itertuples(index=False, name=None)
    ]


BOTH = [
    ("Facebook", "kunjungan_profil", "2023-07-30", 7),
    ("Facebook", "kunjungan_profil", "2023-07-31", 14),
    ("Instagram", "kunjungan_profil", "2023-07-29", 1),
    ("Instagram", "kunjungan_profil", "2023-07-31", 10),
]


def test_both_platforms_in_one_file(folder):
    assert daily(folder.put(meta_harian="meta-dua-platform.csv")) == BOTH
    assert folder.account("meta_harian") == (
        {"meta-harian.csv": [5, 4, 0, 1]},
        [("meta-harian.csv", "bulan lain", 1)],
    )


def text_of(folder, fixture):
    return (
        (folder.path.__class__(__file__).parent / "fixtures" / fixture)
        .read_bytes()
        .decode("utf-16")
    )


def test_one_file_a_platform(folder):
    head, first, second = text_of(folder, "meta-dua-platform.csv").partition('"Facebook visits"')
    facebook, instagram = (first + second).split("\n\n")
    folder.write("meta-harian-fb.csv", (head + facebook + "\n").encode("utf-16"))
    folder.write("meta-harian-ig.csv", (head + instagram).encode("utf-16"))
    assert daily(folder) == BOTH


@pytest.mark.parametrize(
    ("title", "media", "metrik"),
    [
        ("Facebook visits", "Facebook", "kunjungan_profil"),
        ("Facebook Page visits", "Facebook", "kunjungan_profil"),
        ("Page visits", "Facebook", "kunjungan_profil"),
        ("Instagram profile visits", "Instagram", "kunjungan_profil"),
        ("Instagram visits", "Instagram", "kunjungan_profil"),
        ("Reach", "Facebook", "jangkauan"),
        ("Facebook reach", "Facebook", "jangkauan"),
        ("FACEBOOK PAGE REACH", "Facebook", "jangkauan"),
        ("Instagram reach", "Instagram", "jangkauan"),
        ("Follows", "Facebook", "pengikut_baru"),
        ("Facebook follows", "Facebook", "pengikut_baru"),
        ("Instagram follows", "Instagram", "pengikut_baru"),
    ],
)
def test_titles_vary(folder, title, media, metrik):
    folder.write(
        "meta-harian.csv", f'sep=,\n"{title}"\n"Date","Primary"\n"2023-07-01T00:00:00","7"\n'
    )
    assert daily(folder) == [(media, metrik, "2023-07-01", 7)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("form", ["original", "tab", "semicolon", "sep-that-lies"])
def test_every_encoding_and_separator(folder, encoding, form):
    text = text_of(folder, "meta-dua-platform.csv")
    if form == "tab":
        text = text.replace('"', "").replace(",", "\t").replace("\n", "\r\n")
    if form == "semicolon":
        text = text.replace("sep=,\n", "").replace('"', "").replace(",", ";")
    if form == "sep-that-lies":
        # What Excel makes of a file when it is set to another separator.
        text = text.replace("sep=,", "sep=,;").replace('","', ";").replace('"', "")
    assert daily(folder.write("meta-harian.csv", text.encode(encoding))) == BOTH


def test_a_file_saved_anew_by_excel(folder):
    assert daily(folder.put(meta_harian="meta-jangkauan-excel.csv")) == [
        ("Facebook", "jangkauan", "2023-07-30", 2768),
        ("Facebook", "jangkauan", "2023-07-31", 10862),
        ("Instagram", "jangkauan", "2023-07-31", 1200),
    ]


@pytest.mark.parametrize(
    "day", ["{d:02}/07/2023 00:00", "7/{d}/2023 0:00", "{d}-Jul-23", "{d:02}.07.2023"]
)
def test_dates_that_excel_wrote_anew_are_read_in_the_order_of_the_file(folder, day):
    rows = "".join(f"{day.format(d=d)};{d}\n" for d in (1, 2, 13, 31))
    folder.write("meta-harian.csv", "Follows;\nDate;Primary\n" + rows)
    assert [row[2:] for row in daily(folder)] == [
        ("2023-07-01", 1), ("2023-07-02", 2), ("2023-07-13", 13), ("2023-07-31", 31),
    ]  # fmt: skip


def test_a_file_in_which_numbers_became_dates_is_refused(folder, snapshot):
    assert folder.put(meta_harian="meta-pemirsa-rusak.csv").refusal("meta_harian") == snapshot


@pytest.mark.parametrize(
    "cell", ["3.апр", "Apr-23", "03/04/2023", "2023-04-03", "03/04/2023 00:00"]
)
def test_a_number_that_became_a_date_is_refused(folder, cell):
    text = text_of(folder, "meta-dua-platform.csv").replace('"14"', f'"{cell}"')
    message = folder.write("meta-harian.csv", text.encode("utf-16")).refusal("meta_harian")
    assert message.startswith(f"meta-harian.csv, baris 5, kolom 'Primary': '{cell}' adalah angka")


def test_marks_changed_in_some_cells_are_refused(folder, snapshot):
    text = (
        text_of(folder, "meta-jangkauan-excel.csv")
        .replace("2768", "2.768")
        .replace("1200", "1,200")
    )
    folder.write("meta-harian.csv", text.encode("utf-16"))
    assert folder.refusal("meta_harian") == snapshot


def test_a_file_cut_off_is_refused(folder, snapshot):
    raw = text_of(folder, "meta-dua-platform.csv").encode("utf-16")
    assert folder.write("meta-harian.csv", raw[:-7]).refusal("meta_harian") == snapshot
    assert folder.write("meta-harian.csv", raw[:-8]).refusal("meta_harian") == snapshot


def test_a_table_without_a_title_is_rejected_and_not_guessed_at(folder, snapshot):
    folder.write("meta-harian.csv", "Date,Primary\n2023-07-01,7\n")
    assert folder.clean("meta_harian").ditolak.to_dict("records") == snapshot


def test_posts_by_publish_time_and_type(folder):
    table = folder.put(meta_konten="meta-konten.csv").clean("meta_konten").tabel
    assert table[["jenis", "jangkauan", "suka"]].to_numpy().tolist() == [
        ["Instagram story", 470, 4],
        ["Facebook", 725, 38],
        ["Instagram feed", 1600, 29],
    ]
    assert [str(time) for time in table["diterbitkan"]] == [
        "2023-07-01 00:00:00+07:00",
        "2023-07-12 10:00:00+07:00",
        "2023-07-31 23:59:00+07:00",
    ]
    assert folder.account("meta_konten") == (
        {"meta-konten.csv": [4, 3, 0, 1]},
        [("meta-konten.csv", "bulan lain", 1)],
    )
