"""Employee advocacy: how many employees took part, with what, and where."""

from __future__ import annotations

import pandas as pd

from laporan.sections._phrases import NOTHING, paragraphs
from laporan.sections._potret import SOURCE, largest, of_quarter, snapshot_name, snapshots
from laporan.sections._table import figures_of, make_table
from laporan.sections._words import caption, not_supplied
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, bullets, enumerate_parts, sentence

TABLE = {
    "pegawai": "Pegawai yang ikut serta",
    "aktivasi": "Aktivasi",
    "akun": "Akun media sosial",
    "target": "Target pegawai",
    "realisasi_target": "Realisasi dari target",
    "seluruh_pegawai": "Seluruh pegawai",
    "realisasi_pegawai": "Realisasi dari seluruh pegawai",
}


def sentence_advokasi(lap: Report) -> Markdown:
    """Say of each snapshot how many took part, and how much of target and of all that is."""
    numbers = snapshots(lap)
    if not numbers:
        return not_supplied(lap, "employee advocacy", "advokasi")
    intro = sentence(
        "Employee advocacy mengajak pegawai Kementerian Keuangan menyebarkan konten resmi lewat "
        "akun media sosialnya sendiri."
    )
    return paragraphs([intro, bullets(_snapshot(lap, number) for number in numbers)])


def sentence_konten_advokasi(lap: Report) -> Markdown:
    """Say of each snapshot what its activations were."""
    told = [part for number in snapshots(lap) if (part := _content(lap, number)) is not None]
    if not told:
        return NOTHING
    return Markdown(f"Aktivasi menurut jenis konten:\n\n{bullets(told).text}")


def table_advokasi(lap: Report) -> Display:
    """Set the snapshots side by side."""
    numbers = snapshots(lap)
    if not numbers:
        return NOTHING
    target = of_quarter(lap, numbers[-1], TABLE["target"])
    rows = pd.DataFrame(
        {
            "ukuran": list((TABLE | {"target": target}).values()),
            **{
                number: [_text(lap.angka(f"advokasi.{name}", "potret", number)) for name in TABLE]
                for number in numbers
            },
        }
    )
    return make_table(
        rows,
        name="advokasi",
        rowname="ukuran",
        labels={"ukuran": "Ukuran", **{number: snapshot_name(lap, number) for number in numbers}},
        written=numbers,
        figures={
            number: [lap.angka(f"advokasi.{name}", "potret", number) for name in TABLE]
            for number in numbers
        },
        caption=caption(
            _headline(lap, numbers[-1]),
            sentence("Employee advocacy menurut potret; realisasi adalah pegawai yang ikut, "
                     "dari target dan dari seluruh pegawai."),
            SOURCE,
        ),
    )  # fmt: skip


def table_akun_advokasi(lap: Report) -> Display:
    """List the accounts a medium in each snapshot, with their sums."""
    numbers = snapshots(lap)
    accounts = {
        number: lap.ukuran.kategori("advokasi.akun", f"potret:{number}") for number in numbers
    }
    if not any(len(values) for values in accounts.values()):
        return NOTHING
    rows = pd.DataFrame(accounts)
    rows = rows.sort_values(numbers[-1], ascending=False, kind="stable")
    sums = {
        number: figure.nilai
        for number in numbers
        if (figure := lap.angka("advokasi.akun", "potret", number))
    }
    return make_table(
        rows.rename_axis("media").reset_index(),
        name="akun-advokasi",
        rowname="media",
        labels={"media": "Media", **{number: snapshot_name(lap, number) for number in numbers}},
        integers=numbers,
        totals=sums,
        figures={
            number: figures_of(lap, "advokasi.akun", f"potret:{number}", rows.index)
            for number in numbers
        },
        total_figures={number: lap.angka("advokasi.akun", "potret", number) for number in numbers},
        caption=caption(
            largest(lap, "advokasi.akun", numbers[-1], str(rows.index[0])),
            sentence("Akun pegawai menurut media dan potret."),
            SOURCE,
        ),
    )


def _content(lap: Report, number: str) -> Markdown | None:
    total = lap.angka("advokasi.aktivasi", "potret", number)
    parts = [
        sentence("{kind} **{share}** ({count})", kind=str(kind), share=share, count=count)
        for kind in lap.ukuran.kategori("advokasi.konten", f"potret:{number}").index
        if (share := lap.angka("advokasi.konten_bagian", f"potret:{number}", str(kind)))
        and (count := lap.angka("advokasi.konten", f"potret:{number}", str(kind)))
    ]
    if total is None or not parts:
        return None
    return sentence(
        "{name}, dari {total} aktivasi: {parts}.",
        name=snapshot_name(lap, number),
        total=total,
        parts=enumerate_parts(parts),
    )


def _text(figure: Angka | None) -> str | None:
    return None if figure is None else figure.text()


def _snapshot(lap: Report, number: str) -> Markdown:
    def figure(name: str) -> Angka | None:
        return lap.angka(f"advokasi.{name}", "potret", number)

    employees, activations, accounts = figure("pegawai"), figure("aktivasi"), figure("akun")
    target = of_quarter(lap, number, "target")
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
            (figure("realisasi_target"), f"{target} sebanyak", figure("target")),
            (figure("realisasi_pegawai"), "seluruh", figure("seluruh_pegawai")),
        )
        if share is not None and whole is not None
    ]
    realised = sentence("; realisasinya {of}", of=enumerate_parts(of)) if of else NOTHING
    return sentence(
        "{name}: {done}{realised}.",
        name=snapshot_name(lap, number),
        done=enumerate_parts(done),
        realised=realised,
    )


def _headline(lap: Report, last: str) -> Markdown:
    share = lap.angka("advokasi.realisasi_target", "potret", last)
    employees = lap.angka("advokasi.pegawai", "potret", last)
    if share is not None:
        return sentence(
            "Realisasi mencapai {share} dari {target}.",
            share=share, target=of_quarter(lap, last, "target pegawai"),
        )  # fmt: skip
    if employees is not None:
        return sentence("{employees} pegawai ikut serta.", employees=employees)
    return Markdown("Potret employee advocacy.")
