"""The finished July as texts, and what proves it; made once for all tests of a process."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.prove.audit.basis import Basis, prepare


@pytest.fixture(scope="session")
def project(juli: Path) -> Project:
    return Project(juli.parents[1] / "data", juli.parent)


@pytest.fixture(scope="session")
def basis(project: Project) -> Basis:
    return prepare(project, Bulan(2023, 7))


@pytest.fixture(scope="session")
def mutasi() -> ModuleType:
    """Give the command that changes finished files, as a module."""
    spec = importlib.util.spec_from_file_location("mutasi", Path(__file__).with_name("mutasi.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutasi"] = module
    spec.loader.exec_module(module)
    return module
