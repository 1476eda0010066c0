import json
from pathlib import Path

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.notebook.cleaning import clean_months, executed_copy, stale_months
from laporan.render.notebook.runner import Runner
from laporan.store.freshness import GROUPS
from laporan_sample import write_sample

FEBRUARI = Bulan(2024, 2)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("proyek")
    write_sample(folder / "data" / "raw", FEBRUARI, tiket=30, seed=5)
    return Project(data=folder / "data", out=folder / "hasil")


def test_stale_groups_are_cleaned_once(project: Project) -> None:
    assert stale_months(project, [FEBRUARI]) == {FEBRUARI: list(GROUPS)}
    told: list[str] = []
    with Runner(project.root, project.environment) as runner:
        clean_months(project, [FEBRUARI], runner, told.append)
        assert len(told) == len(GROUPS)
        assert told[0].endswith("Februari 2024")
        clean_months(project, [FEBRUARI], runner, told.append)
    assert len(told) == len(GROUPS)
    assert stale_months(project, [FEBRUARI]) == {}
    for group in GROUPS:
        executed = json.loads(executed_copy(project, FEBRUARI, group).read_text("utf-8"))
        assert executed["metadata"]["papermill"]["parameters"] == {"bulan": "2024-02"}


def test_a_month_without_a_folder_is_told(tmp_path: Path) -> None:
    project = Project(data=tmp_path, out=tmp_path)
    with pytest.raises(LaporanError, match="2024-02"):
        stale_months(project, [FEBRUARI])
