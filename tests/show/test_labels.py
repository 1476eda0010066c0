from hypothesis import example, given
from hypothesis import strategies as st

from laporan.show.labels import BESIDE, set_names

LONG = "Pengelolaan dana transfer ke daerah dan pertanggungjawabannya oleh pemerintah"
words = st.text("abc", min_size=1, max_size=50)
names = st.lists(words, min_size=1, max_size=30).map(" ".join)


@given(st.lists(names, unique=True, max_size=8))
@example([f"{LONG} {end}" for end in ("daerah", "desa", "daerah khusus")])
@example([f"{LONG} nomor {number} {LONG}" for number in range(40)])
def test_different_names_are_never_set_alike(given_names):
    labels = set_names(given_names)
    assert len(set(labels)) == len(given_names)
    for name, label in zip(given_names, labels, strict=True):
        lines = label.split("\n")
        assert len(lines) <= 2
        assert all(len(line) <= BESIDE for line in lines)
        assert "…" in label or label.split() == name.split() or max(map(len, name.split())) > BESIDE


def test_a_name_of_sixty_characters_is_set_whole():
    name = "Topik 01 tentang pengelolaan dana transfer ke daerah dan per"
    assert set_names([name]) == ["Topik 01 tentang pengelolaan dana\ntransfer ke daerah dan per"]


def test_names_that_end_differently_show_their_ends():
    first, second = set_names([f"{LONG} daerah", f"{LONG} desa"])
    assert first.endswith(" …")
    assert second == "Pengelolaan dana transfer ke\n… oleh pemerintah desa"
