"""Pictures without their ink: who reads a report's words needs no more of them than their size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Concatenate, ParamSpec

from matplotlib.axes import Axes
from matplotlib.figure import Figure

P = ParamSpec("P")

_drawn: ContextVar[bool] = ContextVar("drawn", default=True)


@contextmanager
def undrawn() -> Iterator[None]:
    """Make all that a report says, with empty pictures of the right size."""
    token = _drawn.set(False)
    try:
        yield
    finally:
        _drawn.reset(token)


def is_drawn() -> bool:
    """Tell whether pictures are to be seen."""
    return _drawn.get()


def drawing(form: Callable[Concatenate[Axes, P], Axes]) -> Callable[Concatenate[Axes, P], Axes]:
    """Let a form of charts leave the axes empty where nobody looks at them."""

    @wraps(form)
    def wrapper(axes: Axes, /, *args: P.args, **kwargs: P.kwargs) -> Axes:
        return form(axes, *args, **kwargs) if is_drawn() else axes

    return wrapper


def empty_svg(figure: Figure) -> str:
    """Give an empty picture of a figure's size, which the slides are laid out by."""
    width, height = figure.get_size_inches() * 72
    size = f'width="{width:g}pt" height="{height:g}pt" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>'
