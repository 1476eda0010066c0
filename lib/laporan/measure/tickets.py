"""The indicators of tickets that several measures share."""

from laporan.measure.indikator import define

SELURUH = "seluruh tiket bulan itu"
JUMLAH = define(
    "tiket.jumlah", "Tiket", "tiket",
    "Nomor tiket Deskpro yang berbeda, menurut bulan dibuatnya dalam WIB; yang dihapus tidak "
    "dihitung", SELURUH, "tiket",
)  # fmt: skip
BAGIAN = define(
    "tiket.bagian", "Bagian dari tiket", "persen",
    "Tiket kelompok itu dibagi seluruh tiket", SELURUH, "tiket",
)  # fmt: skip
TOPIK = define(
    "tiket.topik", "Tiket menurut topik", "tiket",
    "Tiket dengan topik itu", "seluruh tiket kelompok itu", "tiket",
)  # fmt: skip
