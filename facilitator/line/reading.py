"""Lines from standard input or a script, read in a thread so that time goes on meanwhile."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import Any

from msgspec import Struct

from facilitator.line.orders import LineError

MOST_BYTES = 100_000
"""A line that is longer is none that a person typed."""

AHEAD = 256
"""So many lines are read before they are looked at."""

READ_AT_ONCE = 65_536
MARK = b"\xef\xbb\xbf"


class Line(Struct, frozen=True):
    """A line as it was read, and its number."""

    number: int
    raw: bytes

    @property
    def text(self) -> str:
        """Its words.

        Raises:
            LineError: it is too long, or not UTF-8.
        """
        if len(self.raw) > MOST_BYTES:
            raise LineError("This line is too long.")
        raw = self.raw.removeprefix(MARK) if self.number == 1 else self.raw
        try:
            return raw.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError:
            raise LineError("This line is not UTF-8. Save it as UTF-8.") from None


class Ended(Struct, frozen=True):
    """No more lines come; the trouble because of which, if any."""

    trouble: str = ""


class Lines:
    """Lines as they come, from whatever gives bytes."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read
        self._queue: Queue[Line | Ended] = Queue(AHEAD)
        self._left = threading.Event()
        # It may wait for ever for a line: the end of the program does not wait for it.
        threading.Thread(target=self._run, daemon=True).start()

    def next(self, seconds: float) -> Line | Ended | None:
        """The next line, or the end, or nothing if none comes within some seconds."""
        with suppress(Empty):
            return self._queue.get(timeout=seconds)
        return None

    def close(self) -> None:
        """Read no further."""
        self._left.set()

    def _run(self) -> None:
        number, begun = 0, b""
        try:
            while not self._left.is_set() and (data := self._read()):
                *whole, begun = (begun + data).split(b"\n")
                for raw in whole:
                    number += 1
                    self._give(Line(number, raw))
                # Of a line without an end no more is kept than shows that it is too long.
                begun = begun[: MOST_BYTES + 1]
            if begun:
                self._give(Line(number + 1, begun))
            self._give(Ended())
        except OSError as error:
            self._give(Ended((error.strerror or type(error).__name__).lower()))

    def _give(self, item: Line | Ended) -> None:
        while not self._left.is_set():
            with suppress(Full):
                self._queue.put(item, timeout=0.5)
                return


def standard_input() -> Callable[[], bytes]:
    """What reads bytes from standard input, as soon as there are any.

    Without Python's buffer: a thread that waits in it would hold up the end of the program.
    """
    if sys.stdin is None:
        return lambda: b""
    if sys.platform == "win32":  # the console's letters come through Python's own reader only
        raw: Any = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
        return lambda: bytes(raw.read(READ_AT_ONCE) or b"")
    descriptor = sys.stdin.fileno()
    return lambda: os.read(descriptor, READ_AT_ONCE)
