"""What an analyst's cell has typed, and so can't have reckoned."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

from laporan.dasar.arah import find_arah
from laporan.dasar.bilangan import find_bilangan, plainly

# Calls that only show what they are given.
_SHOWN_BY = {"print", "display", "Markdown", "HTML", "Latex", "str", "format"}
_SMALL = 100  # below it, a whole number in a call is a choice such as ``head(5)``


@dataclass(frozen=True)
class Typed:
    """The numbers and the words that stand in a cell's code."""

    numbers: frozenset[float]
    words: frozenset[str]

    def holds(self, text: str) -> bool:
        """Tell whether what an output says was typed."""
        return text.lower() in self.words or any(value in self.numbers for value in readings(text))


def is_section(source: str) -> bool:
    """Tell whether a cell is the report's own: a call of ``sections``, or what opens the month."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return False
    return all(map(_is_own_statement, statements))


def _is_own_statement(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
        return True
    if not isinstance(node, ast.Expr | ast.Assign) or not isinstance(node.value, ast.Call):
        return False
    called = node.value.func
    if isinstance(called, ast.Name):
        return called.id in ("siapkan", "buka")
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id == "s"
    )


def typed_in(source: str) -> Typed:
    """Find what is typed in a cell's code; of one that is no Python nothing is known."""
    try:
        tree = ast.parse(source)
        code = compile(tree, "sel", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError:
        return Typed(frozenset(), frozenset())
    numbers: set[float] = set()
    words: set[str] = set()
    for value in (*_constants(tree, shown=True), *_folded(tree, code)):
        if isinstance(value, str):
            plain = plainly(value)[0]
            spans = [*find_bilangan(plain), *((a, b) for a, b, _ in find_arah(plain.lower()))]
            for start, end in spans:
                words.add(plain[start:end].lower())
                numbers.update(readings(plain[start:end]))
        else:
            numbers.add(abs(float(value)))
    return Typed(frozenset(numbers), frozenset(words))


def _folded(tree: ast.Module, code: CodeType) -> Iterator[str | int | float]:
    """Give what is reckoned from constants alone, such as ``60 + 1``: Python does so beforehand."""
    typed = {each.value for each in ast.walk(tree) if isinstance(each, ast.Constant)}
    codes = [code]
    for each in codes:
        codes += [value for value in each.co_consts if isinstance(value, CodeType)]
        for value in each.co_consts:
            if isinstance(value, str | int | float) and value not in typed:
                yield value


def _constants(node: ast.AST, *, shown: bool) -> Iterator[str | int | float]:
    """Give the constants of code; small whole numbers only where they can come to be shown."""
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, str) or (
            isinstance(value, int | float) and (shown or _is_telling(value))
        ):
            yield value
        return
    for child in ast.iter_child_nodes(node):
        match node:
            case ast.Call():
                inside = shown and child is not node.func and _name_of(node.func) in _SHOWN_BY
            case ast.BinOp() | ast.Compare() | ast.Subscript() | ast.keyword() | ast.Slice():
                inside = False
            case _:
                inside = shown
        yield from _constants(child, shown=inside)


def _is_telling(value: float) -> bool:
    return not isinstance(value, bool) and (abs(value) >= _SMALL or value != int(value))


def _name_of(called: ast.expr) -> str:
    return getattr(called, "id", getattr(called, "attr", ""))


def readings(text: str) -> Iterator[float]:
    """Read a number as Indonesian and as English have it."""
    bare = text.strip("%")
    for point, comma in ((".", ","), (",", ".")):
        try:
            yield float(bare.replace(point, "").replace(comma, "."))
        except ValueError:
            continue
