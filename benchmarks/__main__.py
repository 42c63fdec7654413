"""``python -m benchmarks [--json FILE] [--quick] [NAME ...]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import append, folding, home, hours, idle, imports, keys, room, scribe, stack
from benchmarks.effort import FULL, QUICK, Effort
from benchmarks.report import Figure, as_json, as_table, machine

BENCHMARKS: dict[str, Callable[[Effort, Path], list[Figure]]] = {
    "home": home.measure,
    "keys": keys.measure,
    "idle": idle.measure,
    "append": append.measure,
    "fold": folding.measure,
    "scribe": scribe.measure,
    "imports": imports.measure,
    "room": room.measure,
    "stack": stack.measure,
    "hours": hours.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 0 whether the goals are met or not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure the program in a pseudo-terminal, side by side with bare peers.",
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which to run, of {', '.join(BENCHMARKS)}"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    parser.add_argument("--quick", action="store_true", help="few samples: a look, not a figure")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(BENCHMARKS)}")

    effort = QUICK if options.quick else FULL
    before = machine()
    figures: list[Figure] = []
    for name in options.names or BENCHMARKS:
        print(f"{name} ...", file=sys.stderr, flush=True)
        with TemporaryDirectory(prefix="facilitator-bench-") as folder:
            figures += BENCHMARKS[name](effort, Path(folder))
    print(as_table(figures, before))
    if options.json is not None:
        options.json.write_text(as_json(figures, before), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
