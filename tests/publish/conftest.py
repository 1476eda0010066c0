"""Issues to publish, and a site of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from bahan import ALASAN, DASAR, FIRST, JULI, JUNI, PERUBAHAN, SECOND, THIRD, make_issue

from laporan.measure.angka import Angka
from laporan.publish.issue import Issue
from laporan.publish.publishing import add_issue


@pytest.fixture(scope="session")
def issue_juni(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    return make_issue(tmp_path_factory.mktemp("juni"), JUNI, 1315)


@pytest.fixture(scope="session")
def issue_juli(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    return make_issue(tmp_path_factory.mktemp("juli"), JULI, 1707, PERUBAHAN, DASAR)


@pytest.fixture(scope="session")
def issue_ralat(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    """July again, with two figures changed, one gone and one added."""
    added = Angka("2023-07", "tiket.jumlah", "kanal", "Live Chat", 3, "tiket")
    changed = PERUBAHAN._replace(nilai=30.0380228136882)
    return make_issue(tmp_path_factory.mktemp("ralat"), JULI, 1710, changed, added)


@pytest.fixture
def site(tmp_path: Path, issue_juni: Issue, issue_juli: Issue, issue_ralat: Issue) -> Path:
    """A site with June, July, and July corrected."""
    folder = tmp_path / "_situs"
    add_issue(folder, issue_juni, None, FIRST)
    add_issue(folder, issue_juli, None, SECOND)
    add_issue(folder, issue_ralat, ALASAN, THIRD)
    return folder
