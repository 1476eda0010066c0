"""Rules on tables, run by pointblank; what fails becomes findings with the rows at fault.

pointblank is loaded where a rule is run: a month that was checked is opened without it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from numbers import Real
from typing import TYPE_CHECKING, Any

import pandas as pd

from laporan.dasar.indonesian import angka, tanggal
from laporan.dasar.temuan import KEPT, Pemeriksaan, Temuan

if TYPE_CHECKING:
    from pointblank import Validate

# pointblank's own words for what it expects are Indonesian, too. Its thresholds are not used:
# every failure counts, and their notes take longer than the checks.
LANGUAGE = "id"
ROW_NUMBER = "_row_num_"  # pointblank's name; from 1
BERKAS, BARIS, SUMBER, PESAN = "berkas", "baris", "sumber", "_pesan"

Step = Callable[["Validate"], "Validate"]


@dataclass(frozen=True)
class Aturan:
    """A rule: one step of pointblank, and what to tell of the rows that fail it.

    Parameters
    ----------
    nama
        The check's name.
    langkah
        Adds the step to a validation.
    memuat
        The columns that the message cites.
    pesan
        The message for those columns' values; rows with the same message are one finding.
    bersama
        Whether all failing rows of a file, or of a group by the columns of ``per``, are one
        finding: ``pesan`` then gets a list of values a column.
    per
        See ``bersama``.
    judul
        The column as the file heads it.
    harapan
        What is expected; by pointblank's own words if empty.
    menghentikan
        Whether a failure blocks.
    """

    nama: str
    langkah: Step
    memuat: tuple[str, ...]
    pesan: Callable[[Mapping[Hashable, Any]], str]
    judul: str = ""
    harapan: str = ""
    menghentikan: bool = False
    bersama: bool = False
    per: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hasil:
    """What running checks gave."""

    temuan: tuple[Temuan, ...] = ()
    pemeriksaan: tuple[Pemeriksaan, ...] = ()

    @property
    def menghentikan(self) -> tuple[Temuan, ...]:
        """The findings that block."""
        return tuple(finding for finding in self.temuan if finding.menghentikan)

    def __add__(self, other: Hasil) -> Hasil:
        """Put two results together."""
        return Hasil((*self.temuan, *other.temuan), (*self.pemeriksaan, *other.pemeriksaan))


def run_rules(table: pd.DataFrame, rules: Sequence[Aturan], sumber: str = "") -> Hasil:
    """Run rules on a table.

    Parameters
    ----------
    table
        With ``berkas`` and ``baris``, empty and 0 where its rows are no rows of a file; with
        ``sumber`` where it joins sources.
    rules
        The rules.
    sumber
        The source's name, for the findings.

    Raises
    ------
    RuntimeError
        If a rule cannot be run on the table: a fault of the rule, not of the data.
    """
    if table.empty or not rules:
        return Hasil()
    from pointblank import Validate

    validation = Validate(table, lang=LANGUAGE)
    for rule in rules:
        validation = rule.langkah(validation)
    validation = validation.interrogate(extract_limit=len(table))
    findings: list[Temuan] = []
    checks: list[Pemeriksaan] = []
    for rule, step in zip(rules, validation.validation_info, strict=True):
        if step.eval_error:
            raise RuntimeError(f"{sumber}: the rule {rule.nama!r} cannot be run on the table")
        if not step.all_passed:
            # Some steps extract only the columns that they look at: take the whole rows.
            failing = table.iloc[step.extract[ROW_NUMBER] - 1]
            findings += _findings(failing, rule, sumber)
        checks.append(
            Pemeriksaan(
                nama=rule.nama,
                harapan=rule.harapan or str(step.autobrief).replace("`", ""),
                sumber=sumber,
                menghentikan=rule.menghentikan,
                diperiksa=int(step.n),
                gagal=int(step.n_failed),
            )
        )
    return Hasil(tuple(findings), tuple(checks))


def other_column(name: str) -> Any:
    """Name a column whose values a rule compares with."""
    from pointblank import col

    return col(name)


def write_value(value: Any) -> str:
    """Write a cell as readers know it: dates and numbers in Indonesian form."""
    if pd.isna(value):
        return "(kosong)"
    if isinstance(value, date):
        return tanggal(value)
    return angka(float(value)) if isinstance(value, Real) else str(value)


def _findings(failing: pd.DataFrame, rule: Aturan, sumber: str) -> list[Temuan]:
    told = _with_messages(failing, rule)
    return [
        Temuan(
            pemeriksaan=rule.nama,
            pesan=str(pesan),
            menghentikan=rule.menghentikan,
            sumber=str(part[SUMBER].iloc[0]) if SUMBER in part else sumber,
            berkas=str(berkas),
            kolom=rule.judul,
            # Row 0 is no row of a file.
            baris=tuple(int(number) for number in part[BARIS].head(KEPT) if number),
            jumlah=len(part),
        )
        for (berkas, pesan), part in told.groupby([BERKAS, PESAN], sort=False)
    ]


def _with_messages(failing: pd.DataFrame, rule: Aturan) -> pd.DataFrame:
    """Put each combination of values into words once: a file has many rows and few values."""
    columns = list(rule.memuat)
    if rule.bersama:
        groups = failing.groupby([BERKAS, *rule.per], sort=False)
        return pd.concat(
            part.assign(**{PESAN: rule.pesan(part.to_dict("list"))}) for _, part in groups
        )
    if not columns:
        return failing.assign(**{PESAN: rule.pesan({})})
    cited = failing[columns].drop_duplicates()
    messages = [rule.pesan(row) for row in cited.to_dict("records")]
    return failing.merge(cited.assign(**{PESAN: messages}), on=columns, how="left")
