from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from laporan.check.tindak_lanjut import Keadaan, read_tindak_lanjut, state_of
from laporan.check.tindak_lanjut.actions import COLUMNS, changed_deadlines
from laporan.check.tindak_lanjut.target import Sasaran, parse_target
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.measure import Ukuran

BULAN = Bulan(2023, 7)
GOOD = {
    "id": "TL-1", "dibuat_bulan": "2023-06", "temuan": "Banyak pertanyaan DAU.",
    "tindakan": "Menyiapkan jawaban baku.", "pemilik": "Seksi Contoh A", "tenggat": "2023-08-31",
    "ukuran": "tiket.topik[topik=DAU]", "sasaran": "<= 150", "catatan": "",
}  # fmt: skip


def write_csv(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "tindak_lanjut.csv"
    pd.DataFrame(rows, columns=list(COLUMNS)).to_csv(path, index=False)
    return path


def ukuran(**values: float) -> Ukuran:
    rows = [
        ("2023-07", "tiket.topik", "topik", name, value, "tiket") for name, value in values.items()
    ]
    columns = ["bulan", "indikator", "dimensi", "kategori", "nilai", "satuan"]
    return Ukuran(pd.DataFrame(rows, columns=columns), BULAN)


def test_no_file_is_no_action(tmp_path: Path) -> None:
    assert read_tindak_lanjut(tmp_path / "tindak_lanjut.csv") == ()


def test_an_action_is_read_with_its_first_deadline_and_what_it_was_put_off_to(
    tmp_path: Path,
) -> None:
    put_off = GOOD | {"tenggat": "31 Juli 2023; 2023-08-31 ; 30/09/2023"}
    (action,) = read_tindak_lanjut(write_csv(tmp_path, put_off))
    assert (action.baris, action.id, action.dibuat) == (2, "TL-1", Bulan(2023, 6))
    assert action.tenggat_semula == date(2023, 7, 31)
    assert action.perpanjangan == (date(2023, 8, 31), date(2023, 9, 30))
    assert action.tenggat == date(2023, 9, 30)
    assert action.sasaran == Sasaran("<=", 150)


def test_a_workbook_that_made_dates_of_months_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "tindak_lanjut.xlsx"
    with Workbook(path) as book:
        sheet, dated = book.add_worksheet(), book.add_format({"num_format": "mmm-yy"})
        sheet.write_row(0, 0, COLUMNS)
        sheet.write_row(1, 0, GOOD.values())
        sheet.write_datetime(1, 1, date(2023, 6, 1), dated)
    (action,) = read_tindak_lanjut(path)
    (written,) = read_tindak_lanjut(write_csv(tmp_path, GOOD))
    assert (action.dibuat, action.tenggat, action.sasaran) == (
        written.dibuat, written.tenggat, written.sasaran,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"dibuat_bulan": "juli"}, "kolom dibuat_bulan: 'juli' bukan bulan"),
        ({"dibuat_bulan": "2023-06-15"}, "kolom dibuat_bulan: '2023-06-15' bukan bulan"),
        ({"tenggat": "segera"}, "kolom tenggat: 'segera' bukan tanggal"),
        ({"tenggat": "2023-08-31; 2023-07-31"}, "harus sesudahnya"),
        ({"tenggat": "2023-08-31; 2023-08-31"}, "harus sesudahnya"),
        ({"sasaran": "150"}, "kolom sasaran: '150' bukan sasaran"),
        ({"sasaran": "<= 12.5"}, "kolom sasaran: '<= 12.5' bukan sasaran"),
        ({"sasaran": "=> 12"}, "Tulislah misalnya <= 12 atau >= 90,5"),
        ({"ukuran": "tiket.topikk"}, "Yang paling dekat: tiket.topik,"),
        ({"ukuran": "DAU"}, "kolom ukuran: 'DAU' bukan nama angka"),
        ({"pemilik": " "}, "kolom pemilik: kosong. Isilah, atau hapus barisnya."),
        ({"id": ""}, "kolom id: kosong"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told(
    tmp_path: Path, change: dict[str, str], told: str
) -> None:
    with pytest.raises(LaporanError) as error:
        read_tindak_lanjut(write_csv(tmp_path, GOOD, GOOD | {"id": "TL-2"} | change))
    assert str(error.value).startswith("tindak_lanjut.csv baris 3, kolom ")
    assert told in str(error.value)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    wrong = GOOD | {"tenggat": "kelak", "sasaran": "banyak"}
    with pytest.raises(LaporanError) as error:
        read_tindak_lanjut(write_csv(tmp_path, wrong, GOOD))
    assert [line.partition(":")[0] for line in str(error.value).splitlines()] == [
        "tindak_lanjut.csv baris 2, kolom tenggat",
        "tindak_lanjut.csv baris 2, kolom sasaran",
        "tindak_lanjut.csv baris 3, kolom id",
    ]
    with pytest.raises(LaporanError, match="pemilik"):
        path = tmp_path / "lain.csv"
        path.write_text("id,dibuat_bulan,temuan,tindakan\n1,2,3,4\n")
        read_tindak_lanjut(path)


@pytest.mark.parametrize(
    ("value", "sasaran", "tenggat", "state"),
    [
        (150, "<= 150", "2023-07-31", Keadaan.TERCAPAI),
        (151, "<= 150", "2023-08-01", Keadaan.BERJALAN),
        (151, "<= 150", "2023-07-31", Keadaan.TERLAMBAT),
        (151, "<= 150", "2023-06-30; 2023-08-31", Keadaan.BERJALAN),
        (150, "< 150", "2023-08-31", Keadaan.BERJALAN),
        (150, ">= 150", "2023-01-31", Keadaan.TERCAPAI),
        (150, "> 150", "2023-01-31", Keadaan.TERLAMBAT),
        (150, "= 150", "2023-01-31", Keadaan.TERCAPAI),
        (None, "<= 150", "2023-01-31", Keadaan.TAK_TERUKUR),
    ],
)
def test_the_state_is_told_by_the_figure_and_the_deadline(
    tmp_path: Path, value: float | None, sasaran: str, tenggat: str, state: Keadaan
) -> None:
    (action,) = read_tindak_lanjut(
        write_csv(tmp_path, GOOD | {"sasaran": sasaran, "tenggat": tenggat})
    )
    assert state_of(action, ukuran(**({} if value is None else {"DAU": value}))) is state


@given(
    st.sampled_from(["<=", ">=", "<", ">", "=", "≤", "≥"]),
    st.integers(0, 10**9),
    st.integers(0, 2),
    st.sampled_from(["", " ", "%", " %"]),
)
def test_a_target_is_read_as_it_is_written(sign: str, whole: int, places: int, unit: str) -> None:
    value = whole / 10**places
    found = parse_target(f"{sign} {angka(value, places)}{unit}")
    assert found is not None
    assert found.value == value
    assert found.reached(value) is (sign not in "<>")


def test_a_first_deadline_that_was_changed_is_told(tmp_path: Path) -> None:
    actions = read_tindak_lanjut(write_csv(tmp_path, GOOD, GOOD | {"id": "TL-2"}))
    assert list(changed_deadlines(actions, {"TL-1": "2023-08-31"})) == []
    (told,) = changed_deadlines(actions, {"TL-1": "2023-07-31", "TL-3": "2023-07-31"})
    assert told.startswith("tindak_lanjut.csv baris 2, kolom tenggat: tenggat pertama TL-1 adalah")
    assert "31 Juli 2023 menurut laporan bulan lalu, kini 31 Agustus 2023" in told
