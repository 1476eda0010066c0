"""The satisfaction survey as Microsoft Forms exports it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.people import AGENTS, user_email, user_name
from laporan_sample.sample import Sample
from laporan_sample.workbook import Cell, Sheet, workbook

HEADER = (
    "ID",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "Agen",
    "Kepuasan Layanan",
    "Substansi\nJawaban",
    "Saran",
)
RATINGS = 20
# Too few ratings, or too few people: these agents do not count.
TOO_FEW = 4
ONE_PERSON = 9


def write_survei(sample: Sample) -> dict[str, bytes]:
    """Write the month's answers."""
    answers = _answers(sample.random("survei"), sample.bulan, sample.month.survei)
    return {"survei.xlsx": answers}


def _answers(rng: np.random.Generator, bulan: Bulan, missed: Sequence[int]) -> bytes:
    """Write a month's answers, and some of the days beside it.

    Parameters
    ----------
    rng
        Spreads the answers over the month.
    bulan
        The month.
    missed
        An agent that counts each: how many points its 20 ratings miss to full marks. Two agents
        that do not count are added.
    """
    answers: list[tuple[str, int, int | None, int | None]] = []
    for number, points in enumerate(missed):
        lost = rng.permutation([1] * points + [0] * (2 * RATINGS - points))
        for rating in range(RATINGS):
            service, substance = (5 - int(point) for point in lost[2 * rating : 2 * rating + 2])
            # With both factors alike, an answer may leave one out and keep its mean.
            left_out = service == substance and rng.random() < 0.05
            person = 10 * number + rating
            answers.append((AGENTS[number], person, service, None if left_out else substance))
    answers += [(AGENTS[5], 200 + n, 5, 5) for n in range(TOO_FEW)]
    answers += [(AGENTS[6], 0, 3, 4) for _ in range(ONE_PERSON)]
    moments = sorted(Clock(bulan).moments(rng, len(answers), open_=True))
    order = rng.permutation(len(answers))
    rows = [
        _row(number, moment, *answers[index])
        for number, (moment, index) in enumerate(zip(moments, order, strict=True), start=3)
    ]
    start = datetime.combine(bulan.first_day, datetime.min.time())
    end = datetime.combine(bulan.shift(1).first_day, datetime.min.time())
    before = [_row(n, start - timedelta(hours=n), AGENTS[0], n, 1, 1) for n in (1, 2)]
    after = _row(len(rows) + 3, end + timedelta(minutes=10), AGENTS[1], 3, 1, 1)
    return workbook(Sheet("Sheet1", HEADER, [*before, *rows, after]))


def _row(
    number: int,
    moment: datetime,
    agent: str,
    person: int,
    service: int | None,
    substance: int | None,
) -> list[Cell]:
    # Person 0 answers without signing in, as one in some does.
    email = user_email(person) if person else "anonymous"
    if person % 7 == 1:
        email = email.upper()
    name = user_name(person) if person else None
    start = moment - timedelta(seconds=40 + number % 30)
    return [number, start, moment, email, name, agent, service, substance, None]
