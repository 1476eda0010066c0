"""Tickets of the contact centre: Deskpro's export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from laporan.bulan import Bulan
from laporan.clean.dates import ZONA_LAPORAN, has_offset, parse_instants
from laporan.clean.findings import find_rows, find_values
from laporan.clean.hours import DALAM, label_service_hours
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.months import BULAN_LAIN, in_other_month
from laporan.clean.numbers import is_blank
from laporan.clean.repeats import GANDA, is_repeated
from laporan.clean.steps import (
    NILAI_DIKENAL,
    reject_missing,
    resolve_regions,
    warn_unread,
    warn_without_offset,
)
from laporan.clean.texts import (
    TIDAK_TERCATAT,
    hide_persons,
    match_category,
    match_known,
    tidy,
)
from laporan.errors import LaporanError
from laporan.formats import angka
from laporan.read.raw_table import RawTable
from laporan.settings import Settings
from laporan.temuan import Temuan

# What Deskpro hides: no tickets, each by its own rule. Hidden spam counts: it is a topic.
TIDAK_DIHITUNG = {
    "deleted": "tiket dihapus",
    "temp": "tiket sementara",
    "validating": "tiket belum divalidasi",
}
SPAM = "Spam"
YA_TIDAK = ("Ya", "Tidak")
# From so many cells on, most of which are none of those known, a column holds another's content.
FEWEST_SHIFTED = 20
# A number with zeros before it or after a decimal mark.
_PADDED = r"^0*([0-9]+)(?:[.,]0+)?$"


def clean_tiket(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's tickets, each once.

    Parameters
    ----------
    tables
        The export's pages.
    bulan
        The month, by time of creation in WIB.
    settings
        The settings.

    Returns
    -------
    Cleaned
        ``nomor, dibuat, dibalas, selesai, status, kanal, topik, kategori, pemda,
        pemda_tertulis_dikenal, kode_wilayah, provinsi, zona, eskalasi, jam_layanan, agen``.

    Raises
    ------
    LaporanError
        If there are rows, and none is a ticket of the month: a wrong export, no quiet month; or
        if the contents of columns are shifted or swapped.
    """
    ledger, created = _select(tables, bulan)
    _check_any(ledger, bulan)
    rows, kolom = ledger.rows, settings["kolom_tiket"]
    dibuat = created.loc[rows.index]
    untold = ~has_offset(rows["date_created"])
    _refuse_utc(rows[untold], dibuat[untold], settings["jam_layanan"])
    dibalas = parse_instants(rows["date_first_agent_reply"])
    selesai = parse_instants(rows["date_resolved"])
    kanal = match_category(rows[kolom["kanal"]], settings["tiket"]["kanal"])
    topics = [*settings["tiket"]["topik_teknis"], *settings["tiket"]["topik_lain"]]
    topik = match_category(rows[kolom["topik"]], topics)
    kategori = match_category(rows[kolom["kategori"]], settings["tiket"]["kategori"])
    eskalasi = match_known(rows[kolom["eskalasi"]], YA_TIDAK)
    _refuse_shifted(rows["berkas"], kanal, settings["tiket"]["kanal"], kolom["kanal"])
    _refuse_shifted(rows["berkas"], eskalasi, YA_TIDAK, kolom["eskalasi"])
    hidden = _hidden_status(rows)
    pemda = tidy(rows[kolom["pemda"]])
    regions, unresolved = resolve_regions(
        rows,
        pemda,
        settings,
        kolom=kolom["pemda"],
        akibat="Tiketnya dihitung, dengan daerah dan zona tidak dikenal.",
    )
    tabel = pd.DataFrame(
        {
            "nomor": _without_persons(_number(rows["ticket_id"])),
            "dibuat": dibuat,
            "dibalas": dibalas,
            "selesai": selesai,
            "status": hide_persons(tidy(rows["status"]).str.lower()),
            "kanal": kanal.fillna(TIDAK_TERCATAT),
            "topik": topik.mask(topik.isna() & hidden.eq("spam"), SPAM).fillna(TIDAK_TERCATAT),
            "kategori": kategori.fillna(TIDAK_TERCATAT),
            "pemda": regions["pemda"],
            "pemda_tertulis_dikenal": regions["pemda"].notna().astype("boolean").mask(pemda.isna()),
            "kode_wilayah": regions["kode_wilayah"],
            "provinsi": regions["provinsi"],
            "zona": regions["zona"],
            "eskalasi": eskalasi.eq("Ya").fillna(False).astype(bool),
            "jam_layanan": label_service_hours(dibuat, settings["jam_layanan"]),
            "agen": hide_persons(tidy(rows["agent_name"])),
        }
    )
    warnings = [
        *warn_without_offset(rows, "date_created"),
        *warn_unread(rows, dibalas, kolom="date_first_agent_reply", apa="waktu"),
        *warn_unread(rows, selesai, kolom="date_resolved", apa="waktu"),
        *find_values(
            rows,
            hide_persons(hidden[~hidden.isin(["", "spam"])]),
            lambda isi: f"“{isi}” tidak dikenal; tiketnya tetap dihitung. Periksa di Deskpro.",
            pemeriksaan=NILAI_DIKENAL,
            kolom="hidden_status",
        ),
        *find_values(
            rows,
            hide_persons(eskalasi[eskalasi.notna() & ~eskalasi.isin(YA_TIDAK)]),
            lambda isi: (
                f"“{isi}” bukan Ya atau Tidak; dihitung sebagai Tidak. Perbaiki di Deskpro."
            ),
            pemeriksaan=NILAI_DIKENAL,
            kolom=kolom["eskalasi"],
        ),
        *unresolved,
    ]
    return ledger.close("tiket", tabel, warnings)


