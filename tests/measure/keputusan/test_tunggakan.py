"""What is open at the end of a month: by the tickets of the month, and by the export of it."""

import pandas as pd
import pytest

from laporan.check.backlog import check_backlog
from laporan.dasar.bulan import Bulan

NAMES = ("awal", "masuk", "keluar", "akhir")


def tunggakan(ukuran):
    return [ukuran.nilai(f"tunggakan.{name}") for name in NAMES]


def numbered(table, first):
    """Give tickets numbers of their own."""
    numbers = [str(number) for number in range(first, first + len(table))]
    return table.assign(nomor=pd.Series(numbers, dtype="str", index=table.index))


def month(tiket, closed, still, first, created="2023-07-10 09:00"):
    ended = {"dibuat": created, "selesai": "2023-07-11 09:00", "status": "closed"}
    waits = {"dibuat": created, "status": "awaiting_user"}
    return numbered(tiket(*[ended] * closed, *[waits] * still), first)


def test_the_sample(juli):
    ages = juli.kategori("tunggakan.akhir", "umur").to_dict()
    assert ages == {
        "sampai 1 hari": 7, "1–3 hari": 0, "3–7 hari": 7, "7–14 hari": 4, "14–31 hari": 19,
        "lebih dari 31 hari": 0,
    }  # fmt: skip
    assert tunggakan(juli) == [None, 1327, 1290, 37]
    assert juli.nilai("tunggakan.akhir", "menunggu", "Agen") == 30
    assert "hanya tiket yang dibuat bulan ini" in juli.alasan("tunggakan.awal").text()
    assert check_backlog(juli).pemeriksaan == ()


@pytest.fixture
def july(tiket, ukuran):
    """Measure a July of 100 consultations after a June that left 20 open."""

    def of(left_of_june, reopened=0):
        june = month(tiket, 0, 20, 1, created="2023-05-20 09:00")
        own = month(tiket, 80 + left_of_june, 20 - left_of_june, 101)
        spam = numbered(tiket({"topik": "Spam", "status": "awaiting_agent"}), 900)
        again = month(tiket, 0, reopened, 500, created="2023-03-01 09:00")
        open_now = pd.concat([june.head(left_of_june), own.tail(20 - left_of_june), again, spam])
        return ukuran(
            tiket=pd.concat([own, spam]),
            belum_selesai=open_now,
            lain={"2023-06": {"belum_selesai": june}},
        )

    return of


def test_what_comes_and_goes(july):
    """Worked by hand: 20 + 100 - 95 = 25, of which 5 from June."""
    found = july(left_of_june=5, reopened=5)
    assert tunggakan(found) == [20, 100, 85 + 15, 25]
    assert found.nilai("tunggakan.akhir", bulan=Bulan(2023, 6)) == 20
    [finding] = check_backlog(found).temuan
    assert "selisih 5." in str(finding)
    assert not finding.menghentikan


def test_what_balances_is_not_told(july):
    found = july(left_of_june=5)
    assert tunggakan(found) == [20, 100, 100, 20]
    assert found.nilai("tunggakan.akhir", "umur", "lebih dari 31 hari") == 5
    assert found.nilai("tunggakan.akhir", "menunggu", "Pengguna") == 20
    result = check_backlog(found)
    assert (result.temuan, result.pemeriksaan[0].gagal) == ((), 0)


def test_nothing_open(tiket, ukuran):
    found = ukuran(tiket=month(tiket, 3, 0, 1))
    assert found.nilai("tunggakan.akhir") == 0
    assert found.alasan("tunggakan.tertua").text() == "tidak ada yang terbuka pada akhir bulan"
