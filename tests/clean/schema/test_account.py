import pandas as pd
import pytest

from laporan.clean.schema.account import TERPAKAI

COUNTS = {"baris": 10, "diambil": 0, "ditolak": 0, "dikecualikan": 10}


def with_books(cleaned, *, rules=(), rejected=()):
    """Give a cleaned source other books of excluded and rejected rows."""
    books = {
        "dikecualikan": pd.DataFrame(rules, columns=["berkas", "aturan", "jumlah", "contoh_baris"]),
        "ditolak": pd.DataFrame(rejected, columns=["berkas", "baris", "kolom", "isi", "alasan"]),
    }
    return type(cleaned)(**{**vars(cleaned), **books})


@pytest.fixture
def rejected(bersih):
    """Make a list of ten rows, some of them rejected."""

    def make(*cells, baris=10):
        rows = [("a.xlsx", 5 + n, "Tanggal", isi, "tanggal tidak terbaca") for n, isi in cells]
        counts = {"baris": baris, "diambil": baris - len(rows), "ditolak": len(rows)}
        return with_books(bersih("publikasi", berkas="a.xlsx", **counts), rejected=rows)

    return make


def test_rejected_rows_are_told_by_reason_with_what_stands_there(rejected, temuan):
    found = rejected((0, "35 Juli"), (1, ""), (2, "kemarin"), (3, "kemarin"))
    assert temuan(found) == [
        "peringatan [baris terbaca] a.xlsx, baris 5, 6, 7, dan 8, kolom 'Tanggal': tanggal tidak "
        "terbaca: “35 Juli”, “kemarin”; ditolak dan tidak ikut dihitung. Tulislah "
        "satu tanggal di setiap baris, misalnya 5 Juli 2023."
    ]


def test_of_many_contents_the_first_are_told(rejected, temuan):
    [text] = temuan(rejected(*((n, f"isi {n}") for n in range(5))))
    assert "tidak terbaca: “isi 0”, “isi 1”, “isi 2”, …; ditolak" in text


def test_a_file_most_of_which_is_rejected_blocks(rejected, temuan):
    six = [(n, "x") for n in range(6)]
    assert temuan(rejected(*six))[1] == (
        "menghentikan [baris terbaca] a.xlsx: 6 dari 10 baris ditolak, lebih dari 50% yang "
        "dibolehkan (pengaturan pemeriksaan.ditolak_menghentikan_persen). Ekspor ulang berkasnya, "
        "atau perbaiki baris-baris itu di sumbernya."
    )
    assert len(temuan(rejected(*six[:5]))) == 1
    allowed = {"ditolak_menghentikan_persen": 60}
    assert len(temuan(rejected(*six), pemeriksaan=allowed)) == 1


@pytest.mark.parametrize(("count", "rows", "blocks"), [(24, 100, 0), (25, 249, 1), (25, 250, 0)])
def test_of_many_rejected_rows_fewer_are_let_pass(rejected, temuan, count, rows, blocks):
    found = temuan(rejected(*((n, "x") for n in range(count)), baris=rows))
    assert sum("pemeriksaan.ditolak_banyak_menghentikan_persen" in text for text in found) == blocks


@pytest.mark.parametrize(("added", "again", "blocks"), [(2, 8, 1), (8, 8, 0), (0, 8, 0), (2, 4, 0)])
def test_two_versions_of_a_list_stop_the_report(bersih, temuan, added, again, blocks):
    one = bersih("publikasi", berkas="publikasi.xlsx", baris=10, diambil=10)
    two = bersih("publikasi", berkas="publikasi-2.xlsx", baris=added + again, diambil=added)
    both = pd.concat([one.berkas, two.berkas.assign(dikecualikan=again)])
    rules = [("publikasi-2.xlsx", "ganda", again, "5")]
    found = temuan(with_books(type(one)(**{**vars(one), "berkas": both}), rules=rules))
    assert sum(text.startswith("menghentikan [satu daftar satu versi]") for text in found) == blocks


def test_an_export_of_another_month_blocks_and_a_list_is_warned_of(bersih, temuan):
    rules = [("wa-blast.csv", "bulan lain", 9, "2"), ("wa-blast.csv", "ganda", 1, "3")]
    cleaned = bersih("wa_blast", berkas="wa-blast.csv", **COUNTS)
    text = (
        "[berkas terpakai] wa-blast.csv: tidak satu pun dari 10 barisnya dipakai (9 bulan lain "
        "dan 1 ganda). Pastikan berkas ini memang untuk Juli 2023; bila bukan, ganti dengan yang "
        "benar."
    )
    assert temuan(with_books(cleaned, rules=rules)) == [f"menghentikan {text}"]
    cleaned = bersih("webinar", berkas="wa-blast.csv", **COUNTS)
    assert temuan(with_books(cleaned, rules=rules)) == [f"peringatan {text}"]


def test_one_page_of_another_month_among_others_is_warned_of(bersih, temuan):
    cleaned = bersih("wa_blast", berkas="a.csv")
    other = pd.DataFrame([{"berkas": "b.csv", **COUNTS}])
    cleaned = type(cleaned)(**{**vars(cleaned), "berkas": pd.concat([cleaned.berkas, other])})
    [text] = temuan(with_books(cleaned, rules=[("b.csv", "bulan lain", 10, "2")]))
    assert text.startswith("peringatan [berkas terpakai] b.csv: tidak satu pun")


def test_a_file_that_only_repeats_another_is_warned_of(bersih, temuan):
    cleaned = bersih("wa_blast", berkas="a.csv", **COUNTS)
    assert temuan(with_books(cleaned, rules=[("a.csv", "ganda", 10, "2")])) == [
        "peringatan [berkas terpakai] a.csv: tidak satu pun dari 10 barisnya dipakai (10 ganda). "
        "Semua barisnya sudah ada di berkas lain; hapus salah satunya bila memang kembar."
    ]
    [text] = temuan(with_books(cleaned, rules=[("a.csv", "baris jumlah", 10, "2")]))
    assert text.endswith("(10 baris jumlah). Periksa isinya.")


def test_an_empty_file_is_not_said_to_be_of_another_month(bersih, temuan):
    counts = dict.fromkeys(COUNTS, 0)
    assert not [text for text in temuan(bersih("webinar", **counts)) if TERPAKAI in text]
