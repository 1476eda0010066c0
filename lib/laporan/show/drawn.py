"""Drawings kept by all that they are drawn from: what was drawn once is not drawn again.

They lie beside the month's cleaned tables, for the next run and for the next format of this one.
A drawing that can't be read, or not be written, is drawn.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from joblib import Memory

from laporan.show.drawn_from import fingerprint

# Of a month; its pictures take two. Those that were looked at last stay.
_LARGEST = 32 * 1024 * 1024


def draw_once(draw: Callable[[], str], folder: Path, *basis: object) -> str:
    """Give what ``draw`` gives, or what it gave for the same basis before.

    Parameters
    ----------
    draw
        Makes the picture.
    folder
        Where drawings are kept.
    basis
        All that the picture rests on besides the package's code and the libraries. What can't be
        told apart safely, such as a notebook's own function, is drawn each time.
    """
    sidik = fingerprint(basis)
    if sidik is None:
        return draw()
    try:
        with _kept_in(folder) as memory:
            return str(memory.cache(_drawn, ignore=["draw"])(sidik, draw))
    except OSError:
        return draw()


def trim_drawings(folder: Path) -> None:
    """Let go of the drawings that were not looked at for longest, where there are too many."""
    with suppress(OSError), _kept_in(folder) as memory:
        memory.reduce_size(bytes_limit=_LARGEST)


@contextmanager
def _kept_in(folder: Path) -> Iterator[Memory]:
    """Open what is kept in a folder; of what can't be read or written there it only warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield Memory(folder, verbose=0)


def _drawn(sidik: str, draw: Callable[[], str]) -> str:
    return draw()
