"""The first page: for each rule a month in which it must speak, and one in which it must not."""

from dataclasses import replace
from datetime import date

import pytest

from laporan import sections as s
from laporan.check.tindak_lanjut import Sasaran, Tindakan
from laporan.dasar.bulan import Bulan
from laporan.measure import Angka, Tiada, Ukuran
from laporan.measure.angka import to_table
from laporan.sections.muka import aturan
from laporan.show import Markdown

JULI = "2023-07"
TIKET = {
    ("tiket.jumlah", "", ""): 1707,
    ("tiket.jumlah_bulan_lalu", "", ""): 1315,
    ("tiket.perubahan_bulanan", "", ""): 29.8099,
    ("tiket.perubahan_per_hari_layanan", "", ""): 10.3384,
    ("tiket.perubahan_kalender", "", ""): 244.2,
    ("tiket.perubahan_laju", "", ""): 147.8,
    ("hari_layanan.jumlah", "", ""): 20,
}


def judged(indikator="tiket.jumlah", keadaan=0, rule=0, bounds=(1252.4, 1621.4, 1990.6)):
    """Give what the limits say of a figure."""
    names = ("bawah", "tengah", "atas", "keadaan", "aturan")
    return {
        (f"sinyal.{name}", "indikator", indikator): value
        for name, value in zip(names, (*bounds, keadaan, rule), strict=True)
    }


def _unit(name):
    return "persen" if "perubahan_b" in name or name.endswith(".bagian") else "tiket"


@pytest.fixture
def bulan(lap_kosong):
    """Make a month of figures."""

    def make(figures, tiada=(), **changes):
        rows = [Angka(JULI, *key, float(value), _unit(key[0])) for key, value in figures.items()]
        rows.append(Angka("2023-06", "hari_layanan.jumlah", "", "", 17.0, "hari"))
        table = to_table([row for row in rows if row.indikator != "hari_layanan.jumlah" or figures])
        return replace(lap_kosong, ukuran=Ukuran(table, lap_kosong.bulan, tiada), **changes)

    return make


def told(rule, lap, polos):
    return [polos(each) for each in rule(lap)]


def test_without_a_signal_that_is_said_with_the_limits(bulan, polos):
    lap = bulan(TIKET | judged())
    assert told(aturan.signals, lap, polos) == [
        "Tidak ada sinyal bulan ini. Dalam variasi wajar bulan-bulan sebelumnya: "
        "Tiket (1.252 s.d. 1.991)."
    ]
    assert told(aturan.signals, bulan(TIKET), polos) == []


@pytest.mark.parametrize(
    ("rule", "middle", "why"),
    [
        (1, 1621.4, "di luar batas wajar 1.252 s.d. 1.991"),
        (2, 1621.4, "7 bulan berturut-turut naik; batas wajar 1.252 s.d. 1.991"),
        (3, 1621.4, "beberapa kali mendekati batas wajar 1.252 s.d. 1.991"),
        (
            4,
            1421.4,
            "7 bulan berturut-turut di sisi yang sama dari rata-rata 1.421,40; batas wajar",
        ),
    ],
)
def test_a_signal_says_which_way_and_why(bulan, polos, rule, middle, why):
    figures = TIKET | judged(keadaan=1, rule=rule, bounds=(1252.4, middle, 1990.6))
    (text,) = told(aturan.signals, bulan(figures), polos)
    assert text.startswith("Tiket: sinyal naik. 1.707 tiket pada Juli 2023, ")
    assert why in text
    (down,) = told(aturan.signals, bulan(TIKET | judged(keadaan=-1, rule=1)), polos)
    assert "sinyal turun" in down


def test_a_large_change_is_marked_as_no_signal_and_told_by_service_day(bulan, polos):
    (text,) = told(aturan.large_without_signal, bulan(TIKET | judged()), polos)
    assert text == (
        "Tiket Juli 2023 berjumlah 1.707, naik 29,81% dari 1.315 tiket pada Juni 2023. "
        "Hari layanannya 20, bulan sebelumnya 17: per hari layanan naik 10, dan dari selisihnya "
        "244 tiket berasal dari hari, 148 dari laju. Bukan sinyal: batas wajarnya 1.252 s.d. 1.991 "
        "tiket."
    )
    small = TIKET | judged() | {("tiket.perubahan_bulanan", "", ""): 9.99}
    assert told(aturan.large_without_signal, bulan(small), polos) == []
    signal = TIKET | judged(keadaan=1, rule=1)
    assert told(aturan.large_without_signal, bulan(signal), polos) == []


