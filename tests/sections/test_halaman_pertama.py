"""What the first page says for a table of months that are made up.

The months are figures, or tickets, that the real measures judge; nothing is rendered.
"""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pandas as pd
import pytest

from laporan import sections as s
from laporan.clean.hours import service_days
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.measure import Angka, Tiada, Ukuran, measure
from laporan.measure.angka import to_table
from laporan.measure.keputusan.bahan import Bahan
from laporan.measure.keputusan.peristiwa import Peristiwa
from laporan.measure.keputusan.sinyal import measure_sinyal
from laporan.measure.riwayat import window
from laporan.sections.muka.aturan import ATURAN
from laporan.sections.muka.judged import read_signals

JULI = Bulan(2023, 7)
SETTINGS = load_settings()
TIKET, KONSULTASI, LAPOR = "tiket.jumlah", "konsultasi.jumlah", "lapor.jumlah"
BALAS, NILAI = "balas.median_menit", "kepuasan.nilai"
UNITS = {TIKET: "tiket", KONSULTASI: "konsultasi", LAPOR: "email", BALAS: "menit", NILAI: "1-5"}
# Twelve months that vary and go nowhere.
BIASA = [80.0, 86.0, 78.0, 84.0, 82.0, 88.0, 79.0, 85.0, 81.0, 87.0, 80.0, 83.0]
ALARM = (": sinyal naik", ": sinyal turun")


@cache
def days(bulan):
    return len(service_days(bulan, SETTINGS["jam_layanan"]))


@pytest.fixture
def page(lap_kosong, polos):
    """Judge the last of some months in a row, and give what all rules say: ``page({key: […]})``.

    Counts are given by service day.
    """

    def make(series, akhir=JULI, peristiwa=()):
        rows = [
            Angka(str(month), "hari_layanan.jumlah", "", "", float(days(month)), "hari")
            for month in akhir.shift(-30).until(akhir)
        ]
        for key, values in series.items():
            for month, value in zip(akhir.shift(1 - len(values)).until(akhir), values, strict=True):
                counted = round(value * days(month)) if key in (TIKET, KONSULTASI, LAPOR) else value
                rows.append(Angka(str(month), key, "", "", float(counted), UNITS[key]))
        found = measure_sinyal(Bahan(akhir, {}, {akhir: SETTINGS}, tuple(rows), tuple(peristiwa)))
        table = to_table([*rows, *(row for row in found if isinstance(row, Angka))])
        reasons = tuple(row for row in found if isinstance(row, Tiada))
        return replace(lap_kosong, bulan=akhir, ukuran=Ukuran(table, akhir, reasons))

    def read(*given, **more):
        lap = make(*given, **more)
        return lap, [polos(text) for rule in ATURAN for text in rule(lap)]

    return read


def noise(seed, months):
    """Five figures of nothing but chance; consultations are most of the tickets."""
    rng = np.random.default_rng(seed)
    tiket = rng.normal(85, 8, months)
    return {
        TIKET: tiket.tolist(),
        KONSULTASI: (tiket * rng.normal(0.78, 0.04, months)).tolist(),
        LAPOR: rng.normal(38, 5, months).tolist(),
        BALAS: rng.normal(22, 3, months).tolist(),
        NILAI: rng.normal(4.6, 0.06, months).tolist(),
    }


def alarms(texts):
    return [text for text in texts if any(alarm in text for alarm in ALARM)]


def test_chance_alone_alarms_on_few_pages(page):
    """The report looks back to January of the year before: at 12 to 23 months."""
    assert len(SETTINGS["sinyal"]["diikuti"]) <= 5
    pages = []
    for seed in range(100):
        akhir = Bulan(2023, seed % 12 + 1)
        pages.append(page(noise(seed, len(window(akhir))), akhir=akhir)[1])
    loud = [texts for texts in pages if alarms(texts)]
    assert 0 < len(loud) <= 15
    assert all(
        any("Tidak ada sinyal bulan ini." in text for text in texts)
        for texts in pages
        if not alarms(texts)
    )


def test_trial_limits_never_alarm(page):
    held = 0
    for seed in range(100):
        lap, texts = page(noise(seed, 7 + seed % 6))
        assert not alarms(texts)
        judged = read_signals(lap)
        assert len(judged) == 5
        assert all(each.percobaan is not None for each in judged)
        held += sum(each.tercapai for each in judged)
        assert sum("batas masih percobaan" in text for text in texts) >= 1
    assert held > 5  # else nothing was there to alarm


