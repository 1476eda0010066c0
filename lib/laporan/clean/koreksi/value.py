"""What a corrected cell may hold, as the source's declaration says it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from laporan.clean.dates import parse_instants, read_date
from laporan.clean.koreksi.meant import meant
from laporan.clean.likert import read_words
from laporan.clean.numbers import parse_counts
from laporan.dasar.errors import LaporanError
from laporan.dasar.regions import describe_unresolved, resolve
from laporan.dasar.settings import Settings
from laporan.read.declaration import Known, Kolom, Setting, Source, Tipe, resolved

# How an offered line begins a value that only people know.
ISILAH = "ISILAH"
# The cleaned column whose cells must be a region.
PEMDA = "pemda"
YA_TIDAK = ("Ya", "Tidak")


def wrong_value(baru: str, kolom: str, source: Source, settings: Settings) -> str:
    """Say what is wrong with a value for a column, and what may stand there; else nothing.

    Parameters
    ----------
    baru
        The value; an empty one may stand everywhere.
    kolom
        The column, in our spelling.
    """
    if not baru:
        return ""
    if baru.startswith(ISILAH):
        return f"“{baru}” belum diisi. Tulislah yang benar."
    choices = choices_of(kolom, source, settings)
    if choices and baru.casefold() not in map(str.casefold, choices):
        listed = ", ".join(choices)
        return f"“{baru}” tidak dikenal{meant(baru, choices)}. Yang dibolehkan: {listed}."
    told = (_wrong_form(baru, each, settings) for each in cleaned_from(kolom, source, settings))
    return next(filter(None, told), "") or _wrong_count(baru, kolom, source, settings)


def cleaned_from(kolom: str, source: Source, settings: Settings) -> Iterator[Kolom]:
    """Give the cleaned columns that come from a column of the export."""
    for each in source.table:
        if str(resolved(each.judul or each.name, settings)) == kolom:
            yield each


def choices_of(kolom: str, source: Source, settings: Settings) -> list[str]:
    """List the values that a column of an export has; empty where it can hold others."""
    cleaned = {each.name: each.tipe for each in cleaned_from(kolom, source, settings)}
    if Tipe.YA_TIDAK in cleaned.values():
        return [*YA_TIDAK]
    return [
        value
        for check in source.checks
        if isinstance(check, Known) and check.column in cleaned
        for listed in (*(Setting(name).value(settings) for name in check.settings), check.values)  # noqa: PD011, no frame
        for value in listed
    ]


def usual_values(kolom: str, source: Source, settings: Settings) -> list[str]:
    """List the usual values of a column that can hold others, too."""
    named = (each.lazim for each in cleaned_from(kolom, source, settings))
    return [value for setting in named if setting for value in setting.value(settings)]


def _wrong_form(baru: str, kolom: Kolom, settings: Settings) -> str:
    cell = pd.Series([baru], dtype="str")
    if kolom.name == PEMDA and resolve(cell, settings["alias_wilayah"])["pemda"].isna().any():
        return f"{describe_unresolved(baru)}. Tulislah nama resmi pendek, misalnya “Kab. Brebes”."
    dated = kolom.tipe in (Tipe.TANGGAL, Tipe.WAKTU)
    if dated and not is_date(baru):
        return (
            f"“{baru}” bukan tanggal atau waktu. Tulislah seperti di kolom itu, misalnya "
            "2023-07-05T08:00:00+07:00 atau 5 Juli 2023."
        )
    return ""


def is_date(text: str) -> bool:
    """Tell whether a text is a date or a time in one of the ways of writing them."""
    plain = text.upper().removesuffix("AM").removesuffix("PM").strip()
    return bool(
        read_date(plain)
        or read_date(plain, month_first=True)
        or parse_instants(pd.Series([text], dtype="str")).notna().all()
    )


def _wrong_count(baru: str, kolom: str, source: Source, settings: Settings) -> str:
    if kolom not in source.counts:
        return ""
    try:
        words = read_words(pd.Series([baru], dtype="str"), settings["survei"]["skala"])
        counts = parse_counts(pd.DataFrame({kolom: words}), berkas=kolom)
        read = bool(counts[kolom].notna().all())
    except LaporanError:
        read = False
    wrong = f"“{baru}” bukan bilangan. Tulislah angkanya saja, misalnya 12 atau 1.707."
    return "" if read else wrong
