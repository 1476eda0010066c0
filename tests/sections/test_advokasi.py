import lxml.html

from laporan import sections as s
from laporan.show import Markdown


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def test_both_snapshots_are_told_with_their_wholes(lap, polos):
    assert polos(s.sentence_advokasi(lap)).partition("\n\n")[2] == (
        "- Potret 1 (14 Juli 2023): 10.529 pegawai ikut serta, 11.069 aktivasi, dan 11.946 akun "
        "media sosial; realisasinya 252,68% dari target triwulan III sebanyak 4.167 pegawai dan "
        "13,37% dari seluruh 78.754 pegawai.\n"
        "- Potret 2 (31 Juli 2023): 11.939 pegawai ikut serta, 12.578 aktivasi, dan 13.512 akun "
        "media sosial; realisasinya 286,51% dari target triwulan III sebanyak 4.167 pegawai dan "
        "15,16% dari seluruh 78.754 pegawai."
    )


def test_kinds_of_content(lap, polos):
    assert polos(s.sentence_konten_advokasi(lap)) == (
        "Aktivasi menurut jenis konten:\n\n"
        "- Potret 1 (14 Juli 2023), dari 11.069 aktivasi: Suka/komentar/bagikan 78,71% (8.712), "
        "Konten tersedia 20,76% (2.298), dan Kreasi mandiri 0,53% (59).\n"
        "- Potret 2 (31 Juli 2023), dari 12.578 aktivasi: Suka/komentar/bagikan 79,11% (9.951), "
        "Konten tersedia 20,21% (2.542), dan Kreasi mandiri 0,68% (85)."
    )


def test_snapshots_side_by_side(lap):
    assert rows(s.table_advokasi(lap)) == [
        ["Ukuran", "Potret 1 (14 Juli 2023)", "Potret 2 (31 Juli 2023)"],
        ["Pegawai yang ikut serta", "10.529", "11.939"],
        ["Aktivasi", "11.069", "12.578"],
        ["Akun media sosial", "11.946", "13.512"],
        ["Target pegawai triwulan III", "4.167", "4.167"],
        ["Realisasi dari target", "252,68%", "286,51%"],
        ["Seluruh pegawai", "78.754", "78.754"],
        ["Realisasi dari seluruh pegawai", "13,37%", "15,16%"],
    ]


def test_accounts_a_medium_with_their_sums(lap):
    found = rows(s.table_akun_advokasi(lap))
    assert found[1:3] == [["Instagram", "6.942", "7.787"], ["Twitter", "2.101", "2.241"]]
    assert found[-2:] == [["TikTok", "20", "27"], ["Jumlah", "11.946", "13.512"]]


def test_one_snapshot_without_target(lap, dengan, polos):
    keys = ("target", "realisasi_target")
    one = dengan(
        lap,
        {("2023-07", f"advokasi.{key}", "potret", "1"): None for key in keys}
        | {("2023-07", "advokasi.pegawai", "potret", "2"): None},
    )
    text = polos(s.sentence_advokasi(one))
    assert "Potret 2" not in text
    assert text.endswith("akun media sosial; realisasinya 13,37% dari seluruh 78.754 pegawai.")
    assert rows(s.table_advokasi(one))[5] == ["Realisasi dari target", "–"]


def test_not_supplied(lap_kosong, polos):
    assert polos(s.sentence_advokasi(lap_kosong)) == (
        "Data employee advocacy untuk Juli 2023 belum diserahkan."
    )
    for show in (
        s.table_advokasi, s.table_akun_advokasi, s.sentence_konten_advokasi,
    ):  # fmt: skip
        assert show(lap_kosong) == Markdown("")
