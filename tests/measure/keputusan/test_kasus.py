"""Small months and the sample's July: the cases of the definitions, and what is not measured."""

import csv
from collections import Counter

import pandas as pd
import pytest
from hitung import is_service_day
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.measure import measure

RAW = ROOT / "data" / "raw"
JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)


def rounded(figure, digits=2):
    return [round(each, digits) for each in (figure.nilai, figure.bawah, figure.atas)]


def test_the_published_change(juli):
    """Of 392 tickets more, 244 are the calendar's."""
    assert round(juli.nilai("tiket.perubahan_kalender"), 1) == 244.2
    assert round(juli.nilai("tiket.perubahan_laju"), 1) == 147.8
    assert round(juli.nilai("tiket.perubahan_per_hari_layanan"), 2) == 10.34
    # 742 e-mails in 20 days, 835 in 17.
    assert round(juli.nilai("lapor.perubahan_per_hari_layanan"), 2) == -24.47
    points = juli.kategori("sumbangan.perubahan", "kanal").round(2).to_dict()
    assert points == {
        "WhatsApp": 26.24, "Email": 2.21, "Telepon": 1.14, "HAI Kemenkeu": 0.30, "Live Chat": -0.08
    }  # fmt: skip
    topics = juli.kategori("sumbangan.perubahan", "topik").round(2)
    assert topics.head(4).tolist() == [5.40, 4.94, 3.35, 3.27]


def test_chance_alone_would_do_as_much(juli):
    q = juli.kategori("sumbangan.peluang", "topik")
    assert round(q["Surat Masuk"], 2) == 0.20
    assert (q > 0.05).all()
    ratio = juli.angka("sumbangan.peluang", "topik", "Surat Masuk")
    assert (round(ratio.bawah, 2), round(ratio.atas, 2), ratio.n) == (1.07, 1.77, 275)
    few = juli.alasan("sumbangan.peluang", "topik", "Pajak Rokok")
    assert (few.n, few.perlu) == (5, 10)


def test_what_is_new_can_only_have_come(tiket, ukuran):
    """Ten tickets of a topic that had none: the two-sided test would ask for more."""
    before = tiket(*[{"dibuat": "2023-06-05 09:00", "topik": "DBH"}] * 20)
    now = tiket(*[{"topik": "DBH"}] * 20, *[{"topik": "PDRD"}] * 10)
    found = ukuran(tiket=now, lain={"2023-06": {"tiket": before}})
    # (20/37)^10, twice as two topics were looked at.
    expected = 2 * (20 / 37) ** 10
    assert found.nilai("sumbangan.peluang", "topik", "PDRD") == pytest.approx(expected)
    assert found.angka("sumbangan.peluang", "topik", "PDRD").bawah is None


def test_a_changed_list_of_topics_is_not_compared(contoh, settings):
    other = {**settings, "tiket": {**settings["tiket"], "topik_lain": ["Spam", "Baru"]}}
    found = measure(JULI, contoh, None, {JUNI: other, JULI: settings})
    assert found.kategori("sumbangan.perubahan", "topik").empty
    assert "daftar topik berubah" in found.alasan("sumbangan.peluang", "topik", "DAU").text()
    assert len(found.kategori("sumbangan.perubahan", "kanal")) == 5


def test_the_published_escalation(juli):
    """With spam left in, the gap would not be there: 9,8% of 469."""
    assert rounded(juli.angka("eskalasi.bagian", "jam_layanan", "Luar")) == [17.10, 13.07, 22.06]
    assert rounded(juli.angka("eskalasi.bagian", "jam_layanan", "Dalam")) == [8.88, 7.32, 10.75]
    assert rounded(juli.angka("eskalasi.selisih")) == [8.22, 3.78, 13.41]
    assert rounded(juli.angka("luar_jam.bagian_konsultasi"), 1) == [20.3, 18.2, 22.5]


def test_the_published_coverage(juli):
    pemda = {month: pemda_of(month) for month in (JUNI, JULI)}
    now, before = pemda[JULI], pemda[JUNI]
    assert juli.nilai("cakupan.pemda") == len(now) == 453
    by_province = juli.kategori("cakupan.pemda", "provinsi")
    assert by_province.sum() == 453
    papua = juli.angka("cakupan.pemda", "provinsi", "Prov. Papua")
    assert (papua.nilai, papua.n) == (5, 10)
    assert sum(juli.angka("cakupan.pemda", "provinsi", name).n for name in by_province.index) == 552
    assert juli.nilai("cakupan.bagian") == pytest.approx(100 * len(now) / 552)
    assert juli.nilai("cakupan.baru") == len(now.keys() - before.keys())
    assert juli.nilai("cakupan.kembali") == len(now.keys() & before.keys())
    assert juli.nilai("cakupan.berhenti") == len(before.keys() - now.keys())
    first = sum(count for _, count in now.most_common(10))
    assert juli.nilai("cakupan.sepuluh_teratas") == pytest.approx(100 * first / now.total())
    squares = sum((count / now.total()) ** 2 for count in now.values())
    assert juli.nilai("cakupan.efektif") == pytest.approx(1 / squares)
    assert juli.alasan("cakupan.belum_pernah").text() == "belum cukup data (n = 2, perlu 3)"


