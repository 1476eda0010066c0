"""Times of an export that was opened in Excel and saved again: in its spelling, without a zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, timedelta, timezone, tzinfo
from itertools import permutations
from zoneinfo import ZoneInfo

import pandas as pd

from laporan.clean.dates import ZONA_LAPORAN, has_offset, parse_instants
from laporan.clean.ids import plain_numbers
from laporan.clean.numbers import is_blank
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, tanggal
from laporan.read.raw_table import RawTable

# The orders of day, month and year, and how a message names them.
ORDERS = {"dmy": "hari lebih dulu", "mdy": "bulan lebih dulu"}
# So many tickets that two files share tell how far their clocks are apart.
FEWEST_SHARED = 2
FURTHEST, QUARTER, WIB_AHEAD = timedelta(hours=14), timedelta(minutes=15), timedelta(hours=7)
# From so many times on, none of which is of the night or the afternoon, their halves are lost.
FEWEST_HALVED = 20
_CLOCK = r"(?P<H>\d{1,2})[.:](?P<M>\d{2})(?:[.:](?P<S>\d{2}))?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
_SHORT = rf"(?P<a>\d{{1,2}})[/.\-](?P<b>\d{{1,2}})[/.\-](?P<y>\d{{4}}|\d\d),?\s+{_CLOCK}"
_LONG = rf"(?P<y>\d{{4}})[/.\-](?P<b>\d{{1,2}})[/.\-](?P<a>\d{{1,2}}) +{_CLOCK}"
_SERIAL = r"([34567]\d{4}(?:[.,]\d+)?)"
_EPOCH = "1899-12-30"

Times = dict[str, "pd.Series[pd.Timestamp]"]


@dataclass(frozen=True)
class Resaved:
    """A file whose times are in Excel's spelling, with the readings that they allow."""

    table: RawTable
    readings: Mapping[str, Times]
    place: str
    first: int


@dataclass(frozen=True)
class Zone:
    """How to read a file's times, and what decides it."""

    order: str
    zone: tzinfo
    said: str


def restore_times(
    tables: Sequence[RawTable], columns: Sequence[str], zona_ekspor: str
) -> list[RawTable]:
    """Write the times that Excel spelt in its way as Deskpro does, with their zone.

    The zone is that under which shared tickets have one time, else that of the settings.

    Parameters
    ----------
    tables
        The pages of tickets.
    columns
        The columns of times, that of the creation first.
    zona_ekspor
        The zone of times without one, as the settings have it; empty if they don't.

    Raises
    ------
    LaporanError
        If the dates of a file can be read in two ways or in none, or nothing decides the zone.
    """
    resaved = {at: found for at, table in enumerate(tables) if (found := _resaved(table, columns))}
    done = {at: table for at, table in enumerate(tables) if at not in resaved}
    while resaved:
        others = [t for t in done.values() if has_offset(t.data[columns[0]]).any()]
        zones = {
            at: zone for at, file in resaved.items() if (zone := _shared(file, columns, others))
        }
        zones = zones or _apart(resaved, columns[0])
        if not zones:
            at, file = next(iter(resaved.items()))
            zones = {at: _by_settings(file, columns[0], zona_ekspor)}
        for at, zone in zones.items():
            done[at] = _restore(resaved.pop(at), columns, zone, others)
    return [done[at] for at in range(len(tables))]


def _resaved(table: RawTable, columns: Sequence[str]) -> Resaved | None:
    """Tell whether most of a file's times are in Excel's spelling, and read them."""
    created = table.data[columns[0]]
    parts = _spelt(created)
    if parts.empty or 2 * int(parts.notna().any(axis=1).sum()) <= int((~is_blank(created)).sum()):
        return None
    spelt = {name: _spelt(table.data[name]).reindex(created.index) for name in columns}
    ours = spelt[columns[0]].notna().any(axis=1)
    first = int(created[ours].index[0])
    place = f"{table.berkas}, baris {first}, kolom {columns[0]!r}: “{created[first].strip()}” dan "
    place += f"{angka(int(ours.sum()) - 1)} waktu lain "
    _refuse_halved(spelt[columns[0]][ours], place)
    return Resaved(table, _readings(table, spelt), place, first)


