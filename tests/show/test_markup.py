import pypandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.show import escape, plain


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_escaped_text_reads_back_as_the_plain_text(text):
    read_back = pypandoc.convert_text(
        "x" + escape(text) + "x", "plain", format="markdown", extra_args=["--wrap=none"]
    )
    assert read_back.rstrip("\n") == "x" + plain(text) + "x"


def test_what_could_start_something_is_inert():
    hostile = '<img src=x onerror="alert(1)"> {{< env HOME >}} [a](javascript:b) `c` $d$ @e'
    html = pypandoc.convert_text(escape(hostile), "html", format="markdown")
    assert "<img" not in html
    assert "href" not in html
    assert "<code" not in html
    assert "{{<" not in escape(hostile)


def test_control_and_direction_marks_are_dropped():
    assert plain("a\u202eb\x00c\nd") == "abc d"
    assert plain("a \x08\r b") == "a b"
