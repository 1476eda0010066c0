"""Who does the tasks: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import Any

from joblib import Parallel, delayed, parallel_config
from joblib.externals.loky import BrokenProcessPool, get_reusable_executor

from laporan.dasar.errors import LaporanError
from laporan.render.many.warm_kernel import close_kernels

# So long a cluster is waited for, until it answers, and until it has a worker.
ANSWER_SECONDS = 15


class Workers:
    """Those who do tasks.

    Parameters
    ----------
    jobs
        So many processes; with 1, this one does them itself. -1 with a cluster.
    backend, known
        What joblib calls them, and what it needs to know.
    lost
        What is raised where they are no more.
    """

    def __init__(
        self, jobs: int, backend: str, lost: tuple[type[Exception], ...] = (), **known: Any
    ) -> None:
        self._jobs, self._backend, self._lost, self._known = jobs, backend, lost, known

    def do(self, task: Callable[..., None], calls: Iterable[tuple[Any, ...]]) -> Iterator[int]:
        """Do a task for each call, and count each that is done; in whichever order they end."""

        def numbered(number: int, *call: Any) -> Any:
            return delayed(_numbered)(number, task, *call)

        try:
            with parallel_config(self._backend, n_jobs=self._jobs, **self._known):
                yield from Parallel(batch_size=1, return_as="generator_unordered")(
                    numbered(number, *call) for number, call in enumerate(calls)
                )
        except BrokenProcessPool as error:
            raise LaporanError(
                "Sebuah proses pekerja terhenti, biasanya karena memori habis. Jalankan lagi, bila "
                "perlu dengan --jobs yang lebih kecil; bulan yang sudah utuh tidak diulang."
            ) from error
        except self._lost as error:
            raise LaporanError(
                "Klaster Dask terputus atau semua pekerjanya mati. Jalankan lagi sesudah "
                "klasternya pulih; bulan yang sudah utuh tidak diulang."
            ) from error


def _numbered(number: int, task: Callable[..., None], *call: Any) -> int:
    task(*call)
    return number


@contextmanager
def workers(jobs: int, scheduler: str | None) -> Iterator[Workers]:
    """Give workers; their kernels are stopped afterwards.

    Raises
    ------
    LaporanError
        If the cluster can't be had.
    """
    if scheduler is not None:
        with _cluster(scheduler) as client:
            from distributed import KilledWorker

            yield Workers(-1, "dask", (KilledWorker, CancelledError, OSError), client=client)
        return
    try:
        yield Workers(jobs, "loky" if jobs > 1 else "sequential")
    finally:
        close_kernels()
        if jobs > 1:
            get_reusable_executor().shutdown(wait=True)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        raise LaporanError(
            "Dask tidak terpasang. Pasanglah: pip install -c constraints.txt -e '.[dask]'"
        ) from error
    try:
        client = Client(scheduler, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise LaporanError(
            f"Penjadwal Dask di {scheduler} tidak menjawab. Periksa alamatnya, dan apakah ia "
            "berjalan: dask scheduler."
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=ANSWER_SECONDS)
        except TimeoutError as error:
            raise LaporanError(
                f"Penjadwal Dask di {scheduler} tidak mempunyai pekerja. Mulailah di setiap mesin, "
                f"dari folder proyek: dask worker {scheduler} --nthreads 1"
            ) from error
        try:
            yield client
        finally:
            client.run(close_kernels, on_error="ignore")
