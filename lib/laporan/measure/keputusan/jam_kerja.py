"""The clock of service hours: how many minutes of them lie between two moments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from laporan.clean.hours import opening, service_days_between

Numbers = npt.NDArray[np.float64]
_DAY = 86_400


@dataclass(frozen=True)
class JamKerja:
    """The service hours of a span of days.

    Attributes
    ----------
    first
        The first day.
    open_days
        Of each day whether it is a service day.
    opens, closes
        When these begin and end, in seconds of the day.
    """

    first: pd.Timestamp
    open_days: npt.NDArray[np.bool_]
    opens: int
    closes: int

    @classmethod
    def over(cls, first: pd.Timestamp, last: pd.Timestamp, settings: Any) -> JamKerja:
        """Lay out the days from one to another; ``settings`` is the table ``jam_layanan``."""
        days = pd.date_range(first.normalize(), last.normalize(), unit="us")
        served = pd.DatetimeIndex(service_days_between(days, settings))
        return cls(days[0], days.isin(served), *opening(settings))

    def minutes(
        self, start: pd.Series[pd.Timestamp], end: pd.Series[pd.Timestamp]
    ) -> pd.Series[float]:
        """Count the service minutes from each moment to another; 0 where that one is earlier."""
        seconds = self._passed(end) - self._passed(start)
        return pd.Series(np.maximum(seconds, 0) / 60, index=start.index)

    def _passed(self, moments: pd.Series[pd.Timestamp]) -> Numbers:
        """Count the service seconds from the first day to each moment, in WIB."""
        local = moments.dt.tz_localize(None)
        since = ((local - self.first) / pd.Timedelta(seconds=1)).to_numpy(dtype="float64")
        day = np.floor_divide(since, _DAY).astype("int64")
        before = np.concatenate([[0], np.cumsum(self.open_days)])[day]
        today = np.clip(since - day * _DAY, self.opens, self.closes) - self.opens
        passed: Numbers = before * (self.closes - self.opens) + today * self.open_days[day]
        return passed


def service_minutes(
    start: pd.Series[pd.Timestamp], end: pd.Series[pd.Timestamp], settings: Any
) -> pd.Series[float]:
    """Count the service minutes from each moment to another.

    Parameters
    ----------
    start, end
        Moments in WIB, none missing.
    settings
        The table ``jam_layanan`` of the settings.
    """
    if start.empty:
        return pd.Series(dtype="float64", index=start.index)
    both = pd.concat([start, end]).dt.tz_localize(None)
    return JamKerja.over(both.min(), both.max(), settings).minutes(start, end)
