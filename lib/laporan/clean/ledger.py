"""The book kept of every row: taken, excluded by a named rule, or rejected with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import pandas as pd

from laporan.clean.own_words import mask_text, words_of
from laporan.dasar.inert import printable, shorten
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.read.raw_table import RawTable

EXAMPLES = 3
LONGEST_SHOWN = 300
# The check that readers make of a file as a whole.
BERKAS = "keutuhan berkas"

Headings = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Cleaned:
    """A cleaned source and the account of its rows; made by `Ledger.close` alone.

    Parameters
    ----------
    sumber
        The source's name.
    tabel
        The cleaned table.
    berkas
        A row a file: ``berkas, baris, diambil, ditolak, dikecualikan``.
    dikecualikan
        A row a file and rule: ``berkas, aturan, jumlah, contoh_baris``.
    ditolak
        A row a rejected row: ``berkas, baris, kolom, isi, alasan``.
    temuan
        What the analyst should look into.
    asal
        ``berkas`` and ``baris`` of each row of ``tabel``; without rows where the table joins
        several of them in one.
    pemeriksaan
        The checks that were run on it.
    judul
        How a file heads a column where it is otherwise than in the cleaners: by file and column.
    koreksi
        What was corrected before it was cleaned, as `laporan.clean.koreksi` lists it.
    """

    sumber: str
    tabel: pd.DataFrame
    berkas: pd.DataFrame
    dikecualikan: pd.DataFrame
    ditolak: pd.DataFrame
    temuan: tuple[Temuan, ...]
    asal: pd.DataFrame
    pemeriksaan: tuple[Pemeriksaan, ...] = ()
    judul: Headings = field(default_factory=dict)
    koreksi: pd.DataFrame = field(default_factory=pd.DataFrame)

    def headed(self, finding: Temuan) -> Temuan:
        """Let a finding name its column as its file heads it."""
        return headed(finding, self.judul)

    @property
    def peringatan(self) -> tuple[str, ...]:
        """The findings' texts."""
        return tuple(map(str, self.temuan))


@dataclass(frozen=True)
class Ledger:
    """The rows of a source that are still in play, and what became of the others.

    Every step gives a new ledger; ``rows`` keeps its index through all of them.
    """

    rows: pd.DataFrame
    masuk: pd.DataFrame
    dikecualikan: pd.DataFrame
    ditolak: pd.DataFrame
    temuan: tuple[Temuan, ...] = ()
    judul: Headings = field(default_factory=dict)
    kata: frozenset[str] = frozenset()

    @classmethod
    def open(cls, tables: Sequence[RawTable], keterangan: Sequence[str] = ()) -> Ledger:
        """Join the tables of a source.

        Parameters
        ----------
        tables
            What the reader gave.
        keterangan
            Names in the tables' ``keterangan`` that become columns of ``rows``.

        Returns
        -------
        Ledger
            With ``rows``: ``berkas``, ``baris``, the ``keterangan`` asked for, and the union of
            the tables' columns. A column that a table lacks is missing there. The rows that
            the reader found broken are rejected from the start, and those that it left out by
            a rule excluded.
        """
        parts = [_as_rows(table, keterangan) for table in tables]
        rows = pd.concat(parts, ignore_index=True) if parts else _empty(["berkas", "baris"])
        masuk = pd.DataFrame(
            {
                "berkas": pd.Series([table.berkas for table in tables], dtype="str"),
                "baris": pd.Series(
                    [len(table.data) + len(table.rusak) + len(table.dilewati) for table in tables],
                    dtype="int64",
                ),
            }
        )
        return cls(
            rows=rows,
            masuk=masuk.groupby("berkas", sort=False)["baris"].sum().reset_index(),
            dikecualikan=_skipped(tables),
            ditolak=pd.concat(
                [
                    _empty(["berkas", "baris", "kolom", "isi", "alasan"]),
                    *(
                        table.rusak.assign(berkas=table.berkas, kolom="", isi="")
                        for table in tables
                    ),
                ],
                ignore_index=True,
            ),
            temuan=tuple(
                dict.fromkeys(
                    Temuan(BERKAS, warning, berkas=table.berkas)
                    for table in tables
                    for warning in table.peringatan
                )
            ),
            judul={
                (table.berkas, name): heading
                for table in tables
                for name, heading in table.judul.items()
            },
            kata=frozenset().union(*(table.kata for table in tables)),
        )

    def exclude(self, mask: pd.Series[bool], aturan: str) -> Ledger:
        """Leave out rows by a named rule.

        Parameters
        ----------
        mask
            True for the rows to leave out; indexed as ``rows``.
        aturan
            The rule as the quality report prints it, such as ``bulan lain``.
        """
        return self.exclude_each({aturan: mask})

    def exclude_each(self, masks: Mapping[str, pd.Series[bool]]) -> Ledger:
        """Leave out rows by several rules at once; a row goes by the first that applies.

        Parameters
        ----------
        masks
            As in `exclude`, by rule.
        """
        left = pd.Series(True, index=self.rows.index)
        accounts = []
        for aturan, mask in masks.items():
            here = mask & left
            if here.any():
                out = self.rows.loc[here, ["berkas", "baris"]]
                accounts.append(_count_rules(out.assign(aturan=aturan)))
                left &= ~here
        if not accounts:
            return self
        account = pd.concat(accounts, ignore_index=True)
        return replace(self, rows=self.rows[left], dikecualikan=_append(self.dikecualikan, account))

    def reject(
        self, mask: pd.Series[bool], *, kolom: str, alasan: str, masked: bool = False
    ) -> Ledger:
        """Refuse rows that cannot be read.

        Parameters
        ----------
        mask
            True for the rows to refuse; indexed as ``rows``.
        kolom
            The column at fault, headed as in the file.
        alasan
            What is wrong with it, as the quality report prints it.
        masked
            Whether the content can hold personal data; only its shape is then kept, and the words
            that are sure to name nobody.
        """
        if not mask.any():
            return self
        out = self.rows.loc[mask, ["berkas", "baris"]]
        isi = self.rows.loc[mask, kolom].astype("str").fillna("").map(_shown).astype("str")
        known = self.kata | words_of(self.rows.columns)
        account = out.assign(
            kolom=[self.judul.get((berkas, kolom), kolom) for berkas in out["berkas"]],
            isi=isi.map(partial(mask_text, known=known)) if masked else isi,
            alasan=alasan,
        )
        return replace(self, rows=self.rows[~mask], ditolak=_append(self.ditolak, account))

    def close(
        self,
        sumber: str,
        tabel: pd.DataFrame,
        temuan: Sequence[Temuan] = (),
        *,
        aggregated: bool = False,
    ) -> Cleaned:
        """Balance the book.

        Parameters
        ----------
        sumber
            The source's name.
        tabel
            The cleaned table, a row for each of ``rows``.
        temuan
            What the analyst should look into.
        aggregated
            Whether the table joins several of ``rows`` in one (or spreads one over several), so
            that its length says nothing.

        Raises
        ------
        AssertionError
            If a row got lost: a fault of a cleaner, not of the data.
        """
        berkas = self.masuk.assign(
            diambil=_count(self.masuk, self.rows.groupby("berkas").size()),
            ditolak=_count(self.masuk, self.ditolak.groupby("berkas").size()),
            dikecualikan=_count(self.masuk, self.dikecualikan.groupby("berkas")["jumlah"].sum()),
        )
        lost = berkas["baris"] - berkas[["diambil", "ditolak", "dikecualikan"]].sum(axis=1)
        if lost.any():
            raise AssertionError(f"{sumber}: rows do not add up:\n{berkas[lost != 0]}")
        if not aggregated and len(tabel) != len(self.rows):
            raise AssertionError(f"{sumber}: {len(self.rows)} rows gave {len(tabel)} in the table")
        one_to_one = not aggregated and tabel.index.isin(self.rows.index).all()
        return Cleaned(
            sumber=sumber,
            tabel=tabel.reset_index(drop=True),
            berkas=berkas,
            dikecualikan=self.dikecualikan.reset_index(drop=True),
            ditolak=self.ditolak.sort_values(["berkas", "baris"], ignore_index=True),
            temuan=tuple(
                headed(replace(finding, sumber=sumber), self.judul)
                for finding in (*self.temuan, *temuan)
            ),
            asal=self.rows.loc[tabel.index if one_to_one else [], ["berkas", "baris"]].reset_index(
                drop=True
            ),
            judul=self.judul,
        )


