"""A month made again from its raw exports, elsewhere, and its finished files held against it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.measure import Angka
from laporan.measure.angka import figures_of
from laporan.measure.ukuran_csv import parse_ukuran
from laporan.prove.said.said import Said
from laporan.prove.same import Difference, compare_files, compare_said
from laporan.publish.read_jejak import Trace, parse_trace
from laporan.render.engines import choose_engine, engine_versions, is_installed
from laporan.render.formats import FORMATS, UNPUBLISHED
from laporan.render.notebook.numbered_cells import numbered_cells
from laporan.render.notebook.runner import Runner
from laporan.render.pipeline import REPORT, Request, render

_SHOWN = 20
NOTHING_SAID = Said(0, 0, ())


@dataclass(frozen=True)
class Again:
    """A month made again.

    Attributes
    ----------
    files
        What came of it, by name.
    engine
        What made it, with its versions.
    same_engine
        Whether that is what made the finished files, too: only then can bytes be compared.
    unstable
        Names the cells that give something else each time; asked only where files differ.
    """

    files: Mapping[str, bytes]
    engine: str
    same_engine: bool = True
    unstable: Callable[[], list[str]] = list

    @property
    def figures(self) -> list[Angka]:
        """All figures, as the raw exports give them."""
        return figures_of(parse_ukuran(self.files[UKURAN], UKURAN))

    @property
    def said(self) -> Said:
        """What it says, and how much of that is proven."""
        return Said.from_record(json.loads(self.files[JEJAK])["terbukti"])


@dataclass(frozen=True)
class Held:
    """Finished files, held against the same month made again.

    Attributes
    ----------
    differences
        Where they are not what the raw exports give.
    files
        How many were compared.
    by_bytes
        False where another engine made the month again: then texts, marks and pictures were
        compared.
    engine
        What made it again.
    unstable
        The cells that give something else each time; looked for only where files differ.
    said
        What the month made again says, and how much of it is proven.
    """

    differences: Sequence[Difference]
    files: int
    by_bytes: bool
    engine: str
    unstable: Sequence[str] = ()
    said: Said = NOTHING_SAID

    def report(self, bulan: Bulan) -> str:
        """Tell it in a few lines."""
        how = "bita demi bita" if self.by_bytes else "menurut teks, tanda, dan gambarnya"
        state = (
            f"{angka(len(self.differences))} tempat LAIN dari yang dihasilkan ekspor mentahnya"
            if self.differences
            else "sama dengan yang dihasilkan ekspor mentahnya"
        )
        lines = [_told(self.said, bulan), *(f"  {each}" for each in self.said.unproven)]
        lines += [f"{bulan.label}: {angka(self.files)} berkas {state}, {how}, oleh {self.engine}."]
        if not self.by_bytes:
            lines.append(f"  catatan: {WITHOUT_BYTES}")
        lines += [f"  lain: {each}" for each in self.differences[:_SHOWN]]
        more = len(self.differences) - _SHOWN
        lines += [f"  … dan {angka(more)} tempat lagi"] if more > 0 else []
        return "\n".join([*lines, *(f"  tidak tetap: {cell}" for cell in self.unstable)])


# Makes a month again; another one takes its place where a month is at hand that was made again.
Maker = Callable[[Project, Trace, Collection[str]], Again]
WITHOUT_BYTES = (
    "penyusun yang membuatnya tidak ada di mesin ini, sehingga bitanya tidak dapat dibuktikan"
)


def read_found(project: Project, bulan: Bulan) -> tuple[Trace, dict[str, bytes]]:
    """Read a month's finished files, and their provenance.

    Raises
    ------
    LaporanError
        If the month was not rendered.
    """
    folder = project.output(bulan)
    if not (folder / JEJAK).is_file():
        raise LaporanError(
            f"Laporan {bulan.label} belum disusun: {JEJAK} tidak ada di {folder}. "
            f"Jalankan dahulu laporan render {bulan}."
        )
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    return parse_trace(files[JEJAK], folder / JEJAK), files


def make_again(project: Project, trace: Trace, names: Collection[str]) -> Again:
    """Make a month again, from its raw exports and nothing else.

    Parameters
    ----------
    trace
        What made it the first time.
    names
        The files that are wanted, as far as they are those of a format.

    Raises
    ------
    LaporanError
        If its exports, or the machine, are not fit for it.
    """
    same = is_installed(trace.engine, trace.parts)
    engine = trace.engine if same else choose_engine(None)
    wanted = {*names, *(file.name for file in trace.outputs)}
    formats = [name for name, each in FORMATS.items() if each.file in wanted]
    with elsewhere(project, trace.bulan) as copy:
        render(Request(copy, [trace.bulan], formats, engine))
        files = {path.name: path.read_bytes() for path in copy.output(trace.bulan).iterdir()}
    return Again(files, _with_versions(engine), same, lambda: unstable_cells(project, trace.bulan))


def hold(found: Mapping[str, bytes], again: Again) -> Held:
    """Hold finished files against the month made again; others in their folder are no matter."""
    known = {*again.files, *(each.file for each in FORMATS.values())}
    own = {name: content for name, content in found.items() if name in known}
    # A letter that was sent and taken away is missed by no one.
    made = {n: content for n, content in again.files.items() if n in own or n not in UNPUBLISHED}
    if again.same_engine:
        differences = compare_files(own, made, again.figures)
    else:
        # A letter names the digests of what another engine made.
        by_engine = {e.file for e in FORMATS.values() if e.quarto or e.file in UNPUBLISHED}
        differences = compare_said(own, made, by_engine, again.figures)
    unstable = again.unstable() if differences else ()
    return Held(differences, len(own), again.same_engine, again.engine, unstable, again.said)


def hold_month(project: Project, bulan: Bulan) -> Held:
    """Make a month again, and hold its finished files against that.

    Raises
    ------
    LaporanError
        If the month was not rendered, or can't be made again.
    """
    trace, found = read_found(project, bulan)
    return hold(found, make_again(project, trace, found))


def _told(said: Said, bulan: Bulan) -> str:
    own = f", {angka(said.own)} di antaranya dari sel analis" if said.own else ""
    rest = angka(len(said.unproven)) if said.unproven else "tidak ada"
    return (
        f"{bulan.label}: {angka(said.proven + said.own)} angka dan kata arah terbukti{own}; "
        f"{rest} yang tidak terbukti."
    )


def unstable_cells(project: Project, bulan: Bulan) -> list[str]:
    """Name the cells of the report's notebook that give something else each time they are run."""
    source = project.notebooks / REPORT
    runs = [_outputs(project, bulan, source) for _ in range(2)]
    cells = json.loads(source.read_text("utf-8"))["cells"]
    return [
        f"sel ke-{number} ({_first_line(cell)}) memberi keluaran lain setiap kali dijalankan"
        for number, (cell, first, second) in enumerate(zip(cells, *runs, strict=True), start=1)
        if first != second
    ]


