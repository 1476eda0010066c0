"""Google Analytics: two products, localised marks, unsorted and counted days, stacked tables."""

from pathlib import Path

import pandas as pd
import pytest

from laporan.clean.numbers import parse_counts
from laporan.dasar.bulan import Bulan
from laporan.read.declaration import needed
from laporan.read.header import Columns
from laporan.read.tabular import read_tabular

FIXTURES = Path(__file__).parent / "fixtures"


def visitors(folder):
    table = folder.clean("situs_pengunjung").tabel
    return [
        (str(day)[:10], users)
        for day, users in zip(table["tanggal"], table["pengguna"], strict=True)
    ]


def test_unsorted_dates_of_ga4(folder):
    folder.put(situs_pengunjung="ga4-pengunjung.csv")
    assert visitors(folder) == [("2023-07-03", 2811), ("2023-07-05", 36), ("2023-07-17", 1115)]
    assert folder.account("situs_pengunjung") == (
        {"situs-pengunjung.csv": [4, 3, 0, 1]},
        [("situs-pengunjung.csv", "bulan lain", 1)],
    )
    table = folder.clean("situs_pengunjung").tabel
    assert set(table["metrik"]) == {"total users"}
    assert set(table["produk"]) == {"GA4"}


def test_a_file_whose_last_figure_may_be_cut_off_is_warned_of(folder, snapshot):
    # The last column of pages is not read, the last one of visitors is.
    text = folder.text("ga4-pengunjung.csv").replace(
        "Total users,Active users", "Active users,Total users"
    )
    assert folder.write("situs-pengunjung.csv", text).warnings("situs_pengunjung") == snapshot
    pages = folder.text("ga4-halaman.csv")[:-3]
    assert folder.write("situs-halaman.csv", pages).warnings("situs_halaman") == []


def test_days_counted_from_the_start_and_tables_of_another_kind(folder, snapshot):
    folder.put(situs_pengunjung="ga4-bertumpuk.csv")
    assert visitors(folder) == [("2023-07-01", 41), ("2023-07-02", 38), ("2023-07-31", 12)]
    assert folder.account("situs_pengunjung") == (
        {"situs-pengunjung.csv": [9, 3, 0, 6]},
        [("situs-pengunjung.csv", "tabel lain", 6)],
    )
    assert folder.warnings("situs_pengunjung") == snapshot


def test_a_blank_line_within_a_table_loses_no_day(folder):
    text = folder.text("ga4-bertumpuk.csv").replace("0000,41\n", "\n0000,41\n")
    folder.write("situs-pengunjung.csv", text)
    assert visitors(folder) == [("2023-07-01", 41), ("2023-07-02", 38), ("2023-07-31", 12)]


def test_localised_marks_totals_rows_and_the_table_above(folder):
    folder.bulan = Bulan(2023, 6)
    folder.put(situs_pengunjung="ua-lokal.csv")
    assert visitors(folder) == [("2023-06-01", 1431), ("2023-06-02", 1115)]
    cleaned = folder.clean("situs_pengunjung")
    assert set(cleaned.tabel["produk"]) == {"Universal Analytics"}
    assert folder.account("situs_pengunjung") == (
        {"situs-pengunjung.csv": [4, 2, 1, 1]},
        [("situs-pengunjung.csv", "baris jumlah", 1)],
    )
    assert cleaned.ditolak.to_dict("records") == [
        {
            "berkas": "situs-pengunjung.csv",
            "baris": 15,
            "kolom": "Users",
            "isi": "",
            "alasan": "jumlah pengguna kosong",
        }
    ]


def test_dates_with_the_month_first_are_told_by_the_file(folder):
    folder.bulan = Bulan(2023, 6)
    text = folder.text("ua-lokal.csv")
    for day in ("01", "02", "03"):
        text = text.replace(f"{day}-06-23", f"6/{day}/23")
    folder.write("situs-pengunjung.csv", text)
    assert visitors(folder) == [("2023-06-01", 1431), ("2023-06-02", 1115)]


def test_a_real_localised_export():
    path = FIXTURES / "16_ua_localised_dutch_dot-thousands.csv"
    (days,) = read_tabular(path, Columns((needed("Dagindex"), needed("Sessies"))), stacked=True)
    users = parse_counts(days.data[["Sessies"]], berkas=path.name)["Sessies"]
    # Its own totals row is the sum of its days.
    assert users.iloc[-1] == 7374
    browsers, below = read_tabular(path, Columns((needed("Sessies"),)), stacked=True)
    assert len(browsers.data) == 21
    counts = parse_counts(
        browsers.data[["Sessies", "Nieuwe gebruikers"]],
        berkas=path.name,
        fractions=browsers.data[["Pagina's/sessie", "Bouncepercentage"]],
    )
    assert counts["Sessies"].iloc[0] == 2546
    assert counts["Nieuwe gebruikers"].iloc[-1] == 6326
    assert below.data.index[0] == 31


def test_pages_with_and_without_a_slash_are_one(folder):
    table = folder.put(situs_halaman="ga4-halaman.csv").clean("situs_halaman").tabel
    assert table[["halaman", "tayangan"]].to_numpy().tolist() == [
        ["/", 1221],
        ["/dana-desa", 1101],
        ["/dau", 224],
    ]
    assert folder.account("situs_halaman") == (
        {"situs-halaman.csv": [5, 4, 0, 1]},
        [("situs-halaman.csv", "baris jumlah", 1)],
    )


def test_marks_of_counts_are_told_by_the_means_beside_them(folder, snapshot):
    text = folder.text("ga4-halaman.csv").replace("/dau/,224,", '/dau/,"1.000",')
    table = folder.write("situs-halaman.csv", text).clean("situs_halaman").tabel
    # Beside means such as 1.6193633952254642 the point is a decimal mark.
    assert table.set_index("halaman").loc["/dau", "tayangan"] == 1
    text = folder.text("ga4-halaman.csv").replace("/dau/,224,", '/dau/,"1.224",')
    assert folder.write("situs-halaman.csv", text).refusal("situs_halaman") == snapshot


@pytest.mark.parametrize("old", ["Active users", "Views"])
def test_another_report_of_analytics_is_refused(folder, snapshot, old):
    text = folder.text("ga4-halaman.csv").replace(f"{old},", "Sessions,", 1)
    assert folder.write("situs-halaman.csv", text).refusal("situs_halaman") == snapshot


def test_a_change_of_product_is_kept_in_the_table(folder):
    folder.bulan = Bulan(2023, 6)
    june = folder.put(situs_pengunjung="ua-lokal.csv").clean("situs_pengunjung").tabel
    folder.bulan = Bulan(2023, 7)
    july = folder.put(situs_pengunjung="ga4-pengunjung.csv").clean("situs_pengunjung").tabel
    both = pd.concat([june, july])
    assert list(both["produk"].unique()) == ["Universal Analytics", "GA4"]
    assert list(both["metrik"].unique()) == ["users", "total users"]
