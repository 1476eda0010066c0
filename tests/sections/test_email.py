import re

from laporan import sections as s
from laporan.show import Markdown


def test_email_lapor_says_total_change_and_all_kinds(lap, polos):
    assert polos(s.sentence_email_lapor(lap)) == (
        "Pada Juli 2023, 742 email masuk melalui Email Lapor DJPK. Jumlah Email Lapor turun 11,14% "
        "dari 835 email pada Juni 2023.\n\n"
        "Menurut jenis dokumen, dari 742 email itu: Laporan Syarat Salur DAU 53,37% (396 email), "
        "DBH 24,53% (182 email), Data THR dan Gaji Ke-13 19,41% (144 email), DAK Non Fisik 0,94% "
        "(7 email), dan Lainnya 1,75% (13 email)."
    )


def test_printed_shares_add_up_to_the_whole(lap, polos):
    kinds = polos(s.sentence_email_lapor(lap)).partition("\n\n")[2]
    shares = [float(text.replace(",", ".")) for text in re.findall(r"([\d,]+)%", kinds)]
    assert round(sum(shares), 2) == 100
    assert sum(int(n) for n in re.findall(r"\((\d+) email\)", kinds)) == 742


def test_the_course_of_email_lapor(lap, polos):
    chart = s.chart_email_lapor(lap)
    assert polos(chart.caption).startswith(
        "Email Lapor turun 11,14% sejak Juni 2023, menjadi 742 email."
    )
    assert polos(chart.alt).endswith("Juni 835, Juli 742.")


def test_no_email_at_all(lap, dengan, polos):
    none = dengan(lap, {("2023-07", "lapor.jumlah", "", ""): 0})
    assert polos(s.sentence_email_lapor(none)).startswith("Pada Juli 2023 tidak ada email")


def test_email_lapor_not_supplied(lap_kosong, polos):
    assert (
        polos(s.sentence_email_lapor(lap_kosong))
        == "Data Email Lapor untuk Juli 2023 belum diserahkan."
    )
    assert s.chart_email_lapor(lap_kosong) == Markdown("")


def test_both_mailboxes_are_introduced(lap, polos):
    text = polos(s.sentence_layanan_email(lap))
    assert "- Email Call Center (callcenter.djpk@kemenkeu.go.id) menampung konsultasi" in text
    assert "- Email Lapor (lapor.djpk@kemenkeu.go.id) menampung dokumen dan surat" in text
    assert text.endswith(
        "Dikelola oleh agen bersama PIC masing-masing unit terkait, secara manual."
    )
