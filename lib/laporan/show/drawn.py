"""Drawings remembered by all that they are drawn from: a cell that is run again draws nothing new.

What a chart draws is a function with the tables that it closes over. Two that are the same, piece
by piece, give the same picture, however often a notebook's cell makes them.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from types import FunctionType
from typing import Any

_KEPT = 512


def draw_once(draw: Callable[[], str], *basis: object) -> str:
    """Give what ``draw`` gives, from memory where it was drawn from the same basis before.

    Parameters
    ----------
    draw
        Makes the picture.
    basis
        All that the picture rests on. What can't be told apart safely, such as a notebook's own
        function, is drawn each time.
    """
    sidik = _fingerprint(basis)
    return draw() if sidik is None else _remembered(_Drawing(sidik, draw))


@dataclass(frozen=True)
class _Drawing:
    sidik: str
    draw: Callable[[], str] = field(compare=False)


@lru_cache(maxsize=_KEPT)
def _remembered(drawing: _Drawing) -> str:
    return drawing.draw()


def _fingerprint(basis: object) -> str | None:
    buffer = io.BytesIO()
    try:
        _Pickler(buffer).dump(basis)
    except (pickle.PicklingError, TypeError, AttributeError):
        return None
    return hashlib.sha256(buffer.getbuffer()).hexdigest()


class _Pickler(pickle.Pickler):
    """Pickles the package's functions, too, by their code and by what they close over."""

    def reducer_override(self, obj: Any) -> Any:
        if not isinstance(obj, FunctionType):
            return NotImplemented
        if obj.__module__.partition(".")[0] != __name__.partition(".")[0]:
            # A library's function is known by its name; a notebook's can mean anything.
            return NotImplemented
        code = obj.__code__
        closed = tuple(cell.cell_contents for cell in obj.__closure__ or ())
        place = (obj.__module__, code.co_qualname, code.co_firstlineno, code.co_code)
        return tuple, ((*place, obj.__defaults__, obj.__kwdefaults__, closed),)
