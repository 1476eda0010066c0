"""A notebook in which an analyst has used everything that the guide allows.

``python tests/analis.py FOLDER`` writes it, and what lies beside it, into a folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from PIL import Image

WORKS = """@book{kemenkeu2021,
  author = {{Kementerian Keuangan}},
  title = {Pengelolaan Dana Transfer},
  publisher = {Penerbit Contoh},
  address = {Jakarta},
  year = {2021}
}
"""
FRONT = """---
title: Laporan Layanan Informasi DJPK
bibliography: pustaka.bib
execute:
  enabled: true
  echo: false
  warning: false
---"""

# In order; code begins with "%%", so that the list can be read.
CELLS = [
    "## Tabel {#sec-tabel}",
    "Seluruhnya ada di @tbl-harian dan [-@tbl-harian]; pendeknya di [lihat @tbl-topik]. "
    "Grafiknya @fig-harian, bagiannya @sec-gambar.",
    """%%
#| label: tbl-topik
#| tbl-cap: "Tiket menurut topik, *dihitung* di \\"sel\\"."
tiket = lap.tabel("tiket")
topik = tiket.groupby("topik").agg(jumlah=("kanal", "size")).head(4)
topik["bagian"] = topik["jumlah"] / len(tiket)
topik""",
    """%%
#| label: tbl-harian
#| tbl-cap: Tabel yang panjang
harian = pd.DataFrame({"Hari": pd.date_range("2023-07-01", periods=31), "Tiket": range(1200, 1231)})
harian""",
    "%%\ntiket['kanal'].value_counts()",
    """%%
#| tbl-cap: Dari Styler
jahat = pd.DataFrame({"a": ["<script>alert(1)</script>", "x"], "b": [1.5, 2.25]})
jahat.style.format(precision=1)""",
    """%%
#| label: tbl-gt
#| tbl-cap: Dari great_tables
import great_tables
great_tables.GT(pd.DataFrame({"Kota": ["Brebes", "Tegal"], "Nilai": [10, 200]}))""",
    "%%\npd.DataFrame({'nomor': range(500)})",
    """Tabel pipa:

| Kanal    | Jumlah |
|----------|-------:|
| WhatsApp |     12 |
| Telepon  |      3 |

