"""Email Lapor: how many documents came in, of which kinds, and how that changed."""

from __future__ import annotations

import pandas as pd

from laporan.sections._phrases import NOTHING, change_headline, compare, join
from laporan.sections._trend import chart_months
from laporan.sections._words import not_supplied
from laporan.sections.report import Report
from laporan.show import Display, Markdown, enumerate_parts, sentence

SOURCE = "daftar Email Lapor"
REST = "Lainnya"


def sentence_email_lapor(lap: Report) -> Markdown:
    """Say the total, its change, and the shares of all kinds, which add up to the whole."""
    total = lap.angka("lapor.jumlah")
    if total is None:
        return not_supplied(lap, "Email Lapor", "email_lapor")
    if total.nilai == 0:
        return sentence(
            "Pada {bulan} tidak ada email yang masuk melalui Email Lapor ({total} email).",
            bulan=lap.bulan,
            total=total,
        )
    count = sentence(
        "Pada {bulan}, **{total} email** masuk melalui Email Lapor DJPK.",
        bulan=lap.bulan,
        total=total,
    )
    change = compare(lap, "Jumlah Email Lapor", "lapor.jumlah")
    kinds = [str(kind) for kind, value in _kinds(lap).items() if value > 0]
    parts = [
        sentence("{kind} {share} ({count} email)", kind=kind, share=share, count=number)
        for kind in kinds
        if (share := lap.angka("lapor.bagian", "jenis", kind))
        and (number := lap.angka("lapor.jumlah", "jenis", kind))
    ]
    whole = sentence(
        "Menurut jenis dokumen, dari {total} email itu: {parts}.",
        total=total,
        parts=enumerate_parts(parts),
    )
    return Markdown(f"{join(count, change).text}\n\n{whole.text}")


def chart_email_lapor(lap: Report) -> Display:
    """Draw the e-mails since January."""
    total = lap.angka("lapor.jumlah")
    if total is None:
        return NOTHING
    return chart_months(
        lap,
        "lapor.jumlah",
        name="email-lapor",
        headline=change_headline(lap, "Email Lapor", "lapor", total),
        what="Jumlah Email Lapor menurut bulan",
        source=f"{SOURCE} dan riwayat angka",
    )


def _kinds(lap: Report) -> pd.Series[float]:
    """Give kind to count, the largest first and the rest last."""
    kinds: pd.Series[float] = lap.ukuran.kategori("lapor.jumlah", "jenis")
    rest = kinds.index == REST
    return pd.concat([kinds[~rest], kinds[rest]])
