"""Progress on stderr: a bar on a terminal, a line a step elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from tqdm import tqdm


def warning(text: str) -> str:
    """Say a warning as it is told on the screen."""
    return f"Peringatan: {text}"


class Progress:
    """What runs, and how far it is; a context manager.

    Parameters
    ----------
    title
        What is being done as a whole.
    total
        The number of steps.
    shown
        Whether anything is shown; what is warned of is kept in any case.
    """

    def __init__(self, title: str, total: int, *, shown: bool = True) -> None:
        self._shown = shown
        self.warned: list[str] = []
        self._title = title
        self._total = total
        self._terminal = shown and sys.stderr.isatty()
        self._bar = tqdm(
            total=total,
            disable=not self._terminal,
            bar_format="{desc} |{bar:24}| {n_fmt}/{total_fmt} langkah, {elapsed}, sisa {remaining}",
            desc=title,
            dynamic_ncols=True,
        )

    def __enter__(self) -> Self:
        """Show it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the bar full only where all went well."""
        if kind is None:
            self._bar.update(self._total - self._bar.n)
            self._bar.set_description_str(self._title)
        self._bar.close()

    def expect(self, steps: int) -> None:
        """Count further steps among those that are to come."""
        self._total += steps
        self._bar.total = self._total
        self._bar.refresh()

    def say(self, text: str) -> None:
        """Tell what begins now."""
        if self._terminal:
            self._bar.set_description_str(f"{self._title}: {text}")
        elif self._shown:
            print(f"{self._title}: {text}", file=sys.stderr)

    def warn(self, text: str) -> None:
        """Tell something that stays to be read."""
        self.warned.append(text)
        if self._shown:
            self._bar.write(warning(text), file=sys.stderr)

    def advance(self, steps: int = 1) -> None:
        """Count steps that are done."""
        self._bar.update(steps)

    def step(self, text: str) -> None:
        """Tell what begins now, and count it."""
        self.say(text)
        self.advance()
