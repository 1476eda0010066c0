"""Change the measures' code in hundreds of ways, and see that the tests notice.

``python -m tests.mutasi [--mutants N] [--seed S] [--jobs J] [--only MODULE ...]``

mutmut says in which ways a module can be changed. A sample of them, drawn from each module by its
share, is tried: in a child of this process, which has read the libraries and the sample months
once, the changed module is imported in place of the real one, and the tests that run the changed
line are run, the fastest first, until one fails. The exit status is 1 if fewer than nine of ten
are noticed. Survivors are printed as a change of a line.

Needs what ``pip install -e '.[test,mutasi]'`` brings, and an operating system that can fork.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import math
import multiprocessing
import os
import random
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from multiprocessing.connection import wait
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIB = ROOT / "lib"
ROOM = LIB / "laporan" / "measure"
# Tells each indicator as it is defined.
DICTIONARY = "tests/docs/test_buat.py"
POOL = ("tests/measure", f"{DICTIONARY}::test_a_document_is_what_the_code_gives[kamus.md]")
ENOUGH = 0.9
# Of the processor; what takes longer has been caught in a loop.
SECONDS = 60
# The rooms that know nothing of what is changed.
BEFORE = ("dasar", "read", "clean")
OPTIONS = ("-q", "-n0", "-p", "no:cacheprovider", "--hypothesis-seed=1")

# Tests by their names: the lines that they run, and their seconds.
Lines = Mapping[str, frozenset[tuple[str, int]]]


@dataclass(frozen=True)
class Mutant:
    """A module with one change.

    Attributes
    ----------
    module
        The path of the file below `ROOM`.
    first, last
        The lines that the changed statement stands on; 0 and 0 outside of functions, where
        whatever imports the module runs them.
    source
        The whole module with the change.
    change
        The lines before and after, as ``diff`` tells them.
    """

    module: str
    first: int
    last: int
    source: str
    change: str


@dataclass(frozen=True)
class Verdict:
    mutant: Mutant
    tests: int
    killed: bool


class Mutable:
    """A module, and the ways in which mutmut would change it."""

    def __init__(self, path: Path) -> None:
        from mutmut.mutation.file_mutation import create_mutations

        self.name = path.relative_to(ROOM).as_posix()
        self.code = path.read_text("utf-8")
        self.tree, self.mutations, *_ = create_mutations(str(path), self.code)

    def __len__(self) -> int:
        return len(self.mutations)

    def mutants(self, numbers: Sequence[int]) -> Iterator[Mutant]:
        """Make some of its mutants."""
        from libcst.metadata import MetadataWrapper, PositionProvider

        places = MetadataWrapper(self.tree, unsafe_skip_copy=True).resolve(PositionProvider)
        begins = first_lines(self.code)
        for number in numbers:
            mutation = self.mutations[number]
            place = places[mutation.original_node]
            inside = mutation.contained_by_top_level_function is not None
            source = self.tree.deep_replace(mutation.original_node, mutation.mutated_node).code
            before, after = self.code.splitlines(), source.splitlines()
            yield Mutant(
                module=self.name,
                first=begins[place.start.line] if inside else 0,
                last=place.end.line if inside else 0,
                source=source,
                change="\n".join([*difflib.unified_diff(before, after, n=0, lineterm="")][2:]),
            )


def first_lines(code: str) -> dict[int, int]:
    """Give to each line the first one of its statement: where coverage sees it run."""
    statements = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.stmt)]
    # Walked from the outside in: the innermost statement is written last.
    return {
        line: node.lineno
        for node in statements
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def shares(sizes: Mapping[str, int], whole: int) -> dict[str, int]:
    """Divide a sample among strata by their sizes; the largest remainders are rounded up."""
    whole = min(whole, sum(sizes.values()))
    exact = {name: whole * size / sum(sizes.values()) for name, size in sizes.items()}
    parts = {name: math.floor(value) for name, value in exact.items()}
    by_rest = sorted(exact, key=lambda name: (parts[name] - exact[name], name))
    for name in by_rest[: whole - sum(parts.values())]:
        parts[name] += 1
    return parts


def draw(modules: Sequence[Mutable], whole: int, seed: int) -> list[Mutant]:
    """Give a stratified sample; the same seed draws the same."""
    parts = shares({module.name: len(module) for module in modules}, whole)
    chance = random.Random(seed)
    return [
        mutant
        for module in modules
        for mutant in module.mutants(chance.sample(range(len(module)), parts[module.name]))
    ]


def wilson(hits: int, tries: int, z: float = 1.96) -> tuple[float, float]:
    """Give the interval of 95% in which a share lies."""
    share = hits / tries
    middle = (share + z * z / (2 * tries)) / (1 + z * z / tries)
    half = z * math.sqrt(share * (1 - share) / tries + (z / (2 * tries)) ** 2)
    return middle - half / (1 + z * z / tries), middle + half / (1 + z * z / tries)


class Tracer:
    """Learns which lines of the room each test runs, its fixtures' lines included."""

    def __init__(self, coverage: object) -> None:
        self.coverage = coverage
        self.fixtures: dict[str, tuple[str, ...]] = {}
        self.seconds: dict[str, float] = defaultdict(float)
        self.context = ""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.fixtures[item.nodeid] = tuple(getattr(item, "fixturenames", ()))
        self.switch(item.nodeid)
        start = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - start
        self.switch("")
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        before = self.context
        self.switch(f"fixture {fixturedef.argname}")
        result = yield
        self.switch(before)
        return result

    def switch(self, context: str) -> None:
        self.context = context
        self.coverage.switch_context(context)  # type: ignore[attr-defined]


