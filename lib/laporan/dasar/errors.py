"""Failures that an analyst can act on."""

from laporan.dasar.inert import printable


class LaporanError(Exception):
    """The data, the machine or a setting stands in the way; the text says what to do.

    The text is Indonesian and complete: file, place, what was found, what is allowed, what to
    do. It is shown as it is by the command line, by papermill and by Quarto.
    """

    exit_status = 1

    def __init__(self, message: str) -> None:
        # What was found may be a stranger's text, and a terminal obeys control characters.
        super().__init__(printable(message))

    def _render_traceback_(self) -> list[str]:
        """Give IPython the message alone, so that a notebook fails with it and no traceback."""
        return [str(self)]


class CallError(LaporanError):
    """The command or the notebook was called wrongly: a month or an option that cannot be."""

    exit_status = 2
