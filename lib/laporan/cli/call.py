"""What the commands are called with: kinds of values, and the options that several share."""

from __future__ import annotations

import re
from pathlib import Path

import click

from laporan.dasar.errors import CallError

ENGINES = ("quarto", "pandoc")
MOST_JOBS = 256
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:[^\s/:\[\]]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}")


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


class Jobs(Number):
    """How many processes work at once."""

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read the number."""
        jobs = super().convert(value, param, ctx)
        if not 1 <= jobs <= MOST_JOBS:
            raise CallError(f"--jobs {value}: yang dibolehkan 1 sampai {MOST_JOBS}.")
        return jobs


class Scheduler(click.ParamType[str]):
    """The address of a cluster's scheduler."""

    name = "alamat"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take what looks like one."""
        if not _ADDRESS.fullmatch(value):
            raise CallError(
                f"Alamat penjadwal {value!r} tidak dikenal. Tulislah seperti yang disebut "
                "penjadwal Dask ketika dimulai, misalnya tcp://10.0.0.5:8786 (atau tls://…)."
            )
        return value


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
jobs_option = click.option(
    "--jobs", type=Jobs(), metavar="N",
    help="Banyaknya proses yang bekerja bersamaan untuk banyak bulan (bawaan: 1).",
)  # fmt: skip
scheduler_option = click.option(
    "--scheduler", type=Scheduler(), metavar="ALAMAT",
    help="Klaster Dask yang mengerjakannya, dengan folder yang sama: tcp://10.0.0.5:8786.",
)  # fmt: skip


def refuse_both(jobs: int | None, scheduler: str | None) -> None:
    """Refuse a number of processes where a cluster's workers do the work.

    Raises
    ------
    CallError
        Where both are given.
    """
    if jobs is not None and scheduler is not None:
        raise CallError(
            "Pilih salah satu: --jobs untuk proses di mesin ini, atau --scheduler untuk klaster, "
            "yang pekerjanya ditentukan di sana."
        )