def _outputs(project: Project, bulan: Bulan, source: Path) -> list[Any]:
    """Run the report in a kernel of its own; give what each cell of its source shows."""
    with scratch() as folder, Runner(project.root, project.environment) as runner:
        runner.execute(source, folder / REPORT, {"bulan": str(bulan)})
        cells = json.loads((folder / REPORT).read_text("utf-8"))["cells"]
    own = (cell for _, cell in numbered_cells(cells))
    return [[_shown(each) for each in cell.get("outputs", ())] for cell in own]


def _shown(output: Mapping[str, Any]) -> object:
    """Give what an output shows; where it has more than plain text, that is not looked at."""
    data = output.get("data", output.get("text"))
    if isinstance(data, Mapping) and len(data) > 1:
        return {kind: content for kind, content in data.items() if kind != "text/plain"}
    return data


def _first_line(cell: Mapping[str, Any]) -> str:
    lines = [line for line in "".join(cell["source"]).splitlines() if not line.startswith("#|")]
    return lines[0].strip() if lines else "kosong"


@contextmanager
def elsewhere(project: Project, bulan: Bulan) -> Iterator[Project]:
    """Give a project with the same exports, and nothing that was made of them."""
    with scratch() as folder:
        copy = replace(project, out=folder / "hasil", kept=folder / "bersih")
        published = project.output(bulan.previous) / UKURAN
        if published.is_file():  # what the month before printed is compared with, too
            copy.output(bulan.previous).mkdir(parents=True)
            shutil.copy(published, copy.output(bulan.previous))
        yield copy


def _with_versions(engine: str) -> str:
    parts = ", ".join(f"{name} {version}" for name, version in engine_versions(engine).items())
    return f"{engine} ({parts})"
