import pytest
from hypothesis import given
from hypothesis import strategies as st

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
