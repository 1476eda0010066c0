"""The sample month, damaged as exports are met in practice: no figure changes in silence."""

import csv
import io
import shutil
from datetime import datetime, timedelta
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from openpyxl.styles import Font
from proyek import ROOT

from laporan.clean import cleaner
from laporan.clean.schema import check_source
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings
from laporan.measure import measure
from laporan.measure.keputusan.waktu import LEBAR, SEBARAN, TERAKHIR, cutoff, step_name, waits
from laporan.measure.konsultasi import consultations
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES

JULI, RAW = Bulan(2023, 7), ROOT / "data" / "raw" / "2023-07"


class Source:
    """A source of July, whose files a test changes."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        for path in RAW.iterdir():
            if fnmatch(path.name, SOURCES[name].pattern):
                shutil.copy(path, folder)

    def rows(self, file):
        text = (self.folder / file).read_text(encoding="utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))

    def write(self, file, rows):
        target = io.StringIO(newline="")
        csv.writer(target).writerows(rows)
        (self.folder / file).write_text(target.getvalue(), encoding="utf-8", newline="")

    def change(self, file, column, change):
        """Change the cells of a column below the header."""
        rows = self.rows(file)
        at = next(row for row in rows if column in row).index(column)
        head = next(place for place, row in enumerate(rows) if column in row)
        for number, row in enumerate(rows[head + 1 :]):
            if len(row) > at:
                row[at] = change(row[at], number)
        self.write(file, rows)

    def drop(self, file, column):
        rows = self.rows(file)
        at = rows[0].index(column)
        self.write(file, [row[:at] + row[at + 1 :] for row in rows])

    def cleaned(self, settings):
        tables = read_source(self.folder, self.name, settings)
        return check_source(cleaner(self.name)(tables, JULI, settings), JULI, settings)

    def result(self, **settings):
        """Give the figures of the source, and what is told of it."""
        settings = {**load_settings(), **settings}
        return figures_and_told(self.name, self.cleaned(settings), settings)

    def undamaged(self):
        """Give the same of the source as it is in July, whatever was changed here."""
        return of_july(self.name)


@cache
def cleaned_july(name):
    with TemporaryDirectory() as folder:
        return Source(Path(folder), name).cleaned(load_settings())


@cache
def of_july(name):
    return figures_and_told(name, cleaned_july(name), load_settings())


def figures_and_told(name, cleaned, settings):
    measured = measure(JULI, {JULI: {name: cleaned.tabel}}, None, {JULI: settings})
    figures = measured.tabel.set_index(["indikator", "dimensi", "kategori"])["nilai"].to_dict()
    return figures, [str(finding) for finding in cleaned.temuan]


def replies(cleaned):
    """Give the minutes until each reply."""
    settings = load_settings()
    tiket = consultations(cleaned.tabel)
    waited = waits(tiket, "dibalas", cutoff(tiket, JULI), settings)
    return waited.loc[waited["berakhir"], "menit"]


# What is measured to the second, in minutes or, of what is open, in days.
TO_THE_SECOND = ("balas.", "selesai.", "tunggakan.tertua")


def same_but_for_seconds(damaged, figures, waited):
    """Hold figures against those of a file that lost the seconds of its times.

    ``waited`` are the minutes until each reply, to the second.
    """
    assert damaged.keys() == figures.keys()
    steps = [key for key in figures if key[0] == SEBARAN.kunci]
    assert sum(damaged[key] for key in steps) == len(waited)
    # Two times without seconds are less than a minute nearer to each other, or farther off.
    for border in range(LEBAR, TERAKHIR + LEBAR, LEBAR):
        before = sum(
            damaged[SEBARAN.kunci, "menit", step_name(start)] for start in range(0, border, LEBAR)
        )
        assert (waited <= border - 1).sum() <= before <= (waited < border + 1).sum(), border
    for key, value in figures.items():
        if key in steps:
            continue
        room = 1 if key[0].startswith(TO_THE_SECOND) and not float(value).is_integer() else 0
        assert abs(damaged[key] - value) <= room, key


@pytest.fixture
def source(tmp_path):
    return lambda name: Source(tmp_path, name)


def exact(number, digits, kept):
    """Give an id as a spreadsheet keeps it."""
    text = str(10 ** (digits - 1) + 7919 * number + 13)
    return text[:kept] + "0" * (len(text) - kept)


IDS = [
    ("twitter", "twitter-per-tweet.csv", "Tweet id"),
    ("meta_konten", "meta-konten-instagram.csv", "Post ID"),
    ("meta_konten", "meta-konten-story.csv", "Post ID"),
    ("wa_blast", "wa-blast.csv", "whatsapp_message_id"),
]
ROUNDED = {
    "19 angka": lambda number: exact(number, 19, 15),
    "17 angka": lambda number: exact(number, 17, 15),
    "pangkat": lambda number: "1,60001E+18",
    "pangkat dijabarkan": lambda number: "160001000000000",
    "bilangan titik kambang": lambda number: str(int(float(16 * 10**17 + number))),
}


@pytest.mark.parametrize("form", ROUNDED)
@pytest.mark.parametrize(("name", "file", "column"), IDS)
def test_rounded_ids_make_no_rows_one(source, name, file, column, form):
    july = source(name)
    figures, told = july.undamaged()
    july.change(file, column, lambda _, number: ROUNDED[form](number))
    damaged, more = july.result()
    assert damaged == figures
    assert [text for text in more if text not in told and file in text and "dibulatkan" in text]


def test_one_id_of_several_posts_is_no_id(source):
    july = source("twitter")
    (july.folder / "twitter-per-hari.csv").unlink()
    figures, told = july.result()
    july.change("twitter-per-tweet.csv", "Tweet id", lambda _, number: str(1601 + number // 3))
    damaged, more = july.result()
    assert damaged == figures
    assert told == []
    assert "satu nomor dipakai beberapa hal" in more[0]


def test_posts_a_day_that_are_not_told_are_counted_elsewhere_or_not_at_all(source):
    july = source("twitter")
    figures, told = july.undamaged()
    july.drop("twitter-per-hari.csv", "Tweets published")
    damaged, more = july.result()
    assert damaged == figures
    assert any("dihitung dari ekspor per unggahan" in text for text in set(more) - set(told))
    (july.folder / "twitter-per-tweet.csv").unlink()
    damaged, more = july.result()
    assert ("media_sosial.unggahan", "media", "Twitter") not in damaged
    assert any("tidak dipasok" in text for text in more)


@pytest.mark.parametrize("cell", ["0", ""])
@pytest.mark.parametrize(
    ("name", "file", "column"),
    [
        ("twitter", "twitter-per-hari.csv", "Tweets published"),
        ("twitter", "twitter-per-hari.csv", "impressions"),
        ("twitter", "twitter-per-hari.csv", "user profile clicks"),
        ("meta_konten", "meta-konten-instagram.csv", "Reach"),
    ],
)
def test_a_column_that_says_nothing_is_not_supplied(source, name, file, column, cell):
    july = source(name)
    figures, told = july.undamaged()
    july.change(file, column, lambda *_: cell)
    damaged, more = july.result()
    assert all(damaged.get(key, value) == value for key, value in figures.items())
    assert [text for text in more if text not in told and file in text and column in text]


@pytest.mark.parametrize("name", ["twitter", "meta_konten", "tatap_muka"])
def test_the_undamaged_month_lacks_no_column(source, name):
    """Not even where a column is empty by nature: nobody comments on a story."""
    _, told = source(name).result()
    assert not [text for text in told if "tidak dipasok" in text]


TYPES = [
    {"IG reel": "Reel IG", "IG carousel": "Korsel IG", "IG image": "Foto Instagram"},
    {"IG reel": "Instagram reel", "IG carousel": "Instagram carousel", "IG image": "IG photo"},
]


@pytest.mark.parametrize("names", TYPES)
@pytest.mark.parametrize("story", ["Cerita IG", "Instagram story", "IG Stories"])
def test_post_types_are_read_in_their_languages(source, names, story):
    july = source("meta_konten")
    before = july.undamaged()
    july.change("meta-konten-instagram.csv", "Post type", lambda cell, _: names.get(cell, cell))
    july.change("meta-konten-story.csv", "Post type", lambda *_: story)
    assert july.result() == before


def test_a_post_type_that_nobody_knows_is_put_to_no_medium(source):
    july = source("meta_konten")
    figures, _ = july.undamaged()
    july.change("meta-konten-story.csv", "Post type", lambda *_: "Utas")
    damaged, more = july.result()
    key = ("media_sosial.unggahan", "media")
    assert damaged[*key, "Facebook"] == figures[*key, "Facebook"]
    assert damaged[*key, "Instagram feed"] == figures[*key, "Instagram feed"]
    assert damaged[*key, "Tidak dikenal"] == figures[*key, "Instagram story"]
    assert any("“Utas” tidak dikenal" in text for text in more)


def test_exports_of_x_since_2024(source):
    july = source("twitter")
    figures, _ = july.undamaged()
    days = july.rows("twitter-per-hari.csv")
    at = {name: days[0].index(name) for name in ("Date", "impressions", "user profile clicks")}
    months = [["Date", "Impressions", "Likes", "Profile visits", "Create Post"]]
    for row in days[1:]:
        day = int(row[at["Date"]][-2:])
        views, visits = row[at["impressions"]], row[at["user profile clicks"]]
        months.append([f"Sat, Jul {day}, 2023", views, "1", visits, "0"])
    july.write("twitter-per-hari.csv", months)
    damaged, more = july.result()
    assert damaged == figures
    assert len(more) == 1


def test_viewers_in_place_of_reach_break_the_series(source):
    july = source("meta_konten")
    figures, _ = july.undamaged()
    rows = july.rows("meta-konten-instagram.csv")
    rows[0][rows[0].index("Reach")] = "Viewers"
    july.write("meta-konten-instagram.csv", rows)
    damaged, more = july.result()
    assert damaged == figures
    assert any("deretnya terputus" in text for text in more)


def download_again(july, file, again, *, column, value, rows=slice(None), more=()):
    """Put a second download beside a first one, in which a column has other contents."""
    shutil.copy(july.folder / file, july.folder / again)
    july.change(again, column, lambda cell, at: value if at in range(100)[rows] else cell)
    july.write(again, [*july.rows(again), *more])


def test_of_two_downloads_of_tickets_the_newer_one_is_right(source):
    july = source("tiket")
    figures, _ = july.undamaged()
    newest = july.rows("tiket-1.csv")[-1]
    newest = ["19000001", *newest[1:]]
    download_again(
        july, "tiket-1.csv", "tiket-1 (1).csv",
        column="Topik", value="SIKD", rows=slice(0, 20), more=[newest],
    )  # fmt: skip
    damaged, told = july.result()
    assert damaged["tiket.jumlah", "", ""] == figures["tiket.jumlah", "", ""] + 1
    assert damaged["tiket.topik", "topik", "SIKD"] > figures["tiket.topik", "topik", "SIKD"] + 10
    assert any("yang dipakai tiket-1 (1).csv" in text and "Topik" in text for text in told)


def test_a_later_date_in_any_column_outweighs_rows_and_names(source):
    july = source("tiket")
    figures, _ = july.undamaged()
    shutil.copy(july.folder / "tiket-1.csv", july.folder / "tiket-1 (1).csv")
    july.change("tiket-1 (1).csv", "Topik", lambda *_: "SIKD")
    late = "2023-08-02T01:00:00+00:00"
    july.change("tiket-1.csv", "date_resolved", lambda cell, at: late if at == 9 else cell)
    damaged, told = july.result()
    assert damaged["tiket.topik", "topik", "SIKD"] == figures["tiket.topik", "topik", "SIKD"]
    assert any("yang dipakai tiket-1.csv" in text and "2 Agustus 2023" in text for text in told)


@pytest.mark.parametrize(
    ("name", "file", "column", "key"),
    [
        ("twitter", "twitter-per-hari.csv", "impressions", "media_sosial.tayangan"),
        ("meta_konten", "meta-konten-instagram.csv", "Reach", "media_sosial.jangkauan"),
    ],
)
def test_the_newer_counts_are_right(source, name, file, column, key):
    july = source(name)
    figures, _ = july.undamaged()
    again = file.replace(".csv", " (1).csv")
    shutil.copy(july.folder / file, july.folder / again)
    july.change(again, column, lambda cell, _: str(2 * int(float(cell))))
    damaged, told = july.result()
    media = "Twitter" if name == "twitter" else "Instagram"
    assert damaged[key, "media", media] == 2 * figures[key, "media", media]
    assert any(f"yang dipakai {again}" in text and column in text for text in told)


def sheet(july, file):
    book = openpyxl.load_workbook(july.folder / file)
    return book, book.worksheets[0]


def edit(july, file, change, rows=slice(0, 4)):
    """Change the rows of a list below its header, each a dictionary of cells by heading."""
    book, page = sheet(july, file)
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    head = next(row for row in page.iter_rows() if "Tanggal" in [cell.value for cell in row])
    names = [cell.value for cell in head]
    below = list(page.iter_rows(min_row=head[0].row + 1))
    for row in below[rows]:
        change(dict(zip(names, row, strict=False)))
    book.save(july.folder / file)


LISTS = [
    ("publikasi", "publikasi.xlsx"),
    ("webinar", "webinar.xlsx"),
    ("video_conference", "video-conference.xlsx"),
    ("tatap_muka", "tatap-muka.xlsx"),
    ("ppid", "ppid.xlsx"),
    ("email_lapor", "email-lapor.xlsx"),
]


@pytest.mark.parametrize("slip", [datetime(2022, 7, 3), datetime(2024, 7, 3), "7 Mei 2023"])
@pytest.mark.parametrize(("name", "file"), LISTS)
def test_days_that_are_mistyped_are_told(source, name, file, slip):
    july = source(name)

    def mistype(cells):
        cells["Tanggal"].value = slip

    edit(july, file, mistype, rows=slice(0, 2))
    _, told = july.result()
    assert any("Bila salah ketik" in text and "tidak dihitung" in text for text in told)


def test_a_sum_says_of_how_many_rows_it_is(source):
    july = source("tatap_muka")

    def empty(cells):
        cells["Jumlah Tamu"].value = None

    edit(july, "tatap-muka.xlsx", empty)
    assert any("dari 20 dari 24 kunjungan" in text for text in july.result()[1])
    edit(july, "tatap-muka.xlsx", empty, rows=slice(None, -1))
    assert ("tatap_muka.tamu", "", "") not in july.result()[0]


HEADS = {
    "Page title and screen class": "Judul halaman dan kelas layar",
    "Views": "Tayangan",
    "Active users": "Pengguna aktif",
}


def test_pages_and_periods_in_indonesian(source):
    july = source("situs_halaman")
    figures, _ = july.undamaged()
    text = (july.folder / "situs-halaman.csv").read_text(encoding="utf-8-sig")
    for english, indonesian in {**HEADS, "Start date": "Tanggal mulai"}.items():
        text = text.replace(english, indonesian, 1) if english != "Views" else text
    (july.folder / "situs-halaman.csv").write_text(text, encoding="utf-8")
    assert july.result()[0] == figures
    longer = text.replace("20230701", "20230501")
    (july.folder / "situs-halaman.csv").write_text(longer, encoding="utf-8")
    assert any("masa ekspornya melampaui" in told for told in july.result()[1])


SPELLINGS = ["/a", "/a/", "/A", "/a?fbclid=x", "/a/?utm_source=wa&utm_medium=b", "/a?gclid=1"]


def test_one_page_in_several_spellings(source):
    july = source("situs_halaman")
    head = "Page path and screen class,Views,Active users\r\n"
    rows = [*SPELLINGS, "(not set)", "/a?id=1", "/a?utm_source=x&id=1", "/"]
    lines = "".join(f"{page},10,5\r\n" for page in rows)
    (july.folder / "situs-halaman.csv").write_text(head + lines, encoding="utf-8")
    figures, _ = july.result()
    pages = {key[2]: value for key, value in figures.items() if key[1] == "halaman"}
    assert pages == {"/a": 60, "/a?id=1": 20, "/": 10}


STYLES = [Font(strike=True), Font(color="00A6A6A6")]


@pytest.mark.parametrize("font", STYLES, ids=["dicoret", "abu-abu"])
@pytest.mark.parametrize(("name", "file"), LISTS)
def test_rows_struck_through_or_grey_are_left_out_and_told(source, name, file, font):
    july = source(name)
    key = SOURCES[name].counted, "", ""
    figures, told = july.undamaged()

    def strike(cells):
        for cell in cells.values():
            cell.font = font

    plain = not sheet(july, file)[1].merged_cells.ranges
    edit(july, file, strike, rows=slice(0, 2))
    damaged, more = july.result()
    assert not plain or damaged[key] == figures[key] - 2
    assert any("dianggap dibatalkan" in text for text in set(more) - set(told))


@pytest.mark.parametrize("remark", ["BATAL", "dibatalkan", "reschedule ke Agustus", "Ditunda"])
@pytest.mark.parametrize(("name", "file"), LISTS)
def test_rows_that_a_remark_cancels_are_left_out_and_told(source, name, file, remark):
    july = source(name)
    key = SOURCES[name].counted, "", ""
    book, page = sheet(july, file)
    head = next(row for row in page.iter_rows() if "Tanggal" in [cell.value for cell in row])
    page.cell(head[0].row, len(head) + 1, "Keterangan")
    page.cell(head[0].row + 1, len(head) + 1, remark)
    figures, _ = july.undamaged()
    book.save(july.folder / file)
    damaged, more = july.result()
    assert damaged[key] == figures[key] - 1
    assert any("menurut keterangannya" in text for text in more)


@pytest.mark.parametrize("head", ["tanpa", "sama", "Tgl"])
@pytest.mark.parametrize(("name", "file"), [*LISTS[:2], *LISTS[4:5]])
def test_a_list_that_goes_on_in_a_second_sheet_is_one(source, name, file, head):
    july = source(name)
    figures, _ = july.undamaged()
    book, page = sheet(july, file)
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(rows) if "Tanggal" in row)
    names = [{"Tanggal": "Tgl"}.get(cell, cell) if head == "Tgl" else cell for cell in rows[start]]
    cut = start + 4
    page.delete_rows(cut + 1, len(rows))
    more = book.create_sheet("Minggu 2")
    for row in ([] if head == "tanpa" else [names]) + rows[cut:]:
        more.append(row)
    book.save(july.folder / file)
    damaged, told = july.result()
    assert damaged == figures
    assert any("'Minggu 2'" in text and "satu daftar" in text for text in told)


@pytest.mark.parametrize("title", ["Rekap", "Ringkasan Juli"])
def test_a_summary_in_front_is_left_out(source, title):
    july = source("publikasi")
    figures, _ = july.undamaged()
    book, _ = sheet(july, "publikasi.xlsx")
    front = book.create_sheet(title, 0)
    front.append(["Tanggal", "Judul", "Banyak"])
    front.append([datetime(2023, 7, 3), "Minggu 1", 5])
    book.save(july.folder / "publikasi.xlsx")
    damaged, told = july.result()
    assert damaged == figures
    assert any(f"'{title}'" in text for text in told)


WORDS = ["", "Sangat Tidak Puas", "Tidak Puas", "Cukup", "Puas", "Sangat Puas"]
ENGLISH = ["", "Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]


def edit_survey(july, column, change):
    book, page = sheet(july, "survei.xlsx")
    at = next(cell.column for cell in page[1] if str(cell.value).split() == column.split())
    for row in range(2, page.max_row + 1):
        cell = page.cell(row, at)
        cell.value = change(cell.value)
    book.save(july.folder / "survei.xlsx")


@pytest.mark.parametrize("words", [WORDS, ENGLISH, [f"{n} ({w})" for n, w in enumerate(WORDS)]])
def test_ratings_in_words_are_read_and_told(source, words):
    july = source("survei")
    figures, _ = july.undamaged()
    for column in ("Kepuasan Layanan", "Substansi Jawaban"):
        edit_survey(july, column, lambda cell: cell if cell is None else words[int(cell)])
    damaged, told = july.result()
    assert damaged == figures
    assert any(f"“{words[5]}” dibaca sebagai nilai 5" in text for text in told)


def test_another_scale_anonymous_answers_and_spellings_are_told(source):
    july = source("survei")
    figures, _ = july.undamaged()
    edit_survey(
        july, "Agen", lambda name: name.replace(" ", "  ") + "." if "A" in name[6:] else name
    )
    damaged, told = july.result()
    assert damaged == figures
    edit_survey(july, "Email", lambda _: "anonymous")
    damaged, told = july.result()
    assert damaged["kepuasan.penilaian", "", ""] >= figures["kepuasan.penilaian", "", ""]
    assert any("semua jawaban anonim" in text for text in told)
    edit_survey(july, "Kepuasan Layanan", lambda cell: cell and min(int(cell), 4))
    assert any("skala formulirnya 1 sampai 4" in text for text in july.result()[1])


@pytest.mark.parametrize("spoil", ["\u200b{}", "{}\u00a0", " {} \u2060", "\u00ad{}"])
def test_heads_fold_what_is_not_seen(source, spoil):
    july = source("twitter")
    before = july.undamaged()[0]
    for file in ("twitter-per-hari.csv", "twitter-per-tweet.csv"):
        rows = july.rows(file)
        july.write(file, [[spoil.format(head).upper() for head in rows[0]], *rows[1:]])
    assert july.result()[0] == before


def keep_older(july, file, again, column, rows=slice(4, 6)):
    """Copy a workbook under another name, and let the original say something else in some rows."""
    edit(july, file, lambda cells: None, rows=slice(0, 0))  # merged cells come apart in both
    shutil.copy(july.folder / file, july.folder / again)

    def change(cells):
        cells[column].value = f"Isi lama {cells[column].row}"

    edit(july, file, change, rows=rows)


SECOND_COLUMNS = ["Judul", "Kegiatan", "Topik", "Topik", "Keperluan", "Pengirim"]
VERSIONS = [(*pair, column) for pair, column in zip(LISTS, SECOND_COLUMNS, strict=True)]


@pytest.mark.parametrize(("name", "file", "column"), VERSIONS)
def test_of_two_versions_of_a_list_the_newer_one_counts(source, name, file, column):
    july = source(name)
    edit(july, file, lambda cells: None, rows=slice(0, 0))
    figures, _ = july.result()
    keep_older(july, file, file.replace(".", " (1)."), column)
    damaged, told = july.result()
    assert damaged == figures
    (said,) = (text for text in told if "versi daftar yang sama" in text)
    assert f"yang dipakai {file.replace('.', ' (1).')} beserta" in said
    assert "tidak (berbeda hanya pada kolom" in said
    assert "namanya bernomor lebih akhir" in said


def test_the_version_of_more_rows_or_later_dates_counts(source):
    july = source("publikasi")
    again = july.folder / "publikasi (1).xlsx"
    figures, _ = july.undamaged()
    keep_older(july, "publikasi.xlsx", again.name, "Judul")
    (july.folder / "publikasi.xlsx").rename(july.folder / "publikasi (2).xlsx")
    again.rename(july.folder / "publikasi.xlsx")
    again = "publikasi (2).xlsx"
    book, page = sheet(july, again)
    page.delete_rows(page.max_row)
    book.save(july.folder / again)
    damaged, told = july.result()
    assert damaged == figures
    assert any(text.startswith(again) and "yang dipakai publikasi.xlsx" in text for text in told)


def test_lists_that_share_little_are_parts(source):
    july = source("publikasi")
    figures, _ = july.undamaged()
    key = "publikasi.jumlah", "", ""
    keep_older(july, "publikasi.xlsx", "publikasi-2.xlsx", "Judul", rows=slice(0, 15))
    damaged, told = july.result()
    assert damaged[key] == figures[key] + 15
    assert any("bagian-bagian satu daftar" in text for text in told)


TIMES = "date_created", "date_first_agent_reply", "date_resolved"
SPELT = {
    "titik": lambda time: f"{time:%d/%m/%Y %H.%M}",
    "AM/PM": lambda time: f"{time.month}/{time.day}/{time.year} {time:%I:%M %p}",
    "tahun dua angka": lambda time: f"{time.day}/{time.month}/{time:%y %H:%M}",
    "nomor seri": lambda time: str((time - datetime(1899, 12, 30)).total_seconds() / 86400).replace(
        ".", ","
    ),
}


def resave(july, file, spell):
    """Write a file as Excel does: times in its spelling, without their zone."""
    for column in TIMES:
        july.change(file, column, lambda cell, _: cell and spell(datetime.fromisoformat(cell[:19])))
    path = july.folder / file
    rows = july.rows(file)
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, delimiter=";").writerows(rows)


BOTH, ONE = ["tiket-1.csv", "tiket-2.csv"], ["tiket-2.csv"]


# Each spelling once, and the one with seconds that are not whole, and the one that is like another
# order of day and month, by either way to find the zone.
@pytest.mark.parametrize(
    ("form", "files"),
    [
        ("titik", BOTH),
        ("AM/PM", BOTH),
        ("nomor seri", BOTH),
        ("AM/PM", ONE),
        ("nomor seri", ONE),
        ("tahun dua angka", ONE),
    ],
)
def test_tickets_saved_again_in_excel_are_read_by_shared_ones(source, form, files):
    july = source("tiket")
    figures, told = july.undamaged()
    for file in files:
        resave(july, file, SPELT[form])
    damaged, more = july.result()
    same_but_for_seconds(damaged, figures, replies(cleaned_july("tiket")))
    said = set(more) - set(told)
    assert all(any(text.startswith(file) and "cara Excel" in text for text in said)
               for file in files)  # fmt: skip
    assert len(said) == len(files)


def test_tickets_saved_again_in_excel_need_a_zone(source):
    july = source("tiket")
    (july.folder / "tiket-2.csv").unlink()
    settings = load_settings()
    before = july.cleaned(settings)
    figures, _ = figures_and_told("tiket", before, settings)
    resave(july, "tiket-1.csv", SPELT["titik"])
    with pytest.raises(
        LaporanError, match=r"Dibaca sebagai UTC.* 23\.17 WIB; sebagai WIB.* 16\.17"
    ):
        july.result()
    damaged, told = july.result(tiket={**load_settings()["tiket"], "zona_ekspor": "UTC"})
    same_but_for_seconds(damaged, figures, replies(before))
    assert any("menurut pengaturan tiket.zona_ekspor" in text for text in told)


def early(cell, _):
    return cell and f"03/07/{cell[:4]} {cell[11:13]}.{cell[14:16]}"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (early, "hari lebih dulu, 3 Juli 2023; dengan bulan lebih dulu, 7 Maret 2023"),
        (lambda _, at: f"0{at % 2 + 1}/{13 + at % 12}/2023 08.00" if at % 3 else "30/06/2023 16.17",
         "hari dan bulannya tidak pasti"),
        (lambda _, at: f"{at % 28 + 1}/07/2023 {at % 12 + 1}.00", "pagi dan sebagai sore"),
    ],
    ids=["dua bacaan", "tanpa bacaan", "tanpa AM/PM"],
)  # fmt: skip
def test_tickets_saved_again_in_excel_are_refused_where_unsure(source, change, said):
    july = source("tiket")
    (july.folder / "tiket-2.csv").unlink()
    for column in TIMES:
        july.change("tiket-1.csv", column, change)
    with pytest.raises(LaporanError) as caught:
        july.result(tiket={**load_settings()["tiket"], "zona_ekspor": "UTC"})
    assert said in " ".join(str(caught.value).split())


FORMS = {
    "Timestamp": lambda time: f"{time:%Y/%m/%d} {time.hour % 12 or 12}:{time:%M:%S %p} GMT+7",
    "Stempel waktu": lambda time: f"{time:%d/%m/%Y %H.%M.%S}",
    "Cap waktu": lambda time: f"{time + timedelta(hours=2):%Y/%m/%d %I:%M:%S %p} GMT+9",
}


def google_form(july, stamp, *, named=True):
    """Write the survey as Google Forms exports it: a CSV without ids."""
    _, page = sheet(july, "survei.xlsx")
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    heads = [" ".join(str(cell).split()) for cell in rows[0]]
    places = [heads.index(name) for name in ("Agen", "Kepuasan Layanan", "Substansi Jawaban")]
    time, email = heads.index("Completion time"), heads.index("Email")
    (july.folder / "survei.xlsx").unlink()
    lines = [[stamp, *(["Nama Pengguna"] if named else []), *(heads[at] for at in places)]]
    for row in rows[1:]:
        if isinstance(row[time], datetime):
            who = [row[email]] if named else []
            lines.append([FORMS[stamp](row[time]), *who, *(row[at] for at in places)])
    july.write("survei.csv", lines)


@pytest.mark.parametrize("stamp", FORMS)
def test_a_survey_of_google_forms_is_read(source, stamp):
    july = source("survei")
    figures, told = july.undamaged()
    google_form(july, stamp)
    damaged, more = july.result()
    assert damaged == figures
    assert len(more) == len(told)


def test_a_survey_of_google_forms_without_addresses_is_anonymous(source):
    july = source("survei")
    google_form(july, "Timestamp", named=False)
    assert any("semua jawaban anonim" in text for text in july.result()[1])


def test_a_list_that_goes_on_with_a_row_and_its_sum_is_one(source):
    july = source("email_lapor")
    figures, _ = july.undamaged()
    book, page = sheet(july, "email-lapor.xlsx")
    last = next(row[0].row for row in page.iter_rows() if row[0].value == "JUMLAH")
    more = book.create_sheet("Lanjutan")
    for row in page.iter_rows(last - 1, last, values_only=True):
        more.append(row)
    page.delete_rows(last - 1, 2)
    # Its day was merged with the row above.
    more["B1"] = None
    book.save(july.folder / "email-lapor.xlsx")
    assert any("lembar 'Lanjutan' tanpa judul kolom" in text for text in july.result()[1])
    more["B1"] = datetime(2023, 7, 31)
    book.save(july.folder / "email-lapor.xlsx")
    damaged, told = july.result()
    assert damaged == figures
    assert any("'Lanjutan', yang ikut dibaca" in text for text in told)


@pytest.mark.parametrize(
    ("name", "file", "column", "cell"),
    [
        ("tiket", "tiket-1.csv", "Eskalasi", ""),
        ("situs_pengunjung", "situs-pengunjung.csv", "Total users", "0"),
        ("situs_halaman", "situs-halaman.csv", "Views", "0"),
    ],
)
def test_a_field_that_says_nothing_is_told(source, name, file, column, cell):
    july = source(name)
    _, told = july.undamaged()
    july.change(file, column, lambda *_: cell)
    _, more = july.result()
    assert [text for text in set(more) - set(told) if text.startswith(f"{file}, ")
            and f"'{column}'" in text]  # fmt: skip
