"""The project's own files, for the tests that read them."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "facilitator"


def pyproject() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def parsed(module: Path) -> ast.Module:
    """A module as a syntax tree."""
    return ast.parse(module.read_text(encoding="utf-8"), str(module))
