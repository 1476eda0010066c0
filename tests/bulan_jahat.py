"""A month whose exports are full of what strangers could write, in every field there is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from laporan.dasar.bulan import Bulan
from laporan_sample.folder import write_folder
from laporan_sample.month import synthetic_month
from laporan_sample.quota import generator
from laporan_sample.tiket_quota import scaled_quota
from laporan_sample.write import month_files

JAHAT = Bulan(2024, 4)
# Nobody listens there: a request would be seen, and go nowhere.
ADDRESS = "http://127.0.0.1:9/jahat"
# What each text would do if it were not a text; none of them may.
PAYLOADS = (
    "<script>window.jahat=1;alert('jahat')</script>",
    f'<img src="{ADDRESS}.png" onerror="window.jahat=1;alert(1)">',
    f"[klik di sini]({ADDRESS})",
    f"![gambar]({ADDRESS}.png)",
    f"<{ADDRESS}>",
    '<a href="javascript:alert(1)">klik</a>',
    '</td></tr></table></section><svg onload="window.jahat=1"></svg><style>*{color:red}</style>',
    "<iframe srcdoc='<script>parent.jahat=1</script>'></iframe>",
    "&lt;script&gt;window.jahat=1&lt;/script&gt; &#60;script>",
    "{{< env HOME >}} {{< include /etc/passwd >}} {{% raw %}}",
    "``` {=html} <script>window.jahat=1</script> ```",
    "`<script>window.jahat=1</script>`{=html}",
    f"teks]{{.angka onclick=\"alert(1)\"}} [x]({ADDRESS} 'j'){{target=_blank}}",
    "::: {.notes} ::: # Judul {#jahat} - - - \\newpage",
    '#read("/etc/passwd") #link("' + ADDRESS + '")[klik] #eval("1+1") $ sum $',
    "\\input{/etc/passwd} $\\frac{1}{0}$ \\write18{id} $$x$$",
    "<?lua os.execute('id') ?> `pandoc.system()`{=lua}",
    "@jahat2023 [^1] [@doe] ^[catatan] ~~coret~~ H~2~O <!-- komentar -->",
    f'=HYPERLINK("{ADDRESS}","klik")',
    f'biasa;=HYPERLINK("{ADDRESS}")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1;2)",
    "-2+3",
    "\u202ejahat\u202c \u2066balik\u2069 \u200bkosong\ufeff",
    "\x1b[2J\x07bunyi \x08hapus \x7f\x9b31mmerah",
    "**tebal** _miring_ | sel | --- | \"kutip\" 'kutip' %s {0} {tiket.jumlah}",
    "Panjang " * 500,
)
NAMES = (
    "tiket-<img src=x onerror=alert(1)>.csv",
    'lain-"><svg onload=alert(1)>.txt',
    "=HYPERLINK(1).txt",
    "{{< env HOME >}} [x](javascript:alert(1)).txt",
)
MEGABYTE = "Panjang " * 131_072
# What is a date, a number or an id has to stay one, or the row would not be taken.
KEPT = {
    *("ticket_id", "date_created", "date_first_agent_reply", "date_resolved", "created_at"),
    *("Date", "Publish time", "Post ID", "Tweet id", "time", "Tanggal", "ID", "Completion time"),
    *("Start time", "Kepuasan Layanan", "Substansi Jawaban", "Jumlah Tamu", "Potret", "No"),
    *("Reach", "Likes", "Shares", "Comments", "impressions", "user profile clicks"),
    *("whatsapp_message_id", "contact_phone_number", "engagement rate", "Tweets published"),
    *("Views", "Active users", "Total users", "Pengikut", "Akun Desa Baru", "Akun Desa"),
    *("Primary", "Views per active user", "Average engagement time per active user"),
    *("Impressions", "hidden_status"),
}
# In the last row of their files, each of these is a megabyte long.
LONG = {"subject", "Topik", "Pemda", "campaign", "Tweet text", "Description"}
NOTES = """# Topik teknis

{payloads}

## Pengaduan

1. <script>window.jahat=1</script>
2. [tautan](http://127.0.0.1:9/jahat) ![gambar](http://127.0.0.1:9/jahat.png)

```{{=html}}
<script>window.jahat=1</script>
```

## Keluhan

<iframe src="javascript:alert(1)"></iframe>

[acuan]: http://127.0.0.1:9/jahat
[acuan] $\\frac{{1}}{{0}}$ `#read("/etc/passwd")`{{=typst}}

## Evaluasi dan saran

| a | b |
|---|---|
| <b onclick=alert(1)>x</b> | y |
"""


def write_jahat(raw: Path) -> Bulan:
    """Write the month, every third row of every file with a stranger's text in each field."""
    seed, bulan = 11, JAHAT
    month = synthetic_month(generator(seed, bulan, "bulan"), bulan, 60)
    quota = scaled_quota(generator(seed, bulan, "kuota"), 60)
    files = month_files(seed, month, quota)
    texts = cycle(PAYLOADS)
    changed = {name: _changed(name, content, texts) for name, content in files.items()}
    # The list of publications prints every one of them.
    changed["publikasi.xlsx"] = _write_book(
        [["Tanggal", "Judul"], *([f"{bulan}-10", text] for text in PAYLOADS)]
    )
    changed[NAMES[0]] = changed.pop("tiket-1.csv")
    changed |= dict.fromkeys(NAMES[1:], b"x")
    safe = [text for text in PAYLOADS if "{tiket" not in text and len(text) < 1000]
    # Braces name figures in notes; what is none would stop the report, as it should.
    notes = NOTES.format(payloads="\n\n".join(safe).replace("{", "(").replace("}", ")"))
    changed["catatan.md"] = notes.replace("{=html}", "(=html)").replace("{", "(").encode()
    write_folder(raw / str(bulan), changed)
    return bulan


def _changed(name: str, content: bytes, texts: Iterator[str]) -> bytes:
    if name.endswith(".xlsx"):
        return _book(content, texts)
    if name.endswith(".csv"):
        encoding = "utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig"
        rows = list(csv.reader(io.StringIO(content.decode(encoding), newline="")))
        _fill(rows, texts)
        last = rows[-1]
        for place, name in enumerate(rows[0]):
            if name in LONG:
                last[place] = MEGABYTE
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode(encoding)
    return content


def _fill(rows: list[list[str]], texts: Iterator[str]) -> None:
    header: list[str] = []
    for at, row in enumerate(rows):
        if not header and KEPT & set(row):
            header = row
        elif header and at % 3 == 0 and len(row) == len(header):
            for place, name in enumerate(header):
                if name not in KEPT and row[place]:
                    row[place] = next(texts)


def _book(content: bytes, texts: Iterator[str]) -> bytes:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    grid = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    rows = [[str(cell) if isinstance(cell, str) else cell for cell in row] for row in grid]
    header = next((row for row in rows if KEPT & set(map(str, row))), [])
    for at, row in enumerate(rows[rows.index(header) + 1 :] if header else []):
        for place, name in enumerate(header):
            if at % 3 == 0 and name not in KEPT and isinstance(row[place], str) and row[place]:
                # A cell of a workbook holds no more letters than this.
                row[place] = next(texts)[:32_000]
    return _write_book(rows)


def _write_book(rows: Sequence[Sequence[object]]) -> bytes:
    target = io.BytesIO()
    options = {"default_date_format": "d mmm yyyy", "strings_to_formulas": False,
               "strings_to_urls": False, "in_memory": True}  # fmt: skip
    with xlsxwriter.Workbook(target, options) as workbook:
        sheet = workbook.add_worksheet("Isi")
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write(at, place, cell)
    return target.getvalue()
