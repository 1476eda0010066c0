"""Employee advocacy: snapshots of how many employees took part, with what, and where."""

from __future__ import annotations

from datetime import date

import pandas as pd

from laporan import formats
from laporan.report import Report
from laporan.sections._phrases import NOTHING, paragraphs
from laporan.sections._table import make_table
from laporan.sections._words import caption, not_supplied
from laporan.show import (
    Angka,
    Chart,
    Display,
    Markdown,
    bullets,
    canvas,
    enumerate_parts,
    sentence,
    styled,
)
from laporan.show.plots import ranked_bars

SOURCE = "laporan Power BI Employee Advocacy"
TABLE = {
    "pegawai": "Pegawai yang ikut serta",
    "aktivasi": "Aktivasi",
    "akun": "Akun media sosial",
    "target": "Target pegawai",
    "realisasi_target": "Realisasi dari target",
    "seluruh_pegawai": "Seluruh pegawai",
    "realisasi_pegawai": "Realisasi dari seluruh pegawai",
}
SHOWN = 2  # snapshots side by side; of more, the last ones


def sentence_advokasi(lap: Report) -> Markdown:
    """Say of each snapshot how many took part, and how much of target and of all that is."""
    snapshots = _potret(lap)
    if not snapshots:
        return not_supplied(lap, "employee advocacy")
    intro = sentence(
        "Employee advocacy mengajak pegawai Kementerian Keuangan menyebarkan konten resmi lewat "
        "akun media sosialnya sendiri."
    )
    return paragraphs([intro, bullets(_snapshot(lap, number) for number in snapshots)])


def sentence_konten_advokasi(lap: Report) -> Markdown:
    """Say what the activations of the last snapshot were."""
    snapshots = _potret(lap)
    if not snapshots:
        return NOTHING
    last = snapshots[-1]
    total = lap.angka("advokasi.aktivasi", "potret", last)
    parts = [
        sentence("{kind} **{share}** ({count})", kind=str(kind), share=share, count=count)
        for kind in lap.ukuran.kategori("advokasi.konten", f"potret:{last}").index
        if (share := lap.angka("advokasi.konten_bagian", f"potret:{last}", str(kind)))
        and (count := lap.angka("advokasi.konten", f"potret:{last}", str(kind)))
    ]
    if total is None or not parts:
        return NOTHING
    return sentence(
        "Menurut jenisnya, dari {total} aktivasi pada {name}: {parts}.",
        total=total,
        name=_name(lap, last, inside=True),
        parts=enumerate_parts(parts),
    )


def table_advokasi(lap: Report) -> Display:
    """Set the snapshots side by side."""
    snapshots = _potret(lap)
    if not snapshots:
        return NOTHING
    rows = pd.DataFrame(
        {
            "ukuran": list(TABLE.values()),
            **{
                number: [_text(lap.angka(f"advokasi.{name}", "potret", number)) for name in TABLE]
                for number in snapshots
            },
        }
    )
    return make_table(
        rows,
        name="advokasi",
        rowname="ukuran",
        labels={"ukuran": "Ukuran", **{number: _name(lap, number) for number in snapshots}},
        written=snapshots,
        caption=caption(
            _headline(lap, snapshots[-1]),
            sentence("Employee advocacy menurut potret; realisasi adalah pegawai yang ikut, "
                     "dari target dan dari seluruh pegawai."),
            SOURCE,
        ),
    )  # fmt: skip


def chart_akun_advokasi(lap: Report) -> Display:
    """Draw the accounts a medium."""
    return _chart(lap, "advokasi.akun", name="akun-advokasi", what="Akun pegawai menurut media")


def chart_konten_advokasi(lap: Report) -> Display:
    """Draw the activations a kind of content."""
    return _chart(
        lap, "advokasi.konten", name="konten-advokasi", what="Aktivasi menurut jenis konten"
    )


def _potret(lap: Report) -> list[str]:
    """Give the numbers of the snapshots, in their order."""
    return sorted(map(str, lap.ukuran.kategori("advokasi.pegawai", "potret").index), key=int)


