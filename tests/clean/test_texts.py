import pandas as pd

from laporan.clean.texts import hide_persons, match_known, serial_numbers, tidy


def series(*values):
    return pd.Series(values, dtype="str")


def listed(values):
    return [None if pd.isna(value) else value for value in values]


def test_blank_is_missing_and_space_is_single():
    assert listed(tidy(series("  Kab.  Brebes\n", "-", " ", None))) == [
        "Kab. Brebes",
        None,
        None,
        None,
    ]


def test_known_values_get_the_spelling_of_the_settings():
    values = series("whatsapp", " WHATSAPP ", "Faks", "FAKS", None, "-")
    matched = match_known(values, ["WhatsApp", "Email"])
    assert listed(matched) == ["WhatsApp", "WhatsApp", "Faks", "Faks", None, None]
    assert matched.dtype == "str"


def test_persons_are_hidden_within_texts():
    texts = series("a.b@contoh.id minta APBD", "HP 0812-3456-7890", "PMK 136/PMK.01/2018", None)
    assert listed(hide_persons(texts)) == [
        "(disamarkan) minta APBD",
        "HP (disamarkan)",
        "PMK 136/PMK.01/2018",
        None,
    ]


def test_serial_numbers_follow_the_order_of_appearance():
    numbers = serial_numbers(series("b", None, "a", "b"))
    assert listed(numbers) == [1, None, 2, 1]