def _restore(
    file: Resaved, columns: Sequence[str], zone: Zone, others: Sequence[RawTable]
) -> RawTable:
    table = file.table
    data = table.data.copy()
    for name in columns:
        local = file.readings[zone.order][name]
        found = local.dt.tz_localize(zone.zone, ambiguous="NaT", nonexistent="NaT")
        found = _with_seconds(table, found.dt.tz_convert("UTC"), name, others).dropna()
        data.loc[found.index, name] = found.dt.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    told = (
        f"{file.place}tertulis menurut cara Excel, tanpa zona; dibaca dengan {ORDERS[zone.order]}, "
        f"sebagai waktu {zone.said}. Cocokkan satu tiket dengan Deskpro; lain kali pakai ekspornya "
        "tanpa menyimpannya dari Excel."
    )
    return replace(table, data=data, peringatan=(*table.peringatan, told))


def _spelt(texts: pd.Series[str]) -> pd.DataFrame:
    """Take the times in Excel's spelling apart; a row for each that no program wrote."""
    # What a program wrote, if without its zone, is read as it always was. That is usually all, and
    # taking a million times apart takes longer than all else.
    left = texts[parse_instants(texts).isna() & texts.notna()].str.strip()
    short, long = left.str.extract(f"^{_SHORT}$"), left.str.extract(f"^{_LONG}$")
    parts = short.fillna(long)
    parts["long"] = long["y"].where(long["y"].notna())
    return parts.assign(serial=left.str.extract(f"^{_SERIAL}$")[0])


def _moments(parts: pd.DataFrame, order: str) -> pd.Series[pd.Timestamp]:
    """Read times in an order of day and month; what starts with the year has one order alone."""
    swapped = parts["long"].isna() & (order == "mdy")
    day, month = parts["a"].mask(swapped, parts["b"]), parts["b"].mask(swapped, parts["a"])
    year = parts["y"].where(parts["y"].str.len().eq(4), "20" + parts["y"])
    half = parts["half"].str.replace(".", "", regex=False).str.upper()
    clock = parts["H"] + ":" + parts["M"] + ":" + parts["S"].fillna("00")
    date = year + "-" + month + "-" + day + " " + clock
    whole = pd.to_datetime(date.mask(half.notna()), format="%Y-%m-%d %H:%M:%S", errors="coerce")
    halved = pd.to_datetime(date + " " + half, format="%Y-%m-%d %I:%M:%S %p", errors="coerce")
    numbers = pd.to_numeric(parts["serial"].str.replace(",", ".", regex=False))
    serial = pd.to_datetime(numbers, unit="D", origin=_EPOCH).dt.round("s")
    return whole.fillna(halved).fillna(serial).dt.as_unit("us")


def _readings(table: RawTable, spelt: Mapping[str, pd.DataFrame]) -> dict[str, Times]:
    """Give the readings under which all times of a file are times."""
    found: dict[str, Times] = {}
    for order in ORDERS:
        times = {name: _moments(parts, order) for name, parts in spelt.items()}
        wrong = [times[name].isna() & spelt[name].notna().any(axis=1) for name in spelt]
        if not any(each.any() for each in wrong):
            found[order] = times
    if not found:
        raise LaporanError(
            f"{table.berkas}: sebagian waktunya hanya terbaca dengan {ORDERS['dmy']} dan sebagian "
            f"hanya dengan {ORDERS['mdy']}, sehingga hari dan bulannya tidak pasti. Ekspor ulang "
            "dari Deskpro, dan jangan simpan dari Excel."
        )
    first, *rest = found.items()
    if all(first[1][name].equals(times[name]) for _, times in rest for name in spelt):
        return dict([first])
    return found


def _numbers(table: RawTable) -> pd.Series[str]:
    return plain_numbers(table.data["ticket_id"])


def _exact_times(tables: Sequence[RawTable], name: str) -> pd.Series[pd.Timestamp]:
    """Give the times of tickets that say their zone, by the tickets' numbers."""
    parts = [
        parse_instants(table.data[name]).where(has_offset(table.data[name]))
        .set_axis(pd.Index(_numbers(table)))
        for table in tables
    ]  # fmt: skip
    times = pd.concat(parts).dropna()
    return times[times.index.notna() & ~times.index.duplicated()].dt.tz_convert("UTC")


def _steps(local: pd.Series[pd.Timestamp], there: pd.Series[pd.Timestamp]) -> pd.Timedelta | None:
    """Find by how much the clocks of shared tickets are apart, where all are by the same."""
    apart = (local.dt.floor("min") - there.dt.floor("min")).dropna()
    if len(apart) < FEWEST_SHARED or apart.ne(apart.iloc[0]).any():
        return None
    step = pd.Timedelta(apart.iloc[0])
    return step if abs(step) <= FURTHEST and not step % QUARTER else None


