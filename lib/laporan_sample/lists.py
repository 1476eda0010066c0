"""The lists that are kept by hand, each in its workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan_sample.clock import Clock
from laporan_sample.month import Line, Month
from laporan_sample.people import user_email, user_name
from laporan_sample.quota import apportion, deck, shuffled
from laporan_sample.workbook import Cell, Sheet, mixed_dates, workbook


def list_files(month: Month) -> dict[str, bytes]:
    """Write publications, webinars, consultations and requests for information."""
    bulan, lists = month.bulan, month.daftar
    visits = lists["tatap_muka"]
    guests = sum(int(line[2]) for line in visits)
    return {
        "publikasi.xlsx": _list(bulan, "Publikasi Website", ["Judul"], lists["publikasi"]),
        "webinar.xlsx": _list(bulan, "Webinar/FGD", ["Kegiatan"], lists["webinar"]),
        "video-conference.xlsx": _list(
            bulan, "Video Conference", ["Pengguna Layanan", "Topik"], lists["video_conference"]
        ),
        "tatap-muka.xlsx": _list(
            bulan,
            "Konsultasi Tatap Muka",
            ["Pengguna Layanan", "Jumlah Tamu", "Topik"],
            [(day, who, _typed_number(count), what) for day, who, count, what in visits],
            total=["JUMLAH", None, None, guests, None],
        ),
        "ppid.xlsx": _list(
            bulan,
            "Layanan PPID",
            ["Pemohon", "Keperluan", "Data Diminta"],
            [(line[0], user_name(900 + n), *line[1:]) for n, line in enumerate(lists["ppid"])],
            total=["JUMLAH", f"{len(lists['ppid'])} permohonan", None, None, None],
        ),
    }


def email_file(rng: np.random.Generator, bulan: Bulan, kinds: Mapping[str, int]) -> bytes:
    """Write the list of Email Lapor; a day's mails share one merged date cell."""
    clock = Clock(bulan)
    workdays = set(clock.workdays)
    weights = [(1.0 if day in workdays else 0.12) * rng.lognormal(0, 0.2) for day in clock.days]
    total = sum(kinds.values())
    counts = apportion(total, weights)
    days = [day for day, count in zip(clock.days, counts, strict=True) for _ in range(count)]
    senders = rng.integers(1, 700, total)
    lines = [
        (day, user_email(int(sender)), kind if rng.random() > 0.02 else f" {kind.upper()}")
        for day, sender, kind in zip(days, senders, shuffled(rng, deck(kinds)), strict=True)
    ]
    return _list(
        bulan,
        "Email Lapor",
        ["Pengirim", "Jenis Dokumen"],
        lines,
        total=["JUMLAH", None, angka(total), None],
        merged=1,
    )


def followers_file(bulan: Bulan, media: Mapping[str, int]) -> bytes:
    """Write followers and village accounts, numbers partly as text."""
    rows: list[Sequence[Cell]] = [
        [
            "Instagram",
            angka(media["ig_pengikut"]),
            media["ig_desa_baru"],
            media["ig_desa"],
        ],
        ["Twitter", angka(media["tw_pengikut"]), "-", "-"],
        ["Facebook", angka(media["fb_pengikut"]), "-", None],
    ]
    return workbook(
        Sheet(
            "Pengikut",
            ["Media", "Pengikut", "Akun Desa Baru", "Akun Desa"],
            rows,
            title=["Pengikut Media Sosial DJPK", f"Per akhir {bulan.label}"],
            widths=[14, 12, 16, 12],
        )
    )


def _list(
    bulan: Bulan,
    title: str,
    columns: Sequence[str],
    lines: Sequence[Line],
    *,
    total: Sequence[Cell] | None = None,
    merged: int | None = None,
) -> bytes:
    days: list[date] = [line[0] for line in lines]
    rows = [
        [number, day, *line[1:]]
        for number, (day, line) in enumerate(zip(mixed_dates(days), lines, strict=True), start=1)
    ]
    return workbook(
        Sheet(
            bulan.nama,
            ["No", "Tanggal", *columns],
            rows,
            title=[f"Daftar {title} DJPK", bulan.label],
            notes=[total] if total else [],
            merged=merged,
            widths=[6, 16, *[32 for _ in columns]],
        )
    )


def _typed_number(count: int) -> Cell:
    """Write some numbers as text."""
    return str(count) if count % 5 == 2 else count
