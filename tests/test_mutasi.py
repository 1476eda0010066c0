"""How the changes are drawn that the tests must notice, and how the share is told."""

import mutasi
import pytest


def test_each_module_has_its_share():
    assert mutasi.shares({"a.py": 50, "b.py": 25, "c.py": 25}, 8) == {
        "a.py": 4,
        "b.py": 2,
        "c.py": 2,
    }
    assert mutasi.shares({"a.py": 1, "b.py": 1, "c.py": 1}, 2) == {"a.py": 1, "b.py": 1, "c.py": 0}
    assert mutasi.shares({"a.py": 2, "b.py": 1}, 600) == {"a.py": 2, "b.py": 1}


def test_the_interval_is_that_of_wilson():
    # As R's binom::binom.wilson gives it.
    assert mutasi.wilson(90, 100) == pytest.approx((0.8256, 0.9448), abs=1e-4)
    assert mutasi.wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)


def test_the_tests_that_run_a_changed_line_are_taken_and_the_fast_files_first():
    lines = {
        "tests/measure/test_a.py::test_1": frozenset({("jam.py", 4)}),
        "tests/measure/test_b.py::test_2": frozenset({("jam.py", 4), ("jam.py", 9)}),
        "tests/measure/test_b.py::test_3": frozenset({("angka.py", 4)}),
    }
    seconds = dict(zip(lines, (2.0, 1.0, 1.0), strict=True))
    inside = mutasi.Mutant("jam.py", 4, 4, "", "")
    assert mutasi.select(inside, lines, seconds) == [
        ["tests/measure/test_b.py::test_2"],
        ["tests/measure/test_a.py::test_1"],
    ]
    outside = mutasi.Mutant("jam.py", 0, 0, "", "")
    assert sum(map(len, mutasi.select(outside, lines, seconds))) == 3


def test_a_changed_module_is_loaded_in_place_of_the_real_one():
    real = (mutasi.ROOM / "ranking.py").read_text("utf-8")
    mutant = mutasi.Mutant("ranking.py", 1, 1, f"{real}\nMUTANT = 1\n", "")
    finder = mutasi.InPlace(mutant)
    spec = finder.find_spec("laporan.measure.ranking", [str(mutasi.ROOM)])
    assert spec is not None
    assert "MUTANT" in finder.get_code(spec.name).co_names
    assert finder.find_spec("laporan.measure.jam", [str(mutasi.ROOM)]) is None
