import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.store import code_basis, freshness
from laporan.store.freshness import GROUPS, fingerprint, raw_months, stale_groups
from laporan.store.month_data import write_cleaned

JULI = Bulan(2023, 7)
ALL = list(GROUPS)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a month with two files, cleaned (as far as freshness can tell)."""
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    for path in (ROOT / "notebooks").glob("bersih-*.ipynb"):
        (notebooks / path.name).write_bytes(path.read_bytes())
    project = Project(tmp_path / "data", tmp_path / "keluar", tmp_path)
    project.raw(JULI).mkdir(parents=True)
    (project.raw(JULI) / "tiket.csv").write_text("a")
    (project.raw(JULI) / "survei.xlsx").write_text("b")
    for group in GROUPS:
        write_cleaned(project, JULI, group, [], fingerprint(project, JULI, group))
    return project


def test_a_cleaned_month_is_fresh(project: Project) -> None:
    assert stale_groups(project, JULI) == []


def test_a_month_never_cleaned_is_all_stale(project: Project) -> None:
    juni = JULI.previous
    project.raw(juni).mkdir()
    assert stale_groups(project, juni) == ALL


def test_a_changed_a_new_or_a_renamed_raw_file_makes_its_group_stale(project: Project) -> None:
    raw = project.raw(JULI)
    (raw / "survei.xlsx").write_text("c")
    assert stale_groups(project, JULI) == ["bersih-survei"]
    (raw / "webinar.xlsx").write_text("d")
    assert stale_groups(project, JULI) == ["bersih-kegiatan", "bersih-survei"]
    (raw / "tiket.csv").rename(raw / "tiket-1.csv")
    assert stale_groups(project, JULI) == ["bersih-tiket", "bersih-kegiatan", "bersih-survei"]


def test_touching_a_file_changes_nothing(project: Project) -> None:
    (project.raw(JULI) / "tiket.csv").touch()
    assert stale_groups(project, JULI) == []


def test_changed_settings_make_all_stale(project: Project) -> None:
    project.settings_file.write_text("[situs]\nhalaman_tercetak = 7\n")
    assert stale_groups(project, JULI) == ALL


def test_settings_make_stale_the_months_in_which_they_hold(project: Project) -> None:
    project.settings_file.write_text('[situs]\nsejak = "2023-08"\nhalaman_tercetak = 7\n')
    assert stale_groups(project, JULI) == []
    project.settings_file.write_text('[situs]\nsejak = "2023-07"\nhalaman_tercetak = 7\n')
    assert stale_groups(project, JULI) == ALL


# What cleaning rests on, told by hand: a list of the code's own could lack what it should name.
SHARED = ("Babel", "RapidFuzz", "lxml", "numpy", "pandas", "pointblank", "pyarrow", "tzdata")
LIBRARIES = {**dict.fromkeys(SHARED, ALL), "python-calamine": ALL, "holidays": ["bersih-tiket"]}
CODE = (
    *("clean/steps.py", "clean/dates.py", "clean/schema/rules.py", "read/tabular.py"),
    *("read/bulk.py", "dasar/regions/resolve.py", "dasar/regions/singkatan.csv"),
    *("dasar/regions/wilayah.csv", "dasar/settings/bawaan.toml", "dasar/bulan.py"),
    *("dasar/inert.py", "dasar/indonesian.py", "store/group.py", "store/month_data.py"),
    *("__init__.py", "dasar/__init__.py"),
)


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_makes_stale_what_rests_on_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    real = code_basis.distribution

    def other(name):
        found = real(name)
        newer = name.lower() == library.lower()
        return SimpleNamespace(version="99", requires=found.requires) if newer else found

    monkeypatch.setattr(code_basis, "distribution", other)
    code_basis._with_requirements.cache_clear()
    assert stale_groups(project, JULI) == LIBRARIES[library]
    code_basis._with_requirements.cache_clear()


def test_changed_code_makes_stale_what_rests_on_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "laporan"
    shutil.copytree(code_basis.FOLDER, package)
    monkeypatch.setattr(code_basis, "FOLDER", package)
    monkeypatch.setattr(freshness, "FOLDER", package)
    for group in GROUPS:
        write_cleaned(project, JULI, group, [], fingerprint(project, JULI, group))
    for name in CODE:
        path = package / name
        text = path.read_text("utf-8")
        path.write_text(text + "\n# lain\n", "utf-8")
        assert stale_groups(project, JULI) == ALL, name
        path.write_text(text, "utf-8")
    for room in ("clean", "read"):
        path = package / room / "sources" / "survei.py"
        text = path.read_text("utf-8")
        path.write_text(text + "\n# lain\n", "utf-8")
        assert "bersih-survei" in stale_groups(project, JULI)
        path.write_text(text, "utf-8")
    for name in ("sections/kanal.py", "measure/jam.py", "show/captioned_table.py"):
        (package / name).write_text("x = 1")
    assert stale_groups(project, JULI) == []


def test_an_import_within_a_function_counts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "laporan"
    (package / "dalam").mkdir(parents=True)
    for name in ("__init__.py", "dalam/__init__.py", "lain.py"):
        (package / name).write_text("")
    (package / "dalam" / "akar.py").write_text("def f():\n    from laporan.lain import x\n")
    monkeypatch.setattr(code_basis, "FOLDER", package)
    found = code_basis.own_files(["import laporan.dalam.akar"])
    names = [path.relative_to(package).as_posix() for path in found]
    assert names == ["__init__.py", "dalam/__init__.py", "dalam/akar.py", "lain.py"]


def test_a_changed_cell_makes_the_notebook_stale_and_an_output_does_not(project: Project) -> None:
    notebook = project.notebooks / "bersih-tiket.ipynb"
    text = notebook.read_text("utf-8")
    notebook.write_text(text.replace('"outputs": []', '"outputs": [ ]'), "utf-8")
    assert stale_groups(project, JULI) == []
    notebook.write_text(text.replace("kelompok", "grup"), "utf-8")
    assert stale_groups(project, JULI) == ["bersih-tiket"]


def test_a_lost_table_makes_its_group_stale(project: Project) -> None:
    account = freshness.account_file(project, JULI, "bersih-tiket")
    account.write_text(account.read_text().replace('"sumber": {}', '"sumber": {"tiket": {}}'))
    assert stale_groups(project, JULI) == ["bersih-tiket"]


def test_a_month_without_a_folder_is_an_error(project: Project) -> None:
    with pytest.raises(LaporanError, match="2022-01 tidak ada"):
        stale_groups(project, Bulan(2022, 1))


def test_the_months_with_raw_folders_are_listed(project: Project) -> None:
    for name in ("2023-13", "2022-12", "lain"):
        (project.raw(JULI).parent / name).mkdir()
    (project.raw(JULI).parent / "2022-11").write_text("berkas")
    assert raw_months(project) == [Bulan(2022, 12), JULI]


def test_it_is_decided_without_pandas() -> None:
    code = "import sys, laporan.store.freshness; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_two_processes_do_not_clean_one_month(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "LOCK_SECONDS", 0.1)
    with (
        freshness.cleaning_lock(project, JULI),
        pytest.raises(LaporanError, match="sedang dibersihkan oleh proses lain"),
        freshness.cleaning_lock(project, JULI),
    ):
        pass
