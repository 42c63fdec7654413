"""Who may import whom: the contracts of pyproject.toml, and what they cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from support.project import PROGRAM, ROOT, parsed, pyproject

PURE = {
    *(
        "__future__",
        "bisect",
        "calendar",
        "collections",
        "dataclasses",
        "datetime",
        "enum",
        "functools",
        "heapq",
    ),
    *("itertools", "math", "operator", "re", "string", "types", "typing", "unicodedata"),
    *("facilitator", "msgspec"),
}
"""What the core may import: nothing here reads a file or a clock, or throws dice."""

CALLED_OTHERWISE = {"markdown_it": "markdown-it-py"}
"""Modules whose package has another name."""

IMPURE_CALLS = {"open", "print", "input", "breakpoint", "exec", "eval", "__import__"}
CLOCK_CALLS = {"now", "today", "utcnow"}


def imports(module: Path) -> Iterator[str]:
    """The packages that a module imports, wherever in it."""
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            yield (node.module or "").partition(".")[0]


def test_every_import_contract_holds() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run(
        [linter, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_core_imports_nothing_that_could_reach_outside() -> None:
    stray = {
        f"{module.relative_to(ROOT)} imports {name}"
        for module in (PROGRAM / "core").rglob("*.py")
        for name in imports(module)
        if name not in PURE
    }
    assert not stray


def test_the_core_reads_no_clock_and_no_file_and_prints_nothing() -> None:
    stray = []
    for module in (PROGRAM / "core").rglob("*.py"):
        for node in ast.walk(parsed(module)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            impure = isinstance(called, ast.Name) and called.id in IMPURE_CALLS
            clock = (
                isinstance(called, ast.Attribute)
                and called.attr in CLOCK_CALLS
                and isinstance(called.value, ast.Name)
                and called.value.id in {"date", "datetime"}
            )
            if impure or clock:
                stray.append(f"{module.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
    assert not stray


def test_every_package_that_is_imported_is_a_declared_dependency() -> None:
    declared = {
        canonicalize_name(Requirement(each).name) for each in pyproject()["project"]["dependencies"]
    }
    otherwise = {name for name, package in CALLED_OTHERWISE.items() if package in declared}
    known = declared | otherwise | set(sys.stdlib_module_names) | {"facilitator"}
    stray = {
        f"{module.relative_to(ROOT)} imports {name}"
        for module in PROGRAM.rglob("*.py")
        for name in imports(module)
        if name not in known and canonicalize_name(name) not in known
    }
    assert not stray
