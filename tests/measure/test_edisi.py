"""Figures of editions: those of the report where it has them, and nothing of few."""

import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS, parse_jenis
from laporan.dasar.errors import CallError
from laporan.measure import Angka, Tiada, measure_editions
from laporan.measure.edisi.edition_months import gather_months
from laporan.measure.konsultasi import SPAM

JULI = Bulan(2023, 7)
PROVINSI, PEMDA = JENIS["provinsi"], JENIS["pemda"]


def measured(jenis, tables, settings, regions):
    months = gather_months(JULI, jenis, tables, dict.fromkeys(tables, settings))
    rows = measure_editions(months, regions, settings)
    figures = {each.key[1:]: each for each in rows if isinstance(each, Angka)}
    return figures, {each.key[1:]: each for each in rows if isinstance(each, Tiada)}


@pytest.fixture(scope="module")
def provinces(contoh, settings):
    names = sorted(contoh[JULI]["tiket"]["provinsi"].dropna().unique())
    return names, measured(PROVINSI, contoh, settings, names)


def test_a_province_is_told_what_the_report_tells_of_it(provinces, juli):
    """No more of its topics, which would give away small groups elsewhere, and no other numbers."""
    names, (figures, _) = provinces
    told = {
        (dimensi.removeprefix("provinsi:"), topik): each.nilai
        for (kunci, dimensi, topik), each in figures.items()
        if kunci == "edisi.topik" and not dimensi.endswith("Indonesia")
    }
    shown = {
        (name, topik): each.nilai
        for topik in {topik for _, topik in told} | {SPAM, "DAU", "SHSR"}
        for name in names
        if (each := juli.angka("tiket.provinsi", f"topik:{topik}", name)) and each.nilai
    }
    assert told == {key: n for key, n in shown.items() if key[1] != SPAM}
    assert any(topik == SPAM for _, topik in shown)
    for name in names:
        count = figures["edisi.tiket", "provinsi", name].nilai
        assert count == juli.nilai("tiket.jumlah", "provinsi", name)
        own = sum(n for (province, _), n in told.items() if province == name)
        assert figures["edisi.topik_digabung", "provinsi", name].nilai == count - own


def test_the_country_is_the_reports_and_open_ones_add_up(provinces, juli, contoh):
    names, (figures, _) = provinces
    for kunci, same in (
        ("edisi.balas_median", "balas.median_menit"),
        ("edisi.balas_p90", "balas.p90_menit"),
        ("edisi.selesai_median", "selesai.median_menit"),
    ):
        assert figures[kunci, "provinsi", "Indonesia"].nilai == juli.nilai(same)
    low, middle, high = (
        figures[f"edisi.balas_{name}", "provinsi", "Indonesia"].nilai
        for name in ("kuartil_bawah", "median", "kuartil_atas")
    )
    assert low < middle < high
    tiket = contoh[JULI]["tiket"]
    august = pd.Timestamp("2023-08-01", tz="Asia/Jakarta")
    unknown = tiket[tiket["provinsi"].isna() & ~tiket["selesai"].le(august)]
    unknown = unknown[unknown["topik"].ne(SPAM) & unknown["status"].ne("hidden")]
    left = sum(figures["edisi.terbuka", "provinsi", name].nilai for name in names)
    assert left + len(unknown) == juli.nilai("tunggakan.akhir")


def test_no_base_is_told_as_it_would_give_away_the_spam(provinces):
    _, (figures, reasons) = provinces
    assert {each.n for key, each in figures.items() if key[0] != "edisi.bulan"} == {None}
    assert reasons
    assert all(each.n is None for each in reasons.values())


def test_a_median_needs_enough_consultations(tiket, settings):
    rows = [
        {"pemda": "Kab. Brebes", "dibalas": "2023-07-03 09:12", "status": "resolved"}
        for _ in range(20)
    ]
    whole = {JULI: {"tiket": tiket(*rows)}}
    fewer = {JULI: {"tiket": tiket(*rows[1:])}}
    key = ("edisi.balas_median", "pemda", "Kab. Brebes")
    assert measured(PEMDA, whole, settings, ["Kab. Brebes"])[0][key].nilai == 12
    figures, reasons = measured(PEMDA, fewer, settings, ["Kab. Brebes"])
    assert key not in figures
    assert reasons[key].perlu == 20


def test_one_edition_gives_no_small_group_of_another_away(tiket, settings):
    """Of two regions in a province the topics of one would give those of the other by the sums."""
    rows = [{"pemda": "Kab. Brebes", "topik": "DAU"}] * 5
    rows += [{"pemda": "Kab. Brebes", "topik": "DBH"}] * 6
    table = tiket(*rows, *[{"pemda": "Prov. Jambi", "topik": "DAU"}] * 4)
    other = tiket({"pemda": "Kab. Brebes", "topik": "DAU"}).iloc[0].to_dict()
    other |= {"pemda": "Kab. Tegal", "kode_wilayah": "33.28"}
    beside = [other | {"topik": topik} for topik in ("DAU", *["DBH"] * 7)]
    table = pd.concat([table, pd.DataFrame(beside)], ignore_index=True).astype(table.dtypes)
    names = ["Kab. Brebes", "Kab. Tegal", "Prov. Jambi"]
    figures, _ = measured(PEMDA, {JULI: {"tiket": table}}, settings, names)
    told = {key[1:] for key in figures if key[0] == "edisi.topik" and key[1] != "pemda:Indonesia"}
    assert told == {("pemda:Prov. Jambi", "DAU")}
    assert figures["edisi.topik_digabung", "pemda", "Kab. Tegal"].nilai == 8


def test_months_without_exports_are_counted_as_missing(contoh, settings):
    figures, _ = measured(PEMDA, contoh, settings, ["Prov. Jambi"])
    months = figures["edisi.bulan", "pemda", "Indonesia"]
    assert (months.nilai, months.n) == (2, 12)
    both = sum(table["tiket"]["pemda"].eq("Prov. Jambi").sum() for table in contoh.values())
    assert figures["edisi.tiket", "pemda", "Prov. Jambi"].nilai == both > 0


def test_what_is_open_is_what_the_export_of_open_tickets_has(tiket, settings):
    own = tiket({"pemda": "Kab. Brebes", "selesai": "2023-07-31 12:00"})
    held = tiket(*[{"pemda": "Kab. Brebes", "dibuat": f"2023-06-{day} 12:00"} for day in (11, 21)])
    tables = {JULI: {"tiket": own, "belum_selesai": held}}
    figures, _ = measured(PEMDA, tables, settings, ["Kab. Brebes", "Prov. Jambi"])
    assert figures["edisi.terbuka", "pemda", "Kab. Brebes"].nilai == 2
    assert figures["edisi.terbuka_tertua", "pemda", "Kab. Brebes"].nilai == 50
    assert figures["edisi.terbuka", "pemda", "Prov. Jambi"].nilai == 0
    assert ("edisi.terbuka_tertua", "pemda", "Prov. Jambi") not in figures


def test_a_kind_that_is_none_is_refused():
    with pytest.raises(CallError, match=r"'kota' tidak dikenal\. Pilihlah dari: provinsi, pemda"):
        parse_jenis("kota")
