"""Commands that do nothing where nothing changed; without loading what would do it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from laporan.cli.known_reports import KnownReports
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import tanggal
from laporan.dasar.made_files import UKURAN
from laporan.dasar.project import Project
from laporan.read.folder import check_folder
from laporan.render.formats import FORMATS, USUAL
from laporan.store.freshness import GROUPS, account_file
from laporan.store.unchanged import Done, Records


def render_once(
    project: Project, month: Bulan, formats: Sequence[str], engine: str | None, again: bool
) -> Sequence[Path]:
    """Render a month whose report isn't there, or rests on something that changed.

    Returns
    -------
    Sequence[Path]
        The finished files.
    """
    check_folder(project.raw(month))
    reports = KnownReports(project, formats, engine)
    basis = reports.basis(month)
    if known := None if again else reports.recall(month, basis):
        tell_unchanged("Laporan", {month: known})
        if known.text:  # what was warned of holds as long as nothing changes
            click.echo(known.text, err=True)
        return known.files
    tell_beginning(f"Laporan {month.label}")
    from laporan.render.notebook.progress import warning
    from laporan.render.pipeline import Request, render

    if again:
        shutil.rmtree(project.drawings(month), ignore_errors=True)
    (made,) = render(Request(project, [month], formats, reports.engine))
    said = "\n".join(filter(None, [*map(warning, made.warnings), made.found]))
    done = Done(made.files, said)
    reports.remember(month, basis, done)
    click.echo(reports.told(done, made.took, made.found), err=True)
    return done.files


def write_letter(project: Project, month: Bulan, again: bool) -> Path:
    """Write the covering letter of a month's report, and the report that it goes with."""
    folder, letter = project.output(month), FORMATS["nota"]
    there = {name for name, each in FORMATS.items() if (folder / each.file).is_file()}
    formats = [name for name in FORMATS if name in {*USUAL, *there, letter.name}]
    made = render_once(project, month, formats, None, again)
    return next(path for path in made if path.name == letter.file)


def check_once(project: Project, month: Bulan, again: bool) -> Done:
    """Check a month, if what was found may not be what would be found."""
    check_folder(project.raw(month))
    records = Records(project)
    basis = check_basis(project, records, month)
    done = None if again else records.recall(f"{month}.check", basis)
    if done:
        tell_unchanged("Pemeriksaan", {month: done})
    else:
        tell_beginning(f"Pemeriksaan {month.label}")
        from laporan.render.checking import check_exports

        checked = check_exports(project, month, again=again)
        done = Done([checked.mutu], str(checked), checked.blocking)
        records.remember(f"{month}.check", basis, done)
    return done


def check_basis(project: Project, records: Records, month: Bulan) -> str:
    """Digest all that a month's checks rest on."""
    return records.basis(besides=[project.printed_before(month, UKURAN)])


def clean_once(project: Project, months: Sequence[Bulan], again: bool) -> None:
    """Clean the months whose tables aren't there, or rest on something that changed."""
    for month in months:
        check_folder(project.raw(month))
    records = Records(project)
    basis = records.basis()
    found = {m: None if again else records.recall(f"{m}.clean", basis) for m in months}
    tell_unchanged("Pembersihan", {month: done for month, done in found.items() if done})
    if not (left := [month for month, done in found.items() if done is None]):
        return
    tell_beginning(f"Pembersihan {left[0].label}")
    from laporan.render.notebook.cleaning import clean_stale

    clean_stale(project, left, again)
    for month in left:
        files = [account_file(project, month, group) for group in GROUPS]
        tables = sorted(project.processed(month).glob("*.parquet"))
        records.remember(f"{month}.clean", basis, Done([*files, *tables]))


def tell_beginning(what: str) -> None:
    """Say that something is done, before the libraries are loaded: that takes seconds."""
    click.echo(f"{what}: memuat pustaka …", err=True)


def tell_unchanged(what: str, done: Mapping[Bulan, Done]) -> None:
    """Say what was done already, and when."""
    for month, each in done.items():
        at = datetime.fromisoformat(each.at)
        since = f"{tanggal(at)} pukul {at:%H.%M} WIB"
        click.echo(
            f"{what} {month.label} sudah mutakhir sejak {since} (--ulang melakukannya lagi).",
            err=True,
        )
