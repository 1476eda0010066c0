"""A layer knows only those before it, so that the way of the data can be read off the tree."""

import ast
from pathlib import Path

import laporan

PACKAGE = Path(laporan.__file__).parent
LAYERS = [
    "inert",
    "errors",
    "bulan",
    "formats",
    "temuan",
    "settings",
    "project",
    "brand",
    "regions",
    "read",
    "freshness",
    "clean",
    "schema",
    "store",
    "bersih",
    "quality",
    "notebook",
    "measure",
    "show",
    "catatan",
    "check",
    "report",
    "sections",
    "render",
    "audit",
    "privacy",
    "publish",
    "cli",
    "__main__",
]
# Writes exports as other systems do: it knows the months and regions, and no reader.
ASIDE = {"sample": LAYERS.index("read")}


def imported_layers(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "laporan":
                names.update(f"laporan.{alias.name}" for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith("laporan.")}


def test_every_module_has_its_layer():
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert modules | folders == {*LAYERS, *ASIDE}


def test_layers_import_only_those_before_them():
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if layer == "__init__":
            continue
        place = ASIDE.get(layer, LAYERS.index(layer) if layer in LAYERS else 0)
        for other in imported_layers(path) - {layer, "__version__"}:
            allowed = layer == "cli" if other in ASIDE else LAYERS.index(other) < place
            if not allowed:
                wrong.append(f"{path.relative_to(PACKAGE)} imports {other}")
    assert not wrong
