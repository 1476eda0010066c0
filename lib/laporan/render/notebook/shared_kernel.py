"""A papermill engine that uses a kernel which is already running.

Apart from the runner, as papermill takes seconds to import: time in which a kernel starts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import papermill
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines
from papermill.exceptions import PapermillExecutionError

from laporan.render.notebook.how_to_run import show_expected_errors, tag_cells

ENGINE_NAME = "laporan"
# What a cell shows may come long after the cell is done, where a machine has much else to do: the
# usual four seconds are too few for hundreds of editions. One that waits so long waits for ever.
OUTPUT_SECONDS = 600

__all__ = ["PapermillExecutionError", "execute_notebook"]


class _SharedKernel(Engine):  # type: ignore[misc]  # papermill is untyped
    """A papermill engine that uses a kernel which is already running and leaves it running."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        *,
        km: AsyncKernelManager,
        kc: AsyncKernelClient,
        on_cell: Callable[[], None],
        **_: object,
    ) -> None:
        client = PapermillNotebookClient(
            nb_man,
            km=km,
            kernel_name=kernel_name,
            iopub_timeout=OUTPUT_SECONDS,
            on_cell_complete=lambda **_: on_cell(),
        )
        client.kc = kc
        tag_cells(nb_man.nb.cells)
        client.execute(cleanup_kc=False)
        show_expected_errors(nb_man.nb.cells)


papermill_engines.register(ENGINE_NAME, _SharedKernel)


def execute_notebook(
    source: Path,
    target: Path,
    parameters: Mapping[str, object],
    kernel: AsyncKernelManager,
    client: AsyncKernelClient,
    on_cell: Callable[[], None],
) -> None:
    """Execute a notebook by papermill in a running kernel.

    Raises
    ------
    PapermillExecutionError
        If a cell fails.
    """
    papermill.execute_notebook(
        str(source),
        str(target),
        parameters=dict(parameters),
        engine_name=ENGINE_NAME,
        # Otherwise it writes the whole notebook twice a cell, a third of the time of a report.
        request_save_on_cell_execute=False,
        kernel_name="python3",
        language="python",
        progress_bar=False,
        km=kernel,
        kc=client,
        on_cell=on_cell,
    )
