"""Tickets that are still open at the end of a month, whenever created: Deskpro's export."""

from laporan.read.declaration import Known, Kolom, Setting, Source, Tipe, Unique
from laporan.read.sources.tiket import BELUM, STATUS
from laporan.read.sources.tiket import SOURCE as TIKET

SOURCE = Source(
    name="belum_selesai",
    label="Tiket yang belum selesai (Deskpro)",
    dari="ekspor tiket Deskpro yang masih terbuka pada akhir bulan, kapan pun dibuat",
    unduh="Deskpro: Tickets, saring Status Awaiting Agent, Awaiting User, dan Pending, lalu "
    "Export to CSV pada akhir bulan",
    group="bersih-tiket",
    pattern="belum-selesai*.csv",
    page_rows=TIKET.page_rows,
    nomor=TIKET.nomor,
    extra=True,
    headings=Setting("kolom_tiket"),
    columns=TIKET.columns,
    table=(
        Kolom("nomor", Tipe.TEKS, "nomor tiket", "ticket_id"),
        Kolom("dibuat", Tipe.WAKTU, "waktu tiket dibuat, WIB", "date_created"),
        Kolom("status", Tipe.TEKS, "status menurut Deskpro"),
        Kolom("topik", Tipe.TEKS, "topik, seperti pada tiket", Setting("kolom_tiket.topik")),
    ),
    checks=(
        Unique("nomor"),
        Known("status", STATUS),
        Known("topik", (BELUM,), ("tiket.topik_teknis", "tiket.topik_lain")),
    ),
    followed=(("tunggakan.akhir", ""),),
)