: Tabel yang diketik {#tbl-pipa}

+---------+------------------+
| Kisi    | Isi              |
+=========+==================+
| satu    | - butir          |
|         | - butir lain     |
+---------+------------------+

Lihat @tbl-pipa.""",
    "## Gambar {#sec-gambar}",
    """%%
#| label: fig-harian
#| fig-cap: "Tiket per hari, **naik** di akhir bulan"
import matplotlib.pyplot as plt
import seaborn as sns
harian.plot(x="Hari", y="Tiket")""",
    """%%
#| fig-alt: Diagram batang dari tiga kanal
fig, ax = plt.subplots()
ax.bar(["WhatsApp", "Telepon", "Email"], [10, 20, 15])
plt.show()""",
    """%%
ax = sns.barplot(x=[3, 5], y=["Telepon", "Surat"])
ax.set(title="Tiket tanpa judul gambar", xlabel="tiket")
ax""",
    """%%
#| label: fig-dua
#| fig-cap: Dua gambar
#| fig-subcap: [Yang kiri, Yang kanan]
#| fig-alt: [Garis naik, Garis turun]
#| layout-ncol: 2
plt.plot([1, 2, 3]); plt.show()
plt.plot([3, 2, 1]); plt.show()""",
    "![Foto di samping notebook](foto.png){#fig-foto width=40%}",
    "![Foto yang hilang](hilang.png)",
    "![](foto.png){fig-alt='Foto tanpa judul'}",
    "Lihat @fig-foto, @fig-dua-2, @tbl-berdua-1, @fig-dua, dan [gambar harian](#fig-harian). "
    "Tidak ada: @fig-entah.",
    "## Teks hasil",
    "%%\nprint('dicetak', 42, '{{< env HOME >}}', '<b>')",
    "%%\n3 + 4",
    """%%
#| echo: true
jumlah = sum(range(10))  # sepuluh angka
"jumlah", jumlah""",
    """%%
#| echo: true
#| output: false
#| code-fold: true
#| code-summary: Cara menghitung
rahasia = 1
print("tidak tampak")""",
    "%%\n#| include: false\nprint('disembunyikan')",
    """%%
#| warning: true
import warnings
warnings.warn("hati-hati dengan angka ini")""",
    """%%
#| output: asis
print("Tercetak **tebal** sebagai Markdown.")""",
    "%%\nfrom IPython.display import HTML, JSON, Latex, Math\nMath(r'\\frac{a}{b}')",
    "%%\nHTML('<p>Paragraf <em>HTML</em> dari sel.</p>')",
    "%%\nJSON({'kunci': 'nilai json'})",
    """%%
class Aneh:
    def _repr_mimebundle_(self, **_):
        return {"application/x-aneh": "?", "text/plain": "yang aneh"}
Aneh()""",
    """%%
class Hidup:
    def _repr_mimebundle_(self, **_):
        svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>Lingkaran</desc>'
        html = '<div id="hidup"></div><script>hidup.textContent = "skrip berjalan"</script>'
        return {"text/html": html, "image/svg+xml": svg + '<circle r="4" cx="4" cy="4"/></svg>'}
Hidup()""",
    """%%
class Jaringan:
    def _repr_mimebundle_(self, **_):
        html = '<script src="https://cdn.example.org/x.js"></script>'
        return {"text/html": html, "text/plain": "teks pengganti skrip"}
Jaringan()""",
    """%%
import altair as alt
batang = pd.DataFrame({"kanal": ["WhatsApp", "Telepon"], "tiket": [1500, 77]})
alt.Chart(batang, title="Bagan hidup").mark_bar().encode(x="tiket", y="kanal")""",
    "%%\nalt.Chart(batang, title='Bagan kedua').mark_line().encode(x='kanal', y='tiket')",
    "## Markdown",
    """Catatan kaki.[^a] Rumus $E = mc^2$, dan

$$\\sum_{i=1}^{n} x_i = \\bar{x} n$$

[^a]: Isi catatan kaki.

### Daftar

- [ ] belum
- [x] sudah

Istilah
:   Artinya.

> Sebuah kutipan.

#### Judul tingkat empat

---

1. satu
2. dua

| Baris puisi
| baris kedua

```sql
SELECT 1
```

[Tautan](https://djpk.kemenkeu.go.id) dan <span class="x">HTML dalam teks</span>.

<div><p>HTML mentah</p></div>

<img src="https://contoh.example/x.png" alt="dari jaringan"> dan 😀 漢字 ꦏ.""",
    "Menurut @kemenkeu2021, dan [@kemenkeu2021, hlm. 3].",
    """::: {.callout-note}
Isi catatan.
:::

::: {.callout-tip}
## Judul kiat
Isi kiat.
:::

::: {.callout-warning title="Judul sendiri"}
Isi peringatan.
:::

::: {.callout-caution}
Isi awas.
:::

::: {.callout-important collapse="true"}
Isi penting.
:::""",
    """::: {.panel-tabset}
## Menurut kanal

Isi tab pertama.

## Menurut topik

Isi tab kedua.
:::""",
    """:::: {.columns}
::: {.column width="40%"}
Kolom kiri.
:::
::: {.column width="60%"}
Kolom kanan.
:::
::::""",
    """::: {layout-ncol=2}
![Kiri](foto.png)

![Kanan](foto.png)
:::""",
    """::: {.content-visible when-format="html"}
Hanya di halaman dan slide.
:::

::: {.content-visible when-format="pdf"}
Hanya di PDF.
:::

::: {.content-hidden when-format="pdf"}
Tidak di PDF.
:::

{{< pagebreak >}}

Judulnya: {{< meta title >}}. Yang tidak dikenal: {{< kbd Ctrl >}}.""",
    """%%
#| label: tbl-berdua
#| tbl-cap: Dua tabel
#| tbl-subcap: [Tanpa baris, Yang bertingkat]
display(pd.DataFrame(columns=["kosong"]))
tiket.groupby(["kanal", "topik"]).agg({"kanal": ["size"], "topik": ["nunique"]}).head(3)""",
    "%%\npd.DataFrame()",
    "%%\npd.DataFrame({f'kolom_{n}': [1000 * n] for n in range(30)})",
]


def build() -> nbformat.NotebookNode:
    """Give the notebook, not executed."""
    cells = [
        nbformat.v4.new_raw_cell(FRONT),
        nbformat.v4.new_code_cell('bulan = ""', metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell(
            "import pandas as pd\nfrom laporan import buka, siapkan\n"
            "from laporan import sections as s"
        ),
        nbformat.v4.new_code_cell("siapkan(bulan)\nlap = buka(bulan)"),
        nbformat.v4.new_code_cell("s.judul(lap)"),
        nbformat.v4.new_markdown_cell("## Kanal {#kanal}"),
        nbformat.v4.new_code_cell("s.chart_kanal(lap)"),
    ]
    for text in CELLS:
        is_code = text.startswith("%%\n")
        new = nbformat.v4.new_code_cell if is_code else nbformat.v4.new_markdown_cell
        cells.append(new(text.removeprefix("%%\n")))
    for number, cell in enumerate(cells):
        cell["id"] = f"sel-{number}"
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    }
    return notebook


def write(folder: Path) -> Path:
    """Write the notebook as the report of a project, with what lies beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (320, 180), "#0b4f8a").save(folder / "foto.png")
    (folder / "pustaka.bib").write_text(WORKS, "utf-8")
    path = folder / "laporan.ipynb"
    nbformat.write(build(), path)
    return path


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
