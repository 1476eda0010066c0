"""What has the form of personal data."""

import pytest

from laporan.dasar.settings import load_settings
from laporan.prove.privacy.detect import find_suspects, own_contacts

OWN = own_contacts(load_settings())


@pytest.mark.parametrize(
    ("text", "bentuk", "masked"),
    [
        ("Balas ke pemohon.contoh@contoh.example ya", "alamat email", "pe…le"),
        ("hubungi 0812-3456-7890", "nomor telepon", "08…90"),
        ("wa +62 812 3456 7890,", "nomor telepon", "+6…90"),
        ("NIK 3204015708900001.", "NIK", "32…01"),
        ("NPWP 01.312.166.0-091.000", "NPWP", "01…00"),
    ],
)
def test_forms_of_personal_data(text, bentuk, masked):
    assert [(each.bentuk, each.masked) for each in find_suspects(text, OWN)] == [(bentuk, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "Surat ke callcenter.djpk@kemenkeu.go.id atau WhatsApp 0811-150420-7",
        "5.0966608084358525 0.3204015708900001",
        "1.707 tiket, 29,81%, 2023-07-05T08:00:00+07:00",
        "2026-11-24T08:20:06.136312+00:00",
        "sha256 3204015708900001a0f3",
        "3204015799900001",
        "@ditjenpk",
    ],
)
def test_what_has_not(text):
    assert list(find_suspects(text, OWN)) == []
