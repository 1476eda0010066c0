"""The lists beside the months: read as real ones are, known as made up, never over real ones."""

import pytest

from laporan.check.made_up import made_up_lists
from laporan.check.tindak_lanjut import read_tindak_lanjut
from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.measure.keputusan.peristiwa import read_peristiwa
from laporan_sample import write_lists

JULI = Bulan(2023, 7)


@pytest.fixture
def project(tmp_path):
    return Project(data=tmp_path, out=tmp_path / "hasil")


def test_a_report_knows_that_its_lists_are_made_up(project):
    assert made_up_lists(project, JULI) == ()
    written, left = write_lists(project.data, JULI)
    assert (written, left) == ([project.tindak_lanjut_file, project.peristiwa_file], [])
    actions = read_tindak_lanjut(project.tindak_lanjut_file)
    events = read_peristiwa(project.peristiwa_file)
    assert {action.dibuat for action in actions} == {Bulan(2023, 6), JULI}
    assert all("Contoh" in action.pemilik for action in actions)
    assert any(action.perpanjangan for action in actions)
    assert any(event.putus for event in events)
    assert made_up_lists(project, JULI) == ("daftar tindak lanjut", "daftar peristiwa")
    assert made_up_lists(project, Bulan(2023, 5)) == ()


def test_rows_that_analysts_write_are_real(project):
    write_lists(project.data, JULI)
    for path, old in (
        (project.tindak_lanjut_file, "CONTOH-"), (project.peristiwa_file, "Contoh: ")
    ):  # fmt: skip
        path.write_text(path.read_text("utf-8").replace(old, "X"), "utf-8")
    assert made_up_lists(project, JULI) == ()


def test_a_first_deadline_is_the_same_in_the_sample_of_another_month(project):
    found = []
    for month in (JULI, JULI.shift(1)):
        written, left = write_lists(project.data, month)
        assert (len(written), left) == (2, [])
        found.append({a.id: a.tenggat_semula for a in read_tindak_lanjut(written[0])})
    both = found[0].keys() & found[1].keys()
    assert len(both) == 3
    assert all(found[0][name] == found[1][name] for name in both)


@pytest.mark.parametrize("name", ["tindak_lanjut.csv", "tindak_lanjut.xlsx"])
def test_a_list_of_the_analysts_is_left_as_it_is(project, name):
    write_lists(project.data, JULI)
    own = project.tindak_lanjut_file
    path = project.data / name
    content = own.read_bytes().replace(b"<= 60", b"<= 61")
    own.unlink()
    path.write_bytes(content)
    written, left = write_lists(project.data, JULI)
    assert (written, left) == ([project.peristiwa_file], [path])
    assert path.read_bytes() == content
    assert own.exists() is (own == path)


def test_the_command_says_which_list_it_left(tmp_path, capsys):
    real = tmp_path / "peristiwa.csv"
    own = tmp_path / "pengaturan.toml"
    own.write_text('[peraturan]\n"DAU" = ["Peraturan Uji"]\n', "utf-8")
    real.write_text("tanggal,peristiwa,indikator,putus\n2023-07-03,Libur,,\n", "utf-8")
    assert run(["sample", "2024-02", "--tiket", "5", "--bulan", "1", "--data", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert str(tmp_path / "tindak_lanjut.csv") in printed.out
    kept = [f"{path} dibiarkan: isinya bukan data contoh." for path in (real, own)]
    assert printed.err.splitlines() == kept
    assert "Libur" in real.read_text("utf-8")
    assert "Peraturan Uji" in own.read_text("utf-8")
