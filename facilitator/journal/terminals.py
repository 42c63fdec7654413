"""Which terminal this is: the lowest number that no living program on the file has.

A program that is killed lets go of its number, so that the next one to start finds its
half-typed words and can undo what was done there. Beside each journal lies a small file for
each number. It is locked while a program has the number, and its time says when that program
was last seen alive: a program that is stopped holds its lock, but its time grows old. In it stands
the meeting that the program is at, or nothing while it is at none. A program that only reads takes
no number.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout, lock_descriptor, unlock_descriptor

from facilitator.core.vocabulary import FactId

MOST_TERMINALS = 64

BEAT_EVERY = 3_000
"""Milliseconds between two signs of life of a terminal."""

FRESH = 15_000
"""Milliseconds for which a sign of life counts."""

PATIENCE, RETRY = 0.05, 0.001
"""Seconds for which a number must be held to be taken, and between two tries.

Whoever asks which terminals are alive holds the lock of a dead one for microseconds; a program that
starts just then waits for that instead of taking another number.
"""

MOST_MISSING = 8
"""How many numbers without a file in a row are looked at before there are no more.

Where a program takes its file away as it ends (on Windows), a higher number may be alive.
"""

LOCKED_BYTES = 1
"""How many bytes at the front of a file a lock can cover: what is to be read stands behind them."""

WRITTEN_BYTES = 64
"""A meeting's identity has fewer; all are written at once, so that no half of one is read."""

Now = Callable[[], int]


def wall() -> int:
    """The machine's UTC milliseconds."""
    return time.time_ns() // 1_000_000


class Terminal:
    """A terminal's name, held for as long as the program lives.

    Attributes:
        name: ``t1``, ``t2`` and so on; where no file can be locked, ``p`` and a process number.
    """

    def __init__(self, name: str, lock: FileLock | None = None, now: Now = wall) -> None:
        self.name = name
        self._lock = lock
        self._now = now
        self._beaten: int | None = None

    def beat(self) -> None:
        """Give a sign of life; often enough is at every tick, and the file is not touched at each.

        That the file can't be touched does no harm: the others see this terminal as gone.
        """
        now = self._now()
        if self._lock is None or not self._lock.is_locked:
            return
        # By the wall clock, so that the first tick after sleep is a sign of life.
        if self._beaten is not None and abs(now - self._beaten) < BEAT_EVERY:
            return
        self._beaten = now
        with suppress(OSError):
            os.utime(self._lock.lock_file, ns=(now * 1_000_000, now * 1_000_000))

    def be_at(self, meeting: FactId) -> None:
        """Say at which meeting this terminal is; with nothing, at none.

        That it can't be said does no harm: the others see this terminal as at none.
        """
        if self._lock is None or not self._lock.is_locked:
            return
        with suppress(OSError), Path(self._lock.lock_file).open("r+b", buffering=0) as file:
            file.seek(LOCKED_BYTES)
            file.write(meeting.encode().ljust(WRITTEN_BYTES))
        self._beaten = None
        self.beat()

    def release(self) -> None:
        """Let another program have the name."""
        if self._lock is not None:
            self._lock.release()


def take_terminal(journal: Path, now: Now = wall) -> Terminal:
    """The first free terminal of a journal file, which is alive from now on.

    Args:
        journal: the journal file.
        now: the wall clock in UTC milliseconds, for signs of life.
    """
    for number in range(1, MOST_TERMINALS + 1):
        lock = FileLock(_file(journal, number), mode=0o600)
        try:
            lock.acquire(timeout=PATIENCE, poll_interval=RETRY)
        except Timeout:
            continue
        except (OSError, NotImplementedError):
            break
        terminal = Terminal(f"t{number}", lock, now)
        # Whoever had the number before may have been killed in the middle of a meeting.
        terminal.be_at("")
        return terminal
    return Terminal(f"p{os.getpid()}")


def whereabouts(journal: Path, now: Now = wall) -> dict[str, FactId]:
    """The terminals of a journal (``t1``, …) that a running program has, this one's included.

    With each stands the meeting that it is at, or nothing.

    Running means: a process holds the number, and gave a sign of life within ``FRESH``. A
    terminal whose name begins with ``p`` is never among them, since nothing is known of it. Just
    after the machine slept a terminal may be missing until its next tick.

    Args:
        journal: the journal file.
        now: the wall clock in UTC milliseconds.
    """
    moment = now()
    return {
        f"t{number}": _meeting_at(_file(journal, number))
        for number, seen in _signs(journal)
        if abs(moment - seen) <= FRESH and _held(_file(journal, number))
    }


def at_meeting(meeting: FactId, journal: Path, now: Now = wall) -> frozenset[str]:
    """The terminals that are at a meeting, as ``whereabouts`` has them."""
    return frozenset(name for name, at in whereabouts(journal, now).items() if at == meeting)


def attended(journal: Path, now: Now = wall) -> frozenset[FactId]:
    """The meetings at which there is a terminal, as ``whereabouts`` has them."""
    return frozenset(filter(None, whereabouts(journal, now).values()))


def last_seen(journal: Path) -> int | None:
    """When a program with a number was last seen alive at a journal, in UTC milliseconds.

    For a program that starts, before it takes a number itself. If the clock was set back
    since then, that moment is yet to come.
    """
    return max((seen for _, seen in _signs(journal)), default=None)


def _file(journal: Path, number: int) -> Path:
    return journal.with_name(f"{journal.name}-t{number}")


def _signs(journal: Path) -> Iterator[tuple[int, int]]:
    """Each number that has a file, and its last sign of life in UTC milliseconds."""
    missing = 0
    for number in range(1, MOST_TERMINALS + 1):
        try:
            seen = _file(journal, number).stat().st_mtime_ns // 1_000_000
        except OSError:
            missing += 1
            if missing == MOST_MISSING:
                return
        else:
            missing = 0
            yield number, seen


def _meeting_at(file: Path) -> FactId:
    """The meeting that stands in a terminal's file, or nothing."""
    try:
        with file.open("rb", buffering=0) as opened:
            opened.seek(LOCKED_BYTES)
            return (opened.read(WRITTEN_BYTES) or b"").decode(errors="replace").strip()
    except OSError:
        return ""


def _held(file: Path) -> bool:
    """Whether a process holds a lock; where the system can't tell, the sign of life must do."""
    try:
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        free = lock_descriptor(descriptor, blocking=False)
        if free:
            unlock_descriptor(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return not free
