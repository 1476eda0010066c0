"""The settings of editions that the sample writes: good ones, and never over the analysts' own."""

import pytest

from laporan.check.made_up import made_up_rules
from laporan.cli import run
from laporan.dasar.settings import load_settings
from laporan_sample import write_rules


def test_they_are_settings_of_editions_and_known_as_made_up(tmp_path):
    file = tmp_path / "pengaturan.toml"
    assert run(["sample", "2024-02", "--tiket", "5", "--bulan", "1", "--data", str(tmp_path)]) == 0
    usual, written = load_settings(), load_settings(file)
    assert made_up_rules(written) and not made_up_rules(usual)
    changed = {name for name in usual if usual[name] != written[name]}
    assert changed == {"edisi", "peraturan"}
    # One topic has none, so that an edition says that, too.
    assert len(written["peraturan"]) == len(usual["tiket"]["topik_teknis"]) - 1
    for rules in written["peraturan"].values():
        assert made_up_rules({"peraturan": {"DAU": rules}, "edisi": {"tenggat": []}})
    deadlines = {"peraturan": {}, "edisi": written["edisi"]}
    assert made_up_rules(deadlines)
    before = file.read_bytes()
    assert write_rules(tmp_path) == ([file], [])
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["pengaturan.toml", "pengaturan.toml.txt"])
def test_settings_of_the_analysts_are_left_as_they_are(tmp_path, name):
    path = tmp_path / name
    path.write_text("[sasaran]\nbalas_menit = 30\n", "utf-8")
    assert write_rules(tmp_path) == ([], [path])
    assert path.read_text("utf-8") == "[sasaran]\nbalas_menit = 30\n"
    assert [*tmp_path.iterdir()] == [path]
