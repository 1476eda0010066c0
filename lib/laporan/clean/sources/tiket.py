"""Tickets of the contact centre: Deskpro's export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import has_offset, parse_instants
from laporan.clean.excel_times import restore_times
from laporan.clean.hours import label_service_hours
from laporan.clean.ids import is_rounded, plain_numbers
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.numbers import is_blank
from laporan.clean.other_months import BULAN_LAIN, in_other_month
from laporan.clean.steps import (
    NILAI_DIKENAL,
    count_columns,
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
from laporan.clean.tiket_damage import (
    FEWEST_SHIFTED,
    find_contradicting,
    refuse_swapped_fields,
    refuse_unknown,
    refuse_utc,
)
from laporan.clean.unsupplied import DIPASOK, find_emptied
from laporan.clean.value_findings import find_rows, find_values
from laporan.clean.versions import GANDA, find_older
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

# What Deskpro hides: no tickets, each by its own rule. Hidden spam counts: it is a topic.
TIDAK_DIHITUNG = {
    "deleted": "tiket dihapus",
    "temp": "tiket sementara",
    "validating": "tiket belum divalidasi",
}
SPAM = "Spam"
DESKPRO = "total_to_first_reply_wh"
YA_TIDAK = ("Ya", "Tidak")
WAKTU = ("date_created", "date_first_agent_reply", "date_resolved")
# What a month of tickets never leaves wholly empty.
SELALU_TERISI = ("status", *WAKTU[1:])


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
        pemda_tertulis_dikenal, kode_wilayah, provinsi, zona, eskalasi, jam_layanan, agen,
        balas_deskpro_detik``.

    Raises
    ------
    LaporanError
        If there are rows, and none is a ticket of the month: a wrong export, no quiet month; or
        if the contents of columns are shifted or swapped.
    """
    tables = restore_times(tables, WAKTU, settings["tiket"]["zona_ekspor"])
    ledger, created = _select(tables, bulan)
    _check_any(ledger, bulan)
    rows, kolom = ledger.rows, settings["kolom_tiket"]
    dibuat = created.loc[rows.index]
    untold = ~has_offset(rows["date_created"])
    refuse_utc(rows[untold], dibuat[untold], settings["jam_layanan"])
    dibalas = parse_instants(rows["date_first_agent_reply"])
    selesai = parse_instants(rows["date_resolved"])
    kanal = match_category(rows[kolom["kanal"]], settings["tiket"]["kanal"])
    topics = [*settings["tiket"]["topik_teknis"], *settings["tiket"]["topik_lain"]]
    topik = match_category(rows[kolom["topik"]], topics)
    kategori = match_category(rows[kolom["kategori"]], settings["tiket"]["kategori"])
    eskalasi = match_known(rows[kolom["eskalasi"]], YA_TIDAK)
    known = {
        kolom["kanal"]: settings["tiket"]["kanal"],
        kolom["topik"]: topics,
        kolom["kategori"]: settings["tiket"]["kategori"],
        kolom["pemda"]: (),
    }
    refuse_swapped_fields(rows, known)
    refuse_unknown(rows["berkas"], kanal, settings["tiket"]["kanal"], kolom["kanal"])
    refuse_unknown(rows["berkas"], eskalasi, YA_TIDAK, kolom["eskalasi"])
    hidden = hidden_status(rows)
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
            "nomor": _without_persons(plain_numbers(rows["ticket_id"])),
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
            "balas_deskpro_detik": count_columns(rows, [DESKPRO])[DESKPRO],
        }
    )
    warnings = [
        *warn_without_offset(rows[untold], "date_created"),
        *find_emptied(
            rows,
            [*(kolom[name] for name in ("kanal", "topik", "kategori", "pemda")), *SELALU_TERISI],
            FEWEST_SHIFTED,
        ),
        *warn_unread(rows, dibalas, kolom="date_first_agent_reply", apa="waktu"),
        *warn_unread(rows, selesai, kolom="date_resolved", apa="waktu"),
        *find_rows(
            rows[tabel["status"].eq("hidden") & hidden.eq("")],
            "kosong, padahal tiketnya berstatus hidden; tidak diketahui apakah tiket itu dihapus, "
            "sementara, atau spam, sehingga semuanya dihitung. Ekspor ulang dengan isian itu.",
            pemeriksaan=NILAI_DIKENAL,
            kolom="hidden_status",
        ),
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
        *find_rows(
            rows[eskalasi.isna().groupby(rows["berkas"]).transform("all").astype(bool)],
            "kosong di semua tiket berkas ini, sehingga semuanya dihitung sebagai tidak "
            "dieskalasi. Ekspor ulang dengan isian itu, bila memang ada yang dieskalasi.",
            pemeriksaan=DIPASOK,
            kolom=kolom["eskalasi"],
        ),
        *unresolved,
    ]
    return ledger.close("tiket", tabel, warnings)


def _select(tables: Sequence[RawTable], bulan: Bulan) -> tuple[Ledger, pd.Series[pd.Timestamp]]:
    ledger = Ledger.open(tables)
    created = parse_instants(ledger.rows["date_created"])
    ids = plain_numbers(ledger.rows["ticket_id"])
    ledger = ledger.reject(is_blank(ids), kolom="ticket_id", alasan="nomor tiket kosong")
    ledger = reject_missing(ledger, created, kolom="date_created", apa="waktu pembuatan")
    hidden, ids = hidden_status(ledger.rows), ids.loc[ledger.rows.index]
    exact = ids.mask(is_rounded(ledger.rows, "ticket_id"))
    counted = exact.mask(hidden.isin(list(TIDAK_DIHITUNG)))
    older, versions = find_older(ledger.rows, _known_by(ledger.rows["berkas"], exact, counted))
    rules = {aturan: hidden.eq(status) for status, aturan in TIDAK_DIHITUNG.items()}
    rules[GANDA] = older
    found = find_contradicting(ledger.rows, counted, created)
    rules[BULAN_LAIN] = in_other_month(created.loc[ledger.rows.index], bulan)
    left = ledger.exclude_each(rules)
    return replace(left, temuan=(*left.temuan, *found, *versions)), created


def _known_by(
    berkas: pd.Series[str], ids: pd.Series[str], counted: pd.Series[str]
) -> pd.Series[str]:
    """Give the ids by which rows are one ticket; what a file hides gives way to what it counts."""
    hidden = counted.isna() & ids.notna()
    # Few are hidden: only their ids are looked for among a million.
    doubted = ids.isin(ids[hidden])
    there = pd.MultiIndex.from_arrays([berkas[doubted], ids[doubted]])
    shown = there[~hidden[doubted]]
    gives_way = hidden[doubted] & there.isin(shown)
    return ids.mask(gives_way.reindex(ids.index, fill_value=False))


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


def _without_persons(ids: pd.Series[str]) -> pd.Series[str]:
    """Hide an id that is no number: it may be a person's, where columns are shifted."""
    odd = ~ids.str.fullmatch("[0-9]+").astype(bool)
    return ids.mask(odd, hide_persons(ids[odd])) if odd.any() else ids


def hidden_status(rows: pd.DataFrame) -> pd.Series[str]:
    """Give what Deskpro says of hidden tickets, in small letters."""
    return tidy(rows["hidden_status"]).str.lower().fillna("")
