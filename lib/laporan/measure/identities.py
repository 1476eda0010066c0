"""What must hold between figures, as data: parts equal the whole, comparisons their month."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure.identity import (
    ALL,
    EACH,
    LALU,
    TAHUN_BERJALAN,
    TAHUN_LALU,
    Identity,
    Term,
    Violation,
    find_violations,
)


def _sums(indikator: str, *dimensi: str) -> tuple[Identity, ...]:
    """Hold that each dimension adds up to the figure without one."""
    return tuple(Identity(Term(indikator), (Term(indikator, name, ALL),)) for name in dimensi)


def _hundred(indikator: str, *dimensi: str) -> tuple[Identity, ...]:
    """Hold that the shares of one whole add up to 100 percent."""
    return tuple(Identity(100.0, (Term(indikator, name, ALL),)) for name in dimensi)


def _same(indikator: str, other: Term) -> Identity:
    return Identity(Term(indikator), (other,))


# Figures that are the month before's own, and their names there.
PREVIOUS = {
    "tiket.jumlah_bulan_lalu": "tiket.jumlah",
    "tiket.topik_bulan_lalu": "tiket.topik",
    "konsultasi.jumlah_bulan_lalu": "konsultasi.jumlah",
    "lapor.jumlah_bulan_lalu": "lapor.jumlah",
    "situs.pengunjung_bulan_lalu": "situs.pengunjung",
}

TIKET, LUAR, ESKALASI = Term("tiket.jumlah"), Term("tiket.luar_jam"), "tiket.luar_jam_eskalasi"
YA = Term("tiket.jumlah", "zona_dikenal", "Ya")

IDENTITIES: tuple[Identity, ...] = (
    *_sums("tiket.jumlah", "kanal", "kategori", "zona_dikenal", "jenis_topik"),
    *_sums("tiket.jumlah", "tanggal", "hari_jam", "jam"),
    Identity(TIKET, (Term("tiket.topik", "topik", ALL),)),
    *_hundred("tiket.bagian", "kanal", "kategori", "zona_dikenal", "jenis_topik"),
    Identity(Term("tiket.jumlah", "kanal", EACH), (Term("tiket.topik", "kanal:{}", ALL),)),
    # Of a known zone is who is of a known pemda.
    Identity(YA, (Term("tiket.jumlah", "jam_layanan", ALL),)),
    Identity(YA, (Term("tiket.jumlah", "zona", ALL),)),
    Identity(YA, (Term("tiket.jumlah", "provinsi", ALL),)),
    Identity(YA, (Term("tiket.pemda", "pemda", ALL),)),
    Identity(Term("tiket.pemda", "pemda", EACH), (Term("tiket.topik", "pemda:{}", ALL),)),
    # Out of service hours.
    Identity(Term("tiket.jumlah", "jam_layanan", "Luar"), (Term("tiket.luar_jam", "zona", ALL),)),
    Identity(Term("tiket.jumlah", "jam_layanan", "Dalam"), (Term("tiket.dalam_jam", "zona", ALL),)),
    Identity(
        LUAR,
        (Term("tiket.luar_jam", "zona", ALL), Term("tiket.luar_jam_zona_tidak_dikenal")),
    ),
    *_hundred("tiket.luar_jam_bagian", "zona"),
    Identity(Term(ESKALASI), (Term(ESKALASI, "zona", ALL), Term(f"{ESKALASI}_zona_tidak_dikenal"))),
    Identity(LUAR, (Term("tiket.topik_luar_jam", "topik", ALL),)),
    Identity(LUAR, (Term("tiket.topik_luar_jam", "jenis_topik", ALL),)),
    # Comparisons are the other months' own figures.
    *(_same(name, Term(own, bulan=LALU)) for name, own in PREVIOUS.items() if own != "tiket.topik"),
    Identity(
        Term("tiket.jumlah_bulan_lalu", "kanal", EACH),
        (Term("tiket.jumlah", "kanal", EACH, bulan=LALU),),
    ),
    Identity(
        Term("tiket.topik_bulan_lalu", "topik", EACH),
        (Term("tiket.topik", "topik", EACH, bulan=LALU),),
    ),
    _same("tiket.jumlah_tahun_lalu", Term("tiket.jumlah", bulan=TAHUN_LALU)),
    _same("tiket.jumlah_tahun_berjalan", Term("tiket.jumlah", bulan=TAHUN_BERJALAN)),
    # Consultations, and what a change consists of.
    *_sums("konsultasi.jumlah", "kanal", "jam_layanan"),
    Identity(
        Term("tiket.jumlah"),
        (
            Term("tiket.jumlah_bulan_lalu"),
            Term("tiket.perubahan_kalender"),
            Term("tiket.perubahan_laju"),
        ),
        always=False,
    ),
    *(
        Identity(
            Term("tiket.perubahan_bulanan"), (Term("sumbangan.perubahan", name, ALL),), always=False
        )
        for name in ("kanal", "topik")
    ),
    Identity(Term("konsultasi.jumlah", "jam_layanan", "Luar"), (Term("luar_jam.jumlah"),)),
    *_sums("luar_jam.jumlah", "waktu"),
    *_sums("tunggakan.akhir", "umur", "menunggu"),
    # The other services.
    *_sums("layanan.jumlah", "layanan"),
    Identity(Term("layanan.jumlah", "layanan", "Tiket konsultasi"), (TIKET,)),
    Identity(Term("layanan.jumlah", "layanan", "Email Lapor"), (Term("lapor.jumlah"),)),
    Identity(
        Term("layanan.jumlah", "layanan", "Video conference"), (Term("video_conference.jumlah"),)
    ),
    Identity(Term("layanan.jumlah", "layanan", "Tatap muka"), (Term("tatap_muka.jumlah"),)),
    *_sums("lapor.jumlah", "jenis"),
    *_hundred("lapor.bagian", "jenis"),
    *_sums("situs.pengunjung", "produk", "metrik"),
    *(
        identity
        for name in ("ditawarkan", "dijawab", "ditinggalkan")
        for identity in _sums(f"telepon.{name}", "hari")
    ),
    *_sums("wa_blast.penerima", "status"),
    *_sums("ppid.jumlah", "keperluan"),
    Identity(Term("advokasi.akun", "potret", EACH), (Term("advokasi.akun", "potret:{}", ALL),)),
    Identity(
        Term("advokasi.aktivasi", "potret", EACH),
        (Term("advokasi.konten", "potret:{}", ALL),),
        ours=False,
    ),
    Identity(
        100.0,
        (Term("advokasi.konten_bagian", "potret:{}", ALL),),
        ours=False,
        each=Term("advokasi.aktivasi", "potret", EACH),
    ),
)


def violated_identities(table: pd.DataFrame, bulan: Bulan) -> list[Violation]:
    """Find the identities that the figures of a month break, with both figures."""
    return find_violations(IDENTITIES, table, bulan)
