import lxml.html
import pandas as pd
import pypandoc
import pytest

from laporan.sections._table import make_table
from laporan.show import Markdown

HOSTILE = [
    "<script>alert(1)</script>",
    "{{< env HOME >}}",
    "satu\n\n```\n\n# dua",
    '=HYPERLINK("http://contoh.invalid")',
    "**tebal** $x$ [tautan](javascript:alert(1))",
]
DATA = pd.DataFrame(
    {
        "no": [1, 2, 3, 4, 5],
        "tanggal": pd.to_datetime(["2023-07-05", "2023-07-06", None, "2023-07-08", "2023-07-31"]),
        "nama": HOSTILE,
        "tamu": [1234, 2, 3, 4, 5],
        "nilai": [2.345, 4.9, 0.0, 1.0, float("nan")],
    }
)


@pytest.fixture(scope="module")
def table():
    return make_table(
        DATA,
        name="contoh",
        caption=Markdown("**Contoh.** Sumber: uji."),
        labels={
            "no": "No",
            "tanggal": "Tanggal",
            "nama": "Nama",
            "tamu": "Tamu",
            "nilai": "Nilai",
        },
        rowname="no",
        integers=["no", "tamu"],
        decimals={"nilai": 2},
        dates=["tanggal"],
        totals={"tamu": 1248},
    )


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def test_labels_forms_and_totals(table):
    found = rows(table)
    assert found[0] == ["No", "Tanggal", "Nama", "Tamu", "Nilai"]
    assert [found[1][at] for at in (0, 1, 3, 4)] == ["1", "5 Juli 2023", "1.234", "2,35"]
    assert found[3][1] == "–"
    assert found[5][4] == "–"
    assert found[-1] == ["Jumlah", "", "", "1.248", ""]


def test_figures_keep_to_the_right(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    classes = [cell.get("class") for cell in list(document.iter("tr"))[1]]
    assert ["gt_right" in names for names in classes] == [False, False, False, True, True]


def test_strangers_text_stays_text_in_the_page(table):
    html = pypandoc.convert_text(table.markdown(), "html", format="markdown")
    document = lxml.html.fromstring(html)
    assert not document.xpath("//script | //a[not(@download)] | //td//strong | //h1 | //code")
    assert [row[2] for row in rows(table)[1:-1]] == [
        "<script>alert(1)</script>",
        "{{< env HOME >}}",
        "satu ``` # dua",
        '=HYPERLINK("http://contoh.invalid")',
        "**tebal** $x$ [tautan](javascript:alert(1))",
    ]
    assert "{{<" not in table.markdown()


def test_columns_without_a_label_are_left_out():
    table = make_table(DATA, name="x", caption=Markdown("x"), labels={"tamu": "Tamu"})
    assert rows(table)[0] == ["Tamu"]
