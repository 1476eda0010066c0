"""Settings: commented defaults in ``bawaan.toml``, single ones overridden by the analysts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any

from laporan.errors import LaporanError

# Tables whose keys the analysts choose; all others have the keys of the defaults and no more.
FREE_TABLES = {"alias_wilayah", "layanan.media"}

Settings = Mapping[str, Any]


def load_settings(override: Path | None = None) -> Settings:
    """Read the defaults and, where the file exists, the overrides.

    Parameters
    ----------
    override
        The analysts' file, ``data/pengaturan.toml``.

    Returns
    -------
    Settings
        Tables as in ``bawaan.toml``: ``settings["kepuasan"]["minimum_penilaian"]``.

    Raises
    ------
    LaporanError
        If the file is no TOML, or has a name or a type that the defaults do not have.
    """
    defaults = tomllib.loads((files(__package__) / "bawaan.toml").read_text("utf-8"))
    if override is None or not override.is_file():
        return defaults
    try:
        changes = tomllib.loads(override.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LaporanError(
            f"{override.name} tidak dapat dibaca sebagai TOML: {error}. "
            "Perbaiki barisnya, atau hapus berkas itu untuk memakai pengaturan bawaan."
        ) from error
    return _merge(defaults, changes, "", override.name)


def _merge(defaults: Mapping[str, Any], changes: Mapping[str, Any], at: str, file: str) -> Settings:
    merged = dict(deepcopy(defaults))
    for key, value in changes.items():
        name = f"{at}.{key}" if at else key
        if key not in defaults and at not in FREE_TABLES:
            raise LaporanError(
                f"{file}: pengaturan {name!r} tidak dikenal. "
                f"Yang ada di sini: {', '.join(defaults) or '(tidak ada)'}."
            )
        default = defaults.get(key)
        if default is not None and type(value) is not type(default):
            raise LaporanError(
                f"{file}: pengaturan {name!r} berisi {value!r}; "
                f"yang diharapkan berbentuk seperti {default!r}."
            )
        merged[key] = (
            _merge(default, value, name, file) if isinstance(default, dict) else deepcopy(value)
        )
    return merged
