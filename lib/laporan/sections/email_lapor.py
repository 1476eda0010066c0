"""Email Lapor: how many documents came in, of which kinds, and how that changed."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar import indonesian
from laporan.sections._keys import keys_of
from laporan.sections._phrases import NOTHING, change_headline, compare, join
from laporan.sections._trend import chart_months
from laporan.sections._words import caption, listed, not_supplied
from laporan.sections.report import Report
from laporan.show import Chart, Display, Markdown, Pane, enumerate_parts, sentence
from laporan.show.bars import ranked_bars

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


def chart_jenis_email_lapor(lap: Report) -> Display:
    """Draw the kinds of documents, each with its count and share."""
    kinds = _kinds(lap)
    total = lap.angka("lapor.jumlah")
    if total is None or total.nilai == 0:
        return NOTHING
    top = kinds.drop(REST, errors="ignore").index[0]
    share, count = (lap.angka(key, "jenis", top) for key in ("lapor.bagian", "lapor.jumlah"))
    labels = {
        str(kind): f"{indonesian.angka(value)} ({_share(lap, str(kind))})"
        for kind, value in kinds.items()
    }

    def draw(pane: Pane) -> Figure:
        figure, axes = pane.canvas(0.5 + 0.38 * len(kinds))
        ranked_bars(pane, axes, kinds, highlight=[str(top)], labels=labels)
        return figure

    headline = (
        sentence("{share} Email Lapor berisi {kind}.", share=share, kind=str(top))
        if share is not None and count is not None and count.nilai > 0
        else sentence("{total} Email Lapor masuk.", total=total)
    )
    body = sentence(
        "Email Lapor menurut jenis dokumen, {bulan}; persen dari {total} email.",
        bulan=lap.bulan,
        total=total,
    )
    marks = listed(
        sentence(
            "{kind} {count} ({share})",
            kind=str(kind),
            count=lap.known("lapor.jumlah", "jenis", str(kind)),
            share=lap.angka("lapor.bagian", "jenis", str(kind)) or "–",
        )
        for kind in kinds.index
    )
    alt = sentence(
        "Diagram batang Email Lapor menurut jenis, jumlah dan bagian dari {total}: {marks}.",
        total=total,
        marks=marks,
    )
    text = caption(headline, body, SOURCE)
    keys = {
        "email": keys_of(lap.bulan, "lapor.jumlah", "jenis", kinds.index),
        "persen": keys_of(lap.bulan, "lapor.bagian", "jenis", kinds.index),
    }
    return Chart(draw, "jenis-email-lapor", text, alt, lap.bulan, _data(lap, kinds), keys)


def chart_email_lapor(lap: Report) -> Display:
    """Draw the e-mails since January."""
    total = lap.angka("lapor.jumlah")
    if total is None:
        return NOTHING
    return chart_months(
        lap,
        "lapor.jumlah",
        name="email-lapor",
        headline=change_headline("Email Lapor", total, lap.angka("lapor.perubahan_bulanan")),
        what="Jumlah Email Lapor menurut bulan",
        source=f"{SOURCE} dan riwayat angka",
    )


def _kinds(lap: Report) -> pd.Series[float]:
    """Give kind to count, the largest first and the rest last."""
    kinds: pd.Series[float] = lap.ukuran.kategori("lapor.jumlah", "jenis")
    rest = kinds.index == REST
    return pd.concat([kinds[~rest], kinds[rest]])


def _data(lap: Report, kinds: pd.Series[float]) -> pd.DataFrame:
    shares = lap.ukuran.kategori("lapor.bagian", "jenis").reindex(kinds.index)
    return pd.DataFrame(
        {"jenis": kinds.index, "email": kinds.to_numpy(), "persen": shares.to_numpy()}
    )


def _share(lap: Report, kind: str) -> str:
    share = lap.angka("lapor.bagian", "jenis", kind)
    return str(share) if share is not None else "–"