def test_where_there_is_no_history_a_large_change_says_so(bulan, polos):
    reason = "belum cukup riwayat untuk menilai ({n} bulan; perlu {perlu})"
    tiada = (Tiada(JULI, "sinyal.keadaan", "indikator", "tiket.jumlah", reason, 3, 6),)
    (text,) = told(aturan.large_without_signal, bulan(TIKET, tiada), polos)
    assert text.endswith(
        "Belum dapat dinilai: belum cukup riwayat untuk menilai (3 bulan; perlu 6)."
    )


def test_people_who_wait_are_told_of_where_a_target_is_set(bulan, polos, lap_kosong):
    open_ = {("balas.belum", "", ""): 12}
    assert told(aturan.waiting, bulan(open_), polos) == []
    table = to_table(
        [
            Angka(JULI, "balas.belum", "", "", 12.0, "konsultasi"),
            Angka(JULI, "balas.dalam_sasaran", "", "", 85.96, "persen", 84.0, 87.7, 1327),
        ]
    )
    settings = {**lap_kosong.settings, "sasaran": {"balas_menit": 30}}
    lap = replace(lap_kosong, settings=settings, ukuran=Ukuran(table, lap_kosong.bulan))
    (text,) = told(aturan.waiting, lap, polos)
    assert text == (
        "12 konsultasi belum dibalas pada akhir Juli 2023; 85,96% dari 1.327 konsultasi yang jatuh "
        "tempo dibalas dalam sasaran 30 menit jam layanan."
    )
    none = replace(lap, ukuran=Ukuran(table.assign(nilai=0.0), lap_kosong.bulan))
    assert told(aturan.waiting, none, polos) == []


def topik(name, before, now, q):
    return {
        ("tiket.topik", "topik", name): now,
        ("tiket.topik_bulan_lalu", "topik", name): before,
        ("sumbangan.peluang", "topik", name): q,
        ("sumbangan.perubahan", "topik", name): 100 * (now - before) / 1315,
    }


def test_only_what_chance_does_not_explain_is_told_the_surest_first(bulan, polos):
    figures = topik("DAU", 60, 120, 0.03) | topik("DBH", 90, 30, 0.001) | topik("PDRD", 9, 30, 0.05)
    first, second = told(aturan.significant, bulan(figures), polos)
    assert first == (
        "Topik DBH turun nyata, dari 90 menjadi 30 tiket, juga setelah hari layanan "
        "diperhitungkan (q 0,001); sumbangannya -4,56 poin dari perubahan seluruhnya."
    )
    assert second.startswith("Topik DAU naik nyata, dari 60 menjadi 120 tiket")
    assert told(aturan.significant, bulan(topik("DAU", 60, 120, 0.2)), polos) == []


def test_what_was_not_supplied_is_told(bulan, polos, lengkap):
    (text,) = told(aturan.missing, bulan(TIKET), polos)
    assert text.startswith("Data belum lengkap. Belum diserahkan, sehingga tidak dinilai: ")


def test_spam_is_told_apart_from_consultations_and_how_these_were_served(bulan, polos):
    figures = TIKET | {
        ("tiket.jumlah", "jenis_topik", "Spam"): 380,
        ("tiket.bagian", "jenis_topik", "Spam"): 22.2613,
        ("konsultasi.jumlah", "", ""): 1327,
    }
    assert told(aturan.served, bulan(TIKET), polos) == []
    assert told(aturan.served, bulan(figures), polos) == [
        "22,26% tiket adalah spam. Dari 1.707 tiket, 380 spam dan 1.327 konsultasi."
    ]
    figures |= {
        ("balas.median_menit", "", ""): 14.7333,
        ("kepuasan.nilai", "", ""): 4.9,
        ("kepuasan.penilaian", "", ""): 100,
    }
    (text,) = told(aturan.served, bulan(figures), polos)
    assert text.endswith(
        "1.327 konsultasi; median balasan pertama 14,73 tiket; kepuasan 4,90 dari 100 penilaian."
    )


def test_six_statements_at_most_in_the_order_of_the_rules(bulan, polos):
    figures = TIKET
    for name in ("tiket.jumlah", "konsultasi.jumlah", "lapor.jumlah", "kepuasan.nilai"):
        figures = figures | {(name, "", ""): 5} | judged(name, 1, 1)
    figures |= (
        topik("DAU", 60, 120, 0.03) | topik("DBH", 90, 30, 0.001) | topik("PDRD", 9, 30, 0.01)
    )
    lines = polos(s.sentence_pernyataan(bulan(figures))).splitlines()
    said = [line for line in lines if line.startswith("- ")]
    assert len(said) == 6
    assert ["sinyal" in line for line in said] == [True] * 4 + [False] * 2
    assert "Topik" in said[4]


