"""The report's notebook in a kernel that stays warm: what has not changed is not run again."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import takewhile
from pathlib import Path

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.notebook.runner import HASH_SEED, MARKDOWN_VARIABLE, STARTUP_SECONDS, TRANSPORT
from laporan.render.preview.cell_errors import tell_error
from laporan.render.preview.source_cells import CodeCell, code_cells, read_source
from laporan.render.preview.watched import Change

_IN_KERNEL = "__import__('laporan.render.preview.in_kernel', fromlist=['in_kernel'])"


class Stopped(Exception):  # noqa: N818  # nothing is wrong
    """What was being run has changed meanwhile."""


class WarmNotebook:
    """A notebook and its kernel, for use within ``async with``.

    Parameters
    ----------
    project
        Its folders.
    source
        The notebook; it is only read.
    parameters
        The code that follows the cell tagged ``parameters``.
    scratch
        A folder for what the kernel is reached by.
    """

    def __init__(self, project: Project, source: Path, parameters: str, scratch: Path) -> None:
        self._project = project
        self._source = source
        self._parameters = parameters
        self._connection = scratch / "kernel.json"
        self._done: list[CodeCell] = []
        self._kernel: AsyncKernelManager | None = None
        self._client: AsyncKernelClient | None = None
        self._may_stop = self._stopped = False

    @asynccontextmanager
    async def open(self) -> AsyncIterator[WarmNotebook]:
        """Let it be used; its kernel ends with it."""
        try:
            yield self
        finally:
            await self._end()

    async def run(self, change: Change, tell: Callable[[int], None]) -> NotebookNode:
        """Do again what a change asks for.

        Parameters
        ----------
        tell
            Told before each cell: its number.

        Returns
        -------
        NotebookNode
            The whole notebook, executed; what cells raised is among their outputs.

        Raises
        ------
        Stopped
            If :meth:`stop` was called.
        LaporanError
            If the notebook can't be read, or the kernel ended.
        """
        self._stopped = False
        if change is Change.CODE or self._kernel is None or not await self._kernel.is_alive():
            await self._begin()
        elif change is Change.DATA:
            self._done.clear()
        notebook = read_source(self._source, self._parameters)
        cells = code_cells(notebook)
        del self._done[_same(self._done, cells) :]
        await self.call(f"go_back({len(self._done)})")
        for done, code in zip(self._done, cells, strict=False):
            code.cell.outputs = done.cell.outputs
        client = NotebookClient(notebook, km=self._kernel, allow_errors=True, timeout=None)
        client.kc = self._client
        for code in cells[len(self._done) :]:
            tell(code.number)
            await self._run_cell(client, code)
            self._done.append(code)
        return notebook

    async def stop(self) -> None:
        """Give up what is being run."""
        self._stopped = True
        if self._may_stop and self._kernel is not None:
            await self._kernel.interrupt_kernel()

    async def call(self, code: str, may_stop: bool = False) -> None:
        """Call what is in :mod:`laporan.render.preview.in_kernel`, beside the notebook's names.

        Parameters
        ----------
        may_stop
            Whether :meth:`stop` ends it.

        Raises
        ------
        Stopped
            If it was ended so.
        LaporanError
            If it fails.
        """
        if self._client is None:
            raise RuntimeError("the kernel is not running")
        if may_stop and self._stopped:
            raise Stopped
        self._may_stop = may_stop
        try:
            reply = await self._client.execute_interactive(
                f"{_IN_KERNEL}.{code}", silent=True, store_history=False, output_hook=lambda _: None
            )
        finally:
            self._may_stop = False
        if may_stop and self._stopped:
            raise Stopped
        content = reply["content"]
        if content["status"] != "ok":
            raise LaporanError(tell_error(content["ename"], content["evalue"]))

    async def _run_cell(self, client: NotebookClient, code: CodeCell) -> None:
        if self._stopped:
            raise Stopped
        self._may_stop = True
        try:
            await client.async_execute_cell(code.cell, code.index)
        except DeadKernelError as error:
            # So it is told, too, when this task is cancelled.
            if (task := asyncio.current_task()) and task.cancelling():
                raise asyncio.CancelledError from error
            raise LaporanError(f"Kernel berhenti di tengah sel ke-{code.number}.") from error
        finally:
            self._may_stop = False
        if self._stopped:
            raise Stopped

    async def _begin(self) -> None:
        await self._end()
        self._kernel = AsyncKernelManager(
            kernel_name="python3", transport=TRANSPORT, connection_file=str(self._connection)
        )
        environment = {
            **os.environ,
            **HASH_SEED,
            MARKDOWN_VARIABLE: "1",
            **self._project.environment,
        }
        await self._kernel.start_kernel(cwd=str(self._project.root), env=environment)
        self._client = self._kernel.client()
        self._client.start_channels()
        try:
            await self._client.wait_for_ready(timeout=STARTUP_SECONDS)
        except RuntimeError as error:
            raise LaporanError("Kernel Python untuk notebook tidak mau berjalan.") from error
        self._client.allow_stdin = False
        await self.call("begin()")

    async def _end(self) -> None:
        self._done.clear()
        if self._client is not None:
            self._client.stop_channels()
        if self._kernel is not None:
            await self._kernel.shutdown_kernel(now=True)
        self._client = self._kernel = None


def _same(done: Sequence[CodeCell], cells: Sequence[CodeCell]) -> int:
    """Count the cells that stand as they were run, from the top."""
    pairs = zip(done, cells, strict=False)
    same = takewhile(lambda pair: pair[0].cell.source == pair[1].cell.source, pairs)
    return sum(1 for _ in same)
