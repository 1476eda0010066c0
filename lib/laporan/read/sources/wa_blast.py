"""WhatsApp Blast: Qontak's log, one row a recipient."""

from laporan.read.declaration import Column, Isi, Known, Kolom, Source, Tipe, WithinMonth, needed

STATUS = ("sent", "delivered", "read", "pending", "failed")

SOURCE = Source(
    name="wa_blast",
    label="WhatsApp Blast (Qontak)",
    dari="log siaran Qontak",
    unduh="Qontak: Broadcast, pilih siaran bulan itu satu per satu, lalu Export log",
    group="bersih-email",
    pattern="wa-blast*.csv",
    counted="wa_blast.penerima",
    columns=(
        needed("campaign"),
        needed("contact_phone_number", isi=Isi.ORANG),
        needed("status"),
        needed("created_at"),
        needed("whatsapp_error_message"),
        # It holds the telephone number.
        Column("whatsapp_message_id", isi=Isi.ORANG),
    ),
    table=(
        Kolom("kampanye", Tipe.TEKS, "nama siaran", "campaign"),
        Kolom("tanggal", Tipe.TANGGAL, "hari pengiriman, WIB", "created_at"),
        Kolom("status", Tipe.TEKS, "akhir pengiriman menurut Qontak"),
        Kolom("galat", Tipe.TEKS, "pesan kegagalan, bila ada", "whatsapp_error_message"),
        Kolom(
            "penerima",
            Tipe.BILANGAN_KOSONG,
            "nomor urut penerima, bukan teleponnya",
            "contact_phone_number",
        ),
    ),
    checks=(WithinMonth("tanggal"), Known("status", STATUS)),
    followed=(("wa_blast.jumlah", ""),),
)