def nothing_read(sumber: str, finding: Temuan) -> Cleaned:
    """Give a source of which nothing could be read, and why."""
    return replace(Ledger.open([]).close(sumber, pd.DataFrame()), temuan=(finding,))


def headed(finding: Temuan, headings: Headings) -> Temuan:
    """Let a finding name its column as its file heads it."""
    return replace(finding, kolom=headings.get((finding.berkas, finding.kolom), finding.kolom))


def _shown(text: str) -> str:
    """Give so much of a cell as helps to find it."""
    return shorten(printable(text), LONGEST_SHOWN)


def shared_rows(rows: pd.DataFrame, columns: Sequence[str]) -> pd.Series[bool]:
    """Find the rows without an id that another file of the source already has.

    Repeats within one file are rows of their own; across files the largest number of repeats
    counts. So the n-th repeat in one file is the n-th repeat in another.

    Parameters
    ----------
    rows
        ``Ledger.rows``.
    columns
        The columns that make two rows the same.
    """
    keys = rows[list(columns)]
    repeat = rows.groupby(["berkas", *columns], dropna=False, sort=False).cumcount()
    return keys.assign(_ulangan=repeat).duplicated()


def _as_rows(table: RawTable, keterangan: Sequence[str]) -> pd.DataFrame:
    front = pd.DataFrame({"baris": table.data.index.astype("int64")}, index=table.data.index)
    front.insert(0, "berkas", pd.Series(table.berkas, index=front.index, dtype="str"))
    for name in keterangan:
        front[name] = pd.Series(table.keterangan.get(name), index=front.index, dtype="str")
    return pd.concat([front, table.data], axis=1)


def _skipped(tables: Sequence[RawTable]) -> pd.DataFrame:
    """Count the rows that the reader left out."""
    skipped = [table.dilewati.assign(berkas=table.berkas) for table in tables]
    rows = pd.concat([_empty(["berkas", "baris", "aturan"]), *skipped], ignore_index=True)
    return _append(_empty(["berkas", "aturan", "jumlah", "contoh_baris"]), _count_rules(rows))


def _count_rules(rows: pd.DataFrame) -> pd.DataFrame:
    """Count rows by file and rule, and give the first of each as examples."""
    return (
        rows.groupby(["berkas", "aturan"], sort=False)["baris"]
        .agg(jumlah="size", contoh_baris=_examples)
        .reset_index()
    )


def _examples(baris: pd.Series[int]) -> str:
    return ", ".join(str(number) for number in baris.head(EXAMPLES))


def _count(masuk: pd.DataFrame, per_file: pd.Series[int]) -> pd.Series[int]:
    return masuk["berkas"].map(per_file).fillna(0).astype("int64")


def _empty(columns: Sequence[str]) -> pd.DataFrame:
    numbers = {"baris", "jumlah"}
    return pd.DataFrame(
        {name: pd.Series(dtype="int64" if name in numbers else "str") for name in columns}
    )


def _append(account: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([account, more[account.columns]], ignore_index=True)