def pemda_of(bulan):
    """Count the recognised regions of a month's tickets, from the raw rows."""
    from test_hitungan import parsed

    names = {}
    with (ROOT / "lib/laporan/dasar/regions/wilayah.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            short = row["short_name"]
            names[short.casefold()] = short
            for long, brief in (("kabupaten ", "kab. "), ("provinsi ", "prov. ")):
                if short.casefold().startswith(brief):
                    names[long + short.casefold().removeprefix(brief)] = short
    found = {}
    for path in sorted((RAW / str(bulan)).glob("tiket*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                created = parsed(row["date_created"])
                counted = row["hidden_status"] not in {"deleted", "temp", "validating"}
                if counted and (created.year, created.month) == (bulan.tahun, bulan.nomor):
                    found[row["ticket_id"]] = names.get(row["Pemda"].strip().casefold())
    return Counter(name for name in found.values() if name)


def test_never_after_three_months(tiket, ukuran):
    lain = {f"2023-0{month}": {"tiket": tiket({"pemda": name})}
            for month, name in ((5, "Kota Bima"), (6, "Prov. Jambi"))}  # fmt: skip
    found = ukuran(tiket=tiket({"pemda": "Kota Bima"}, {"pemda": "Kab. Brebes"}), lain=lain)
    names = ("pemda", "baru", "kembali", "berhenti", "belum_pernah")
    assert [found.nilai(f"cakupan.{name}") for name in names] == [2, 1, 1, 1, 549]
    assert found.angka("cakupan.belum_pernah").n == 3


def test_all_ratings(juli):
    assert rounded(juli.angka("kepuasan.rata_rata"), 3) == [4.770, 4.661, 4.879]
    assert rounded(juli.angka("kepuasan.puas_bagian"), 1) == [92.0, 85.6, 95.8]
    assert round(juli.nilai("kepuasan.laju_respons"), 1) == 8.5
    dropped = juli.angka("kepuasan.tidak_diperhitungkan")
    assert (dropped.nilai, dropped.n) == (13, 113)
    assert round(juli.nilai("kepuasan.rata_rata", "faktor", "Substansi Jawaban"), 2) == 4.81


def ratings(*values):
    return pd.DataFrame(
        {"agen": "A", "penilai": range(len(values)), "kepuasan": values, "substansi": values}
    )


def test_what_was_not_supplied_is_told(tiket, ukuran):
    found = ukuran(tiket=tiket({}))
    names = ("kepuasan.rata_rata", "kaitan.siaran", "ppid.tepat_waktu", "telepon.tingkat_layanan")
    assert {found.alasan(name).text() for name in names} == {"datanya belum diserahkan"}


def test_few_ratings(tiket, ukuran):
    few = ukuran(tiket=tiket({}), survei=ratings(*[5] * 9))
    assert few.nilai("kepuasan.rata_rata") is None
    assert few.alasan("kepuasan.puas_bagian").text() == "belum cukup data (n = 9, perlu 10)"
    some = ukuran(tiket=tiket({}), survei=ratings(*[5] * 10, 3))
    assert some.angka("kepuasan.rata_rata").bawah is None
    assert some.nilai("kepuasan.puas_bagian") is None
    same = ukuran(tiket=tiket({}), survei=ratings(*[5] * 40))
    assert (same.angka("kepuasan.rata_rata").bawah, same.nilai("kepuasan.puas_bagian")) == (
        None,
        100,
    )


def closed(**row):
    return {
        "status": "resolved",
        "dibalas": "2023-07-03 09:10",
        "selesai": "2023-07-03 10:00",
    } | row


def test_times_that_are_missing_are_no_times(tiket, ukuran):
    """Of more than a tenth of the closed tickets nobody knows when: then nothing is said."""
    lost = [closed(selesai=None)] * 3
    found = ukuran(tiket=tiket(*[closed()] * 22, *lost))
    assert found.alasan("selesai.median_menit").text() == (
        "waktunya kosong pada 12% yang sudah berakhir, lebih dari 10%"
    )
    assert found.nilai("selesai.belum") is None
    assert found.nilai("balas.median_menit") == 10
    # A tenth is not more than a tenth.
    enough = ukuran(tiket=tiket(*[closed()] * 18, *lost[:2]))
    assert enough.nilai("selesai.median_menit") == 60


def test_no_target_no_judgement(tiket, ukuran):
    found = ukuran(tiket=tiket(*[closed()] * 25))
    assert found.alasan("balas.dalam_sasaran").text() == (
        "tidak dinilai: sasarannya belum ditetapkan"
    )
    assert found.alasan("balas.p90_menit").text() == "belum cukup data (n = 25, perlu 50)"


def test_what_never_comes_has_no_median(tiket, ukuran):
    waiting = [{"dibuat": "2023-07-31 15:00"}] * 15
    late = closed(dibuat="2023-07-31 09:00", dibalas="2023-08-01 08:10", selesai="2023-08-01 09:00")
    found = ukuran(tiket=tiket(*[closed()] * 10, *waiting, late))
    reason = found.alasan("balas.median_menit")
    assert reason.text() == "belum tercapai; yang terlama diamati 420 menit"
    # What comes after the month's end has not come yet.
    assert found.nilai("balas.belum") == 16


def test_an_export_of_the_middle_of_a_month(tiket, ukuran):
    """Nothing is known of later than its latest moment."""
    waiting, ended = {"dibuat": "2023-07-03 09:00"}, closed(dibuat="2023-07-03 09:00")
    latest = {"dibuat": "2023-07-03 10:30"}
    found = ukuran(tiket=tiket(*[waiting] * 16, *[ended] * 14, latest))
    assert found.alasan("balas.median_menit").n == 90


SIARAN = "Siaran Contoh"


def blast(name, day, people=40):
    return pd.DataFrame(
        {"kampanye": name, "tanggal": pd.Timestamp(day), "status": "sent"}, index=range(people)
    )


def daily(tiket, bulan, counts):
    """Tickets of each service day of a month: so many as ``counts`` says, else one."""
    days = [d for d in pd.date_range(bulan.first_day, bulan.last_day) if is_service_day(d.date())]
    rows = [{"dibuat": f"{d:%Y-%m-%d} 09:00"} for d in days for _ in range(counts.get(d.day, 1))]
    return tiket(*rows)


def test_what_comes_after_a_broadcast(tiket, ukuran):
    """Worked by hand: twelve tickets in five days that usually have six."""
    july = daily(tiket, JULI, {25: 4, 26: 2, 27: 2, 28: 2, 31: 2, 17: 2, 24: 2})
    sent = pd.concat([blast(SIARAN, "2023-07-25"), blast("Uji", "2023-07-12", people=3)])
    found = ukuran(tiket=july, wa_blast=sent)
    place = ("kampanye", SIARAN)
    assert found.nilai("kaitan.diamati", *place) == 12
    # The last two of each weekday before: twelve tickets in ten days.
    assert found.nilai("kaitan.diharapkan", *place) == 6
    figure = found.angka("kaitan.siaran", *place)
    assert (figure.nilai, figure.n) == (2, 12)
    assert figure.bawah < 2 < figure.atas
    assert found.kategori("kaitan.siaran", "kampanye").index.tolist() == [SIARAN]


def test_days_after_another_broadcast_are_no_base(tiket, ukuran):
    busy = daily(tiket, JULI, dict.fromkeys((10, 11, 12, 13, 14), 9))
    sent = pd.concat([blast(SIARAN, "2023-07-25"), blast("Lain", "2023-07-10")])
    found = ukuran(tiket=busy, wa_blast=sent)
    # Of Wednesdays only 5 July is left, as the nineteenth is a holiday.
    assert found.angka("kaitan.diharapkan", "kampanye", SIARAN).n == 5
    assert found.nilai("kaitan.diharapkan", "kampanye", SIARAN) == 5


def test_broadcasts_that_overlap_are_one(tiket, ukuran):
    both = pd.concat([blast("A", "2023-07-24"), blast("B", "2023-07-25"), blast("C", "2023-07-03")])
    found = ukuran(tiket=daily(tiket, JULI, {}), wa_blast=both)
    assert found.kategori("kaitan.siaran", "kampanye").index.tolist() == ["A; B"]
    assert found.angka("kaitan.diamati", "kampanye", "A; B").n == 6
    assert "jauh dari siaran lain" in found.alasan("kaitan.siaran", "kampanye", "C").text()


def test_a_broadcast_at_the_end_of_a_month(tiket, ukuran):
    found = ukuran(tiket=daily(tiket, JULI, {}), wa_blast=blast(SIARAN, "2023-07-27"))
    assert "belum lewat" in found.alasan("kaitan.siaran", "kampanye", SIARAN).text()


def test_the_sample_broadcast(juli):
    """Those of 25 July: 427 tickets after them."""
    [name] = [each for each in juli.kategori("kaitan.siaran", "kampanye").index if "KEM" in each]
    assert juli.nilai("kaitan.diamati", "kampanye", name) == 427
    assert name.count("; ") == 2
