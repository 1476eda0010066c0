"""What values settings may have: by their types, and by what their names say they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import available_timezones

from laporan.dasar.errors import LaporanError

HIGHEST, HIGHEST_PERCENT = 1_000_000, 100
# Settings that must not name the same thing twice: a value would then have two meanings.
APART = (
    ("kolom_tiket.kanal", "kolom_tiket.topik", "kolom_tiket.pemda", "kolom_tiket.kategori",
     "kolom_tiket.eskalasi"),
    ("tiket.topik_teknis", "tiket.topik_lain"),
)  # fmt: skip


def refuse_impossible(settings: Mapping[str, Any], defaults: Mapping[str, Any], file: str) -> None:
    """Refuse settings of the right type with which no report can be right.

    Raises
    ------
    LaporanError
        With the setting, what stands there, and what is allowed.
    """
    values, usual = dict(_walk(settings)), dict(_walk(defaults))
    for name, value in values.items():
        allowed = _not_allowed(name, value, usual.get(name))
        if allowed:
            raise LaporanError(
                f"{file}: pengaturan {name!r} berisi {value!r}; yang dibolehkan {allowed}. "
                "Perbaiki, atau hapus barisnya untuk memakai pengaturan bawaan."
            )
    _refuse_unknown_topics(settings, file)
    for names in APART:
        _refuse_shared({name: values[name] for name in names if name in values}, file)


def _walk(table: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = f"{at}.{key}" if at else key
        if isinstance(value, dict):
            yield from _walk(value, name)
        else:
            yield name, value


def _not_allowed(name: str, value: Any, usual: Any) -> str:
    """Say what is allowed in place of a value; nothing if the value itself is."""
    match value:
        case bool():
            return ""
        case int() if name.endswith("_persen"):
            return "" if 0 <= value <= HIGHEST_PERCENT else f"0 sampai {HIGHEST_PERCENT}"
        case int():
            return "" if 1 <= value <= HIGHEST else f"1 sampai {HIGHEST}"
        case str() if ".zona_" in name:
            known = value == usual or value in available_timezones()
            return "" if known else "nama zona waktu IANA, misalnya 'Asia/Jakarta'"
        case str():
            # What is empty in the defaults is left to be filled in.
            return "" if value.strip() or value == usual else "teks yang tidak kosong"
        case list():
            return _not_allowed_list(value, usual)
    return ""


def _not_allowed_list(items: list[Any], usual: list[Any] | None) -> str:
    if usual and isinstance(usual[0], dict):
        keys = list(usual[0])
        fits = all(
            isinstance(item, dict)
            and set(item) == set(keys)
            and all(isinstance(text, str) for text in item.values())
            for item in items
        )
        return "" if fits else f"tabel-tabel yang masing-masing berisi teks {', '.join(keys)}"
    if not all(isinstance(item, str) and item.strip() for item in items):
        return "daftar teks dalam tanda petik, tanpa teks kosong"
    if max(Counter(item.strip().casefold() for item in items).values(), default=0) > 1:
        return "daftar tanpa isi yang sama; huruf besar dan kecil tidak dibedakan"
    return "" if items or not usual else "daftar yang tidak kosong"


def _refuse_shared(values: Mapping[str, Any], file: str) -> None:
    seen: dict[str, str] = {}
    for name, value in values.items():
        for text in value if isinstance(value, list) else [value]:
            other = seen.setdefault(text.strip().casefold(), name)
            if other != name:
                raise LaporanError(
                    f"{file}: {text!r} ada di pengaturan {other!r} dan {name!r}, padahal hanya "
                    "boleh di salah satunya. Hapus dari yang keliru."
                )


def _refuse_unknown_topics(settings: Mapping[str, Any], file: str) -> None:
    """Refuse regulations of a topic that is none: no reader would ever see them."""
    topics = [*settings["tiket"]["topik_teknis"], *settings["tiket"]["topik_lain"]]
    for name in settings["peraturan"]:
        if name not in topics:
            raise LaporanError(
                f"{file}: pengaturan 'peraturan' menyebut topik {name!r}, yang tidak ada di "
                f"[tiket] topik_teknis maupun topik_lain. Yang ada: {', '.join(topics)}."
            )
