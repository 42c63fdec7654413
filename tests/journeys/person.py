"""A person at a terminal: does one thing, looks whether it happened, does the next."""

from __future__ import annotations

import json
import re
import subprocess
import time
from pathlib import Path
from typing import Any

from support.terminal import PROGRAM, Seen, Terminal, environment

DOUBLE_PRESS = 0.32
"""Seconds between two presses of *next* that are two."""

ASKED = r"╭─ Leaving “.*(what came of it|whose, by when)\?"
"""The box that stands between a topic and the next step."""


class Person:
    """What people do again and again, at one terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def press(self, key: str, seen: Seen) -> str:
        """Press a key, and wait for what it does."""
        self.terminal.press(key)
        return self.terminal.wait_for(seen)

    def next(self, seen: Seen) -> str:
        """Press *next* as people do: not twice in the same moment."""
        time.sleep(DOUBLE_PRESS)
        return self.press("n", seen)

    def nothing(self, seen: Seen) -> str:
        """Asked what came of a topic, say nothing: with the key that is pressed all evening."""
        self.terminal.wait_for(ASKED)
        return self.next(seen)

    def enter(self, words: str, seen: Seen) -> str:
        """Type a line and press Enter."""
        self.terminal.type(words)
        self.terminal.press("enter")
        return self.terminal.wait_for(seen)

    def write(self, *lines: str) -> None:
        """Go to the line, write some lines, and leave it."""
        self.press("/", at_the_line)
        for line in lines:
            words = re.escape(line.lstrip("!= ").split(" by ")[0].split("@")[0].strip())
            if line.startswith("="):
                self.enter(line, "is this agreed")
                self.press("enter", rf"\d\d:\d\d .*{words}")
            else:
                self.enter(line, rf"\d\d:\d\d .*{words}")
        self.press("escape", with_the_keys)

    def pick(self, key: str, title: str, words: str, seen: Seen) -> str:
        """Press a key that asks for one of a list, and choose by typing."""
        self.press(key, re.escape(title))
        return self.choose(words, seen)

    def choose(self, words: str, seen: Seen) -> str:
        """Filter a list down to what is wanted, and take it."""
        self.terminal.type(words)
        self.terminal.wait_for(rf"│ +{re.escape(words)}(  .*)? *│")
        self.terminal.press("enter")
        return self.terminal.wait_for(seen)


def at_the_line(screen: str) -> bool:
    """Whether letters are typed into the line."""
    return screen.splitlines()[-1].rstrip().endswith("F1 keys")


def with_the_keys(screen: str) -> bool:
    """Whether letters are keys of the circle."""
    return screen.splitlines()[-1].rstrip().endswith("? keys")


def told(home: Path, *arguments: str | Path, status: int = 0) -> str:
    """What a command that draws nothing prints."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=home,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    return done.stdout if status == 0 else done.stderr


def told_data(home: Path, *arguments: str | Path) -> Any:
    """What a command prints as JSON."""
    return json.loads(told(home, *arguments))
