"""This month's base against the month before's own printed figures."""

from __future__ import annotations

from pathlib import Path

from laporan.check.published import check_revision, read_published
from laporan.dasar.bulan import Bulan
from laporan.measure import Angka, Ukuran, format_ukuran
from laporan.measure.angka import to_table

JUNI, JULI = "2023-06", "2023-07"
NOW = Ukuran(
    to_table(
        [
            Angka(JUNI, "tiket.jumlah", "", "", 1315, "tiket"),
            Angka(JULI, "tiket.jumlah", "", "", 1707, "tiket"),
            Angka(JULI, "tiket.jumlah_bulan_lalu", "kanal", "Email", 78, "tiket"),
        ]
    ),
    Bulan(2023, 7),
)


def printed(total: float, email: float):
    return to_table(
        [
            Angka(JUNI, "tiket.jumlah", "", "", total, "tiket"),
            Angka(JUNI, "tiket.jumlah", "kanal", "Email", email, "tiket"),
        ]
    )


def test_the_same_figures_are_no_finding() -> None:
    result = check_revision(NOW, printed(1315, 78))
    assert result.temuan == ()
    assert [(each.diperiksa, each.gagal) for each in result.pemeriksaan] == [(2, 0)]


def test_each_revised_figure_is_told_with_both_values() -> None:
    messages = [str(each) for each in check_revision(NOW, printed(1320, 80)).temuan]
    assert len(messages) == 2
    assert "tiket.jumlah kini 1.315 tiket, dalam laporan Juni 2023 1.320" in messages[0]
    assert "tiket.jumlah[kanal=Email] kini 78 tiket, dalam laporan Juni 2023 80" in messages[1]
    assert not any(each.menghentikan for each in check_revision(NOW, printed(1320, 80)).temuan)


def test_a_month_that_was_not_published_is_not_compared(tmp_path: Path) -> None:
    assert read_published(tmp_path / "ukuran.csv") is None
    assert check_revision(NOW, None).pemeriksaan == ()


def test_the_printed_figures_are_read_from_the_finished_month(tmp_path: Path) -> None:
    (tmp_path / "ukuran.csv").write_text(format_ukuran(printed(1320, 78)), "utf-8")
    assert len(check_revision(NOW, read_published(tmp_path / "ukuran.csv")).temuan) == 1
