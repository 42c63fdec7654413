"""``python -m facilitator`` and the ``facilitator`` command."""

from __future__ import annotations

import io
import sys

from facilitator.cli.main import main


def run() -> None:
    """Run the command line; what its output can't take is a sentence, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        main(prog_name="facilitator")
    except OSError as error:
        sys.exit(f"facilitator: {(error.strerror or type(error).__name__).lower()}.")


if __name__ == "__main__":
    run()
