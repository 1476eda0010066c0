"""Ratings that users give after a consultation: Microsoft Forms, or Google Forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.agents import find_agents, split_agents
from laporan.clean.dates import days_of_clocks, parse_export_dates
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.likert import read_words
from laporan.clean.numbers import is_blank
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import GANDA, exclude_shared
from laporan.clean.steps import column, count_columns, reject_cells, reject_missing
from laporan.clean.texts import hide_persons, serial_numbers, tidy
from laporan.clean.unsupplied import find_blanks, find_emptied
from laporan.clean.value_findings import find_rows, find_values
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

FAKTOR = {"kepuasan": "Kepuasan Layanan", "substansi": "Substansi Jawaban"}
# So many ratings above the highest are no slips.
FEWEST_ABOVE = 3
# Of so many answers some are the highest, if there is such an answer.
FEWEST_TOLD = 10
# Whoever is not named is, for all that is known, one person.
ANONIM = ("anonymous", "anonim")
TANPA_NILAI = "tanpa nilai"


def clean_survei(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's ratings: ``tanggal, agen, penilai, kepuasan, substansi``.

    ``agen`` holds all agents that an answer names, with `AND` between them.

    ``penilai`` is a serial number an e-mail address; all anonymous ratings have the same.
    """
    ledger, skala = Ledger.open(tables), int(settings["survei"]["skala"])
    rows = ledger.rows
    told = rows.assign(**{"Completion time": days_of_clocks(rows["Completion time"])})
    dates = parse_export_dates(told, "Completion time", bulan)
    agents = split_agents(rows["Agen"])
    raters = tidy(column(rows, "Email")).str.lower()
    anonymous = raters.isna() | raters.isin(ANONIM)
    raters = raters.mask(anonymous, ANONIM[0])
    raters, unnamed = _tell_anonymous_apart(rows, raters, anonymous)
    ratings = rows.assign(**{header: read_words(rows[header], skala) for header in FAKTOR.values()})
    counts = count_columns(ratings, FAKTOR.values())
    scores = {name: counts[header] for name, header in FAKTOR.items()}
    ledger = reject_missing(ledger, dates, kolom="Completion time", apa="waktu pengisian")
    ledger = reject_missing(ledger, agents, kolom="Agen", apa="nama agen")
    for name, header in FAKTOR.items():
        wrong = ~scores[name].between(1, skala).fillna(False) & ~is_blank(rows[header])
        ledger = reject_cells(
            ledger,
            wrong.astype(bool).loc[ledger.rows.index],
            kolom=header,
            alasan=f"nilai bukan bilangan bulat 1 sampai {skala}",
        )
    found = [
        finding
        for name, header in FAKTOR.items()
        for finding in _find_scale(rows, scores[name], header, skala)
    ]
    found += [
        *find_agents(rows, agents),
        *unnamed,
        *_find_read(rows, ratings),
        *find_blanks(ledger.rows, scores, FAKTOR),
        *find_emptied(ledger.rows, FAKTOR.values()),
        *_find_lower_scale(rows, scores, skala),
    ]
    index = ledger.rows.index
    unrated = pd.DataFrame(scores).loc[index].isna().all(axis=1)
    ledger = ledger.exclude(unrated, TANPA_NILAI)
    # Several forms may be joined, each with its own IDs from 1.
    keys = {
        "id": column(rows, "ID"),
        "waktu": rows["Completion time"],
        "agen": agents,
        "penilai": raters,
    }
    ledger = _exclude_doubles(ledger, pd.DataFrame({**keys, **scores}))
    ledger = exclude_other_months(ledger, dates, bulan, "Completion time")
    index = ledger.rows.index
    tabel = pd.DataFrame(
        {
            "tanggal": dates.loc[index],
            "agen": hide_persons(agents.loc[index]),
            "penilai": serial_numbers(raters.loc[index]),
            **{name: score.loc[index] for name, score in scores.items()},
        }
    ).sort_values("tanggal", kind="stable")
    return ledger.close("survei", tabel, found)


def _tell_anonymous_apart(
    rows: pd.DataFrame, raters: pd.Series[str], anonymous: pd.Series[bool]
) -> tuple[pd.Series[str], list[Temuan]]:
    """Take each answer of a form that names nobody as one person's."""
    nameless = anonymous.groupby(rows["berkas"]).transform("all").astype(bool)
    numbered = ANONIM[0] + " " + rows["berkas"] + " " + rows["baris"].astype("str")
    return raters.mask(nameless, numbered), find_rows(
        rows[nameless],
        "semua jawaban anonim; setiap jawaban dihitung sebagai seorang penilai. Bila formulirnya "
        "mencatat nama, ekspor ulang beserta alamat emailnya.",
        pemeriksaan="penilai",
        kolom="Email",
    )


def _find_read(rows: pd.DataFrame, ratings: pd.DataFrame) -> list[Temuan]:
    """Say which words were read as which numbers."""
    found: list[Temuan] = []
    for header in FAKTOR.values():
        changed = rows[header].notna() & ratings[header].ne(rows[header])
        said = rows[header].str.strip() + "” dibaca sebagai nilai " + ratings[header]
        found += find_values(
            rows,
            said[changed],
            lambda text: f"“{text}. Periksa bahwa skalanya memang demikian.",
            pemeriksaan="skala nilai",
            kolom=header,
        )
    return found


def _find_lower_scale(
    rows: pd.DataFrame, scores: Mapping[str, pd.Series[int]], skala: int
) -> list[Temuan]:
    """Warn where no answer of many is the highest, and most are the one below it."""
    found: list[Temuan] = []
    for name, header in FAKTOR.items():
        for _, part in scores[name].dropna().groupby(rows["berkas"], sort=False):
            highest = part.max()
            most = 2 * part.eq(highest).sum() > len(part)
            if len(part) >= FEWEST_TOLD and highest < skala and most:
                found += find_rows(
                    rows.loc[part.index],
                    f"tidak satu pun dari {len(part)} jawaban bernilai {skala}, dan kebanyakan "
                    f"{highest}. Barangkali skala formulirnya 1 sampai {highest}, "
                    f"sedangkan laporan mencetak “dari {skala}”. "
                    "Samakan skalanya, sebutkan di pengaturan survei.skala, atau keluarkan berkas "
                    "itu.",
                    pemeriksaan="skala nilai",
                    kolom=header,
                )
    return found


def _find_scale(rows: pd.DataFrame, scores: pd.Series[int], kolom: str, skala: int) -> list[Temuan]:
    """Stop where several ratings are above the highest: those below are of that scale, too."""
    above = scores.gt(skala).fillna(False).astype(bool)
    if above.sum() < FEWEST_ABOVE:
        return []
    found = find_rows(
        rows[above],
        f"nilai di atas {skala} (misalnya {scores[above].iloc[0]}), padahal skalanya 1 sampai "
        f"{skala}. Barangkali skala formulirnya lain, sehingga nilai yang lain pun keliru. "
        "Samakan skalanya, sebutkan di pengaturan survei.skala, atau keluarkan berkas itu.",
        pemeriksaan="skala nilai",
        kolom=kolom,
    )
    return [replace(finding, menghentikan=True) for finding in found]


def _exclude_doubles(ledger: Ledger, keys: pd.DataFrame) -> Ledger:
    """Count a response once; one without an ID as rows without ids are."""
    here = keys.loc[ledger.rows.index]
    ledger = ledger.exclude(here.duplicated() & ~is_blank(here["id"]), GANDA)
    return exclude_shared(ledger, keys)
