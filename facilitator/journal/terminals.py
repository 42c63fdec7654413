"""Which terminal this is: the lowest number that no living program on the file has.

A program that is killed lets go of its number, so that the next one to start finds its
half-typed words and can undo what was done there.
"""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

MOST_TERMINALS = 64


class Terminal:
    """A terminal's name, held for as long as the program lives.

    Attributes:
        name: ``t1``, ``t2`` and so on.
    """

    def __init__(self, name: str, lock: FileLock | None = None) -> None:
        self.name = name
        self._lock = lock

    def release(self) -> None:
        """Let another program have the name."""
        if self._lock is not None:
            self._lock.release()


def take_terminal(journal: Path) -> Terminal:
    """The first free terminal of a journal file."""
    for number in range(1, MOST_TERMINALS + 1):
        lock = FileLock(journal.with_name(f"{journal.name}-t{number}"), mode=0o600)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            continue
        except (OSError, NotImplementedError):
            break
        return Terminal(f"t{number}", lock)
    return Terminal(f"p{os.getpid()}")
