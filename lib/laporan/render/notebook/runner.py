"""Several notebooks, one after the other, in one kernel."""

from __future__ import annotations

import ast
import importlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.scratch import scratch

# Sets and mappings of text keep their order from run to run, in analysts' cells, too.
HASH_SEED = {"PYTHONHASHSEED": "0"}
# Display objects give Markdown alone when a renderer reads them.
MARKDOWN_VARIABLE = "LAPORAN_MARKDOWN"
SHARED_KERNEL = "laporan.render.notebook.shared_kernel"
STARTUP_SECONDS = 60
# What the kernel warns of in its log is no matter of the report, and in English; errors remain.
_QUIET = "--IPKernelApp.log_level=40"
# Charts and tables are made of many small objects, and looking for those that nobody holds after
# each 700 of them takes a fifth of the time that drawing takes.
_RARELY = "--IPKernelApp.exec_lines=__import__('gc').set_threshold(100_000, 20, 100)"
# No history: after each cell what was run would be written to a file in the home folder.
_FORGET = "--HistoryManager.enabled=False"
# Over sockets in the file system nothing of the data can be heard on a network. Windows has none
# that ZeroMQ speaks: there it is the machine's own address, and every message is signed.
TRANSPORT = "tcp" if os.name == "nt" else "ipc"
# A kernel imports the libraries once; that is most of what a notebook takes.
_CLEAR = "get_ipython().reset(new_session=True)"
# As IPython writes the places of a traceback; the cell's own comes first.
_CELL_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")
_OWN_LINE = re.compile(r"File \S*?(lib/laporan/\S+:\d+), in ")
# The frames of the error that a cell raised last, as (file, line).
_FRAMES = (
    "[(each.filename, each.lineno) for each in "
    "__import__('traceback').extract_tb(__import__('sys').last_traceback)]"
)
_CELL_FILE = "ipykernel_"
# What these say of the exports names file, sheet and row, and is not the cell's doing.
_OF_EXPORTS = re.compile(r"laporan/(?:read|clean|check|store|render/prepare\.py)\b")
_OWN = {each.__name__: each for each in (LaporanError, CallError)}
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Runner:
    """A running kernel; a context manager.

    Parameters
    ----------
    cwd
        The folder that the notebooks run in.
    environment
        Variables that the kernel gets besides those of this process.
    """

    def __init__(self, cwd: Path, environment: Mapping[str, str]) -> None:
        self._cwd = cwd
        self._environment = {**os.environ, **HASH_SEED, MARKDOWN_VARIABLE: "1", **environment}
        self._folders = ExitStack()
        self._kernel = AsyncKernelManager(
            kernel_name="python3",
            transport=TRANSPORT,
            connection_file=str(self._folders.enter_context(scratch()) / "kernel.json"),
        )
        self._client: AsyncKernelClient | None = None
        self._used = False

    def __enter__(self) -> Self:
        """Start the kernel."""
        run_sync(self._kernel.start_kernel)(
            cwd=str(self._cwd), env=self._environment, extra_arguments=[_QUIET, _RARELY, _FORGET]
        )
        self._client = self._kernel.client()
        self._client.start_channels()
        try:
            # It is needed for the first notebook, and is loaded while the kernel starts.
            importlib.import_module(SHARED_KERNEL)
            run_sync(self._client.wait_for_ready)(timeout=STARTUP_SECONDS)
        except RuntimeError as error:
            self.__exit__(None, None, None)
            raise LaporanError(
                "Kernel Python untuk notebook tidak mau berjalan. "
                "Jalankan lagi pemasangan menurut README."
            ) from error
        self._client.allow_stdin = False
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the kernel, whatever happened."""
        if self._client is not None:
            self._client.stop_channels()
        run_sync(self._kernel.shutdown_kernel)(now=True)
        self._folders.close()

    def execute(
        self,
        source: Path,
        target: Path,
        parameters: Mapping[str, object],
        on_cell: Callable[[], None] = lambda: None,
    ) -> None:
        """Execute a notebook; its source is only read.

        Parameters
        ----------
        source, target
            The notebook, and where its executed copy goes.
        parameters
            Values for the cell tagged ``parameters``.
        on_cell
            Called after each cell.

        Raises
        ------
        LaporanError
            If a cell failed: with the cell, its line, and the error in one line; with the message
            alone where it tells of the exports.
        """
        if self._used:
            self.run(_CLEAR)
        self._used = True
        target.parent.mkdir(parents=True, exist_ok=True)
        from laporan.render.notebook.shared_kernel import PapermillExecutionError, execute_notebook

        try:
            execute_notebook(source, target, parameters, self._kernel, self._running, on_cell)
        except PapermillExecutionError as error:
            # Counted from 0 in the copy, which has one cell more: so it is the source's number.
            place = f"{source.name}, sel ke-{error.cell_index}"
            if own := _OWN.get(error.ename):
                raise own(_placed(error.evalue, place, self._frames())) from error
            raise _failure(error.ename, error.evalue, error.traceback, place) from error

    def run(self, code: str) -> None:
        """Run code in the kernel's present namespace.

        Raises
        ------
        LaporanError
            If it fails.
        """
        reply = run_sync(self._running.execute_interactive)(
            code, silent=True, store_history=False, output_hook=lambda _: None
        )
        content = reply["content"]
        if content["status"] != "ok":
            raise _failure(content["ename"], content["evalue"], content["traceback"], "kernel")

    def _frames(self) -> list[tuple[str, int]]:
        """Give where the last error came from: our own are shown without a traceback."""
        reply = run_sync(self._running.execute_interactive)(
            "", silent=True, user_expressions={"frames": _FRAMES}, output_hook=lambda _: None
        )
        found = reply["content"].get("user_expressions", {}).get("frames", {}).get("data", {})
        return list(ast.literal_eval(found.get("text/plain", "[]")))

    @property
    def _running(self) -> AsyncKernelClient:
        if self._client is None:
            raise RuntimeError("the kernel is not running: use the runner in a with statement")
        return self._client


def _placed(message: str, place: str, frames: Sequence[tuple[str, int]]) -> str:
    """Name the cell that raised a message, unless it tells of the exports."""
    if frames and _OF_EXPORTS.search(Path(frames[-1][0]).as_posix()):
        return message
    line = next((number for file, number in frames if _CELL_FILE in file), None)
    return f"{place}{f', baris {line}' if line else ''}: {message}"


def _failure(name: str, value: str, traceback: list[str], place: str) -> LaporanError:
    if own := _OWN.get(name):
        return own(value)
    told = _ANSI.sub("", "\n".join(traceback))
    line = _CELL_LINE.search(told)
    where = f"{place}, baris {line[1]}" if line else place
    # Where in the package it came from, if it did.
    deepest = next(reversed(_OWN_LINE.findall(told)), "")
    source = f" (di {deepest})" if deepest else ""
    return LaporanError(f"{where} gagal: {name}: {' '.join(value.split())}{source}")
