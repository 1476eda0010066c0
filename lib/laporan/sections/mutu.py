"""The quality of the data: what was read, what was taken, what was not, and why."""

from __future__ import annotations

from laporan.dasar import indonesian
from laporan.read.sources import SOURCES
from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import caption
from laporan.sections.report import Report
from laporan.show import Display, Markdown, bullets, file_origin, quoted, sentence

SOURCE = "catatan pembersihan data"
COUNTS = ("baris", "diambil", "dikecualikan", "ditolak")


def sentence_mutu(lap: Report) -> Markdown:
    """Say that no row got lost, and where each can be looked up."""
    return sentence(
        "Setiap baris berkas {bulan} dipertanggungjawabkan: baris yang masuk terbagi habis menjadi "
        "yang diambil, yang dikecualikan menurut aturan yang disebut, dan yang ditolak. Baris yang "
        "ditolak dicantumkan satu per satu dalam mutu.html.",
        bulan=lap.bulan,
    )


def table_berkas(lap: Report) -> Display:
    """List the files with their rows."""
    files = lap.bersih.berkas
    if files.empty:
        return NOTHING
    files = files.assign(sumber=files["sumber"].map(_label))
    balanced = not files["ditolak"].any()
    return make_table(
        files,
        name="berkas",
        rowname="berkas",
        labels={
            "berkas": "Berkas",
            "sumber": "Sumber",
            "baris": "Baris masuk",
            "diambil": "Diambil",
            "dikecualikan": "Dikecualikan",
            "ditolak": "Ditolak",
        },
        integers=COUNTS,
        totals={name: int(files[name].sum()) for name in COUNTS},
        origins=[file_origin(lap.bulan, name) for name in files["berkas"]],
        caption=caption(
            Markdown("Tidak ada baris yang ditolak." if balanced else "Sebagian baris ditolak."),
            sentence("Berkas masukan dan barisnya, {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )


def table_dikecualikan(lap: Report) -> Display:
    """List the rules that left out rows, with how many each did."""
    rules = lap.bersih.dikecualikan
    if rules.empty:
        return sentence("Tidak ada baris yang dikecualikan.")
    rules = rules.groupby(["sumber", "aturan"], sort=False)["jumlah"].sum().reset_index()
    return make_table(
        rules.assign(sumber=rules["sumber"].map(_label)),
        name="dikecualikan",
        rowname="sumber",
        labels={"sumber": "Sumber", "aturan": "Aturan", "jumlah": "Baris"},
        integers=["jumlah"],
        totals={"jumlah": int(rules["jumlah"].sum())},
        origins=[
            file_origin(lap.bulan, indonesian.daftar(lap.files(name))) for name in rules["sumber"]
        ],
        caption=caption(
            Markdown("Baris dikecualikan hanya menurut aturan yang bernama."),
            sentence("Baris dikecualikan menurut sumber dan aturan, {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )  # fmt: skip


def table_ditolak(lap: Report) -> Display:
    """Count the rejected rows by the column at fault."""
    rejected = lap.bersih.ditolak
    if rejected.empty:
        return sentence("Tidak ada baris yang ditolak.")
    # What stands in such rows, and the reason in full, belong to the quality report alone.
    counts = (
        rejected.assign(kolom=rejected["kolom"].replace("", "(seluruh baris)"))
        .groupby(["sumber", "berkas", "kolom"], sort=False)
        .size()
        .rename("jumlah")
        .reset_index()
    )
    return make_table(
        counts.assign(sumber=counts["sumber"].map(_label)),
        name="ditolak",
        rowname="berkas",
        labels={"berkas": "Berkas", "sumber": "Sumber", "kolom": "Kolom", "jumlah": "Baris"},
        integers=["jumlah"],
        totals={"jumlah": int(counts["jumlah"].sum())},
        origins=[file_origin(lap.bulan, name) for name in counts["berkas"]],
        caption=caption(
            Markdown("Baris yang tidak terbaca tidak ikut dihitung."),
            sentence("Baris yang ditolak menurut kolom yang bermasalah, {bulan}.", bulan=lap.bulan),
            SOURCE,
        ),
    )


def sentence_peringatan(lap: Report) -> Markdown:
    """List what the reader must know of the data."""
    if not lap.peringatan:
        return sentence("Tidak ada peringatan tentang data {bulan}.", bulan=lap.bulan)
    head = sentence("Yang perlu diketahui tentang data {bulan}:", bulan=lap.bulan)
    items = bullets(quoted(text) for text in dict.fromkeys(lap.peringatan))
    return Markdown(f"{head.text}\n\n{items.text}")


def _label(sumber: str) -> str:
    return SOURCES[sumber].label
