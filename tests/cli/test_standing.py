"""What tells where one stands: status, doctor, explain, and diff."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from proyek import ROOT

from laporan.cli import machine, run
from laporan.measure import Angka, format_ukuran
from laporan.measure.angka import to_table

JUNI, JULI = "2023-06", "2023-07"


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]):
    """Call a command, and give its status and what it printed."""

    def call(*arguments: object) -> tuple[int, str]:
        status = run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return call


@pytest.fixture
def month(juli: Path, tmp_path: Path) -> list[object]:
    """The published month, rendered, with its exports: the options that name its folders."""
    shutil.copytree(juli.parents[1] / "data", tmp_path / "data")
    shutil.copytree(juli, tmp_path / "_output" / JULI)
    return ["--data", tmp_path / "data", "--out", tmp_path / "_output"]


def out(month: list[object]) -> Path:
    return Path(str(month[3]))


def test_a_printed_number_is_explained(month, told):
    status, text = told("explain", "1.707", *month)
    assert status == 0
    first = text.split("\n\n")[0].splitlines()
    assert first[0] == "1.707 tiket: tiket.jumlah, Juli 2023"
    assert "Nomor tiket Deskpro yang berbeda" in first[1]
    assert "tiket-1.csv dan tiket-2.csv Juli 2023, 1.707 baris" in first[1]
    assert first[2].strip() == "Bulan sebelumnya: 1.315 tiket (Juni 2023)."
    assert first[3].strip().startswith("Di laporan: Yang perlu diketahui, ")


def test_what_a_figure_rests_on_is_told(month, told):
    status, text = told("explain", "eskalasi.bagian[jam_layanan=Luar]", *month)
    assert status == 0
    assert text.splitlines()[1].strip() == "Selangnya 13,07 sampai 22,06. Dasarnya n = 269."


@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("29,81%", "29,81%: tiket.perubahan_bulanan, Juli 2023"),
        ("29,8 %", "29,81%: tiket.perubahan_bulanan, Juli 2023"),
        ("11,14%", "-11,14%: lapor.perubahan_bulanan, Juli 2023"),
        ("4,90", "4,90 skala 1-5: kepuasan.nilai, Juli 2023"),
        ("tiket.jumlah", "1.707 tiket: tiket.jumlah, Juli 2023"),
        ("{tiket.jumlah[kanal=WhatsApp]}", "1.493 tiket: tiket.jumlah[kanal=WhatsApp], Juli 2023"),
    ],
)
def test_numbers_and_keys_find_their_figure(month, told, what, named):
    status, text = told("explain", what, "--bulan", JULI, *month)
    assert status == 0
    assert named in text.splitlines()


def test_many_figures_of_one_value_are_counted(month, told):
    _, text = told("explain", "0", *month)
    assert len(re.findall(r"^\S.*: \S.*, Juli 2023$", text, re.MULTILINE)) == 8
    assert re.search(r"… dan [\d.]+ angka lain bernilai sama\.", text)


@pytest.mark.parametrize(
    ("what", "status", "says"),
    [
        ("99.999", 2, "Tidak ada angka 99.999 di laporan Juli 2023"),
        ("1.7.07", 2, "bukan angka dan bukan kunci angka"),
        ("tiket.jumlahh", 2, "Yang paling dekat: {tiket.jumlah}"),
        ("telepon.ditawarkan", 2, "tidak tersedia untuk Juli 2023. Panggilan masuk: "),
    ],
)
def test_what_is_no_figure_is_told(month, told, what, status, says):
    got, text = told("explain", what, *month)
    assert got == status
    assert says in text


def test_a_report_that_is_not_there_is_told(tmp_path, told):
    folders = ["--data", tmp_path, "--out", tmp_path]
    assert told("explain", "1", *folders)[1].startswith(f"Belum ada laporan di {tmp_path}")
    status, text = told("explain", "1", "--bulan", JULI, *folders)
    assert (status, "laporan render 2023-07" in text) == (1, True)


def write_figures(folder: Path, bulan: str, *figures: tuple[str, str, str, float, str]) -> None:
    (folder / bulan).mkdir(parents=True, exist_ok=True)
    rows = (Angka(bulan, *figure) for figure in figures)
    (folder / bulan / "ukuran.csv").write_text(format_ukuran(to_table(rows)), "utf-8")


def test_months_are_compared_largest_first(tmp_path, told):
    same = ("ppid.jumlah", "", "", 9.0, "permohonan")
    write_figures(
        tmp_path, JUNI, same,
        ("tiket.jumlah", "", "", 1315.0, "tiket"),
        ("tiket.jumlah", "kanal", "WhatsApp", 1148.0, "tiket"),
        ("tiket.jumlah", "kanal", "Live Chat", 2.0, "tiket"),
        ("lapor.jumlah", "", "", 835.0, "email"),
    )  # fmt: skip
    write_figures(
        tmp_path, JULI, same,
        ("tiket.jumlah", "", "", 1707.0, "tiket"),
        ("tiket.jumlah", "kanal", "WhatsApp", 1493.0, "tiket"),
        ("tiket.jumlah", "kanal", "Live Chat", 4.0, "tiket"),
        ("kepuasan.nilai", "", "", 4.9, "skala 1-5"),
    )  # fmt: skip
    folders = ["--data", tmp_path, "--out", tmp_path]
    status, text = told("diff", JUNI, JULI, *folders)
    assert status == 0
    # What doubled is 2 of 1,315: a category weighs as much as it is of its whole.
    assert text.splitlines() == [
        "Dari Juni 2023 ke Juli 2023: 5 dari 6 angka berubah.",
        "- Kepuasan (kepuasan.nilai): – → 4,90 skala 1-5",
        "- Email Lapor (lapor.jumlah): 835 email → –",
        "- Tiket (tiket.jumlah): 1.315 tiket → 1.707 tiket, +29,81%",
        "- Tiket: WhatsApp (tiket.jumlah[kanal=WhatsApp]): 1.148 tiket → 1.493 tiket, +30,05%",
        "- Tiket: Live Chat (tiket.jumlah[kanal=Live Chat]): 2 tiket → 4 tiket, +100,00%",
    ]
    assert told("diff", JULI, JULI, *folders)[1].splitlines() == [
        "Dari Juli 2023 ke Juli 2023: 0 dari 5 angka berubah."
    ]


def test_long_lists_of_changes_are_cut_and_counted(tmp_path, told):
    many = [("x.jumlah", "k", f"{n:03}", float(n), "tiket") for n in range(1, 101)]
    write_figures(tmp_path, JUNI, *many)
    write_figures(tmp_path, JULI, *((*each[:3], each[3] + 1, each[4]) for each in many))
    folders = ["--data", tmp_path, "--out", tmp_path]
    lines = told("diff", JUNI, JULI, *folders)[1].splitlines()
    assert lines[-1] == "… dan 60 lagi (--semua mencantumkannya)."
    assert len(told("diff", JUNI, JULI, "--semua", *folders)[1].splitlines()) == 101


@pytest.mark.parametrize("call", [(JULI,), (JUNI, JULI, "--terbit")])
def test_two_things_are_compared(told, call):
    status, text = told("diff", *call)
    assert (status, "--terbit" in text) == (2, True)


def test_the_published_and_the_rendered_are_compared_and_their_standing_told(
    month, told, tmp_path, lagi, monkeypatch
):
    from laporan.publish import publishing

    monkeypatch.setattr(publishing, "make_again", lambda *_: lagi)
    # What may be published is asked in tests/publish/test_gate.py.
    monkeypatch.setattr(publishing, "require_fit", lambda *_: None)
    site = ["--situs", tmp_path / "_situs"]
    status, text = told("diff", JULI, "--terbit", *site, *month)
    assert (status, "belum pernah terbit" in text) == (1, True)
    assert told("publish", JULI, *site, *month)[0] == 0
    assert "0 dari" in told("diff", JULI, "--terbit", *site, *month)[1]

    standing = told("status", *site, *month)[1]
    july, june = standing.split("\n\n")
    assert re.search(r"disusun    \d+ \w+ \d{4} \d\d\.\d\d oleh pandoc; mutakhir", july)
    assert re.search(r"terbit     versi 1, .*; sama dengan yang disusun", july)
    assert (
        "mentah     23 berkas; tidak ada: Tiket yang belum selesai (Deskpro), Panggilan telepon"
        in july
    )
    assert "disusun    belum (laporan render 2023-06)" in june

    figures = out(month) / JULI / "ukuran.csv"
    figures.write_text(figures.read_text("utf-8").replace("jumlah,,,1707,", "jumlah,,,1708,"))
    note = Path(str(month[1])) / "raw" / JULI / "catatan.md"
    note.write_text(note.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    (note.parent / "salinan.csv").write_text("x", "utf-8")
    text = told("diff", JULI, "--terbit", *site, *month)[1]
    assert "- Tiket (tiket.jumlah): 1.707 tiket → 1.708 tiket, +0,06%" in text
    july = told("status", *site, *month)[1].split("\n\n")[0]
    assert "masukan raw/2023-07/catatan.md berubah" in july
    assert "ukuran.csv berubah sejak dibuat" in july
    assert "tidak dikenal: salinan.csv" in july


def test_the_standing_of_editions_is_told_kind_by_kind(month, told, tmp_path, edisi):
    folder = out(month) / JULI / "edisi"
    shutil.copytree(edisi, folder / "provinsi")
    shutil.copytree(edisi, folder / "pemda")
    site = ["--situs", tmp_path / "_situs"]
    july, june = told("status", *site, *month)[1].split("\n\n")
    when = r"\d+ \w+ \d{4} \d\d\.\d\d"
    assert re.search(
        rf"^  edisi      provinsi: 38 edisi, {when}; mutakhir\n {{13}}pemda: 38 edisi, {when}; "
        r"mutakhir\n  terbit ", july, re.MULTILINE,
    )  # fmt: skip
    assert "  edisi      belum (laporan render 2023-06 --edisi provinsi|pemda)" in june

    (folder / "pemda" / "15-prov-jambi.html").unlink()
    july = told("status", *site, *month)[1].split("\n\n")[0]
    assert re.search(r"provinsi: 38 edisi, [^;]*; mutakhir", july)
    assert re.search(r"pemda: 38 edisi, [^;]*; usang: 15-prov-jambi\.html tidak ada", july)
    note = Path(str(month[1])) / "raw" / JULI / "catatan.md"
    note.write_text(note.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    july = told("status", *site, *month)[1].split("\n\n")[0]
    assert re.search(r"provinsi: .*; usang: masukan raw/2023-07/catatan\.md berubah", july)


def test_no_month_at_all_is_told(tmp_path, told):
    folders = ["--data", tmp_path, "--out", tmp_path, "--situs", tmp_path / "s"]
    status, text = told("status", *folders)
    assert (status, "Belum ada bulan" in text) == (1, True)


def test_the_machine_is_examined_by_using_it(tmp_path, told):
    status, text = told("doctor", "--data", tmp_path, "--out", tmp_path)
    assert status == 0
    for name in ("Python", "pustaka", "kernel notebook: berjalan", "pandoc 3", "huruf: "):
        assert name in text
    assert str(ROOT) in text


def test_what_is_missing_on_the_machine_is_told_with_what_to_do(tmp_path, told, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(
        machine, "requires", lambda _: ["pandas>=99", "tiada-pustaka", "x; extra == 'y'"]
    )
    monkeypatch.setattr(machine, "FREE_BYTES", 10**18)
    status, text = told("doctor", "--data", tmp_path, "--out", tmp_path)
    assert status == 1
    assert re.search(
        r"\[GAGAL\] pustaka: pandas \S+, seharusnya >=99 dan tiada-pustaka tidak", text
    )
    assert "[tanpa] Quarto: tidak terpasang" in text
    assert "[GAGAL] ruang bebas" in text
    assert text.splitlines()[-1] == "Laporan belum dapat disusun di sini: pustaka, ruang bebas."


def test_the_version_and_whole_sentences(told):
    assert re.fullmatch(r"laporan \d+\.\d+\.\d+\n", told("--version")[1])
    assert "..." not in told("--help")[1]
