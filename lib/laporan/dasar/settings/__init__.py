"""Settings: commented defaults in ``bawaan.toml``, single ones overridden by the analysts.

What holds may differ by month: see ``dated``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings.allowed import refuse_impossible
from laporan.dasar.settings.dated import SINCE, Dated, by_month, canonical, until

# Tables whose keys the analysts choose, with an example of a value; all others have the keys of the
# defaults and no more.
FREE_TABLES: Mapping[str, Any] = {
    "alias_wilayah": "Kab. Brebes",
    "layanan.media": ["Dering DJPK 150420"],
    "keterangan_kanal": "Alamatnya callcenter.djpk@kemenkeu.go.id.",
    "peraturan": ["Peraturan Contoh Nomor 1 tentang Contoh"],
}
# Settings that are not there unless the analysts set them, with an example of a value.
WITHOUT_DEFAULT: Mapping[str, Any] = {"sasaran.balas_menit": 30, "sasaran.selesai_menit": 480}
# Tables that no report rests on.
_OF_NO_REPORT = ("jadwal",)

Settings = Mapping[str, Any]


def load_settings(override: Path | None = None, bulan: Bulan | None = None) -> Settings:
    """Read the defaults and, where the file exists, the overrides.

    Parameters
    ----------
    override
        The analysts' file, ``data/pengaturan.toml``.
    bulan
        The month in which they hold; without one, what holds last.

    Returns
    -------
    Settings
        Tables as in ``bawaan.toml``: ``settings["kepuasan"]["minimum_penilaian"]``.

    Raises
    ------
    LaporanError
        If the file is no TOML, or has a name, a type or a value that the defaults do not allow,
        in whatever month.
    """
    defaults = _defaults()
    if override is None:
        return defaults
    changes = _read_changes(override, defaults)
    settings = defaults
    for since, each in changes.items():
        where = f"{override.name}, {SINCE} {since}" if since else override.name
        later = _merge(settings, each, defaults, "", where)
        refuse_impossible(later, defaults, where)
        if bulan is None or since <= str(bulan):
            settings = later
    return settings


def settings_basis(override: Path, bulan: Bulan) -> bytes:
    """Give what the analysts' file has that bears on a month or an earlier one; else nothing.

    What begins later, comments and the order of lines leave it as it is, and so does what says
    when a month is made and who is told.

    Raises
    ------
    LaporanError
        If the file can't be read.
    """
    held = until(_read_changes(override, _defaults()), bulan)
    return canonical({since: _without(each, *_OF_NO_REPORT) for since, each in held.items()})


def _without(table: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in names}


def _defaults() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "bawaan.toml").read_text("utf-8"))


def _read_changes(override: Path, defaults: Settings) -> Dated:
    _refuse_other_names(override)
    if not override.is_file():
        return {}
    return by_month(_read(override), defaults, override.name)


def _refuse_other_names(override: Path) -> None:
    """Refuse what is meant to be the file and is not read, such as ``pengaturan.toml.txt``."""
    if not override.parent.is_dir():
        return
    for path in override.parent.iterdir():
        named_alike = path.name.casefold().startswith(override.stem.casefold())
        if named_alike and (path.name != override.name or not path.is_file()):
            raise LaporanError(
                f"{path.name} di folder {override.parent.name} tidak dibaca; pengaturan dibaca "
                f"dari berkas bernama {override.name}. Ganti namanya, atau pindahkan dari folder "
                "itu bila memang tidak dipakai."
            )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LaporanError(
            f"{path.name} tidak tersimpan sebagai UTF-8 (bita ke-{error.start + 1}). "
            "Simpan ulang berkas itu dengan pengodean UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"baris {place[1]}, kolom {place[2]}" if place else "di akhir berkas"
        raise LaporanError(
            f"{path.name}, {where}: bukan TOML. Tulislah seperti di pengaturan bawaan, "
            "misalnya pemda_tercetak = 6, atau hapus berkas itu untuk memakai pengaturan bawaan."
        ) from error


def _merge(
    held: Settings, changes: Settings, defaults: Settings, at: str, file: str
) -> dict[str, Any]:
    """Put changes over what held before; the defaults say what may be there."""
    merged = dict(deepcopy(held))
    for key, value in changes.items():
        name = f"{at}.{key}" if at else key
        if key not in defaults and at not in FREE_TABLES and name not in WITHOUT_DEFAULT:
            raise LaporanError(
                f"{file}: pengaturan {name!r} tidak dikenal. "
                f"Yang ada di sini: {', '.join(_names(defaults, at)) or '(tidak ada)'}."
            )
        default = defaults.get(key, WITHOUT_DEFAULT.get(name, FREE_TABLES.get(at)))
        if type(value) is not type(default):
            raise LaporanError(
                f"{file}: pengaturan {name!r} berisi {value!r}; "
                f"yang diharapkan berbentuk seperti {default!r}."
            )
        merged[key] = (
            _merge(held[key], value, default, name, file)
            if isinstance(default, dict)
            else deepcopy(value)
        )
    return merged


def _names(defaults: Settings, at: str) -> list[str]:
    """Name all that can be set in a table."""
    without = (name.rpartition(".") for name in WITHOUT_DEFAULT)
    return [*defaults, *(name for table, _, name in without if table == at)]
