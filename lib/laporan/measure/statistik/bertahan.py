"""Times until something happens, where of some it is only known that it took longer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
# Products of shares that are equal differ by less.
_ROUNDING = 1e-12


def survival(times: Numbers, happened: Flags) -> tuple[Numbers, Numbers]:
    """Give the moments at which something happened, and who waits on after each (Kaplan-Meier).

    Parameters
    ----------
    times
        How long each waited.
    happened
        Whether it came to its end then; who did not was looked at until then.
    """
    moments, ended = np.unique(times[happened], return_counts=True)
    waiting = len(times) - np.searchsorted(np.sort(times), moments, side="left")
    return moments, np.asarray(np.cumprod(1 - ended / waiting), dtype=np.float64)


def quantile(times: Numbers, happened: Flags, share: float) -> float | None:
    """Give the time by which that share is at its end; None where it is never reached."""
    moments, waiting = survival(times, happened)
    reached = np.flatnonzero(waiting <= 1 - share + _ROUNDING)
    return float(moments[reached[0]]) if len(reached) else None
