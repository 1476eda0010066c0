"""Settings that hold from a month on: what the analysts' file says, by the month it begins.

A table with ``sejak = "2023-09"`` holds in that month and after it; earlier ones keep what held
before. A table that changes more than once is written ``[[jam_layanan]]``, once for each change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError

SINCE = "sejak"

# What holds by the month from which it holds; "" is the beginning.
Dated = dict[str, dict[str, Any]]


def by_month(changes: Mapping[str, Any], defaults: Mapping[str, Any], file: str) -> Dated:
    """Take the analysts' changes apart by the month from which they hold, the earliest first.

    Raises
    ------
    LaporanError
        If a month is none, has no table, or has the same table twice.
    """
    if SINCE in changes:
        raise LaporanError(
            f"{file}: {SINCE!r} berdiri di luar tabel. Tulislah di bawah judul tabel yang berubah, "
            f"misalnya di bawah [jam_layanan]."
        )
    found: Dated = {"": {}}
    for month, path, value in _walk(changes, defaults, "", (), file):
        table = found.setdefault(month, {})
        for name in path[:-1]:
            table = table.setdefault(name, {})
        if path[-1] in table:
            since = f"{SINCE} {month}" if month else f"tanpa {SINCE}"
            raise LaporanError(
                f"{file}: pengaturan {'.'.join(path)!r} {since} ada dua kali. Hapus salah satunya, "
                f'atau beri {SINCE} yang lain, misalnya {SINCE} = "2023-09".'
            )
        table[path[-1]] = value
    return dict(sorted(found.items()))


def until(changes: Dated, bulan: Bulan | None) -> Dated:
    """Leave out what begins after a month; without a month, nothing."""
    return {since: each for since, each in changes.items() if bulan is None or since <= str(bulan)}


def canonical(changes: Dated) -> bytes:
    """Give changes as bytes, the same for the same settings however they are written."""
    told = {since: each for since, each in changes.items() if each}
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode() if told else b""


def _walk(
    table: Mapping[str, Any],
    defaults: Mapping[str, Any],
    since: str,
    at: tuple[str, ...],
    file: str,
) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Give each value with its path and the month from which it holds."""
    for key, value in table.items():
        path, default = (*at, key), defaults.get(key)
        tables = value if isinstance(value, list) and value and _all_tables(value) else [value]
        if isinstance(default, dict) and _all_tables(tables):
            for each in tables:
                begins = _since(each, since, path, file)
                rest = {name: inner for name, inner in each.items() if name != SINCE}
                yield from _walk(rest, default, begins, path, file)
        elif isinstance(default, list) and _all_tables(default) and tables is value:
            # A list of tables, such as that of the mailboxes, is replaced as a whole.
            lists: dict[str, list[Any]] = {}
            for each in tables:
                rest = {name: inner for name, inner in each.items() if name != SINCE}
                lists.setdefault(_since(each, since, path, file), []).append(rest)
            yield from ((begins, path, each) for begins, each in lists.items())
        else:
            yield since, path, value


def _all_tables(values: Any) -> bool:
    return all(isinstance(value, dict) for value in values)


def _since(table: Mapping[str, Any], inherited: str, path: tuple[str, ...], file: str) -> str:
    if SINCE not in table:
        return inherited
    try:
        return str(Bulan.parse(table[SINCE]))
    except CallError as error:
        raise LaporanError(
            f"{file}: pengaturan {'.'.join((*path, SINCE))!r} berisi {table[SINCE]!r}; yang "
            f'dibolehkan bulan, TAHUN-BULAN dalam tanda petik, misalnya {SINCE} = "2023-09".'
        ) from error