def _select(tables: Sequence[RawTable], bulan: Bulan) -> tuple[Ledger, pd.Series[pd.Timestamp]]:
    ledger = Ledger.open(tables)
    created = parse_instants(ledger.rows["date_created"])
    ids = _number(ledger.rows["ticket_id"])
    ledger = ledger.reject(is_blank(ids), kolom="ticket_id", alasan="nomor tiket kosong")
    ledger = reject_missing(ledger, created, kolom="date_created", apa="waktu pembuatan")
    hidden, ids = _hidden_status(ledger.rows), ids.loc[ledger.rows.index]
    rules = {aturan: hidden.eq(status) for status, aturan in TIDAK_DIHITUNG.items()}
    counted = ids.mask(hidden.isin(list(TIDAK_DIHITUNG)))
    rules[GANDA] = is_repeated(counted)
    found = _find_contradicting(ledger.rows, counted, created, rules[GANDA])
    rules[BULAN_LAIN] = in_other_month(created.loc[ledger.rows.index], bulan)
    left = ledger.exclude_each(rules)
    return replace(left, temuan=(*left.temuan, *found)), created


def _find_contradicting(
    rows: pd.DataFrame,
    ids: pd.Series[str],
    created: pd.Series[pd.Timestamp],
    repeated: pd.Series[bool],
) -> list[Temuan]:
    """Stop at tickets that come again with another time of creation: their ids are damaged."""
    if not repeated.any():
        return []
    shared = ids[ids.isin(ids[repeated])]
    times = created.loc[shared.index]
    other = times.ne(times.groupby(shared).transform("first"))
    found = find_rows(
        rows.loc[shared.index[other]],
        "nomor tiket ini sudah ada di baris atau berkas lain dengan waktu pembuatan yang lain, "
        "padahal satu nomor satu tiket. Nomornya rusak: unduh ulang ekspornya.",
        pemeriksaan="satu nomor satu tiket",
        kolom="ticket_id",
    )
    return [replace(finding, menghentikan=True) for finding in found]


