import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from laporan.check.catatan import Catatan
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.dasar.temuan import Temuan
from laporan.measure import Angka, Ukuran, read_ukuran
from laporan.measure.angka import to_table
from laporan.sections.report import Report
from laporan.show import Markdown
from laporan.store.month_data import MonthData

JULI = Bulan(2023, 7)
FOLDER = Path(__file__).parent
FOUND = (
    Temuan("nama daerah", "“Kab. Pematang” tidak dikenal.", sumber="tiket", berkas="tiket-1.csv"),
    Temuan("nama daerah", "“Tegal” dapat berarti dua.", sumber="tiket", berkas="tiket-2.csv"),
    Temuan("berkas dikenal", "Nama ini tidak dikenal.", berkas="webnar.xlsx"),
)


def days(*texts):
    return pd.Series(pd.to_datetime(list(texts))).astype("datetime64[us]")


def tables():
    """The month's tables as far as sections list their rows."""
    agents = [f"Agen Contoh {letter}" for letter in "EDCBA"]
    return {
        "publikasi": pd.DataFrame(
            {
                "tanggal": days("2023-07-11", "2023-07-13"),
                "judul": ["Buku Pedoman Umum PDRD", "Profil Pejabat DJPK"],
            }
        ),
        "webinar": pd.DataFrame(
            {"tanggal": days("2023-07-06"), "kegiatan": ["Diseminasi PP Ketentuan Umum PDRD"]}
        ),
        "video_conference": pd.DataFrame(
            {
                "tanggal": days("2023-07-04", "2023-07-10"),
                "pengguna_layanan": ["Kota Kendari", "Kota Surakarta"],
                "kode_wilayah": ["74.71", "33.72"],
                "topik": ["Insentif Fiskal", "PDRD"],
            }
        ),
        "tatap_muka": pd.DataFrame(
            {
                "tanggal": days("2023-07-05", "2023-07-06", "2023-07-11"),
                "pengguna_layanan": ["Prov. Jambi", "Kab. Pemalang", "Kab. Bolaang Mongondow"],
                "kode_wilayah": ["15", "33.27", "71.01"],
                "tamu": [2, 2, 2],
                "topik": ["DBH", "DAU", "DAU, DAK, DID"],
            }
        ),
        "ppid": pd.DataFrame(
            {
                "tanggal": days("2023-07-03", "2023-07-04"),
                "pemohon": [1, 2],
                "keperluan": ["Penelitian", "Penelitian"],
                "data_diminta": ["Data anggaran dan realisasi APBD", None],
            }
        ),
        "survei": pd.DataFrame(
            {
                "tanggal": days(*["2023-07-03"] * 25),
                "agen": sorted(agents * 5),
                "penilai": list(range(5)) * 5,
                "kepuasan": [5] * 25,
                "substansi": [4] * 25,
            }
        ),
        "advokasi": pd.DataFrame({"potret": [1, 2], "tanggal": days("2023-07-14", "2023-07-31")}),
    }


def books():
    return {
        "berkas": pd.DataFrame(
            [
                ("tiket", "tiket-1.csv", 1024, 1020, 3, 1),
                ("tiket", "tiket-2.csv", 700, 687, 13, 0),
                ("tatap_muka", "tatap-muka.xlsx", 25, 24, 1, 0),
            ],
            columns=["sumber", "berkas", "baris", "diambil", "dikecualikan", "ditolak"],
        ),
        "dikecualikan": pd.DataFrame(
            [
                ("tiket", "tiket-1.csv", "ganda", 3, "2, 9, 14"),
                ("tiket", "tiket-2.csv", "ganda", 1, "7"),
                ("tiket", "tiket-2.csv", "bulan lain", 12, "1, 2, 3"),
                ("tatap_muka", "tatap-muka.xlsx", "baris jumlah", 1, "29"),
            ],
            columns=["sumber", "berkas", "aturan", "jumlah", "contoh_baris"],
        ),
        "ditolak": pd.DataFrame(
            [("tiket", "tiket-1.csv", 77, "date_created", "rahasia", "tanggal tidak terbaca")],
            columns=["sumber", "berkas", "baris", "kolom", "isi", "alasan"],
        ),
    }


@pytest.fixture(scope="session")
def lap():
    """July 2023 with the published figures."""
    ukuran = Ukuran(read_ukuran(FOLDER / "ukuran-2023-07.csv"), JULI)
    return Report(
        bulan=JULI,
        settings=load_settings(),
        bersih=MonthData(bulan=JULI, tables=tables(), temuan=FOUND, **books()),
        ukuran=ukuran,
        catatan=Catatan({"Evaluasi dan saran": Markdown("Kiranya dibuka secara luas.")}),
        contoh=(),
    )


@pytest.fixture(scope="session")
def lengkap(lap):
    """The same month with the details that tickets and the website give."""
    details = read_ukuran(FOLDER / "rincian-2023-07.csv")
    messages = pd.DataFrame(
        {
            "kampanye": ["Survei", "Survei", "[Ralat] KMK 16"],
            "tanggal": days("2023-07-17", "2023-07-17", "2023-07-25"),
        }
    )
    return replace(
        lap,
        bersih=replace(lap.bersih, tables={**lap.tables, "wa_blast": messages}),
        ukuran=Ukuran(pd.concat([lap.ukuran.tabel, details], ignore_index=True), JULI),
    )


@pytest.fixture(scope="session")
def lap_kosong(lap):
    """A month of which nothing is known."""
    empty = {name: table.iloc[:0] for name, table in books().items()}
    return replace(
        lap,
        bersih=MonthData(bulan=JULI, tables={}, **empty),
        ukuran=Ukuran(lap.ukuran.tabel.iloc[:0], JULI),
        catatan=Catatan(),
    )


@pytest.fixture(scope="session")
def sebulan(lap_kosong):
    """Make a month of figures, and of reasons for those that are not there."""

    def make(figures, *reasons, **changes):
        ukuran = Ukuran(to_table(figures), JULI, reasons)
        return replace(lap_kosong, ukuran=ukuran, **changes)

    return make


@pytest.fixture(scope="session")
def polos():
    """Read Markdown as a reader sees it: no keys, no escapes, no emphasis."""

    def read(shown):
        text = shown.text if isinstance(shown, Markdown) else shown.markdown()
        text = re.sub(r"\[((?:\\.|[^]\\])*)\]\{(?:\.angka|bukti-)[^}]*\}", r"\1", text)
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("**", ""))

    return read


@pytest.fixture(scope="session")
def dengan():
    """Give a report with other figures: ``None`` takes away, a number puts in place."""

    def change(lap, figures):
        table = lap.ukuran.tabel
        for (bulan, *key), nilai in figures.items():
            same = (table[["bulan", "indikator", "dimensi", "kategori"]] == [bulan, *key]).all(
                axis=1
            )
            table = table[~same]
            if nilai is not None:
                row = to_table([Angka(bulan, *key, float(nilai), "tiket")])
                table = pd.concat([table, row], ignore_index=True)
        return replace(lap, ukuran=Ukuran(table, lap.bulan))

    return change


@pytest.fixture(autouse=True)
def _data(tmp_path, monkeypatch):
    """Keep pictures out of the project."""
    monkeypatch.setenv("LAPORAN_DATA", str(tmp_path))
