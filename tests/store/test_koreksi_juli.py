"""Corrections of the real month: twelve tickets of a wrong region, three of a wrong topic."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest
from proyek import ROOT

from laporan.clean.koreksi import COLUMNS
from laporan.clean.ledger import Cleaned
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.read.reader import read_source
from laporan.render.jejak import list_corrections, list_inputs
from laporan.store.freshness import GROUPS, stale_groups
from laporan.store.group import bersihkan, clean_source
from laporan.store.month_data import load_month

JULI = Bulan(2023, 7)
REGION, TOPIC = "Kota Bandar Lampung", "DAU"
OF_REGION = ["pemda", "kode_wilayah", "provinsi", "zona"]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """July's tickets and its webinars, an export of each kind."""
    project = Project(tmp_path / "data", tmp_path / "keluar")
    project.raw(JULI).mkdir(parents=True)
    for name in ("tiket-1.csv", "tiket-2.csv", "webinar.xlsx"):
        shutil.copy(ROOT / "data" / "raw" / str(JULI) / name, project.raw(JULI))
    return project


def tickets(project: Project) -> Cleaned:
    cleaned = clean_source(project, JULI, "tiket", load_settings())
    assert cleaned is not None
    return cleaned


def correct(project: Project, *rows: list[str]) -> None:
    signed = [[*row, "Unit Data", "2023-08-02"] for row in rows]
    with (project.raw(JULI) / "koreksi.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([list(COLUMNS), *signed])


def test_twelve_regions_and_three_topics_are_corrected_and_nothing_else(project: Project) -> None:
    before = tickets(project)
    table = before.tabel
    pages = read_source(project.raw(JULI), "tiket")
    raw = pd.concat([page.data.set_index("ticket_id")["Pemda"] for page in pages])
    written = raw[~raw.index.duplicated(keep=False)].reindex(table["nomor"]).to_numpy()
    others = table["pemda"].ne(REGION) & table["pemda"].notna() & pd.notna(written)
    regions = table.index[others][:12]
    topics = table.index[table["topik"].eq(TOPIC)][-3:]
    correct(
        project,
        *(
            ["tiket", table["nomor"][at], "Pemda", written[at], REGION, "salah wilayah"]
            for at in regions
        ),
        *(["tiket", table["nomor"][at], "Topik", TOPIC, "DBH", "salah topik"] for at in topics),
    )
    after = tickets(project)
    assert after.temuan == before.temuan
    expected = table.copy()
    known = table.loc[table["pemda"].eq(REGION), OF_REGION].iloc[0]
    expected.loc[regions, OF_REGION] = known.to_numpy()
    expected.loc[topics, "topik"] = "DBH"
    pd.testing.assert_frame_equal(after.tabel, expected)
    pd.testing.assert_frame_equal(after.berkas, before.berkas)
    assert len(after.koreksi) == 15
    assert after.koreksi["kolom"].value_counts().to_dict() == {"Pemda": 12, "Topik": 3}
    correct(project)
    again = tickets(project)
    pd.testing.assert_frame_equal(again.tabel, table)
    assert again.koreksi.empty


def test_what_was_corrected_is_kept_with_the_cleaned_month(project: Project) -> None:
    for group in GROUPS:
        bersihkan(str(JULI), group, project).simpan()
    assert stale_groups(project, JULI) == []
    nomor = load_month(project, JULI).tabel("tiket")["nomor"].iloc[0]
    correct(
        project, ["tiket", nomor, "*", nomor, "", "tiket uji"], ["tiket", "1", "*", "", "", "x"]
    )
    assert stale_groups(project, JULI) == list(GROUPS)
    for group in GROUPS:
        bersihkan(str(JULI), group, project).simpan()
    assert stale_groups(project, JULI) == []
    month = load_month(project, JULI)
    assert nomor not in month.tabel("tiket")["nomor"].tolist()
    assert month.koreksi[["sumber", "kolom", "alasan"]].to_numpy().tolist() == [
        ["tiket", "*", "tiket uji"]
    ]
    assert "koreksi" in month.dikecualikan["aturan"].tolist()
    (wrong,) = [each for each in month.temuan if each.pemeriksaan == "koreksi"]
    assert wrong.menghentikan
    assert str(wrong).startswith("koreksi.csv, baris 3, kolom 'kunci': '1' tidak ada")
    assert "raw/2023-07/koreksi.csv" in [each["berkas"] for each in list_inputs(project, [JULI])]
    assert [(each["bulan"], each["sumber"]) for each in list_corrections(project, [JULI])] == [
        ("2023-07", "tiket")
    ]
    # Who corrected it stays in the raw exports.
    for path in project.processed(JULI).glob("*.json"):
        assert "Unit Data" not in path.read_text("utf-8")
