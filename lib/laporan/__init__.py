"""The monthly report of DJPK's information services.

Notebooks take what they need from here: ``from laporan import buka``. It is loaded when it is
asked for, as the command line answers without pandas.

The project is that of the working folder, and its code, too: where this is imported inside a
project that has its own ``lib/laporan``, it stands aside for that one. So two checkouts that share
an environment don't mix, in a command, in a notebook's kernel, and under Quarto.
"""

import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

__version__ = version("laporan")

# Its folder is the project's root.
PROJECT_FILE = "_quarto.yml"

# What notebooks import, and the module of each.
ENTRIES = {
    "bersihkan": "laporan.store.group",
    "buka": "laporan.sections.report",
    "siapkan": "laporan.render.prepare",
}


def __getattr__(name: str) -> Any:
    if name not in ENTRIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(ENTRIES[name]), name)


def project_root() -> Path | None:
    """Find the project of the working folder: the nearest folder upward with its file."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # removed under our feet
        return None
    return next((each for each in (here, *here.parents) if (each / PROJECT_FILE).is_file()), None)


def _stand_aside() -> None:
    """Let the working folder's project be imported in place of this one, if it has its own code."""
    root = project_root()
    own = Path(__file__).resolve()
    other = root / "lib" / "laporan" / "__init__.py" if root else own
    if not other.is_file() or other.resolve() == own:
        return
    sys.path.insert(0, str(other.parents[1]))
    spec = spec_from_file_location(__name__, other, submodule_search_locations=[str(other.parent)])
    if spec is None or spec.loader is None:
        return
    # Whoever imports a package gets what stands under its name once it has been run.
    sys.modules[__name__] = module = module_from_spec(spec)
    spec.loader.exec_module(module)


_stand_aside()
