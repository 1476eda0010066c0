"""The website: visitors and pages."""

from __future__ import annotations

from laporan.measure import series_break, teratas
from laporan.sections._table import figures_of, make_table
from laporan.sections._words import caption, change_from, no_base, not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, blocks, box, puncak, sentence

ANALYTICS = "Google Analytics"


def sentence_situs(lap: Report) -> Display:
    """Say how many visitors came; where the way of counting changed, no change is given."""
    pengunjung = lap.angka("situs.pengunjung")
    if pengunjung is None:
        return not_supplied(lap, "pengunjung website", "situs_pengunjung")
    count = sentence(
        "Website DJPK mencatat **{pengunjung} pengunjung** selama {bulan}.",
        pengunjung=pengunjung, bulan=lap.bulan,
    )  # fmt: skip
    definition = sentence("Siapa yang datang pada beberapa hari dihitung pada setiap hari itu.")
    return blocks(Markdown(f"{count.text} {_comparison(lap).text}"), box("catatan", definition))


def table_halaman(lap: Report, *, banyak: int | None = None) -> Display:
    """List the pages with most views; ``banyak`` of them, else the setting's."""
    tayangan = lap.ukuran.kategori("situs.halaman", "halaman")
    top = teratas(tayangan, banyak or lap.settings["situs"]["halaman_tercetak"])
    if top.empty:
        return not_supplied(lap, "halaman website", "situs_halaman")
    first = lap.known("situs.halaman", "halaman", str(top.index[0]))
    return make_table(
        top.rename_axis("halaman").reset_index(name="tayangan"),
        name="halaman",
        rowname="halaman",
        labels={"halaman": "Halaman", "tayangan": "Tayangan"},
        integers=["tayangan"],
        figures={"tayangan": figures_of(lap, "situs.halaman", "halaman", top.index)},
        caption=caption(
            sentence(
                "Halaman {halaman} {most} dibuka: {tayangan} tayangan.",
                halaman=first.kategori, most=puncak("paling banyak", first), tayangan=first,
            ),
            sentence("Halaman website menurut tayangan, {bulan}.", bulan=lap.bulan),
            ANALYTICS,
        ),
    )  # fmt: skip


def _comparison(lap: Report) -> Markdown:
    before = lap.bulan.previous
    base = lap.angka("situs.pengunjung_bulan_lalu")
    change = lap.angka("situs.perubahan_bulanan")
    if base is None or change is None:
        return no_base("jumlah pengunjung", before)
    gap = series_break(lap.ukuran.tabel, before, lap.bulan)
    if gap is None:
        return sentence("Jumlah itu {ubah}.", ubah=change_from(change, base, before))
    return sentence(
        "Pada {dulu} tercatat {base} pengunjung, tetapi alat ukurnya berganti: {dulu} dihitung "
        "dengan {lama}, {kini} dengan {baru}.",
        dulu=before, base=base, lama=gap.lama, kini=lap.bulan, baru=gap.baru,
    )  # fmt: skip
