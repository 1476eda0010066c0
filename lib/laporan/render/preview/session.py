"""A preview from its start to its end."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import nbformat

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.read.folder import check_folder
from laporan.render.preview.cell_errors import show_errors
from laporan.render.preview.page_server import Board, serving
from laporan.render.preview.warm_notebook import Stopped, WarmNotebook
from laporan.render.preview.watched import REPORT, Change, changes

# What the page says, for its proof.
SPOKEN = "dikatakan.json"


def preview(project: Project, bulan: Bulan, port: int | None, say: Callable[[str], None]) -> None:
    """Serve the report of a month, and keep it true, until it is interrupted.

    Parameters
    ----------
    port
        Where; None for the usual one, or any.
    say
        Tells whoever sits before the terminal.

    Raises
    ------
    LaporanError
        If the month has no folder, or the port is taken.
    """
    check_folder(project.raw(bulan))
    with suppress(asyncio.CancelledError):
        asyncio.run(_follow(project, bulan, port, say))
    say("Pratinjau selesai.")


async def _follow(
    project: Project, bulan: Bulan, port: int | None, say: Callable[[str], None]
) -> None:
    _end_gently()
    board = Board()
    with scratch() as folder:
        source = project.notebooks / REPORT
        notebook = WarmNotebook(project, source, f'bulan = "{bulan}"', folder)
        async with serving(board, port) as address, notebook.open():
            say(f"Pratinjau {bulan.label}: {address}  (Ctrl-C mengakhirinya)")
            maker = _Maker(notebook, bulan, board, folder, say)
            work = asyncio.create_task(maker.make(Change.CODE))
            try:
                async for change in changes(project, bulan):
                    await notebook.stop()
                    await work
                    work = asyncio.create_task(maker.make(change))
            finally:
                work.cancel()
                await asyncio.gather(work, return_exceptions=True)


def _end_gently() -> None:
    """Let every way of asking a process to end, that its system has, end the task that calls."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    if task is None:
        return
    for name in ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: loop.call_soon_threadsafe(task.cancel))


class _Maker:
    """Makes the page anew, as often as it is asked."""

    def __init__(
        self,
        notebook: WarmNotebook,
        bulan: Bulan,
        board: Board,
        folder: Path,
        say: Callable[[str], None],
    ) -> None:
        self._notebook = notebook
        self._bulan = bulan
        self._board = board
        self._folder = folder
        self._say = say

    async def make(self, change: Change) -> None:
        """Make what a change asks for, and show it."""
        start, numbers = time.perf_counter(), list[int]()

        def tell(number: int) -> None:
            numbers.append(number)
            self._board.doing(f"Menjalankan sel ke-{number}")

        html: str | None = None
        notes, failed = list[str](), True
        try:
            executed = await self._notebook.run(change, tell)
            self._board.doing("Menyusun halaman")
            html, notes, failed = await self._page(executed)
        except Stopped:
            return
        except LaporanError as error:
            notes = [str(error)]
        self._board.show(html, notes)
        what = f"mulai sel ke-{numbers[0]}" if numbers else "halaman saja"
        seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
        self._say("\n  ".join([f"{datetime.now():%H.%M.%S} {what}, {seconds} detik", *notes]))
        if not failed:
            await self._prove(notes)

    async def _page(self, executed: nbformat.NotebookNode) -> tuple[str, list[str], bool]:
        """Make the page, and tell what is to be said of it, and whether a cell failed."""
        shown, errors = show_errors(executed)
        names = (REPORT, "pratinjau.html", "peringatan.json", SPOKEN)
        file, page, warnings, spoken = (self._folder / name for name in names)
        file.write_text(nbformat.writes(shown), "utf-8")
        arguments = (str(each) for each in (self._bulan, file, page, warnings, spoken))
        await self._notebook.call(f"write_page{tuple(arguments)!r}")
        notes = [*errors, *json.loads(warnings.read_text("utf-8"))]
        return page.read_text("utf-8"), notes, bool(errors)

    async def _prove(self, notes: Sequence[str]) -> None:
        """Add what nothing proves to what is said of the page, which is shown already."""
        spoken, target = (self._folder / name for name in (SPOKEN, "tak-terbukti.json"))
        target.write_text("[]", "utf-8")
        arguments = (str(self._bulan), str(spoken), str(target))
        try:
            await self._notebook.call(f"list_unproven{arguments!r}", may_stop=True)
        except Stopped:
            return
        except LaporanError as error:
            unproven = [str(error)]
        else:
            unproven = json.loads(target.read_text("utf-8"))
        if unproven:
            self._board.show(None, [*notes, *unproven])
            self._say("  " + "\n  ".join(unproven))
