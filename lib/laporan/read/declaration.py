"""The form in which a source is declared: its files, columns, cleaned table, checks and series.

A declaration is data. What reads, cleans, measures and writes samples of a source is found under
its name in ``sources`` of the rooms that do so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Isi(Enum):
    """What a column's cells hold of persons."""

    TERBUKA = "terbuka"
    """Nothing personal, or what the report is there to print."""
    AGEN = "agen"
    """Names of agents: staff, whom the report may name."""
    ORANG = "orang"
    """Who somebody is: a name, an address, a number."""
    TEKS = "teks"
    """What somebody wrote; it can name anybody."""


@dataclass(frozen=True)
class Column:
    """A column of a raw export.

    Parameters
    ----------
    name
        Its heading, in the spelling that the cleaners use.
    also
        How else it is headed, in other versions and languages.
    need
        What the source can't do without and this column gives; columns with the same need stand
        in for each other. Without it, the column is read where it is there.
    isi
        What its cells hold of persons; private unless it is said.
    count
        Whether its cells are counts: a spreadsheet could have turned them into dates, and a
        file's marks for thousands and decimals show in them.
    read
        Whether a cleaner reads it; of the others only ``isi`` counts.
    """

    name: str
    also: tuple[str, ...] = ()
    need: str = ""
    isi: Isi = Isi.TEKS
    count: bool = False
    read: bool = True


def needed(name: str, *also: str, isi: Isi = Isi.TERBUKA, count: bool = False) -> Column:
    """Declare a column that nothing stands in for."""
    return Column(name, also, need=name, isi=isi, count=count)


def unread(*names: str, isi: Isi = Isi.TERBUKA) -> tuple[Column, ...]:
    """Declare columns that no cleaner reads."""
    return tuple(Column(name, isi=isi, read=False) for name in names)


class Tipe(Enum):
    """The types of cleaned columns, as pandas names them."""

    TEKS = "str"
    YA_TIDAK = "bool"
    YA_TIDAK_KOSONG = "boolean"
    BILANGAN = "int64"
    BILANGAN_KOSONG = "Int64"
    PECAHAN = "float64"
    TANGGAL = "datetime64[us]"
    WAKTU = "datetime64[us, Asia/Jakarta]"


@dataclass(frozen=True)
class Setting:
    """A setting in place of a value, by its name: ``tiket.kanal``."""

    name: str

    def value(self, settings: Mapping[str, Any]) -> Any:
        """Look it up."""
        found: Any = settings
        for part in self.name.split("."):
            found = found[part]
        return found


def resolved(value: Any, settings: Mapping[str, Any]) -> Any:
    """Give a value, or what the setting in its place says."""
    return value.value(settings) if isinstance(value, Setting) else value


@dataclass(frozen=True)
class Kolom:
    """A column of a cleaned table.

    Parameters
    ----------
    name
        Its name.
    tipe
        Its type.
    arti
        What it says, for the data dictionary.
    judul
        How the raw file heads it, for messages; its name if empty.
    lazim
        The setting with its usual values, where others are no error but are counted together.
    """

    name: str
    tipe: Tipe
    arti: str
    judul: str | Setting = ""
    lazim: Setting | None = None


@dataclass(frozen=True)
class Known:
    """A column has values of a list, or none; others are kept and warned of.

    Parameters
    ----------
    column
        The cleaned column.
    values
        The values.
    settings
        The settings that hold further ones.
    """

    column: str
    values: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


@dataclass(frozen=True)
class WithinMonth:
    """All dates are of the month: cleaning leaves out the others."""

    column: str


@dataclass(frozen=True)
class NotBefore:
    """A time does not lie before another one."""

    column: str
    earlier: str


@dataclass(frozen=True)
class AtMost:
    """A count does not exceed what it is a part of."""

    column: str
    whole: str


@dataclass(frozen=True)
class Between:
    """A count is plausible."""

    column: str
    lowest: int
    highest: int | Setting


@dataclass(frozen=True)
class Unique:
    """No value is there twice, as two figures would have one name."""

    column: str
    advice: str = "Hapus yang keliru."


@dataclass(frozen=True)
class Listed:
    """No two rows are the same, and the list is not there twice."""

    columns: tuple[str, ...]


Check = Known | WithinMonth | NotBefore | AtMost | Between | Unique | Listed


@dataclass(frozen=True)
class Source:
    """One of the exports that a month can have.

    Parameters
    ----------
    name, label
        The name in the code and in file names, and the one that readers see.
    dari
        Which system writes it, for the table of inputs.
    unduh
        How it is exported, in the words of that system's screens; empty for a list kept by hand.
    group
        The cleaning notebook that it belongs to.
    pattern
        The pattern of its files' names; several files are joined.
    columns
        The columns that are known of its header.
    table, checks
        The columns of its cleaned table, and what is checked on it.
    followed
        ``(indikator, dimensi)`` of all that is measured of it in every month; of older months,
        published figures under these keys stand in for the source.
    counted
        The figure that counts the rows of its cleaned table, if one does; a check holds them equal.
    headings
        The setting that heads further columns: ``kolom_tiket``.
    workbook
        Whether it is a workbook, not a CSV.
    text_pattern
        Of a workbook that some systems export as a CSV: the pattern of such files' names.
    stacked
        Whether one file can hold several tables, each with its own title and header.
    attendance
        Whether its files are attendance reports of meetings.
    page_rows
        The number of rows at which the exporting system cuts a file off.
    required
        Whether there is no report without it.
    nomor
        The column by which a row is told from all others, if there is one; corrections name rows
        by it.
    extra
        Whether it only adds to what other sources say, and is not missed where it is absent.
    listed
        Whether the report lists its rows, so that each keeps its place in the raw file.
    """

    name: str
    label: str
    dari: str
    group: str
    pattern: str
    columns: tuple[Column, ...]
    table: tuple[Kolom, ...]
    checks: tuple[Check, ...] = ()
    followed: tuple[tuple[str, str], ...] = ()
    unduh: str = ""
    counted: str = ""
    headings: Setting | None = None
    workbook: bool = False
    text_pattern: str = ""
    stacked: bool = False
    attendance: bool = False
    page_rows: int | None = None
    required: bool = False
    nomor: str = ""
    extra: bool = False
    listed: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns of its files' names."""
        return (self.pattern, self.text_pattern) if self.text_pattern else (self.pattern,)

    def titles(self, settings: Mapping[str, Any]) -> tuple[str, ...]:
        """Give the headings that the settings name."""
        named = self.headings.value(settings) if self.headings else ()
        return tuple(named.values() if isinstance(named, Mapping) else named)

    @property
    def counts(self) -> tuple[str, ...]:
        """The columns of counts."""
        return tuple(column.name for column in self.columns if column.count)
