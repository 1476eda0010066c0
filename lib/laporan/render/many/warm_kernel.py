"""A kernel that stays for the next task of the same worker: loading the libraries takes longest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.util import Finalize
from threading import get_ident

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render.notebook.runner import Runner

# By thread: a worker of a cluster may have several, and a kernel answers the one that started it.
_warm: dict[int, tuple[Project, Runner]] = {}
# Those of a pool end without what others call at their end; this they do call.
_FIRST = 10


@contextmanager
def warm_runner(project: Project) -> Iterator[Runner]:
    """Give this worker's kernel for a project, started if need be; it stays for the next task.

    One that an unforeseen error may have left in any state is not kept.
    """
    thread = get_ident()
    known, runner = _warm.get(thread, (None, None))
    if runner is None or known != project:
        close_kernel(thread)
        runner = Runner(project.root, project.environment).__enter__()
        _warm[thread] = project, runner
        Finalize(None, close_kernels, exitpriority=_FIRST)
        gc.set_threshold(100_000, 20, 100)  # as the command line does, for the same reason
    try:
        yield runner
    except LaporanError:
        raise
    except BaseException:
        close_kernel(thread)
        raise


def close_kernel(thread: int) -> None:
    """Stop the kernel of a thread, if it has one."""
    if held := _warm.pop(thread, None):
        held[1].__exit__(None, None, None)


def close_kernels() -> None:
    """Stop all kernels of this process."""
    for thread in list(_warm):
        close_kernel(thread)
