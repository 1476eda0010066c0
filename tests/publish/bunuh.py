"""Kills publishing after everything that it does to the disk, and looks at what it left.

    python tests/publish/bunuh.py [--contoh N] [--seed S]

Every write (also when half of it is done), new file, folder, link, rename, exchange and removal is
a place to die at, in three publications (the first one, a second month, a correction) and by both
ways in which the new site takes the old one's place. A process is killed by SIGKILL and not asked.
At the same places the disk is full, at random moments a process is killed from outside, and four
publish at once. Each time every file of the site must be as it was or as it is to be, and the next
publication must end as if nothing had happened. The exit status is 1 if one is not.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bahan import FIRST, JULI, JUNI, SECOND, THIRD, make_issue, tree

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.publish import swap
from laporan.publish.issue import Issue
from laporan.publish.issues import read_archive
from laporan.publish.publishing import add_issue
from laporan.publish.site import code
from laporan.publish.site_page import style
from laporan.publish.verify import damaged_files

FILLING = ("mkdir", "link", "symlink", "rename", "replace")
EMPTYING = ("unlink", "remove", "rmdir", "truncate")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
DONE, REFUSED, WENT_ROUND = 0, 10, 11
WAYS = ("sekali tukar", "dua ganti nama")
# What Python reports of a change to the disk, whoever makes it.
EVENTS = {
    "os.rename", "os.mkdir", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.truncate",
    "os.chmod", "os.utime", "shutil.move",
}  # fmt: skip


class Publication(NamedTuple):
    """Something to publish into a site."""

    name: str
    issue: Issue
    alasan: str | None
    waktu: datetime


class Disk:
    """Counts what a process does to the disk, and stops it at one place."""

    def __init__(self, stop: int, how: str) -> None:
        self.stop, self.how, self.count = stop, how, 0
        self._depth = 0
        self.went_round: list[str] = []

    def place(self) -> None:
        """Pass a place to die at."""
        self.count += 1
        if self.count == self.stop and self.how == "bunuh":
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self) -> None:
        """Come to where the disk may be full."""
        if self.count + 1 == self.stop and self.how == "penuh":
            self.count += 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def watch(self) -> None:
        """Put counters before all that changes the disk, and look for what goes round them."""
        for name in (*FILLING, *EMPTYING):
            setattr(os, name, self._counted(getattr(os, name), fills=name in FILLING))
        swap.exchange = self._counted(swap.exchange)
        really_open, really_write = os.open, os.write

        def open_(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
            if not flags & WRITING:
                return really_open(path, flags, *args, **kwargs)
            return self._counted(really_open)(path, flags, *args, **kwargs)

        def write(descriptor: int, data: Any) -> int:
            half = len(data) // 2
            if half:
                self.before()
                really_write(descriptor, data[:half])
                self.place()
            self.before()
            rest = really_write(descriptor, data[half:])
            self.place()
            return half + rest

        os.open, os.write = open_, write
        sys.addaudithook(self._audit)

    def _counted(self, call: Callable[..., Any], *, fills: bool = True) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            if fills:
                self.before()
            self._depth += 1
            try:
                result = call(*args, **kwargs)
            finally:
                self._depth -= 1
            self.place()
            return result

        return counted

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        writing = event == "open" and isinstance(args[2], int) and args[2] & WRITING
        if (writing or event in EVENTS) and not self._depth:
            self.went_round.append(f"{event} {args[0]}")


def fork(work: Callable[[], int]) -> int:
    """Do work in a process of its own; give its id."""
    child = os.fork()
    if child:
        return child
    status = 99
    try:
        status = work()
    finally:
        os._exit(status)


def publish(site: Path, what: Publication, disk: Disk | None = None) -> int:
    """Publish; what a process of its own does."""
    if disk:
        disk.watch()
    try:
        add_issue(site, what.issue, what.alasan, what.waktu)
    except LaporanError:
        return REFUSED
    if disk and disk.went_round:
        print(*disk.went_round, sep="\n", file=sys.stderr)
        return WENT_ROUND
    return DONE


def ended(child: int) -> int:
    """Wait for a process: its exit status, or the signal that killed it as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def count_places(site: Path, what: Publication) -> int:
    """Publish undisturbed, and count the places to die at."""
    reader, writer = os.pipe()

    def work() -> int:
        disk = Disk(0, "")
        tell = os.write
        status = publish(site, what, disk)
        tell(writer, str(disk.count).encode())
        return status

    child = fork(work)
    status = ended(child)
    if status != DONE:
        raise SystemExit(f"{what.name}: menulis lewat jalan yang tidak dihitung, status {status}")
    return int(os.read(reader, 20))


@contextmanager
def way(name: str) -> Iterator[None]:
    """Let the system have or lack the call that exchanges two folders."""
    whole = swap.exchange
    if name == WAYS[1]:
        swap.exchange = lambda one, other: False
    try:
        yield
    finally:
        swap.exchange = whole