def _shared(file: Resaved, columns: Sequence[str], others: Sequence[RawTable]) -> Zone | None:
    """Find a file's zone by the tickets that it shares with files that tell theirs."""
    if not others:
        return None
    name = columns[0]
    there = _numbers(file.table).map(_exact_times(others, name)).dt.tz_localize(None)
    steps = {order: _steps(times[name], there) for order, times in file.readings.items()}
    fitting = {order: step for order, step in steps.items() if step is not None}
    if len(fitting) != 1:
        return None
    ((order, step),) = fitting.items()
    names = ", ".join(dict.fromkeys(other.berkas for other in others))
    zone = timezone(step.to_pytimedelta())
    return Zone(order, zone, f"{zone}, karena itulah waktu tiket-tiketnya yang ada juga di {names}")


def _apart(files: Mapping[int, Resaved], name: str) -> dict[int, Zone]:
    """Find two files whose shared tickets are as far apart as UTC and WIB, Deskpro's zones."""
    sure = {at: file for at, file in files.items() if len(file.readings) == 1}
    for (one, first), (two, second) in permutations(sure.items(), 2):
        (order, times), (other, later) = (*first.readings.items(), *second.readings.items())
        numbers = pd.Index(_numbers(second.table))
        there = later[name].set_axis(numbers)[numbers.notna() & ~numbers.duplicated()]
        if _steps(_numbers(first.table).map(there), times[name]) == WIB_AHEAD:
            why = (
                f"karena tiket-tiket yang ada di {first.table.berkas} dan di {second.table.berkas} "
                "berselisih tepat tujuh jam"
            )
            return {
                one: Zone(order, UTC, f"UTC, {why}"),
                two: Zone(other, ZoneInfo(ZONA_LAPORAN), f"WIB, {why}"),
            }
    return {}


def _by_settings(file: Resaved, name: str, zona_ekspor: str) -> Zone:
    if len(file.readings) != 1:
        raise _two_orders(file, name)
    ((order, times),) = file.readings.items()
    if not zona_ekspor:
        raise _no_zone(file.place, times[name][file.first])
    said = f"{zona_ekspor} menurut pengaturan tiket.zona_ekspor"
    return Zone(order, ZoneInfo(zona_ekspor), said)


def _with_seconds(
    table: RawTable, found: pd.Series[pd.Timestamp], name: str, others: Sequence[RawTable]
) -> pd.Series[pd.Timestamp]:
    """Take the seconds that Excel dropped from the same ticket in another file."""
    if not others:
        return found
    exact = _numbers(table).map(_exact_times(others, name))
    same = found.notna() & exact.dt.floor("min").eq(found)
    return found.mask(same, exact)


def _refuse_halved(parts: pd.DataFrame, place: str) -> None:
    hours = pd.to_numeric(parts["H"].where(parts["half"].isna())).dropna()
    if len(hours) >= FEWEST_HALVED and hours.between(1, 12).all() and hours.eq(12).any():
        raise LaporanError(
            f"{place}memakai jam 1 sampai 12 tanpa AM atau PM, sehingga dapat dibaca sebagai pagi "
            "dan sebagai sore. Ekspor ulang dari Deskpro, dan jangan simpan dari Excel."
        )


def _two_orders(file: Resaved, name: str) -> LaporanError:
    both = "; ".join(
        f"dengan {ORDERS[order]}, {tanggal(times[name][file.first])}"
        for order, times in file.readings.items()
    )
    return LaporanError(
        f"{file.place}dapat dibaca dengan dua cara: {both}. Ekspor ulang dari Deskpro, dan jangan "
        "simpan dari Excel; atau taruh juga di folder itu ekspor lain yang memuat sebagian "
        "tiketnya."
    )


def _no_zone(place: str, moment: pd.Timestamp) -> LaporanError:
    as_utc = moment.tz_localize("UTC").tz_convert(ZONA_LAPORAN)
    return LaporanError(
        f"{place}tertulis menurut cara Excel, yang membuang zonanya. Dibaca sebagai UTC, yang "
        f"pertama {_told(as_utc)} WIB; sebagai WIB, {_told(moment)} WIB. Tulis zonanya di "
        'pengaturan, di bawah [tiket]: zona_ekspor = "UTC" atau zona_ekspor = "Asia/Jakarta"; '
        "atau ekspor ulang dari Deskpro, dan jangan simpan dari Excel."
    )


def _told(moment: pd.Timestamp) -> str:
    return f"{tanggal(moment)} pukul {moment:%H.%M}"