def test_a_jump_is_a_signal_and_with_trial_limits_a_remark(page, polos):
    _, firm = page({TIKET: [*BIASA, 160.0]})
    assert firm[0].startswith("Tiket: sinyal naik. ")
    assert "di luar batas wajar" in firm[0]
    lap, trial = page({TIKET: [*BIASA[:6], 160.0]})
    assert not alarms(trial)
    assert trial[0] == "Tidak ada sinyal bulan ini."
    [text] = [text for text in trial if text.startswith("Tiket")]
    assert text.startswith(
        "Tiket: batas masih percobaan (6 bulan), sehingga bukan sinyal. 3.200 tiket "
        "pada Juli 2023, di luar batas wajar "
    )
    assert "batas masih percobaan (6 bulan)" in polos(s.cards_muka(lap))
    assert "sinyal naik" not in polos(s.cards_muka(lap))


def test_within_trial_limits_the_page_says_so(page, polos):
    lap, texts = page({TIKET: [*BIASA[:7], 84.0], NILAI: [*([4.5, 4.6] * 6), 4.55]})
    limits = r"\([\d.,]+ s\.d\. [\d.,]+\)"
    assert texts[0].startswith("Tidak ada sinyal bulan ini. Dalam variasi wajar bulan-bulan")
    assert (
        pd.Series(texts[0])
        .str.contains(rf"Dalam variasi wajar; batas masih percobaan \(7 bulan\): Tiket {limits}\.")
        .all()
    )
    shown = polos(s.cards_muka(lap))
    assert (
        pd.Series(shown)
        .str.contains(
            r"dalam variasi wajar [\d.]+ s\.d\. [\d.]+; batas masih percobaan \(7 bulan\)"
        )
        .all()
    )


@pytest.mark.parametrize(
    ("shift", "starts"),
    [
        ([92.0] * 7, "Tiket: sinyal naik. 1.840 tiket pada Juli 2023, 7 bulan"),
        ([92.0] * 6, "Tidak ada sinyal bulan ini."),
        ([83.5] * 6 + [83.0], "Tidak ada sinyal bulan ini."),
    ],
    ids=["tujuh", "enam", "tipis"],
)
def test_a_run_on_one_side(page, polos, shift, starts):
    lap, texts = page({TIKET: [*BIASA[:11], 81.0, *shift]})
    assert texts[0].startswith(starts)
    near = [text for text in texts if text.startswith("Tiket: belum tentu berubah.")]
    assert len(near) == (shift[-1] == 83.0)
    proposed = "catatlah sebagai putus" in polos(s.sentence_usul(lap))
    assert proposed is (len(shift) == 7)


def test_a_break_begins_anew(page):
    values = {TIKET: [*BIASA, *[value * 2 for value in BIASA[:8]]]}
    assert alarms(page(values)[1])

    def broken(month):
        return page(values, peristiwa=[Peristiwa(date(2023, month, 3), "Sebab", TIKET, putus=True)])

    _, after = broken(1)  # six months, then July
    assert after[0].startswith(
        "Tidak ada sinyal bulan ini. Dalam variasi wajar; batas masih percobaan (6 bulan): Tiket"
    )
    lap, soon = broken(5)
    assert not alarms(soon)
    assert lap.ukuran.alasan("sinyal.keadaan", "indikator", TIKET).n == 2


@pytest.mark.parametrize("values", [[0.0, 0.05] * 7, [4.0] * 13, [300.0]])
def test_of_few_tickets_or_the_first_month_of_all_nothing_is_judged(page, polos, values):
    lap, texts = page({TIKET: values})
    assert not [text for text in texts if "sinyal" in text]
    assert read_signals(lap) == []
    shown = polos(s.cards_muka(lap))
    reasons = ("kurang dari satu sebulan", "angkanya sama", "belum cukup riwayat untuk menilai")
    assert sum(reason in shown for reason in reasons) == 1
    assert polos(s.sentence_pernyataan(lap))