def _check_any(ledger: Ledger, bulan: Bulan) -> None:
    if len(ledger.rows):
        return
    if not ledger.masuk["baris"].sum():
        raise LaporanError(
            f"{', '.join(ledger.masuk['berkas'])}: hanya judul kolom, tanpa satu tiket pun. "
            f"Ekspor ulang tiket {bulan.label} dari Deskpro."
        )
    rules = ledger.dikecualikan.groupby("aturan", sort=False)["jumlah"].sum()
    reasons = ledger.ditolak.groupby("alasan", sort=False).size()
    counts = [f"{count} {name}" for name, count in [*rules.items(), *reasons.items()]]
    raise LaporanError(
        f"{', '.join(ledger.masuk['berkas'])}: tidak satu pun dari {ledger.masuk['baris'].sum()} "
        f"baris adalah tiket {bulan.label} ({', '.join(counts)}). {_example(ledger.ditolak)}"
        "Periksa apakah ekspor yang benar ada di folder bulan itu, dan bukan yang pernah disimpan "
        "dari Excel."
    )


def _example(rejected: pd.DataFrame) -> str:
    """Show the first rejected cell, by which one sees what went wrong."""
    if rejected.empty:
        return ""
    berkas, baris, kolom, isi, _ = rejected.iloc[0]
    return f"Misalnya {berkas}, baris {baris}, kolom {kolom!r}: “{isi}”. "


def _refuse_shifted(
    berkas: pd.Series[str], values: pd.Series[str], known: Sequence[str], kolom: str
) -> None:
    """Refuse a file most of whose channels, say, are none: columns took each other's contents."""
    told = values[values.notna()]
    for name, part in told.groupby(berkas.loc[told.index], sort=False):
        foreign = part[~part.isin(known)]
        if len(part) >= FEWEST_SHIFTED and 2 * len(foreign) > len(part):
            raise LaporanError(
                f"{name}, kolom {kolom!r}: {len(foreign)} dari {len(part)} isinya tidak dikenal, "
                f"misalnya “{hide_persons(foreign.head(1)).iloc[0]}”; yang dikenal: "
                f"{', '.join(known)}. Barangkali isi kolomnya bergeser atau tertukar. Unduh ulang "
                "ekspornya, dan periksa kolom_tiket dan tiket di pengaturan."
            )


def _refuse_utc(rows: pd.DataFrame, moments: pd.Series[pd.Timestamp], hours: Any) -> None:
    """Refuse times without a zone that lie in service hours as UTC and not as WIB."""
    if len(moments) < FEWEST_SHIFTED:
        return
    as_wib = int(label_service_hours(moments, hours).eq(DALAM).sum())
    shifted = moments.dt.tz_localize(None).dt.tz_localize("UTC").dt.tz_convert(ZONA_LAPORAN)
    as_utc = int(label_service_hours(shifted, hours).eq(DALAM).sum())
    if as_utc > 2 * as_wib:
        raise LaporanError(
            f"{rows['berkas'].iloc[0]}, baris {rows['baris'].iloc[0]}, kolom 'date_created': "
            f"{angka(len(rows))} waktu, mulai baris ini, tanpa zona. Dibaca sebagai WIB, "
            f"{angka(as_wib)} jatuh dalam jam layanan; sebagai UTC, {angka(as_utc)}. Barangkali "
            "waktunya UTC. Ekspor ulang beserta zonanya, seperti 2023-07-05T08:00:00+0700."
        )


def _number(ids: pd.Series[str]) -> pd.Series[str]:
    """Give the ids in one form: ``0123``, ``123.0`` and ``123,00`` are ``123``."""
    numbers = ids.str.strip()
    odd = ~numbers.str.fullmatch("[1-9][0-9]*").fillna(True).astype(bool)
    if odd.any():
        numbers = numbers.mask(odd, numbers[odd].str.replace(_PADDED, r"\1", regex=True))
    return numbers


def _without_persons(ids: pd.Series[str]) -> pd.Series[str]:
    """Hide an id that is no number: it may be a person's, where columns are shifted."""
    odd = ~ids.str.fullmatch("[0-9]+").astype(bool)
    return ids.mask(odd, hide_persons(ids[odd])) if odd.any() else ids


def _hidden_status(rows: pd.DataFrame) -> pd.Series[str]:
    return tidy(rows["hidden_status"]).str.lower().fillna("")
