"""The command line: ``laporan render``, ``preview``, ``check``, ``publish``, and the others.

What a command needs is imported when it runs: help and errors in a call come at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from laporan.cli.call import (
    FOLDER,
    Engine,
    Number,
    again_option,
    data_option,
    jobs_option,
    out_option,
    refuse_both,
    scheduler_option,
    site_option,
    strict_option,
)
from laporan.cli.monthly_call import run_command
from laporan.cli.text import Command, Group, describe
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.project import SITE, Project

CALLED_WRONGLY = CallError.exit_status
INTERRUPTED = 130


@click.group(cls=Group)
@click.version_option(
    package_name="laporan", message="laporan %(version)s", help="Tampilkan versi."
)
def cli() -> None:
    """Laporan bulanan layanan informasi DJPK: dari ekspor mentah ke HTML, PDF, dan slide."""


@cli.command(cls=Command)
@click.argument("bulan")
@click.option(
    "--engine",
    type=Engine(),
    metavar="quarto|pandoc",
    help="Penyusun berkas. Bawaan: Quarto bila terpasang, selain itu pandoc dan Typst.",
)
@click.option(
    "--format",
    "formats",
    metavar="FORMAT,…",
    help="Yang dibuat: html, pdf, slide (bawaan: ketiganya); docx, pptx, gambar, whatsapp, nota.",
)
@click.option(
    "--edisi",
    metavar="provinsi|pemda",
    help="Edisi dua halaman (PDF dan HTML) untuk setiap provinsi atau pemda, bukan laporannya.",
)
@jobs_option
@scheduler_option
@strict_option
@again_option
@data_option
@out_option
def render(
    bulan: str, engine: str | None, formats: str | None, edisi: str | None, jobs: int | None,
    scheduler: str | None, tegas: bool, ulang: bool, data: Path | None, out: Path | None,
) -> None:  # fmt: skip
    """Menyusun laporan satu bulan (2023-07) atau serentang bulan (2023-01..2023-07)."""
    from laporan.cli.as_needed import render_once
    from laporan.cli.editions_asked import read_kind, render_editions_once, render_many_editions
    from laporan.render.formats import parse_formats

    months, names = Bulan.parse_range(bulan), parse_formats(formats)
    jenis = read_kind(edisi, engine, formats)
    refuse_both(jobs, scheduler)
    project = Project.find(data, out)
    if tegas:
        _refuse_withheld(project, months)
    made: Iterable[Path]
    one_here = len(months) == 1 and jobs in {None, 1} and scheduler is None
    if jenis and one_here:
        made = render_editions_once(project, months[0], jenis, ulang)
    elif jenis:
        made = render_many_editions(project, months, jenis, ulang, jobs or 1, scheduler)
    elif one_here:
        made = render_once(project, months[0], names, engine, ulang)
    else:
        from laporan.cli.many_months import render_many

        made = render_many(project, months, names, engine, ulang, jobs or 1, scheduler)
    for path in made:
        click.echo(path)


@cli.command(cls=Command)
@click.argument("bulan")
@again_option
@data_option
@out_option
def nota(bulan: str, ulang: bool, data: Path | None, out: Path | None) -> None:
    """Menulis nota dinas pengantar laporan satu bulan, dengan daftar lampirannya (nota.docx)."""
    month = Bulan.parse(bulan)
    from laporan.cli.as_needed import write_letter

    click.echo(write_letter(Project.find(data, out), month, ulang))


@cli.command(cls=Command)
@click.argument("bulan")
@click.option("--port", type=Number(), metavar="N", help="Porta di 127.0.0.1 (bawaan: 4207).")
@data_option
@out_option
def preview(bulan: str, port: int | None, data: Path | None, out: Path | None) -> None:
    """Menyajikan laporan di peramban sendiri; setiap perubahan langsung tampak."""
    month = Bulan.parse(bulan)
    from laporan.render.preview import preview as show_preview

    show_preview(Project.find(data, out), month, port, click.echo)


@cli.command(cls=Command)
@click.argument("bulan", nargs=-1, required=True)
@again_option
@data_option
def clean(bulan: Sequence[str], ulang: bool, data: Path | None) -> None:
    """Membersihkan ekspor mentah satu bulan atau lebih; yang sudah mutakhir dilewati."""
    months = sorted({month for text in bulan for month in Bulan.parse_range(text)})
    from laporan.cli.as_needed import clean_once

    clean_once(Project.find(data), months, ulang)


@cli.command(cls=Command)
@click.argument("bulan")
@strict_option
@again_option
@data_option
@out_option
def check(bulan: str, tegas: bool, ulang: bool, data: Path | None, out: Path | None) -> None:
    """Membaca dan memeriksa ekspor mentah, lalu menulis laporan mutunya (mutu.html) saja."""
    months = Bulan.parse_range(bulan)
    from laporan.cli.as_needed import check_once

    project, blocking = Project.find(data, out), []
    for month in months:
        checked = check_once(project, month, ulang)
        click.echo(checked.text)
        blocking += [checked.failed] if checked.failed else []
    if blocking:
        raise LaporanError("\n\n".join(blocking))
    if tegas:
        _refuse_withheld(project, months)


@cli.command(cls=Command)
@click.argument("bulan")
@click.option(
    "--alasan",
    metavar="TEKS",
    help="Sebab ralat, bila angka yang terbit berubah (bawaan: alasan koreksi yang baru).",
)
@site_option
@click.option(
    "--tanpa-bukti-bita",
    is_flag=True,
    help="Juga yang penyusunnya tidak ada di sini; laman terbitannya menyebutnya.",
)
@strict_option
@again_option
@data_option
@out_option
def publish(
    bulan: str, alasan: str | None, situs: Path | None, tanpa_bukti_bita: bool, tegas: bool,
    ulang: bool, data: Path | None, out: Path | None,
) -> None:  # fmt: skip
    """Menerbitkan laporan yang sudah disusun ke dalam situs; yang pernah terbit tetap ada."""
    months = Bulan.parse_range(bulan)
    if alasan is not None and not alasan.strip():
        raise CallError("Isi --alasan kosong. Sebutkan sebab angkanya diralat.")
    from laporan.cli.proven import publish_once

    project = Project.find(data, out)
    site = _site(project, situs)
    if tegas:
        _refuse_withheld(project, months)
    outcomes = publish_once(
        project, months, site, alasan, without_bytes=tanpa_bukti_bita, again=ulang
    )
    for outcome in outcomes:
        click.echo(outcome)
    click.echo(site / "index.html")


@cli.command(cls=Command)
@click.argument("folder", type=FOLDER)
@data_option
def verify(folder: Path, data: Path | None) -> None:
    """Memeriksa terbitan, atau seluruh situs, terhadap sidik berkas dan masukannya."""
    from laporan.publish.verify import verify as verify_folder

    results = verify_folder(folder, Project.find(data))
    text = "\n".join(map(str, results))
    if any(result.wrong for result in results):
        raise LaporanError(text)
    click.echo(text)


@cli.command(cls=Command)
@click.argument("bulan")
@again_option
@data_option
@out_option
def audit(bulan: str, ulang: bool, data: Path | None, out: Path | None) -> None:
    """Membuat ulang laporan dari ekspor mentahnya, membandingkannya, dan mencari data pribadi."""
    months = Bulan.parse_range(bulan)
    from laporan.cli.proven import audit_once

    project, failures = Project.find(data, out), []
    for month in months:
        done = audit_once(project, month, ulang)
        click.echo(done.text)
        failures += done.failed.splitlines()
    if failures:
        raise LaporanError("\n".join(dict.fromkeys(failures)))


@cli.command(cls=Command)
@click.argument("bulan")
@click.option("--tiket", type=Number(), metavar="N", help="Banyaknya tiket di bulan itu.")
@click.option("--seed", type=Number(), metavar="S", help="Benih acak; yang sama, hasil sama.")
@click.option(
    "--bulan", "count", type=Number(), metavar="N",
    help="Banyaknya bulan berturut-turut sampai bulan itu, dengan tiket menurut hari layanannya.",
)  # fmt: skip
@data_option
def sample(
    bulan: str, tiket: int | None, seed: int | None, count: int | None, data: Path | None
) -> None:
    """Menulis ekspor contoh (sintetis) bulan itu dan sebelumnya, dengan daftar dan peraturan."""
    month = Bulan.parse(bulan)
    from laporan_sample import DEFAULT_SEED, write_lists, write_rules, write_sample

    folder = Project.find(data).data
    exports = write_sample(
        folder / "raw", month, tiket, DEFAULT_SEED if seed is None else seed, count
    )
    (lists, left), (rules, kept) = write_lists(folder, month), write_rules(folder)
    for path in (*exports, *lists, *rules):
        click.echo(path)
    for path in (*left, *kept):
        click.echo(f"{path} dibiarkan: isinya bukan data contoh.", err=True)


@cli.command(cls=Command)
@click.argument("bulan")
@data_option
def new(bulan: str, data: Path | None) -> None:
    """Membuat folder bulan dengan daftar yang diisi sendiri, dan menyebut yang harus diekspor."""
    month = Bulan.parse(bulan)
    from laporan.cli.month_begun import begin_month

    click.echo(begin_month(Project.find(data), month))


@cli.command(cls=Command)
@click.argument("bulan")
@click.argument("folder", type=FOLDER)
@data_option
def collect(bulan: str, folder: Path, data: Path | None) -> None:
    """Mengenali unduhan dari isinya dan menyalin yang dari bulan itu ke tempatnya."""
    month = Bulan.parse(bulan)
    from laporan.cli.downloads import collect as collect_downloads

    click.echo(collect_downloads(Project.find(data), month, folder))


@cli.command(cls=Command)
@site_option
@data_option
@out_option
def status(situs: Path | None, data: Path | None, out: Path | None) -> None:
    """Menyebut setiap bulan: ekspor, mutu, susunan, edisi, terbitan; yang usang, dan sebabnya."""
    from laporan.cli.standing import tell_standing

    project = Project.find(data, out)
    click.echo(tell_standing(project, _site(project, situs)))


@cli.command(cls=Command)
@data_option
@out_option
def doctor(data: Path | None, out: Path | None) -> None:
    """Memeriksa apakah mesin ini siap menyusun laporan, dan menyebut yang harus dilakukan."""
    from laporan.cli.machine import examine_machine

    parts = examine_machine(Project.find(data, out))
    click.echo("\n".join(map(str, parts)))
    if unfit := [part.name for part in parts if part.needed and part.wrong]:
        raise LaporanError(f"Laporan belum dapat disusun di sini: {', '.join(unfit)}.")


@cli.command(cls=Command)
@click.argument("angka")
@click.option("--bulan", metavar="BULAN", help="Laporan bulan itu (bawaan: yang terakhir).")
@data_option
@out_option
def explain(angka: str, bulan: str | None, data: Path | None, out: Path | None) -> None:
    """Menjelaskan angka laporan (1.707, 29,81%, tiket.jumlah): arti, sumber, tempatnya."""
    month = Bulan.parse(bulan) if bulan else None
    from laporan.cli.figure_told import tell_figure

    click.echo(tell_figure(Project.find(data, out), angka, month))


@cli.command(cls=Command)
@click.argument("bulan")
@click.argument("bulan_lain", metavar="[BULAN_LAIN]", required=False)
@click.option("--terbit", is_flag=True, help="Bandingkan dengan yang terbit dari bulan itu.")
@click.option("--semua", is_flag=True, help="Cantumkan semua perubahan.")
@site_option
@data_option
@out_option
def diff(
    bulan: str, bulan_lain: str | None, terbit: bool, semua: bool, situs: Path | None,
    data: Path | None, out: Path | None,
) -> None:  # fmt: skip
    """Membandingkan angka dua laporan, atau sebuah laporan dengan terbitannya."""
    month = Bulan.parse(bulan)
    other = Bulan.parse(bulan_lain) if bulan_lain else None
    if (other is not None) == terbit:
        raise CallError("Sebutkan dua bulan (2023-06 2023-07), atau satu bulan dengan --terbit.")
    from laporan.cli.month_changes import SHOWN, tell_months, tell_published

    project, shown = Project.find(data, out), sys.maxsize if semua else SHOWN
    click.echo(
        tell_months(project, month, other, shown)
        if other
        else tell_published(project, month, _site(project, situs), shown)
    )


cli.add_command(run_command)


def _refuse_withheld(project: Project, months: Sequence[Bulan]) -> None:
    from laporan.render.checking import refuse_withheld

    refuse_withheld(project, months)


def _site(project: Project, situs: Path | None) -> Path:
    return (situs or project.root / SITE).resolve()


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Returns
    -------
    int
        The exit status: 0 done, 1 data or machine are not fit, 2 called wrongly.
    """
    try:
        status = cli.main(list(arguments), prog_name="laporan", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return CALLED_WRONGLY
    except click.ClickException as error:
        click.echo(describe(error), err=True)
        return CALLED_WRONGLY
    except LaporanError as error:
        click.echo(str(error), err=True)
        return error.exit_status
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
        return INTERRUPTED
    return status if isinstance(status, int) else 0


def main() -> NoReturn:
    """Run the command of the process's own arguments, and end with its status."""
    # A command ends soon. Looking for garbage takes an eighth of what it does.
    gc.set_threshold(100_000, 20, 100)
    sys.exit(run(sys.argv[1:]))