def test_a_card_says_the_limits_or_why_there_are_none(bulan, polos):
    lap = bulan(TIKET | judged())
    shown = polos(s.cards_muka(lap))
    assert "dalam variasi wajar 1.252 s.d. 1.991" in shown
    assert shown.count("belum diserahkan") == 4
    assert "sinyal turun, batas wajar" in polos(
        s.cards_muka(bulan(TIKET | judged(keadaan=-1, rule=1)))
    )


def test_the_next_month_is_a_range(bulan, polos, lap_kosong):
    found = Angka(JULI, "perkiraan.tiket", "", "", 1797.0, "tiket", 1586.4, 2007.6, 7.0)
    error = Angka(JULI, "perkiraan.mase", "", "", 0.489, "kali galat naif", None, None, 4.0)
    lap = replace(lap_kosong, ukuran=Ukuran(to_table([found, error]), lap_kosong.bulan))
    text = polos(s.sentence_perkiraan(lap))
    assert text.startswith("Perkiraan tiket Agustus 2023: 1.586–2.008,")
    assert text.endswith(". Galat perkiraan pada 4 bulan yang diuji 0,49 kali galat naif.")


def test_an_action_is_shown_with_the_state_that_its_figure_tells(bulan, polos, lap_kosong):
    actions = tuple(
        Tindakan(
            "tindak_lanjut.csv", at, f"TL-{at}", Bulan(2023, 6), "Temuan.", f"Tindakan {name}.",
            "Seksi Contoh A", date(2023, 7, 31), further, "tiket.jumlah", Sasaran(sign, 1700),
        )
        for at, name, further, sign in [
            (2, "satu", (), "<="), (3, "dua", (date(2023, 8, 31),), "<="), (4, "tiga", (), ">"),
        ]
    )  # fmt: skip
    lap = bulan(TIKET, tindak_lanjut=actions)
    shown = s.table_tindak_lanjut(lap).markdown()
    for text in ("terlambat", "berjalan", "tercapai", "1.707", "≤ 1.700", "31 Juli 2023"):
        assert text in shown
    # The first deadline is told beside the one that holds, and only where it was put off.
    assert shown.count("31 Juli 2023") == 3
    assert "Semula" in shown
    on_time = s.table_tindak_lanjut(bulan(TIKET, tindak_lanjut=actions[:1])).markdown()
    assert "Semula" not in on_time
    unknown = replace(actions[0], ukuran="tatap_muka.jumlah")
    assert "tak terukur" in s.table_tindak_lanjut(bulan(TIKET, tindak_lanjut=(unknown,))).markdown()


def test_what_is_asked_for_is_what_the_analysts_wrote(lap_kosong, polos):
    lap = replace(
        lap_kosong, catatan=replace(lap_kosong.catatan, bagian={"Diminta": Markdown("X")})
    )
    assert polos(s.sentence_diminta(lap)) == "X"


def test_a_missed_legal_deadline_is_told_first(bulan, polos, lap_kosong):
    def month(answered):
        found = Angka(JULI, "ppid.tepat_waktu", "", "", answered, "permohonan", n=9.0)
        return replace(lap_kosong, ukuran=Ukuran(to_table([found]), lap_kosong.bulan))

    assert told(aturan.late_requests, month(8.0), polos) == [
        "Tenggat hukum terlewat. 8 dari 9 permohonan PPID yang jatuh tempo dijawab tepat waktu."
    ]
    assert told(aturan.late_requests, month(9.0), polos) == []
    assert aturan.ATURAN[0] is aturan.late_requests
    assert "permohonan PPID yang lewat tenggat" in polos(s.sentence_usul(month(8.0)))
    assert polos(s.sentence_usul(month(9.0))) == ""


def test_rules_propose_and_only_where_there_is_cause(bulan, polos):
    action = Tindakan(
        "tindak_lanjut.csv", 2, "TL-1", Bulan(2023, 6), "Temuan.", "Menyiapkan jawaban baku.",
        "Seksi Contoh A", date(2023, 7, 31), (), "tiket.jumlah", Sasaran("<=", 1700),
    )  # fmt: skip
    late = polos(s.sentence_usul(bulan(TIKET, tindak_lanjut=(action,))))
    assert "melewati tenggatnya: " in late
    assert "Seksi Contoh A" in late
    on_time = replace(action, perpanjangan=(date(2023, 8, 31),))
    assert polos(s.sentence_usul(bulan(TIKET, tindak_lanjut=(on_time,)))) == ""
    side = polos(s.sentence_usul(bulan(TIKET | judged(keadaan=1, rule=4))))
    assert "Tiket naik dan bertahan di sisi yang sama dari rata-ratanya." in side
    assert polos(s.sentence_usul(bulan(TIKET | judged(keadaan=1, rule=1)))) == ""
