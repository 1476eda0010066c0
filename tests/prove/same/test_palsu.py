"""Whatever is changed in a finished file is found, and told with file, place and sentence."""

from __future__ import annotations

import random
from pathlib import Path

import palsu
import pytest

from laporan.measure.angka import figures_of
from laporan.measure.ukuran_csv import parse_ukuran
from laporan.prove.same import compare_file, compare_files
from laporan.publish.again import Again

DRAWN, SEED = 40, 20230701


@pytest.fixture(scope="module")
def files(juli: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in juli.iterdir()}


def test_every_known_falsification_is_found_and_named(files: dict[str, bytes], lagi: Again) -> None:
    tried, missed, unnamed = palsu.try_all(lagi.files, palsu.known(files))
    assert {*palsu.ALL_WAYS, "semua gambar dikosongkan"} < set(tried)
    assert missed == []
    assert [(fake.kind, fake.file, str(told[0])) for fake, told in unnamed] == []


def test_those_drawn_at_random_are_found_and_named(files: dict[str, bytes], lagi: Again) -> None:
    """Forty of them; ``palsu.py`` tries as many as it is asked to."""
    source = random.Random(SEED)
    fakes = (palsu.draw(files, source) for _ in range(DRAWN))
    tried, missed, unnamed = palsu.try_all(lagi.files, fakes)
    assert tried.total() == DRAWN
    assert missed == []
    assert len(unnamed) <= 0.05 * DRAWN, [str(told[0]) for _, told in unnamed]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "laporan.html", ">1.707</span></strong>, ", ">1.708</span></strong>, ",
            [
                "laporan.html, bagian “Yang perlu diketahui”, butir: tertulis",
                "berjumlah 1.708,", "seharusnya 'Tiket Juli 2023 berjumlah 1.707,",
                "Angka terdekat: ",
            ],
        ),
        (
            "laporan.html", "WhatsApp%2C2023-01%2C1542", "WhatsApp%2C2023-01%2C1543",
            ["Gambar 4", "baris 2, kolom tiket: tertulis '1543', seharusnya '1542'"],
        ),
        (
            "slide.html", 'scope="col">Kegiatan<', 'scope="col">Peserta<',
            ["Tabel 16, baris 1 (Tanggal), sel judul: tertulis 'Peserta', seharusnya 'Kegiatan'"],
        ),
        (
            "ukuran.csv", "\n2023-07,tiket.jumlah,,,1707,", "\n2023-07,tiket.jumlah,,,1708,",
            ["kolom nilai: tertulis '1708', seharusnya '1707', dalam “2023-07,tiket.jumlah,"],
        ),
        ("mutu.html", "<h2", "<h2 ", ["mutu.html, bagian “Mutu data Juli 2023”, baris "]),
        (
            "jejak.json", '"diambil": 1006', '"diambil": 1007',
            ["jejak.json, masukan.raw/2023-06/tiket-1.csv.diambil: tertulis '1007'"],
        ),
    ],
)  # fmt: skip
def test_a_difference_is_told_so_that_it_can_be_found(
    files: dict[str, bytes], file: str, old: str, new: str, told: list[str]
) -> None:
    figures = figures_of(parse_ukuran(files["ukuran.csv"], "ukuran.csv"))
    text = files[file].decode()
    assert old in text
    (found,) = compare_file(file, text.replace(old, new, 1).encode(), files[file], figures)
    assert [part for part in told if part not in str(found)] == []


def test_two_charts_that_are_swapped_are_told_by_name(files: dict[str, bytes]) -> None:
    page = files["laporan.html"].decode()
    pictures = palsu.re.findall(palsu.DRAWING, page)
    first, second = pictures[0], pictures[-1]
    swapped = page.replace(first, "\0").replace(second, first).replace("\0", second)
    found = compare_file("laporan.html", swapped.encode(), files["laporan.html"])
    told = [each for each in found if each.found.startswith("gambar milik “")]
    assert len(told) == 2
    assert all(each.sentence for each in told)


def test_what_is_the_same_is_not_told(files: dict[str, bytes]) -> None:
    assert compare_files(files, files) == []


def test_time_and_commit_say_nothing_of_the_data(files: dict[str, bytes]) -> None:
    text = files["jejak.json"].decode()
    other = palsu.re.sub(r'"(waktu|commit)": (".*?"|null)', r'"\1": "2030-01-01"', text, count=2)
    assert other != text
    assert compare_file("jejak.json", other.encode(), files["jejak.json"]) == []
    assert compare_file("jejak.json", text.encode() + b" ", files["jejak.json"])


def test_a_file_too_many_or_too_few_is_told(files: dict[str, bytes]) -> None:
    fewer = {name: content for name, content in files.items() if name != "laporan.pdf"}
    assert [str(each) for each in compare_files(fewer, files)] == [
        "laporan.pdf, seluruh berkas: hilang, seharusnya 'berkas ini'"
    ]
    (more,) = compare_files(files, fewer)
    assert "tidak dihasilkan data bulan ini" in str(more)
