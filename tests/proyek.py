"""Where the project lies that is tested: that of these tests, whichever folder is worked in."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copy_project(root: Path) -> Path:
    """Copy what a project consists of, its data apart, to be changed."""
    for name in ("lib", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in [*ROOT.glob("_*.yml"), ROOT / "index.qmd"]:
        if path.is_file():
            shutil.copyfile(path, root / path.name)
    return root
