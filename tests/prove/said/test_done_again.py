"""Own figures are reckoned again with other tables: what was typed stays, whatever hides it."""

import pytest

from laporan import siapkan
from laporan.dasar.bulan import Bulan
from laporan.measure.own_figures import keep_only, own_figures
from laporan.prove.said.done_again import doubted_figures, needed_cells

JULI = Bulan(2023, 7)
HEAD = {
    1: 'bulan = ""',
    2: "import pandas as pd\nfrom laporan import buka, siapkan\nfrom laporan import sections as s",
    3: "siapkan(bulan)\nlap = buka(bulan)",
    4: "s.judul(lap)",
    5: """
tiket, lalu, survei = lap.tabel("tiket"), lap.bulan_lalu.tabel("tiket"), lap.tabel("survei")
menit = (tiket["dibalas"] - tiket["dibuat"]).dt.total_seconds() / 60
""",
}
RECKONED = {
    "jumlah": "len(tiket)",
    "median": "menit.median()",
    "kuartil": "menit.quantile(0.25)",
    "terlama": "menit.max()",
    "bagian": "100 * tiket['topik'].eq('DAU').mean()",
    "bulan": "tiket['dibuat'].dt.strftime('%Y-%m').nunique()",
    "hari": "tiket['dibuat'].dt.date.nunique()",
    "jam_puncak": "tiket['dibuat'].dt.hour.value_counts().idxmax()",
    "hari_pertama": "tiket['dibuat'].min().day",
    "topik": "tiket['topik'].nunique()",
    "terbanyak": "tiket['provinsi'].value_counts().max()",
    "kosong": "tiket['nomor'].isna().sum()",
    "ganda": "tiket['nomor'].duplicated().sum()",
    "eskalasi": "tiket['eskalasi'].sum()",
    "semua_dibuat": "100 * tiket['dibuat'].notna().mean()",
    "bulan_lalu": "len(lalu)",
    "beda": "100 * (len(tiket) - len(lalu)) / len(lalu)",
    "dari_angka": "lap.angka('tiket.jumlah').nilai / 31",
    "dari_sendiri": "lap.angka('analis.jumlah').nilai / 31",
    "tidak_ada": "tiket['kanal'].eq('Merpati').sum()",
    "modus": "tiket['dibuat'].dt.hour.mode()[0]",
    "tiga_teratas": "tiket['topik'].value_counts().head(3).sum()",
    "akar": "len(tiket) ** 0.5",
    "nomor": "tiket['nomor'].astype(int).max()",
    "kanal": "lap.ukuran.nilai('tiket.jumlah', 'kanal', 'WhatsApp')",
    "lebih_setahun": "menit.gt(60 * 24 * 365).sum()",
}
TYPED = {
    "huruf": "len('a' * 61)",
    "bilangan": "61",
    "kali_nol": "len(tiket) * 0 + 61",
    "dibagi_diri": "61 * len(tiket) / len(tiket)",
    "sedikit_goyah": "61 + len(tiket) / 1e9",
    "kalender": "lap.bulan.last_day.day",
    "tabel_lain": "len(survei)",
    "angka_lain": "lap.angka('lapor.jumlah').nilai",
    "tahun": "lap.bulan.tahun",
    "bila_ada": "61 if len(tiket) else tiket.iloc[0]",
}


@pytest.fixture(autouse=True)
def _project(juli, monkeypatch):
    monkeypatch.setenv("LAPORAN_DATA", str(juli.parents[1] / "data"))
    monkeypatch.setenv("LAPORAN_OUT", str(juli.parent))
    siapkan("2023-07")
    keep_only({})
    yield
    keep_only({})


def doubted(*cells):
    sources = {**HEAD, **dict(enumerate(cells, start=10))}
    space = {}
    for source in sources.values():
        exec(source, space)
        space["bulan"] = "2023-07"
    return list(doubted_figures(sources, JULI, own_figures(JULI)))


def ukur(name, value, named='dari="tiket"'):
    return f'lap.ukur("analis.{name}", {value}, satuan="x", arti="Percobaan", {named})'


def test_what_is_reckoned_from_its_table_moves_with_it():
    assert not doubted(*(ukur(name, value) for name, value in RECKONED.items()))


def test_what_is_typed_stays_and_is_named_with_its_cell():
    found = doubted(*(ukur(name, value) for name, value in TYPED.items()))
    assert [each.cell for each in found] == list(range(10, 10 + len(TYPED)))
    assert all("tidak berubah ketika tabel tiket diubah" in each.reason for each in found)
    assert found[0].text == "61"
    assert "sel ke-10, lap.ukur: “61”" in str(found[0])


def test_tables_of_few_rows_move_too():
    named = 'dari="ppid"'
    cells = ("ppid = lap.tabel('ppid')", ukur("ppid", "len(ppid)", named))
    assert not doubted(*cells)


def test_one_that_names_its_source_may_be_typed():
    assert not doubted(ukur("pemda", "552", 'sumber="Kepmendagri 300.2.2-2138/2025"'))


def test_what_cannot_be_tried_is_not_taken_for_proven():
    (found,) = doubted(f"assert len(tiket) == 1707\n{ukur('jumlah', 'len(tiket)')}")
    assert "tidak dapat diuji" in found.reason
    assert "AssertionError" in found.reason
    keep_only({})
    (found,) = doubted("import random", ukur("acak", "random.random()"))
    assert "memberi nilai lain" in found.reason


def test_files_that_such_a_cell_writes_are_left_as_they_were(tmp_path):
    file = tmp_path / "jumlah.txt"
    write = f"open({str(file)!r}, 'w').write(str(len(tiket)))"
    assert not doubted(f"{write}\n{ukur('jumlah', 'len(tiket)')}")
    assert file.read_text() == "1707"


def test_only_what_own_figures_rest_on_is_run_again():
    sources = {
        **HEAD,
        6: "tiket['lama'] = 1",
        7: "tiket.plot()",
        8: "survei = survei.head()",
        9: "!ls\nbanyak = 3",
        10: "dau = len(tiket) + banyak",
        11: ukur("dau", "dau"),
        12: "dau = 3",
    }
    assert [number for number, _ in needed_cells(sources)] == [1, 2, 3, 5, 6, 7, 9, 10, 11]
