import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from proyek import ROOT

from laporan.dasar.arah import find_arah
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.read.folder import find_files, unknown_files
from laporan.read.sources import SOURCES
from laporan_sample import write_sample

JULI = Bulan(2023, 7)


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def tracked() -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "data/raw"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return {name.removeprefix("data/raw/") for name in listed.stdout.split("\0") if name}


def test_tracked_exports_are_what_the_sample_writes(raw):
    fresh, ours = hashes(raw), hashes(ROOT / "data" / "raw")
    assert tracked() == set(fresh)
    assert {name: ours.get(name) for name in fresh} == fresh


def test_the_same_seed_gives_the_same_bytes_in_any_process(other_raw, tmp_path):
    call = (
        "import sys; from pathlib import Path; from laporan.dasar.bulan import Bulan;"
        "from laporan_sample import write_sample;"
        "write_sample(Path(sys.argv[1]), Bulan(2024, 2), tiket=3000, seed=5)"
    )
    subprocess.run(
        [sys.executable, "-c", call, str(tmp_path)],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/New_York"},
        check=True,
    )
    assert hashes(tmp_path) == hashes(other_raw)


def test_another_seed_gives_other_tickets_and_the_same_history(raw, tmp_path):
    write_sample(tmp_path, JULI, seed=1)
    ours, theirs = hashes(raw), hashes(tmp_path)
    assert ours["2023-07/tiket-1.csv"] != theirs["2023-07/tiket-1.csv"]
    assert ours["riwayat.csv"] == theirs["riwayat.csv"]
    assert ours["2023-07/publikasi.xlsx"] == theirs["2023-07/publikasi.xlsx"]


@pytest.mark.parametrize("month", ["2023-06", "2023-07", "2024-01", "2024-02"])
def test_every_source_is_there_and_small(raw, other_raw, month):
    folder = next(root / month for root in (raw, other_raw) if (root / month).is_dir())
    supplied = [source for source in SOURCES.values() if not source.extra]
    assert all(find_files(folder, source) for source in supplied)
    assert unknown_files(folder) == []
    assert (folder / "CONTOH").is_file()
    assert (folder / "catatan.md").is_file()
    assert max(path.stat().st_size for path in folder.iterdir()) < 1_000_000


def test_the_note_claims_no_direction_that_nothing_proves(raw):
    note = (raw / "2023-06" / "catatan.md").read_text("utf-8").lower()
    assert [note[start:end] for start, end, _ in find_arah(note)] == []


def test_another_month_brings_no_published_history(other_raw):
    assert {path.name for path in other_raw.iterdir()} == {"2024-01", "2024-02"}


def test_july_with_a_number_of_tickets_is_synthetic(tmp_path):
    write_sample(tmp_path, JULI, tiket=50)
    assert not (tmp_path / "riwayat.csv").exists()
    assert (tmp_path / "2023-06").is_dir()


def test_a_smaller_sample_leaves_no_page_of_a_larger_one(tmp_path):
    write_sample(tmp_path, Bulan(2024, 2), tiket=1100)
    assert (tmp_path / "2024-02" / "tiket-2.csv").exists()
    written = write_sample(tmp_path, Bulan(2024, 2), tiket=20)
    assert set(written) == {path for path in tmp_path.rglob("*") if path.is_file()}
    assert not (tmp_path / "2024-02" / "tiket-2.csv").exists()


@pytest.mark.parametrize("tiket", [1, 997, 998, 999, 2020])
def test_no_size_looks_like_a_cut_off_export(tmp_path, tiket):
    write_sample(tmp_path, Bulan(2024, 2), tiket=tiket)
    pages = sorted((tmp_path / "2024-02").glob("tiket-*.csv"))
    rows = [len(re.findall(rb"^\d{6,},", page.read_bytes(), flags=re.MULTILINE)) for page in pages]
    assert rows[:-1] == [1024] * (len(rows) - 1)
    assert 0 < rows[-1] < 1024


@pytest.mark.parametrize("month", ["2023-06", "2023-07"])
def test_real_exports_are_never_overwritten(tmp_path, month):
    real = tmp_path / month / "tiket-1.csv"
    real.parent.mkdir()
    real.write_text("sungguhan")
    with pytest.raises(LaporanError, match=r"bukan data contoh: tiket-1\.csv"):
        write_sample(tmp_path, JULI)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [real]
    assert real.read_text() == "sungguhan"


def test_a_real_export_in_a_sample_folder_stops_the_writing(tmp_path):
    write_sample(tmp_path, Bulan(2024, 2), tiket=5)
    (tmp_path / "2024-02" / "tiket-mei.csv").write_text("sungguhan")
    with pytest.raises(LaporanError, match=r"tiket-mei\.csv"):
        write_sample(tmp_path, Bulan(2024, 2), tiket=5)


def test_a_history_of_the_analysts_is_never_overwritten(tmp_path):
    (tmp_path / "riwayat.csv").write_text("bulan,indikator\n")
    with pytest.raises(LaporanError, match=r"riwayat\.csv"):
        write_sample(tmp_path, JULI)
    assert [path.name for path in tmp_path.iterdir()] == ["riwayat.csv"]


def test_writing_again_is_allowed(tmp_path):
    first = write_sample(tmp_path, JULI)
    before = hashes(tmp_path)
    assert write_sample(tmp_path, JULI) == first
    assert hashes(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_a_message(tmp_path):
    (tmp_path / "raw").write_text("berkas, bukan folder")
    with pytest.raises(LaporanError, match="tidak dapat ditulis"):
        write_sample(tmp_path / "raw", Bulan(2024, 2), tiket=5)


@pytest.mark.parametrize(("tiket", "seed"), [(0, 1), (-3, 1), (5, -1)])
def test_impossible_numbers_are_refused(tmp_path, tiket, seed):
    with pytest.raises(CallError, match="tidak mungkin"):
        write_sample(tmp_path, Bulan(2024, 2), tiket=tiket, seed=seed)
    assert not list(tmp_path.iterdir())
