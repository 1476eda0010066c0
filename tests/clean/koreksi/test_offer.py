"""What checks ask about comes with the lines that would answer it; those lines are corrections."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from laporan.clean.koreksi import COLUMNS
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.store.group import clean_source

JULI = Bulan(2023, 7)


@pytest.fixture
def project(folder: Path, tmp_path: Path) -> Project:
    """The small month as a project's: with what is asked about."""
    tiket = (folder / "tiket-1.csv").read_text("utf-8").splitlines()
    changed = {
        1: ("Kab. Brebes", "Kab. Gunung Sitoli"),
        2: ("Kab. Brebes", "Tegal"),
        3: ("WhatsApp,DAU", "Whatsap,DAK Fisk"),
    }
    lines = [line.replace(*changed.get(at, ("", ""))) for at, line in enumerate(tiket)]
    lines += [lines[2].replace("102,", "106,"), lines[2].replace("102,", "107,")]
    (folder / "tiket-1.csv").write_text("\n".join(lines) + "\n", "utf-8")
    book = openpyxl.Workbook()
    heads = ["ID", "Completion time", "Email", "Agen", "Kepuasan Layanan", "Substansi Jawaban"]
    book.active.append(heads)
    for number, name in enumerate(["Agen Contoh A", "Agen Contoh A", "agen  contoh A."], 1):
        book.active.append([number, "2023-07-05", f"u{number}@contoh.id", name, 5, 5])
    book.save(folder / "survei.xlsx")
    mails = openpyxl.Workbook()
    for row in (
        ["Tanggal", "Pengirim", "Jenis Dokumen"],
        ["5 Juli 2023", "a@contoh.id", "DAK Nonfisik"],
        ["6 Juli 2023", "b@contoh.id", "Undangan"],
    ):
        mails.active.append(row)
    mails.active.title = "Juli"
    mails.save(folder / "email-lapor.xlsx")
    project = Project(tmp_path / "data", tmp_path / "keluar")
    (project.data / "raw").mkdir(parents=True)
    folder.rename(project.raw(JULI))
    return project


def offered(project: Project, sumber: str) -> list[str]:
    cleaned = clean_source(project, JULI, sumber, load_settings())
    assert cleaned is not None
    return [line for finding in cleaned.temuan for line in finding.usulan]


def test_each_question_comes_with_its_lines(project: Project) -> None:
    assert offered(project, "tiket") == [
        "tiket,102,Pemda,Tegal,ISILAH (Kab. Tegal atau Kota Tegal),nama daerah tidak dikenal",
        "tiket,106,Pemda,Tegal,ISILAH (Kab. Tegal atau Kota Tegal),nama daerah tidak dikenal",
        "tiket,107,Pemda,Tegal,ISILAH (Kab. Tegal atau Kota Tegal),nama daerah tidak dikenal",
        "tiket,101,Pemda,Kab. Gunung Sitoli,Kota Gunungsitoli,nama daerah tidak dikenal",
        "tiket,103,Kanal,Whatsap,WhatsApp,isi kolom tidak dikenal",
        "tiket,103,Topik,DAK Fisk,DAK Fisik,isi kolom tidak dikenal",
    ]
    assert offered(project, "survei") == [
        "survei,3,Agen,agen  contoh A.,Agen Contoh A,nama agen dieja lain"
    ]
    # A kind that is like none is counted among the others, rightly.
    assert offered(project, "email_lapor") == [
        "email_lapor,email-lapor.xlsx!Juli!2,Jenis Dokumen,DAK Nonfisik,DAK Non Fisik,"
        "isi kolom tidak dikenal"
    ]


def test_the_lines_are_corrections(project: Project) -> None:
    """Copied, with the names of regions that only people know, they leave nothing to ask."""
    lines = [*offered(project, "tiket"), *offered(project, "survei")]
    with (project.raw(JULI) / "koreksi.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        for line in lines:
            cells = next(csv.reader([line]))
            cells[4] = cells[4].replace("ISILAH (Kab. Tegal atau Kota Tegal)", "Kab. Tegal")
            csv.writer(file).writerow([*cells, "Unit Data", "2 Agustus 2023"])
    for sumber in ("tiket", "survei"):
        cleaned = clean_source(project, JULI, sumber, load_settings())
        assert cleaned is not None
        assert offered(project, sumber) == []
        asked = {"koreksi", "nama daerah", "nilai dikenal", "nama agen"}
        assert not asked & {finding.pemeriksaan for finding in cleaned.temuan}
    assert len(cleaned.koreksi) == 1