def tickets(bulan, count, spam, *, answered=1.0, left="awaiting_agent"):
    """Make a month of cleaned tickets, spread over its service days."""
    rng = np.random.default_rng(bulan.nomor)
    zone = "Asia/Jakarta"
    open_days = service_days(bulan, SETTINGS["jam_layanan"])
    minutes = rng.integers(0, 400, count)
    made = pd.DatetimeIndex([pd.Timestamp(open_days[at % len(open_days)]) for at in range(count)])
    made = (made + pd.to_timedelta(8 * 60 + minutes, unit="min")).tz_localize(zone)
    junk = np.arange(count) % count < spam
    no_reply = junk | (rng.random(count) >= answered)
    replied = pd.Series(made + pd.Timedelta("20min")).mask(no_reply)
    none = pd.Series([None] * count, dtype="str")
    return pd.DataFrame(
        {
            "nomor": [str(at) for at in range(count)],
            "dibuat": made,
            "kanal": "WhatsApp",
            "topik": np.where(junk, "Spam", "DAU"),
            "kategori": "Pemerintah Daerah",
            "pemda": none,
            "kode_wilayah": none,
            "provinsi": none,
            "zona": none,
            "eskalasi": False,
            "jam_layanan": "Dalam",
            "dibalas": replied,
            "selesai": replied,
            "status": np.where(no_reply & ~junk, left, "resolved"),
        }
    ).astype(dict.fromkeys(("dibuat", "dibalas", "selesai"), f"datetime64[us, {zone}]"))


@pytest.fixture
def whole(lap_kosong, polos):
    """Measure July of tickets, after June and 17 months of history, and give what is said."""

    def of(june, july, settings=SETTINGS):
        first = Bulan(2022, 1)
        months = {Bulan(2023, 6): {"tiket": june}, JULI: {"tiket": july}}
        riwayat = pd.DataFrame(
            [
                (str(month), key, "", "", float(round(rate * share * days(month))), "", "terbit")
                for month, rate in zip(
                    first.until(Bulan(2023, 5)), [*BIASA, *BIASA[:5]], strict=True
                )
                for key, share in ((TIKET, 1.0), (KONSULTASI, 0.8))
            ],
            columns=["bulan", "indikator", "dimensi", "kategori", "nilai", "satuan", "sumber"],
        )
        held = dict.fromkeys({*window(JULI), JULI.shift(1)}, settings)
        ukuran = measure(JULI, months, riwayat, held)
        lap = replace(lap_kosong, ukuran=ukuran, settings=settings)
        return lap, [polos(text) for rule in ATURAN for text in rule(lap)]

    return of


def test_a_flood_of_spam_is_a_signal_of_tickets_and_none_of_consultations(whole):
    june, july = tickets(Bulan(2023, 6), 1400, 280), tickets(JULI, 3300, 1960)
    lap, texts = whole(june, july)
    assert [text.partition(":")[0] for text in alarms(texts)] == ["Tiket"]
    assert {each.angka.indikator: each.sinyal for each in read_signals(lap)} == {
        TIKET: 1, KONSULTASI: 0,
    }  # fmt: skip
    assert any(text.startswith("Topik Spam naik nyata") for text in texts)


def test_people_without_a_reply_are_told_of_where_there_is_a_target(whole):
    june, july = tickets(Bulan(2023, 6), 1400, 280), tickets(JULI, 1640, 320, answered=0.6)
    target = {**SETTINGS, "sasaran": {**SETTINGS["sasaran"], "balas_menit": 30}}
    lap, texts = whole(june, july, target)
    open_ = int((july["dibalas"].isna() & july["topik"].ne("Spam")).sum())
    assert lap.angka("balas.belum").nilai == open_ > 400
    assert texts[0].startswith(f"{open_} konsultasi belum dibalas pada akhir Juli 2023; ")
    _, silent = whole(june, july)
    assert not [text for text in silent if "belum dibalas" in text]


def test_missing_times_of_replies_are_no_figure_and_no_signal(whole, polos):
    june = tickets(Bulan(2023, 6), 1400, 280)
    lap, texts = whole(june, tickets(JULI, 1640, 320, answered=0.6, left="resolved"))
    assert lap.angka(BALAS) is None
    assert "waktunya kosong pada" in lap.ukuran.alasan(BALAS).text()
    assert texts[0].startswith("Tidak ada sinyal bulan ini. ")
    assert "balas" not in texts[0]
    assert "angka bulan laporan tidak ada" in polos(s.cards_muka(lap))
