"""Failures that an analyst can act on."""


class LaporanError(Exception):
    """The data, the machine or a setting stands in the way; the text says what to do.

    The text is Indonesian and complete: file, place, what was found, what is allowed, what to
    do. It is shown as it is by the command line, by papermill and by Quarto.
    """

    exit_status = 1

    def _render_traceback_(self) -> list[str]:
        """Give IPython the message alone, so that a notebook fails with it and no traceback."""
        return [str(self)]


class CallError(LaporanError):
    """The command or the notebook was called wrongly: a month or an option that cannot be."""

    exit_status = 2
