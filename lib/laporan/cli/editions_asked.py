"""Editions for one reader each, made where they are not, or rest on something that changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from laporan.cli.as_needed import tell_beginning, tell_unchanged
from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis, parse_jenis
from laporan.dasar.errors import CallError
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.read.folder import check_folder
from laporan.store.unchanged import Done, Records


def read_kind(edisi: str | None, engine: str | None, formats: str | None) -> Jenis | None:
    """Read which kind of editions is asked for, if any.

    Raises
    ------
    CallError
        If there is no such kind, or it is asked for with what only a report has.
    """
    if edisi is None:
        return None
    jenis = parse_jenis(edisi)
    if engine or formats:
        raise CallError(
            "--edisi selalu membuat PDF dan HTML dengan caranya sendiri. Hapus --engine dan "
            "--format, atau hapus --edisi untuk menyusun laporannya."
        )
    return jenis


def render_editions_once(
    project: Project, months: Sequence[Bulan], jenis: Jenis, again: bool
) -> list[Path]:
    """Make the editions of the months whose own are missing or out of date.

    Returns
    -------
    list of Path
        The folders' index pages.
    """
    for month in months:
        check_folder(project.raw(month))
    records, pages = Records(project), []
    for month in months:
        folder = project.editions(month, jenis.nama)
        name = f"{month}.edisi-{jenis.nama}"
        basis = records.basis(jenis.nama, besides=[project.printed_before(month, UKURAN)])
        done = None if again else records.recall(name, basis, [folder / JEJAK])
        if done:
            tell_unchanged(jenis.label, {month: done})
        else:
            tell_beginning(f"{jenis.label} {month.label}")
            from laporan.render.edisi.edition_set import render_editions

            done = Done(render_editions(project, month, jenis))
            records.remember(name, basis, done)
            papers = sum(path.suffix == ".pdf" for path in done.files)
            click.echo(f"{jenis.label} {month.label}: {papers} edisi.", err=True)
        pages.append(folder / "index.html")
    return pages
