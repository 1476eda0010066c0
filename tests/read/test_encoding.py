import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.read.encoding import decode

# What an export holds: a header in plain letters, then anything.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=40).map(
    lambda text: "Tanggal,Topik,Pemda,Keterangan\n" + text
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@given(text=TEXTS)
def test_a_text_is_read_as_it_was_written(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.csv") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_shows_in_its_nul_bytes(encoding: str) -> None:
    assert decode("Tanggal\n5 Juli\n".encode(encoding), "a.csv") == "Tanggal\n5 Juli\n"


@pytest.mark.parametrize("cut", [1, 2, 3])
@pytest.mark.parametrize("before", ["é", "é𑀀\x80"])
def test_a_text_that_ends_within_its_last_letter_is_refused(before: str, cut: int) -> None:
    raw = f"Tanggal,Topik\n5 Juli,{before}𑀀".encode()[:-cut]
    with pytest.raises(LaporanError, match=r"^a\.csv, baris 2: teks UTF-8 di sini rusak atau"):
        decode(raw, "a.csv")


@pytest.mark.parametrize("text", ["Tanggal\nKafé", "Tanggal\né, ä\n", "Café\nKafé"])
def test_the_code_page_is_read_whatever_letter_ends_it(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.csv") == text