@styled
def _chart(lap: Report, indikator: str, *, name: str, what: str) -> Display:
    panels = {
        number: values
        for number in _potret(lap)[-SHOWN:]
        if not (values := lap.ukuran.kategori(indikator, f"potret:{number}")).empty
    }
    if not panels:
        return NOTHING
    last = list(panels)[-1]
    order = panels[last].index
    labels = {number: _labels(lap, indikator, number) for number in panels}
    figure, all_axes = canvas(0.9 + 0.34 * len(order), columns=len(panels), sharex=True)
    top = max(float(values.max()) for values in panels.values()) or 1.0
    for axes, (number, values) in zip(pd.Series([all_axes]).explode(), panels.items(), strict=True):
        at = values.reindex(order).fillna(0)
        ranked_bars(axes, at, highlight=[str(order[0])], labels=labels[number])
        axes.set_title(_name(lap, number), loc="left", fontsize=11, fontweight="semibold", pad=8)
        axes.set_xlim(0, top * (1.55 if indikator == "advokasi.konten" else 1.28))
    for axes in list(figure.axes)[1:]:
        axes.set_yticklabels([])
    first = lap.angka(indikator, f"potret:{last}", str(order[0]))
    headline = sentence(
        "{name} terbanyak: {count} {unit}.",
        name=str(order[0]),
        count=first if first is not None else "–",
        unit=first.satuan if first is not None else "",
    )
    body = sentence("{what}, {span}.", what=what, span=_span(lap, list(panels)))
    alt = f"Diagram batang {what.lower()}. " + " ".join(
        f"{_name(lap, number)}: "
        + ", ".join(f"{kind} {text}" for kind, text in marks.items())
        + "."
        for number, marks in labels.items()
    )
    return Chart(figure, name, caption(headline, body, SOURCE), alt, lap.bulan)


def _labels(lap: Report, indikator: str, number: str) -> dict[str, str]:
    """Write each mark: the count, and its share where there is one."""
    dimensi = f"potret:{number}"
    return {
        str(name): formats.angka(value)
        + (
            f" ({share.text()})"
            if (share := lap.angka(f"{indikator}_bagian", dimensi, str(name))) is not None
            else ""
        )
        for name, value in lap.ukuran.kategori(indikator, dimensi).items()
    }


def _text(figure: Angka | None) -> str | None:
    return None if figure is None else figure.text()


def _snapshot(lap: Report, number: str) -> Markdown:
    def figure(name: str) -> Angka | None:
        return lap.angka(f"advokasi.{name}", "potret", number)

    employees, activations, accounts = figure("pegawai"), figure("aktivasi"), figure("akun")
    done = [
        sentence("**{n} {what}**", n=n, what=what)
        for n, what in (
            (employees, "pegawai ikut serta"),
            (activations, "aktivasi"),
            (accounts, "akun media sosial"),
        )
        if n is not None
    ]
    of = [
        sentence("**{share}** dari {what} {whole} pegawai", share=share, what=what, whole=whole)
        for share, what, whole in (
            (figure("realisasi_target"), "target", figure("target")),
            (figure("realisasi_pegawai"), "seluruh", figure("seluruh_pegawai")),
        )
        if share is not None and whole is not None
    ]
    realised = sentence("; realisasinya {of}", of=enumerate_parts(of)) if of else NOTHING
    return sentence(
        "{name}: {done}{realised}.",
        name=_name(lap, number),
        done=enumerate_parts(done),
        realised=realised,
    )


def _headline(lap: Report, last: str) -> Markdown:
    share = lap.angka("advokasi.realisasi_target", "potret", last)
    employees = lap.angka("advokasi.pegawai", "potret", last)
    if share is not None:
        return sentence("Realisasi mencapai {share} dari target pegawai.", share=share)
    if employees is not None:
        return sentence("{employees} pegawai ikut serta.", employees=employees)
    return Markdown("Potret employee advocacy.")


def _name(lap: Report, number: str, *, inside: bool = False) -> str:
    """Name a snapshot: ``Potret 2 (31 Juli 2023)``."""
    day = _day(lap, number)
    name = f"{'potret' if inside else 'Potret'} {number}"
    return name if day is None else f"{name} ({formats.tanggal(day)})"


def _day(lap: Report, number: str) -> date | None:
    table = lap.tables.get("advokasi")
    if table is None:
        return None
    days = table.loc[table["potret"].astype(str) == number, "tanggal"].dropna()
    return None if days.empty else pd.Timestamp(days.iloc[0]).date()


def _span(lap: Report, numbers: list[str]) -> str:
    return formats.daftar(_name(lap, number, inside=True) for number in numbers)
