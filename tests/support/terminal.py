"""A real terminal: the program runs behind it in a process of its own, and a person types."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast

import pyte
from pyte.screens import wcwidth

from support.keyboard import KEYS

PROGRAM = (sys.executable, "-m", "facilitator")

# The launcher gives the program the terminal as its own, and is then replaced by it. Root loses
# the right to write what is read-only, so that it is refused what any person is refused.
_LAUNCHER = """
import ctypes, fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
if os.geteuid() == 0:
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""

Seen = str | re.Pattern[str] | Callable[[str], object]


class _Emulator(pyte.Screen):
    """What a terminal shows; what it does not know it ignores, as terminals do."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self._rows: dict[int, str] = {}

    @property
    def display(self) -> list[str]:
        """The rows. Where half of a wide character was written over, the other half is blank."""
        self._rows.update((row, "".join(self._cells(row))) for row in self.dirty)
        self.dirty.clear()
        return [self._rows[row] for row in range(self.lines)]

    def _cells(self, row: int) -> Iterator[str]:
        wide = False
        for column in range(self.columns):
            data = self.buffer[row][column].data
            if data or not wide:
                yield data or " "
            wide = wcwidth(data[:1]) == 2

    def select_graphic_rendition(self, *numbers: int, **marks: object) -> None:
        if not marks:
            super().select_graphic_rendition(*numbers)

    def report_device_attributes(self, mode: int = 0, **marks: object) -> None:
        if not marks:
            super().report_device_attributes(mode)

    def report_device_status(self, mode: int = 0, **marks: object) -> None:
        if not marks:
            super().report_device_status(mode)


class Terminal:
    """The program in a pseudo-terminal. Use as a context manager: nothing is left running."""

    def __init__(
        self,
        *arguments: str | Path,
        home: Path,
        size: tuple[int, int] = (120, 40),
        stdin: bytes | None = None,
        program: Sequence[str | Path] = PROGRAM,
        also: Mapping[str, str] | None = None,
    ) -> None:
        self._output = bytearray()
        self._fed = 0
        self._changed = threading.Condition()
        self._emulator = _Emulator(*size)
        self._stream = pyte.ByteStream(self._emulator)
        self._master, slave = pty.openpty()
        self._set_size(size)
        self.before = termios.tcgetattr(slave)
        # Kept open, so that the end of the program is not the end of the terminal.
        self._slave = slave
        command = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *program, *arguments]
        self._process = subprocess.Popen(
            command,
            stdin=slave if stdin is None else subprocess.PIPE,
            stdout=slave,
            stderr=slave,
            cwd=home,
            env={**environment(home), **(also or {})},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if stdin is not None:
            with cast("IO[bytes]", self._process.stdin) as pipe:
                pipe.write(stdin)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: object, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill what still runs, and let go of the terminal; doing it twice changes nothing."""
        self.kill()
        if not self._reader.is_alive():
            return
        os.close(self._slave)
        # With the last writer gone the reader comes to an end by itself.
        self._reader.join(10)
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    @property
    def raw(self) -> bytes:
        """Every byte the terminal was sent."""
        with self._changed:
            return bytes(self._output)

    @property
    def modes(self) -> list[Any]:
        """How the terminal is set now, to be compared with ``before``."""
        return termios.tcgetattr(self._slave)

    def screen(self) -> str:
        """What is on the screen, one line for each row."""
        with self._changed:
            new = bytes(self._output[self._fed :])
            self._fed = len(self._output)
        self._stream.feed(new)
        return "\n".join(line.rstrip() for line in self._emulator.display)

    def type(self, words: str) -> None:
        """Type words, or any keys by their characters."""
        data = words.encode()
        while data:
            data = data[os.write(self._master, data) :]

    def press(self, *keys: str) -> None:
        """Press keys by their names: ``enter``, ``f2``, ``ctrl+p``, ``n``."""
        self.type("".join(KEYS.get(key, key) for key in keys))

    def paste(self, words: str) -> None:
        """Paste, as terminals do since they say so: in brackets."""
        self.type(f"\x1b[200~{words}\x1b[201~")

    def wait_for(self, seen: Seen, seconds: float = 20) -> str:
        """Wait until something is on the screen, or until a question to the screen says yes."""
        wanted = _question(seen)
        end = time.monotonic() + seconds
        while True:
            screen = self.screen()
            if wanted(screen):
                return screen
            left = end - time.monotonic()
            if left <= 0 or (self._process.poll() is not None and not self._more(0.2)):
                raise AssertionError(self._failure(seen, screen))
            self._more(min(left, 0.05))

    def wait_for_output(self, seen: bytes, seconds: float = 20) -> None:
        """Wait until some bytes have come out, before anything is drawn of them."""
        end = time.monotonic() + seconds
        with self._changed:
            while seen not in self._output:
                left = end - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"{seen!r} never came out: {bytes(self._output)!r}")
                self._changed.wait(left)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen()
        self._emulator.resize(rows, columns)
        self._set_size((columns, rows))

    def kill(self) -> None:
        """Kill the program as nothing can prevent: SIGKILL to all of it."""
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.wait(20)

    def exit_status(self, seconds: float = 20) -> int:
        """Wait for the end of the program, and say how it ended."""
        try:
            status = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._failure("the end of the program", self.screen())) from None
        while self.screen() and self._more(0.1):
            pass
        return status

    def _more(self, seconds: float) -> bool:
        """Wait a little for output; whether there is any that is not on the screen yet."""
        with self._changed:
            if len(self._output) == self._fed:
                self._changed.wait(seconds)
            return len(self._output) > self._fed

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 65_536)
            except OSError:
                return
            with self._changed:
                self._output += data
                self._changed.notify_all()
            if not data:
                return

    def _set_size(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def _failure(self, seen: Seen, screen: str) -> str:
        status = self._process.poll()
        how = "still runs" if status is None else f"ended with {status}"
        return f"not seen: {seen!r}; the program {how}; the screen:\n{screen}"


def environment(home: Path) -> dict[str, str]:
    """A plain environment: nothing of whoever runs the tests, but where programs are."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUNBUFFERED": "1",
    }


def _question(seen: Seen) -> Callable[[str], object]:
    if isinstance(seen, str):
        return re.compile(seen).search
    return seen.search if isinstance(seen, re.Pattern) else seen
