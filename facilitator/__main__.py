"""``python -m facilitator`` and the ``facilitator`` command."""

from __future__ import annotations

import gc
import io
import os
import sys

from facilitator.cli.main import main

FRAMES_A_SECOND = "240"
"""What is drawn in two goes, as a list is while its filter is typed, waits this long in between;
at Textual's usual 60 that is seen."""

GARBAGE_FROM = 20_000
"""How many new objects there are before Python looks for garbage among them; at its usual 700 the
start of the program looks hundreds of times, and finds none."""


def run() -> None:
    """Run the command line; what its output can't take is a sentence, not a traceback."""
    gc.set_threshold(GARBAGE_FROM)
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_A_SECOND)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        main(prog_name="facilitator")
    except OSError as error:
        sys.exit(f"facilitator: {(error.strerror or type(error).__name__).lower()}.")


if __name__ == "__main__":
    run()
