"""What click says by itself, in Indonesian: help pages, and calls that make no sense."""

from __future__ import annotations

import click

# Characters of a command's line in the list of commands: none is cut off.
_WHOLE = 1000


class _IndonesianHelp(click.Command):
    """Help with Indonesian headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Pemakaian: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan bantuan ini."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        rows = [record for record in records if record is not None]
        if rows:
            with formatter.section("Pilihan"):
                formatter.write_dl(rows)


class Command(_IndonesianHelp):
    """A command that speaks Indonesian."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Write options last, under their Indonesian name."""
        arguments = [
            piece
            for param in self.get_params(ctx)
            if isinstance(param, click.Argument)
            for piece in param.get_usage_pieces(ctx)
        ]
        return [*arguments, "[PILIHAN]"]


class Group(_IndonesianHelp, click.Group):
    """A group of commands that speaks Indonesian."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name the command."""
        return ["PERINTAH …"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List options and commands."""
        _IndonesianHelp.format_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(_WHOLE)) for name, command in self.commands.items()
        ]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)


def describe(error: click.ClickException) -> str:
    """Say in one line what is wrong with a call, and where to find help."""
    path = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "laporan"
    )
    return f"{_describe(error)} Lihat: {path} --help."


def _describe(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return (
                f"Pilihan {error.option_name} tidak dikenal.{_nearest(error.possibilities or [])}"
            )
        case click.BadOptionUsage():
            return (
                f"Pilihan {error.option_name} ditulis keliru: nilainya tidak ada atau tidak perlu."
            )
        case click.MissingParameter():
            return f"{_name(error.param)} belum diisi."
        case click.BadParameter():
            return f"{_name(error.param)} keliru: {error.message}"
        case click.BadArgumentUsage():
            return "Banyaknya isian tidak cocok."
        case click.exceptions.NoSuchCommand():
            known = error.possibilities or _commands(error.ctx)
            return f"Perintah {error.command_name!r} tidak dikenal.{_nearest(known)}"
        case click.UsageError():
            return "Ada isian yang tidak diharapkan."
        case _:
            return error.format_message()


def _commands(ctx: click.Context | None) -> list[str]:
    group = ctx.command if ctx else None
    return list(group.commands) if isinstance(group, click.Group) else []


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "Isian"
    return param.opts[-1] if isinstance(param, click.Option) else str(param.human_readable_name)


def _nearest(names: list[str]) -> str:
    return f" Mungkin yang dimaksud: {', '.join(names)}." if names else ""
