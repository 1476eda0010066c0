"""What the commands are called with: kinds of values, and the options that several share."""

from __future__ import annotations

from pathlib import Path

import click

from laporan.dasar.errors import CallError

ENGINES = ("quarto", "pandoc")


class Engine(click.ParamType[str]):
    """The name of an engine."""

    name = "penyusun"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the name of an engine that is there to be chosen."""
        if value not in ENGINES:
            raise CallError(
                f"Penyusun {value!r} tidak dikenal. Pilihlah dari: {', '.join(ENGINES)}."
            )
        return value


class Number(click.ParamType[int]):
    """A whole number."""

    name = "bilangan"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read the number."""
        try:
            return int(value)
        except ValueError:
            self.fail(f"{value!r} bukan bilangan bulat.", param, ctx)


FOLDER = click.Path(path_type=Path)
data_option = click.option(
    "--data", type=FOLDER, metavar="FOLDER", help="Folder data lain (bawaan: data)."
)
out_option = click.option(
    "--out", type=FOLDER, metavar="FOLDER", help="Folder hasil lain (bawaan: _output)."
)
site_option = click.option(
    "--situs", type=FOLDER, metavar="FOLDER", help="Folder situs lain (bawaan: _situs)."
)
again_option = click.option(
    "--ulang", is_flag=True, help="Lakukan lagi, juga bila tidak ada yang berubah."
)
strict_option = click.option(
    "--tegas", is_flag=True, help="Berhenti juga bila angka suatu sumber sampingan akan ditahan."
)
