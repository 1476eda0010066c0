"""Commands that do nothing where nothing changed; without loading what would do it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import tanggal
from laporan.dasar.made_files import JEJAK, MUTU, UKURAN
from laporan.dasar.project import Project
from laporan.read.folder import check_folder
from laporan.render.engines import choose_engine
from laporan.render.formats import FORMATS, USUAL
from laporan.render.quarto import find_quarto
from laporan.store.freshness import GROUPS, account_file
from laporan.store.unchanged import Done, Records


def render_once(
    project: Project,
    months: Sequence[Bulan],
    formats: Sequence[str],
    engine: str | None,
    again: bool,
) -> Iterable[Path]:
    """Render the months whose report isn't there, or rests on something that changed.

    Returns
    -------
    Iterable[Path]
        The finished files of all months, in the months' order.
    """
    for month in months:
        check_folder(project.raw(month))
    chosen, records = choose_engine(engine), Records(project)
    files = engine_files(chosen)
    bases = {
        month: records.basis(chosen, besides=[*files, published_before(project, month)])
        for month in months
    }
    names = [UKURAN, MUTU, JEJAK, *(FORMATS[name].file for name in formats)]
    wanted = {month: [project.output(month) / name for name in names] for month in months}
    done: dict[Bulan, Done] = {}
    for month in () if again else months:
        known = records.recall(f"{month}.render", bases[month], wanted[month])
        if known is not None:
            done[month] = known
    tell_unchanged("Laporan", done)
    for text in filter(None, (each.text for each in done.values())):
        click.echo(text, err=True)  # what was warned of holds as long as nothing changes
    if stale := [month for month in months if month not in done]:
        tell_beginning(f"Laporan {stale[0].label}")
        from laporan.render.notebook.progress import warning
        from laporan.render.pipeline import Request, render

        for month in stale if again else ():
            shutil.rmtree(project.drawings(month), ignore_errors=True)
        for each in render(Request(project, stale, formats, chosen)):
            told = [*map(warning, each.warnings), each.found]
            done[each.bulan] = Done(each.files, "\n".join(filter(None, told)))
            records.remember(f"{each.bulan}.render", bases[each.bulan], done[each.bulan])
            pages = [path for path in each.files if path.name == FORMATS[formats[0]].file]
            opened = [f"Buka: {path}" for path in pages]
            click.echo("\n".join(filter(None, [each.took, each.found, *opened])), err=True)
    return [path for month in months for path in done[month].files]


def write_letter(project: Project, month: Bulan, again: bool) -> Path:
    """Write the covering letter of a month's report, and the report that it goes with."""
    folder, letter = project.output(month), FORMATS["nota"]
    there = {name for name, each in FORMATS.items() if (folder / each.file).is_file()}
    formats = [name for name in FORMATS if name in {*USUAL, *there, letter.name}]
    made = render_once(project, [month], formats, None, again)
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

        checked = check_exports(project, month)
        done = Done([checked.mutu], str(checked), checked.blocking)
        records.remember(f"{month}.check", basis, done)
    return done


def check_basis(project: Project, records: Records, month: Bulan) -> str:
    """Digest all that a month's checks rest on."""
    return records.basis(besides=[published_before(project, month)])


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


def published_before(project: Project, month: Bulan) -> Path:
    """Name the figures of the month before as printed, which a report holds its base against."""
    return project.output(month.previous) / UKURAN


def engine_files(engine: str) -> list[Path]:
    """Name what tells one installation of an engine from another; the wheels' names tell theirs."""
    quarto = find_quarto() if engine == "quarto" else None
    if quarto is None:
        return []
    return [quarto, quarto.resolve().parents[1] / "share" / "version"]


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
