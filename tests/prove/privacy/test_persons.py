"""What is taken out of cells, and what is not."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laporan.dasar.settings import load_settings
from laporan.prove.privacy.cells import Cell, read_cells
from laporan.prove.privacy.finished import page_parts
from laporan.prove.privacy.leaks import Finder
from laporan.prove.privacy.persons import gather_persons

SETTINGS = load_settings()


def cells(kolom: str, *texts: str, sumber: str = "ppid") -> list[Cell]:
    return [Cell(sumber, "2023-07/ppid.xlsx", row, kolom, isi) for row, isi in enumerate(texts, 4)]


def found(text: str, *given_cells: Cell) -> list[str]:
    finder = Finder(gather_persons(given_cells, SETTINGS), SETTINGS)
    return [str(leak) for leak in finder.find("laporan.html", [("teks", text)])]


def test_a_finding_names_its_place_and_its_source_and_not_the_person():
    assert found("Diminta oleh pemohon contoh satu.", *cells("Pemohon", "Pemohon Contoh Satu")) == [
        "laporan.html, teks: memuat isi kolom 'Pemohon' dari 2023-07/ppid.xlsx, baris 4"
    ]


def test_name_address_and_number_in_one_cell_are_three():
    cell = cells("Pemohon", "Sdr. Pemohon Contoh <pemohon.contoh@contoh.example>; 0812 0000 1111")
    for text in ("pemohon contoh", "PEMOHON.CONTOH@CONTOH.EXAMPLE", "+62 812-0000-1111"):
        assert found(f"… {text} …", *cell), text


def test_the_beginning_of_a_sentence_is_found():
    text = "Mohon penjelasan tentang penyaluran yang tertunda sejak bulan lalu di desa kami"
    assert found("Isi: Mohon penjelasan tentang penyaluran yang tertunda…", *cells("Isi", text))
    assert not found("penyaluran yang tertunda", *cells("Isi", text))


def test_agents_are_the_exception():
    agent = Cell("survei", "2023-07/survei.xlsx", 2, "Agen", "Agen Contoh C")
    assert not found("Agen Contoh C", agent, *cells("Pemohon", "Agen Contoh C"))


def test_a_cell_that_holds_a_name_makes_it_no_everyday_word():
    topic = Cell("ppid", "2023-07/ppid.xlsx", 9, "Keperluan", "Penelitian Melati")
    assert found("Penelitian Melati", topic, *cells("Pemohon", "Melati"))
    assert found(
        "Melati Contoh", topic._replace(isi="Melati Contoh"), *cells("Pemohon", "Melati Contoh")
    )


@pytest.mark.parametrize(
    ("name", "of_program", "of_person"),
    [
        ("Intan", "Tiket Kab. Intan Jaya naik", "Tiket Intan naik"),
        ("Wahidin", "Jalan Dr. Wahidin Raya Nomor 1", "Diminta oleh Wahidin."),
        ("Melati", "Melati Contoh C menjawab", "Tiket dari Melati"),
        ("Hakim", "Copyright (C) Hakim El Hattab", "Diminta oleh Hakim."),
        (
            "Budi",
            "Jumlah tiket April, topik Hibah",
            "Tanya Budi, 0812 saja",
        ),  # as a remark of the code
    ],
)
def test_one_word_is_the_programs_own_where_the_program_says_it(name, of_program, of_person):
    agent = Cell("survei", "2023-07/survei.xlsx", 2, "Agen", "Melati Contoh C")
    given_cells = (agent, *cells("Pemohon", name, "April", "Hibah", "Brebes"))
    assert not found(of_program, *given_cells)
    assert len(found(of_person, *given_cells)) == 1


def test_one_word_may_be_spaced_out():
    assert found("Tanya M e l a t i.", *cells("Pemohon", "Melati"))
    assert found("Tanya S.i.t.i dahulu.", *cells("Pemohon", "Siti"))
    assert not found("var i,t,i,t,i,s", *cells("Pemohon", "Titi"))
    assert not found("Wulan dari Brebes", *cells("Pemohon", "Wulandari"))


def test_regions_are_no_persons():
    assert not found("Kab. Brebes", *cells("Pemohon", "Kab. Brebes"))


CELLS = [
    "Wahyu Adi Nugroho", "NUGROHO, Wahyu Adi", "W a h y u  A d i  N u g r o h o",
    "#WahyuAdiNugroho", "wahyu_adi-nugroho", "Dr. H. Wahyu Adi Nugroho, S.E., M.Si.",
    "Bpk. Nugroho, Wahyu Adi", "a.n. Wahyu Adi Nugroho SE MM", "Pengirim: Wahyu Adi Nugroho",
    "Wahyu Adi Nugroho - Bappeda Contoh", "Wahyu Adi Nugroho (Bappeda Contoh)",
]  # fmt: skip
TEXTS = [
    *CELLS, "Nugroho Adi Wahyu", "N.u.g.r.o.h.o, W-a-h-y-u A-d-i", "Wahyu A. Nugroho",
    "Nugroho, S.E., Wahyu Adi", "Nugroho, Dr. H. Wahyu Adi", "Wah-\nyu Adi Nug-\nroho",
    "wahyu.adi.nugroho@contoh.example", "hasil_wahyu adi nugroho_2.csv",
]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS)
def test_a_name_is_found_however_either_is_written(cell):
    missed = [text for text in TEXTS if not found(f"Dari {text}.", *cells("Pemohon", cell))]
    assert missed == []


ADDRESSES = ["heri.w@gmail.com", "heri.w [at] gmail [dot] com", "heri.w(at)gmail.com",
             "heri.w at gmail dot com", "heri.w at gmail.com", "HERI.W @ gmail.com"]  # fmt: skip


@pytest.mark.parametrize("cell", ADDRESSES)
def test_an_address_is_found_however_either_is_written(cell):
    missed = [text for text in ADDRESSES if not found(f"ke {text} ya", *cells("Pemohon", cell))]
    assert missed == []


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("081299990000 / 081299991111", "hubungi 0812-9999-1111"),
        ("0812 9999 0000 0812 9999 1111", "0812.9999.1111"),
        ("+62 (0)812 9999 1111", "0812\u20119999\u20111111"),
        ("6281299991111", "HP081299991111"),
        ("081299991111", "hasil_081299991111_2.csv"),
        ("081299991111", "0 8 1 2 9 9 9 9 1 1 1 1"),
        (
            "081299991111",
            "\u0660\u0668\u0661\u0662\u0669\u0669\u0669\u0669\u0661\u0661\u0661\u0661",
        ),
    ],
)
def test_a_number_is_found_however_either_is_written_too(cell, text):
    assert any("kolom 'Pemohon'" in each for each in found(text, *cells("Pemohon", cell)))


def test_contacts_of_the_service_are_the_only_ones_excused():
    private = {"data_pribadi": SETTINGS["data_pribadi"] | {"kolom_terbuka": ["0812 9999 1111"]}}
    settings = dict(SETTINGS) | private
    own = cells("Pemohon", "callcenter.djpk@kemenkeu.go.id", "0811 150 4207", "0812 9999 1111")
    finder = Finder(gather_persons(own, settings), settings)
    text = "callcenter.djpk@kemenkeu.go.id, 0811-150420-7, 0812-9999-1111"
    assert [leak.isi for leak in finder.find("laporan.html", [("teks", text)])] == [
        "memuat isi kolom 'Pemohon' dari 2023-07/ppid.xlsx, baris 6",
        "'08…11' berbentuk nomor telepon",
    ]


def test_what_the_settings_call_innocent_is_not_looked_for():
    rules = SETTINGS["data_pribadi"] | {"bukan_pribadi": ["Universitas Contoh"]}
    settings = dict(SETTINGS) | {"data_pribadi": rules}
    assert gather_persons(cells("Pemohon", "UNIVERSITAS CONTOH"), settings).count == 0


def test_what_is_too_short_is_listed():
    persons = gather_persons(cells("Pemohon", "Ani", "anonymous", "17", "Pemohon Contoh"), SETTINGS)
    assert persons.skipped == {("2023-07/ppid.xlsx", "Pemohon"): [4, 6]}
    assert persons.count == 1


def test_words_across_two_cells_are_no_name():
    persons = gather_persons(cells("Pemohon", "Dana Desa Contoh"), SETTINGS)
    finder = Finder(persons, SETTINGS)
    page = "<table><tr><td>Dana Desa</td><td>Contoh</td></tr></table>"
    assert not list(finder.find("laporan.html", page_parts(page)))
    assert list(finder.find("laporan.html", page_parts(page.replace("</td><td>", "<br>"))))


# Letters that stay the same when they are written large and small again.
LETTERS = st.characters(categories=["Lu", "Ll"]).filter(
    lambda c: c.upper().casefold() == c.lower().casefold() == c.casefold()
)
NAMES = st.lists(st.text(LETTERS, min_size=3, max_size=12), min_size=2, max_size=4)


@example(["AAA", "AA\u0390"], str.upper, " ")  # large, it is three letters and no longer one
@given(NAMES, st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(" -\n\t\u00a0"))
def test_a_name_is_found_however_it_is_written(name, form, between):
    text = form(between.join(name))
    assert found(f"Tanya ({text}) dijawab.", *cells("Pemohon", " ".join(name)))


@given(st.integers(10**8, 10**11), st.sampled_from(["0", "62", "+62 ", "(0)"]))
def test_a_number_is_found_however_it_is_written(number, prefix):
    digits = str(number)
    text = f"{prefix}{digits[:3]}-{digits[3:7]} {digits[7:]}"
    assert found(f"Hubungi {text}.", *cells("Pemohon", f"0{digits}"))


def test_what_corrections_say_of_persons_is_looked_for(tmp_path: Path):
    """As of the column that they correct; and who corrected, who is nobody's column."""
    folder = tmp_path / "2023-07"
    folder.mkdir()
    lines = [
        "sumber,kunci,kolom,lama,baru,alasan,oleh,tanggal",
        "ppid,ppid.xlsx!Juli!4,Pemohon,Pemohon Contoh Satu,Pemohon Contoh Dua,salah ketik,"
        "Analis Contoh Tiga,2023-08-02",
        "tiket,1,Topik,DAU,Dana Bagi Hasil,salah topik,Analis Contoh Tiga,2023-08-02",
        "keliru,1,Nama,Pemohon Contoh Empat,,salah,DJPK,2023-08-02",
    ]
    (folder / "koreksi.csv").write_text("\n".join(lines), "utf-8")
    told = list(read_cells(folder, SETTINGS))
    for name in ("Satu", "Dua", "Empat"):
        assert found(f"Diminta oleh Pemohon Contoh {name}.", *told), name
    assert found("Dikoreksi oleh Analis Contoh Tiga.", *told) == [
        "laporan.html, teks: memuat isi kolom 'oleh' dari 2023-07/koreksi.csv, baris 2"
    ]
    assert not found("salah ketik, salah topik: Dana Bagi Hasil, dari DJPK", *told)
