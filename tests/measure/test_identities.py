import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import violated_identities

JULI = Bulan(2023, 7)


@pytest.fixture(scope="module")
def tabel(tiket, ukuran):
    """Figures of a small month in which most sources have a row."""
    tickets = tiket(
        {"pemda": "Kab. Brebes", "jam_layanan": "Luar", "eskalasi": True},
        {"pemda": "Kota Bima", "topik": "Spam", "kanal": "Telepon"},
        {"jam_layanan": "Luar", "topik": "PDRD"},
    )
    earlier = {f"2023-{m:02d}": {"tiket": tiket(*[{}] * m)} for m in range(1, 7)}
    advokasi = {
        "potret": 1,
        "pegawai": 9,
        "aktivasi": 6,
        "konten_tersedia": 1,
        "suka_komentar_bagikan": 2,
        "kreasi_mandiri": 3,
        "target": 4,
        "seluruh_pegawai": 90,
        "Instagram": 4,
        "Twitter": 5,
    }
    visitors = [("2023-07-01", 3, "total users", "GA4")]
    return ukuran(
        tiket=tickets,
        email_lapor=pd.DataFrame({"jenis": ["DBH", "Lainnya"]}),
        situs_pengunjung=pd.DataFrame(
            visitors, columns=["tanggal", "pengguna", "metrik", "produk"]
        ),
        ppid=pd.DataFrame({"keperluan": ["Penelitian"] * 3, "tanggal_jawab": pd.NaT}),
        advokasi=pd.DataFrame([advokasi]),
        lain=earlier | {"2022-07": {"tiket": tiket({})}},
    ).tabel


def test_our_own_figures_agree(tabel):
    assert violated_identities(tabel, JULI) == []


def test_a_month_with_tickets_alone_or_with_none_agrees(tiket, ukuran):
    for tickets in (tiket(), tiket({})):
        assert violated_identities(ukuran(tiket=tickets).tabel, JULI) == []


def altered(tabel, indikator, dimensi="", kategori="", bulan="2023-07"):
    key = (bulan, indikator, dimensi, kategori)
    names = ["bulan", "indikator", "dimensi", "kategori"]
    hit = tabel[names].eq(pd.Series(key, names)).all(axis=1)
    assert hit.sum() == 1
    return tabel.assign(nilai=tabel["nilai"] + hit)


@pytest.mark.parametrize(
    "key",
    [
        ("tiket.jumlah", "kanal", "Email"),
        ("tiket.jumlah", "kategori", "Akademisi"),
        ("tiket.jumlah", "zona_dikenal", "Tidak"),
        ("tiket.jumlah", "zona", "Timur"),
        ("tiket.jumlah", "jam_layanan", "Luar"),
        ("tiket.jumlah", "provinsi", "Prov. Jawa Tengah"),
        ("tiket.jumlah", "tanggal", "2023-07-30"),
        ("tiket.jumlah", "hari_jam", "7-23"),
        ("tiket.jumlah", "jenis_topik", "Spam"),
        ("tiket.topik", "topik", "Spam"),
        ("tiket.topik", "kanal:Telepon", "Spam"),
        ("tiket.topik", "pemda:Kota Bima", "Spam"),
        ("tiket.pemda", "pemda", "Kota Bima"),
        ("tiket.bagian", "kanal", "Telepon"),
        ("tiket.jumlah_bulan_lalu", "kanal", "WhatsApp"),
        ("tiket.topik_bulan_lalu", "topik", "Spam"),
        ("tiket.luar_jam",),
        ("tiket.luar_jam", "zona", "Barat"),
        ("tiket.luar_jam_bagian", "zona", "Barat"),
        ("tiket.dalam_jam", "zona", "Tengah"),
        ("tiket.luar_jam_eskalasi",),
        ("tiket.topik_luar_jam", "topik", "PDRD"),
        ("tiket.topik_luar_jam", "jenis_topik", "Konsultasi Teknis"),
        ("tiket.jumlah_bulan_lalu",),
        ("tiket.jumlah_bulan_lalu", "kanal", "WhatsApp"),
        ("tiket.topik_bulan_lalu", "topik", "Spam"),
        ("tiket.jumlah_tahun_lalu",),
        ("tiket.jumlah_tahun_berjalan",),
        ("tiket.jumlah", "", "", "2023-03"),
        ("layanan.jumlah",),
        ("layanan.jumlah", "layanan", "Email Lapor"),
        ("lapor.jumlah", "jenis", "DBH"),
        ("lapor.bagian", "jenis", "DBH"),
        ("situs.pengunjung", "produk", "GA4"),
        ("ppid.jumlah", "keperluan", "Penelitian"),
        ("advokasi.akun", "potret", "1"),
    ],
    ids=str,
)
def test_one_figure_off_by_one_stops_the_report(tabel, key):
    ours = [
        str(each) for each in violated_identities(altered(tabel, *key), JULI) if each.identity.ours
    ]
    assert any(key[0] in text for text in ours)


def test_the_message_has_both_figures(tabel):
    [violation] = violated_identities(altered(tabel, "lapor.jumlah", "jenis", "DBH"), JULI)
    assert (violation.whole, violation.parts) == (2, 3)
    assert str(violation) == "lapor.jumlah = 2, tetapi lapor.jumlah[jenis] = 3"


def test_a_whole_that_is_missing_is_told(tabel):
    without = tabel[~(tabel["indikator"].eq("ppid.jumlah") & tabel["dimensi"].eq(""))]
    [violation] = violated_identities(without, JULI)
    assert str(violation) == "ppid.jumlah = tidak ada, tetapi ppid.jumlah[keperluan] = 3"


def test_shares_of_one_snapshot_add_up_to_all(tabel):
    changed = altered(tabel, "advokasi.konten_bagian", "potret:1", "Kreasi mandiri")
    [violation] = violated_identities(changed, JULI)
    assert not violation.identity.ours
    assert str(violation) == "seluruhnya = 100, tetapi advokasi.konten_bagian[potret:1] = 101"


def test_a_source_that_contradicts_itself_is_warned_of(tabel):
    changed = altered(tabel, "advokasi.konten", "potret:1", "Kreasi mandiri")
    [violation] = violated_identities(changed, JULI)
    assert not violation.identity.ours
    assert str(violation) == (
        "advokasi.aktivasi[potret=1] = 6, tetapi advokasi.konten[potret:1] = 7"
    )


def test_what_a_figure_off_by_one_breaks_is_what_it_is_part_of(juli, snapshot):
    """Of each indicator and dimension of the sample's July, the first figure is changed."""
    table = juli.tabel[juli.tabel["bulan"].eq(str(JULI))]
    first = table.assign(dari=table["dimensi"].str.partition(":")[0])
    broken = {}
    for at, row in first.drop_duplicates(["indikator", "dari"]).iterrows():
        changed = juli.tabel.assign(nilai=juli.tabel["nilai"] + (juli.tabel.index == at))
        if told := violated_identities(changed, JULI):
            name = f"{row['indikator']}[{row['dimensi']}={row['kategori']}]"
            broken[name] = [*map(str, told)]
    assert broken == snapshot


@pytest.mark.parametrize("name", ["*", "{}", "", "kanal:*", "{0}"])
def test_names_that_look_like_ours_are_only_names(tiket, ukuran, name):
    tickets = tiket({"kanal": name, "topik": name, "kategori": name}, {}, {"kanal": name})
    hasil = ukuran(tiket=tickets, lain={"2023-06": {"tiket": tickets}})
    assert violated_identities(hasil.tabel, JULI) == []