def trace() -> tuple[Lines, Mapping[str, float]]:
    """Run all tests of the pool on the unchanged code; give the lines and seconds of each."""
    from coverage import Coverage

    coverage = Coverage(data_file=None, source=[str(ROOM)], config_file=False)
    tracer = Tracer(coverage)
    coverage.start()
    if pytest.main([*OPTIONS, *POOL], plugins=[tracer]):
        raise SystemExit("the unchanged code fails")
    coverage.stop()
    data = coverage.get_data()
    by_context: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for file in data.measured_files():
        name = Path(file).relative_to(ROOM).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            for context in contexts:
                by_context[context].add((name, line))
    # What is run while a module is imported, every test rests on.
    imported = by_context[""]
    lines = {
        test: frozenset(
            by_context[test].union(imported, *(by_context[f"fixture {name}"] for name in fixtures))
        )
        for test, fixtures in tracer.fixtures.items()
    }
    return lines, tracer.seconds


def forget() -> None:
    """Take the room, what rests on it, and the tests out of memory; what lies before it stays."""
    for name in list(sys.modules):
        package, _, rest = name.partition(".")
        changes = package == "laporan" and rest.partition(".")[0] not in BEFORE
        if changes or (package == "tests" and rest not in ("", "mutasi")):
            del sys.modules[name]


def select(mutant: Mutant, lines: Lines, seconds: Mapping[str, float]) -> list[list[str]]:
    """Give the tests that may notice a mutant, a list a file, the likely and fast files first."""
    places = {(mutant.module, line) for line in range(mutant.first, mutant.last + 1)}
    files: dict[str, list[str]] = defaultdict(list)
    for test, run in lines.items():
        if not mutant.first or not places.isdisjoint(run):
            files[test.partition("::")[0]].append(test)

    def order(file: str) -> tuple[bool, bool, float]:
        runs = any(module == mutant.module for test in files[file] for module, _ in lines[test])
        return file != DICTIONARY, not runs, sum(seconds[test] for test in files[file])

    return [files[file] for file in sorted(files, key=order)]


class InPlace(MetaPathFinder, SourceFileLoader):
    """Finds and loads one module from a changed source, and no other."""

    def __init__(self, mutant: Mutant) -> None:
        parts = ("laporan", "measure", *mutant.module.removesuffix(".py").split("/"))
        name = ".".join(parts).removesuffix(".__init__")
        SourceFileLoader.__init__(self, name, str(ROOM / mutant.module))
        self.source = mutant.source

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        spec = PathFinder.find_spec(fullname, path)  # type: ignore[arg-type]
        assert spec
        spec.loader = self
        return spec

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec")


def attempt(mutant: Mutant, files: Sequence[Sequence[str]]) -> None:
    """Run tests on a mutant until one fails; the process then ends with another status than 0."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.meta_path.insert(0, InPlace(mutant))
    os._exit(any(pytest.main([*OPTIONS, "-x", "--no-header", *tests]) for tests in files))


def try_all(
    mutants: Sequence[Mutant], lines: Lines, seconds: Mapping[str, float], jobs: int
) -> Iterator[Verdict]:
    """Try each mutant in a child of its own, several at a time."""
    fork = multiprocessing.get_context("fork")
    waiting = list(reversed(mutants))
    running: dict[int, tuple[multiprocessing.Process, Mutant, int]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            files = select(mutant, lines, seconds)
            if not files:
                yield Verdict(mutant, 0, killed=False)
                continue
            process = fork.Process(target=attempt, args=(mutant, files))
            process.start()
            running[process.sentinel] = process, mutant, sum(map(len, files))  # type: ignore[assignment]
        for sentinel in wait(list(running)):
            process, mutant, count = running.pop(sentinel)  # type: ignore[arg-type]
            process.join()
            yield Verdict(mutant, count, killed=process.exitcode != 0)


def report(verdicts: Sequence[Verdict], modules: Sequence[Mutable]) -> str:
    """Give the table of the modules, and the sum with its interval."""
    lines = ["| module | possible | tried | killed | survived |", "|---|---:|---:|---:|---:|"]
    for module in modules:
        own = [verdict for verdict in verdicts if verdict.mutant.module == module.name]
        killed = sum(verdict.killed for verdict in own)
        counts = (len(module), len(own), killed, len(own) - killed)
        lines.append(f"| {module.name} | {' | '.join(map(str, counts))} |")
    killed, tried = sum(verdict.killed for verdict in verdicts), len(verdicts)
    low, high = wilson(killed, tried)
    possible = sum(map(len, modules))
    lines.append(f"| all | {possible} | {tried} | {killed} | {tried - killed} |")
    lines.append(f"\n{killed / tried:.1%} killed; 95% interval (Wilson) {low:.1%} to {high:.1%}")
    return "\n".join(lines)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutasi",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--mutants", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", nargs="*", help="modules below laporan/measure: jam.py")
    options = parser.parse_args()
    start = time.perf_counter()
    os.chdir(ROOT)
    # Hundreds of children read what is compiled once.
    sys.dont_write_bytecode = False
    names = options.only or [path.relative_to(ROOM).as_posix() for path in ROOM.rglob("*.py")]
    modules = [module for name in sorted(names) if len(module := Mutable(ROOM / name))]
    mutants = draw(modules, options.mutants, options.seed)
    lines, seconds = trace()
    forget()
    verdicts = []
    for verdict in try_all(mutants, lines, seconds, options.jobs):
        verdicts.append(verdict)
        if not verdict.killed:
            mutant = verdict.mutant
            print(f"\n{mutant.module}, {verdict.tests} tests\n{mutant.change}", flush=True)
    print("\n" + report(verdicts, modules))
    print(f"seed {options.seed}, {time.perf_counter() - start:.0f} seconds")
    return 0 if sum(v.killed for v in verdicts) >= ENOUGH * len(verdicts) else 1


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
