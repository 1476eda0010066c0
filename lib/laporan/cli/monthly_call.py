"""How ``laporan run`` is called."""

from __future__ import annotations

from pathlib import Path

import click

from laporan.cli.call import FOLDER, data_option, out_option, site_option
from laporan.cli.text import Command
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import SITE, Project


@click.command("run", cls=Command)
@click.argument("bulan", required=False)
@click.option(
    "--unduhan",
    type=FOLDER,
    metavar="FOLDER",
    help="Folder unduhan yang dikumpulkan dahulu (laporan collect).",
)
@site_option
@data_option
@out_option
@click.pass_context
def run_command(
    ctx: click.Context, bulan: str | None, unduhan: Path | None, situs: Path | None,
    data: Path | None, out: Path | None,
) -> None:  # fmt: skip
    """Menjalankan semua langkah satu bulan (bawaan: bulan lalu), dan memberi tahu hasilnya.

    Langkahnya collect, check, render, audit, dan publish bila pengaturan [jadwal] membolehkannya;
    yang pertama gagal menghentikannya.
    """
    month = Bulan.parse(bulan) if bulan else None
    from laporan.cli.monthly_run import last_month, run_month

    project = Project.find(data, out)
    site = (situs or project.root / SITE).resolve()
    outcome = run_month(project, month or last_month(), unduhan, site)
    click.echo(outcome.text)
    ctx.exit(outcome.status)
