"""Daily figures of Facebook and Instagram: Meta Business Suite, a titled block a figure."""

from laporan.read.declaration import Kolom, Source, Tipe, WithinMonth, needed

SOURCE = Source(
    name="meta_harian",
    label="Facebook dan Instagram harian (Meta)",
    dari="Meta Business Suite, harian: blok seperti `Facebook visits`, `Reach`, `Follows`",
    unduh="Meta Business Suite: Insights (Insight), Results (Hasil) menurut masanya; Export "
    "(Ekspor) pada setiap grafik, masing-masing sebagai CSV",
    group="bersih-media-sosial",
    pattern="meta-harian*.csv",
    stacked=True,
    columns=(needed("Date"), needed("Primary", count=True)),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "hari", "Date"),
        Kolom("media", Tipe.TEKS, "Instagram atau Facebook"),
        Kolom("metrik", Tipe.TEKS, "yang dihitung: kunjungan_profil, jangkauan, pengikut_baru"),
        Kolom("nilai", Tipe.BILANGAN, "nilai hari itu", "Primary"),
    ),
    checks=(WithinMonth("tanggal"),),
)
