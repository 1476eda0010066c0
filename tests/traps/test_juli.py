"""The sample month, damaged as exports are met in practice: no figure changes in silence."""

import csv
import io
import shutil
from fnmatch import fnmatch

import pytest
from proyek import ROOT

from laporan.clean import cleaner
from laporan.clean.schema import check_source
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.measure import measure
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

    def result(self, **settings):
        """Give the figures of the source, and what is told of it."""
        settings = {**load_settings(), **settings}
        tables = read_source(self.folder, self.name, settings)
        cleaned = check_source(cleaner(self.name)(tables, JULI, settings), JULI, settings)
        figures = measure(JULI, {JULI: {self.name: cleaned.tabel}}, None, {JULI: settings})
        figures = figures.set_index(["indikator", "dimensi", "kategori"])["nilai"].to_dict()
        return figures, [str(finding) for finding in cleaned.temuan]


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
    figures, told = july.result()
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
