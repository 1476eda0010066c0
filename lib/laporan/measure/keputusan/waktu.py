"""How long consultations wait for a first reply and for their end.

Who still waits when the month ends is counted as waiting, and not left out: Kaplan and Meier's
median, not that of the answered alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.indikator import Indikator, define
from laporan.measure.keputusan.bagian import PERSEN, share
from laporan.measure.keputusan.bahan import SEDIKIT, Hasil, Satu
from laporan.measure.keputusan.jam_kerja import service_minutes
from laporan.measure.konsultasi import DALAM_LUAR, SELURUH, consultations
from laporan.measure.statistik.bertahan import quantile

SUMBER, MENIT = "tiket", "menit layanan"
# A ticket in such a state has come to its end; without the time of it, the time is missing.
BERAKHIR = ("resolved", "closed", "archived")
KAPLAN_MEIER = "yang masih menunggu pada akhir bulan ikut dihitung sebagai menunggu (Kaplan–Meier)"
BELUM_TERCAPAI = "belum tercapai; yang terlama diamati {n} menit"
TANPA_SASARAN = "tidak dinilai: sasarannya belum ditetapkan"
WAKTU_HILANG = "waktunya kosong pada {n}% yang sudah berakhir, lebih dari {perlu}%"


@dataclass(frozen=True)
class Tunggu:
    """A wait: the column that ends it, its target, and the figures that tell of it."""

    kolom: str
    sasaran: str
    median: Indikator
    p90: Indikator
    dalam_sasaran: Indikator
    belum: Indikator
    kalender: Indikator | None = None

    @property
    def all(self) -> tuple[Indikator, ...]:
        """All its figures."""
        found = (self.median, self.p90, self.dalam_sasaran, self.belum, self.kalender)
        return tuple(each for each in found if each)


BALAS = Tunggu(
    "dibalas",
    "balas_menit",
    median=define(
        "balas.median_menit", "Median balasan pertama", MENIT,
        f"Menit jam layanan dari dibuat sampai balasan pertama agen; {KAPLAN_MEIER}",
        SELURUH, SUMBER,
    ),
    p90=define(
        "balas.p90_menit", "Persentil 90 balasan pertama", MENIT,
        "Menit jam layanan yang di dalamnya sembilan dari sepuluh konsultasi dibalas; "
        f"{KAPLAN_MEIER}",
        SELURUH, SUMBER,
    ),
    kalender=define(
        "balas.median_menit_kalender", "Median balasan pertama menurut kalender", "menit",
        "Menit dari dibuat sampai balasan pertama agen, malam dan hari libur ikut dihitung; "
        f"{KAPLAN_MEIER}",
        SELURUH, SUMBER,
    ),
    dalam_sasaran=define(
        "balas.dalam_sasaran", "Dibalas dalam sasaran", "persen",
        "Konsultasi yang dibalas dalam sasaran.balas_menit menit layanan dibagi konsultasi yang "
        "sudah jatuh tempo pada akhir bulan",
        "konsultasi yang dibalas atau sudah melewati sasaran", SUMBER,
    ),
    belum=define(
        "balas.belum", "Belum dibalas", "konsultasi",
        "Konsultasi tanpa balasan pertama sampai akhir bulan", SELURUH, SUMBER,
    ),
)  # fmt: skip
LEBAR, TERAKHIR = 5, 60  # minutes of a step, and where the last one begins
SEBARAN = define(
    "balas.sebaran", "Konsultasi menurut waktu balasan pertama", "konsultasi",
    "Konsultasi yang dibalas setelah menit jam layanan sebanyak itu; yang belum dibalas tidak "
    "termasuk", SELURUH, SUMBER,
)  # fmt: skip
SELESAI = Tunggu(
    "selesai",
    "selesai_menit",
    median=define(
        "selesai.median_menit", "Median penyelesaian", MENIT,
        f"Menit jam layanan dari dibuat sampai terakhir diselesaikan; {KAPLAN_MEIER}",
        SELURUH, SUMBER,
    ),
    p90=define(
        "selesai.p90_menit", "Persentil 90 penyelesaian", MENIT,
        "Menit jam layanan yang di dalamnya sembilan dari sepuluh konsultasi selesai; "
        f"{KAPLAN_MEIER}",
        SELURUH, SUMBER,
    ),
    dalam_sasaran=define(
        "selesai.dalam_sasaran", "Selesai dalam sasaran", "persen",
        "Konsultasi yang selesai dalam sasaran.selesai_menit menit layanan dibagi konsultasi yang "
        "sudah jatuh tempo pada akhir bulan",
        "konsultasi yang selesai atau sudah melewati sasaran", SUMBER,
    ),
    belum=define(
        "selesai.belum", "Belum selesai", "konsultasi",
        "Konsultasi yang belum selesai sampai akhir bulan", SELURUH, SUMBER,
    ),
)  # fmt: skip


def cutoff(tiket: pd.DataFrame, bulan: Bulan) -> pd.Timestamp:
    """Give the moment up to which a month is looked at: its end, or the export's if earlier.

    What happens later has not happened yet, so that a later export gives the same figures.
    """
    end = pd.Timestamp(bulan.shift(1).first_day, tz="Asia/Jakarta")
    latest = tiket[["dibuat", "dibalas", "selesai"]].max().max()
    return end if pd.isna(latest) else min(end, latest)


def waits(tiket: pd.DataFrame, kolom: str, until: pd.Timestamp, settings: Settings) -> pd.DataFrame:
    """Give how long each ticket waited: ``menit, kalender, berakhir``."""
    ended = tiket[kolom].where(tiket[kolom].le(until))
    end = ended.fillna(until)
    calendar = (end - tiket["dibuat"]).dt.total_seconds() / 60
    return pd.DataFrame(
        {
            "menit": service_minutes(tiket["dibuat"], end, settings["jam_layanan"]),
            "kalender": calendar.clip(lower=0),
            "berakhir": ended.notna(),
        }
    )


def series_waktu(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> Hasil:
    """Measure both waits of all consultations: what is followed over months."""
    return [
        row
        for tunggu in (BALAS, SELESAI)
        for row in _measure(tunggu, tiket, bulan, settings, {"": ("",)})
    ]


def detail_waktu(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> Hasil:
    """Measure the wait for a reply by channel, and within and out of service hours."""
    groups = {"kanal": tuple(settings["tiket"]["kanal"]), "jam_layanan": DALAM_LUAR}
    return [*_measure(BALAS, tiket, bulan, settings, groups), *_spread(tiket, bulan, settings)]


def _spread(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> Hasil:
    """Count replies by the minutes until they came, in steps of which the last has no end."""
    found, minimum = consultations(tiket), settings["minimum"]
    if _missing(found, BALAS.kolom) > minimum["waktu_hilang_persen"]:
        return []
    waited = waits(found, BALAS.kolom, cutoff(tiket, bulan), settings)
    replied = waited.loc[waited["berakhir"], "menit"]
    steps = (replied // LEBAR * LEBAR).clip(upper=TERAKHIR).value_counts()
    return [
        SEBARAN.part(bulan, "menit", step_name(start), int(steps.get(start, 0)))
        for start in range(0, TERAKHIR + LEBAR, LEBAR)
    ]


def step_name(start: int) -> str:
    """Name a step by its minutes: ``05–10 menit``, and the last ``60 menit lebih``."""
    return f"{start} menit lebih" if start == TERAKHIR else f"{start:02d}–{start + LEBAR:02d} menit"


def _measure(
    tunggu: Tunggu,
    tiket: pd.DataFrame,
    bulan: Bulan,
    settings: Settings,
    groups: Mapping[str, tuple[str, ...]],
) -> Hasil:
    found = consultations(tiket)
    broken = _missing(found, tunggu.kolom)
    most = settings["minimum"]["waktu_hilang_persen"]
    if broken > most:
        return [each.none(bulan, WAKTU_HILANG, n=round(broken), perlu=most) for each in tunggu.all]
    waited = waits(found, tunggu.kolom, cutoff(tiket, bulan), settings)
    return [
        row
        for dimensi, names in groups.items()
        for name in names
        for row in _tell(
            tunggu,
            waited[found[dimensi].eq(name)] if dimensi else waited,
            (bulan, dimensi, name),
            settings,
        )
    ]


def _missing(tiket: pd.DataFrame, kolom: str) -> float:
    """Give the percentage of ended tickets of which nobody knows when."""
    ended = tiket.loc[tiket["status"].isin(BERAKHIR), kolom]
    return PERSEN * float(ended.isna().mean()) if len(ended) else 0.0


Place = tuple[Bulan, str, str]


def _tell(tunggu: Tunggu, waited: pd.DataFrame, place: Place, settings: Settings) -> Hasil:
    happened = waited["berakhir"].to_numpy(dtype=bool)
    return [
        tunggu.belum.part(*place, int((~happened).sum()), n=len(waited)),
        *_quantiles(tunggu, waited, place, settings["minimum"]),
        _within(tunggu, waited, place, settings),
    ]


def _quantiles(
    tunggu: Tunggu, waited: pd.DataFrame, place: Place, minimum: Mapping[str, int]
) -> Iterator[Satu]:
    bulan, dimensi, name = place
    happened = waited["berakhir"].to_numpy(dtype=bool)
    wanted = [(tunggu.median, "menit", 0.5, "median"), (tunggu.p90, "menit", 0.9, "p90")]
    if tunggu.kalender:
        wanted.append((tunggu.kalender, "kalender", 0.5, "median"))
    for indikator, column, portion, least in wanted:
        if len(waited) < minimum[least]:
            yield indikator.none(bulan, SEDIKIT, dimensi, name, n=len(waited), perlu=minimum[least])
            continue
        times = waited[column].to_numpy(dtype="float64")
        found = quantile(times, happened, portion)
        if found is None:
            yield indikator.none(bulan, BELUM_TERCAPAI, dimensi, name, n=float(np.max(times)))
        else:
            yield indikator.part(*place, found, n=len(waited))


def _within(tunggu: Tunggu, waited: pd.DataFrame, place: Place, settings: Settings) -> Satu:
    """Give the share within the target of those that have ended or are beyond it."""
    bulan, dimensi, name = place
    target = settings["sasaran"].get(tunggu.sasaran)
    if target is None:
        return tunggu.dalam_sasaran.none(bulan, TANPA_SASARAN, dimensi, name)
    due = waited[waited["berakhir"] | waited["menit"].ge(target)]
    part = int((due["berakhir"] & due["menit"].le(target)).sum())
    counted = (part, len(due))
    return share(tunggu.dalam_sasaran, bulan, counted, settings["minimum"], (dimensi, name))
