"""How large a module, a class and a function may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from support.project import PROGRAM, ROOT, parsed

MOST_LINES = {"module": 260, "class": 200, "function": 60}
RULE = (
    "CONTRIBUTING.md, Sizes: a module has 260 lines at most, a class 200, a function 60. "
    "A larger one is a sign that two things live in it: give each its own room."
)


def sizes(module: Path) -> Iterator[tuple[str, str, int]]:
    """What is in a module, itself included: the kind, the place and the number of lines."""
    place = str(module.relative_to(ROOT))
    yield "module", place, len(module.read_text(encoding="utf-8").splitlines())
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            assert node.end_lineno is not None
            yield kind, f"{place}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def test_nothing_in_the_program_is_larger_than_a_room_should_be() -> None:
    too_large = [
        f"{place}: {kind} of {lines} lines"
        for module in sorted(PROGRAM.rglob("*.py"))
        for kind, place, lines in sizes(module)
        if lines > MOST_LINES[kind]
    ]
    assert not too_large, "\n".join([RULE, *too_large])


def test_half_of_the_modules_are_shorter_than_120_lines() -> None:
    lengths = sorted(
        lines
        for module in PROGRAM.rglob("*.py")
        for kind, _, lines in sizes(module)
        if kind == "module"
    )
    assert lengths[len(lengths) // 2] < 120
