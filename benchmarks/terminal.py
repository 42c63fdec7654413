"""A program in a pseudo-terminal: started, typed to, read, and timed from the outside."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 120, 40
PATIENCE = 30.0
QUIET = 0.06

_ROOT = Path(__file__).resolve().parent.parent
_ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z$]|\x1b.|\s+")
_LEFT_OUT = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES", "FACILITATOR_DB")


class SilentError(Exception):
    """A program did not show in time what was waited for."""


class Program:
    """A Python program with a terminal of its own.

    Terminals are asked things when Textual starts; those that give no answer are common, and
    so none is given here.

    Attributes:
        started: when it was started, in seconds of ``time.perf_counter``.
    """

    def __init__(self, module: str, *arguments: str, bytecode: Path) -> None:
        """Start it.

        Args:
            module: run with ``python -m``.
            arguments: what it is given.
            bytecode: where compiled modules are kept from one start to the next, so that every
                program is as well prepared as one that is installed.
        """
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in _LEFT_OUT and not name.startswith("TEXTUAL")
        }
        environment = {
            **kept,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPYCACHEPREFIX": str(bytecode),
        }
        command = [sys.executable, "-m", module, *arguments]
        self._seen = b""
        self.started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            _become(command, environment)

    def __enter__(self) -> Program:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program."""
        self.close()

    def close(self) -> None:
        """End the program, and wait until it is gone."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def painted(self, marks: Sequence[bytes]) -> list[float]:
        """How many seconds after its start each mark was on the screen.

        Raises:
            SilentError: one did not appear.
        """
        found: dict[bytes, float] = {}
        seen = b""
        while len(found) < len(marks):
            try:
                seen += self._read(PATIENCE, waited_for=str(marks))
            except SilentError as error:
                error.add_note(
                    f"It showed: {_ESCAPES.sub(b' ', seen)[-800:].decode(errors='replace')}"
                )
                raise
            now = time.perf_counter()
            for mark in marks:
                if mark not in found and mark in seen:
                    found[mark] = now - self.started
        return [found[mark] for mark in marks]

    def shown(self, pattern: re.Pattern[bytes]) -> float:
        """Read until a pattern was written to the screen; that moment, by ``time.perf_counter``.

        Raises:
            SilentError: it was not written.
        """
        seen, until = b"", time.perf_counter() + PATIENCE
        while True:
            left = max(0.01, until - time.perf_counter())
            seen += self._read(left, waited_for=str(pattern.pattern))
            now = time.perf_counter()
            if pattern.search(seen):
                return now
            if now > until:
                raise SilentError(f"{pattern.pattern!r} was not shown in {PATIENCE:g} s")

    def press(self, key: bytes, shows: bytes) -> float:
        """Press a key when nothing moves; the milliseconds until the screen shows its effect.

        Args:
            key: as a terminal sends it.
            shows: a pattern for what is then written to the screen; with an empty one the
                first thing written counts.

        Raises:
            SilentError: it was not shown.
        """
        self.settle()
        began = time.perf_counter()
        os.write(self._terminal, key)
        return (self.shown(re.compile(shows, re.DOTALL)) - began) * 1000

    def settle(self, quiet: float = QUIET) -> None:
        """Read until nothing was written for so many seconds."""
        while _readable(self._terminal, quiet):
            self._read(0)

    def wait(self, seconds: float) -> None:
        """Let it run, reading what it writes."""
        watch([self], seconds)

    def take(self) -> None:
        """Read what there is."""
        self._read(PATIENCE)

    def fileno(self) -> int:
        """The terminal, for ``select``."""
        return self._terminal

    def processor_seconds(self) -> float:
        """The processor's time that all its threads have used since it was started."""
        # The clock that clock_getcpuclockid(3) gives for a process on Linux: nanoseconds,
        # where /proc counts in hundredths of a second.
        return time.clock_gettime(~self._pid << 3 | 2)

    def _read(self, patience: float, waited_for: str = "anything") -> bytes:
        if patience and not _readable(self._terminal, patience):
            raise SilentError(f"no output in {patience:g} s while waiting for {waited_for}")
        try:
            return os.read(self._terminal, 65536)
        except OSError as error:
            raise SilentError(f"the program ended while waiting for {waited_for}") from error


def watch(programs: Sequence[Program], seconds: float) -> None:
    """Let programs run side by side, reading what they write."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        for program in select.select(programs, [], [], left)[0]:
            program.take()


def _readable(terminal: int, seconds: float) -> bool:
    return bool(select.select([terminal], [], [], seconds)[0])


def _become(command: list[str], environment: dict[str, str]) -> None:
    """In the child: be the program, in a terminal of the usual size."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.chdir(_ROOT)
        os.execve(command[0], command, environment)
    finally:
        os._exit(127)