class Trial:
    """A publication into a site, to be disturbed as often as one likes."""

    def __init__(self, folder: Path, before: Path, what: Publication, way: str) -> None:
        self.before, self.what, self.way = before, what, way
        self.home = folder / "coba"
        self.site = self.home / "_situs"
        self.prepare()
        self.old = tree(self.site)
        self.places = count_places(self.site, what)
        self.new = tree(self.site)
        self.found: Counter[str] = Counter()
        self.wrong: list[str] = []

    def prepare(self) -> None:
        """Set the site back to what it was before."""
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        if self.before.exists():
            shutil.copytree(self.before, self.site)

    def disturb(self, place: int, how: str) -> None:
        """Publish, and stop it at a place."""
        self.prepare()
        status = ended(fork(lambda: publish(self.site, self.what, Disk(place, how))))
        expected = {"bunuh": {-signal.SIGKILL}, "penuh": {DONE, REFUSED}}[how]
        if status not in expected:
            self.wrong.append(f"{how} di {place}: status {status}")
        self.look(f"{how} di {place}", clean=how == "penuh")

    def kill_at(self, seconds: float) -> None:
        """Publish, and kill it from outside after a while."""
        self.prepare()
        child = fork(lambda: publish(self.site, self.what))
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        ended(child)
        self.look(f"bunuh sesudah {seconds:.4f} detik")

    def look(self, where: str, *, clean: bool = False) -> None:
        """Compare every file with the old site and the new, then publish as if nothing was."""
        left = tree(self.site)
        states = {"situs lama": self.old, "situs baru": self.new}
        state = next((name for name, files in states.items() if files == left), "campuran")
        if left is None and self.old is not None and self.way == WAYS[1]:
            state = "tanpa situs"  # between its two renames; the next publication mends it
        self.found[state] += 1
        if state == "campuran":
            self.wrong.append(f"{where}: campuran")
        # Where the new site stands, what is left of the old one may wait.
        if clean and state != "situs baru" and self.leftovers():
            self.wrong.append(f"{where}: tersisa {self.leftovers()}")
        if ended(fork(lambda: publish(self.site, self.what))) != DONE:
            self.wrong.append(f"{where}: penerbitan berikutnya gagal")
        if tree(self.site) != self.new or self.leftovers():
            self.wrong.append(f"{where}: penerbitan berikutnya tidak memulihkan situs")

    def leftovers(self) -> list[str]:
        """List what lies beside the site and should not."""
        expected = {"_situs", "._situs.kunci"}
        return sorted({path.name for path in self.home.iterdir()} - expected)


def publications(folder: Path) -> list[Publication]:
    """The first issue, a second month, and its correction."""
    juni = make_issue(folder / "juni", JUNI, 1315)
    juli = make_issue(folder / "juli", JULI, 1707)
    ralat = make_issue(folder / "ralat", JULI, 1710)
    return [
        Publication("terbitan pertama", juni, None, FIRST),
        Publication("bulan kedua", juli, None, SECOND),
        Publication("ralat", ralat, "Tiga tiket terlewat.", THIRD),
    ]


def trials(folder: Path) -> Iterator[Trial]:
    """Every publication by every way."""
    for name in WAYS:
        before = folder / name / "kosong"
        for what in publications(folder / "bahan"):
            with way(name):
                trial = Trial(folder / name, before, what, name)
                yield trial
            before = folder / name / f"sesudah {what.name}"
            with way(name):
                trial.prepare()
                publish(trial.site, what)
            shutil.copytree(trial.site, before)


def publish_at_once(folder: Path, rounds: int) -> list[str]:
    """Let four months be published at the same time, one of them by two."""
    months = [Bulan(2023, number) for number in (1, 2, 3, 3)]
    wrong = []
    for round_ in range(rounds):
        site = folder / f"bersamaan-{round_}" / "_situs"
        issues = [make_issue(folder / f"bulan-{m}", m, 100 + m.nomor) for m in months]
        what = [Publication("", issue, None, FIRST) for issue in issues]
        children = [fork(partial(publish, site, each)) for each in what]
        statuses = [ended(child) for child in children]
        archive = read_archive(site)
        versions = [(version.bulan, version.nomor) for version in archive.versions]
        expected = [(month, 1) for month in sorted(set(months))]
        if statuses != [DONE] * 4 or versions != expected or damaged_files(site, archive.versions):
            wrong.append(f"bersamaan, putaran {round_ + 1}: {statuses}, {versions}")
    return wrong


def main() -> int:
    """Kill as often as asked."""
    parser = argparse.ArgumentParser(description="Menghentikan penerbitan di tiap langkahnya.")
    parser.add_argument("--contoh", type=int, help="hanya sekian tempat acak tiap penerbitan")
    parser.add_argument("--seed", type=int, default=0, help="benih acak")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    totals: Counter[str] = Counter()
    wrong: list[str] = []
    style(), code()  # every process inherits what takes longest to make
    with tempfile.TemporaryDirectory(prefix="laporan-bunuh-") as name:
        folder = Path(name)
        for trial in trials(folder):
            places = list(range(1, trial.places + 1))
            if options.contoh:
                places = chance.sample(places, min(options.contoh, len(places)))
            for place in places:
                trial.disturb(place, "bunuh")
                trial.disturb(place, "penuh")
            moments = [chance.uniform(0, 0.1) for _ in range(len(places) // 4)]
            for moment in moments:
                trial.kill_at(moment)
            totals["dibunuh di tiap langkah"] += len(places)
            totals["dibunuh pada saat acak"] += len(moments)
            totals["cakram penuh"] += len(places)
            totals.update(trial.found)
            wrong += [f"{trial.way}, {trial.what.name}: {text}" for text in trial.wrong]
            print(f"{trial.way}, {trial.what.name}: {trial.places} langkah, {dict(trial.found)}")
        rounds = 3 if options.contoh else 25
        wrong += publish_at_once(folder, rounds)
        totals["empat penerbitan bersamaan"] = rounds
    for what, count in totals.items():
        print(f"{what}: {count}")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"salah: {len(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
