"""What line mode prints on: lines that come out at once, a prompt and a bell for a person."""

from __future__ import annotations

import sys

PROMPT = "do: "


class PaperRoll:
    """Standard output, line by line; nothing on it is ever changed.

    Attributes:
        by_hand: whether a person types at a terminal, and is prompted.
    """

    def __init__(self, *, by_hand: bool) -> None:
        self.by_hand = by_hand
        self._prompted = False

    @staticmethod
    def at_a_terminal() -> bool:
        """Whether a person types, and sees what is printed."""
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))

    def say(self, line: str) -> None:
        """Print a line; whatever was half typed goes on behind the next prompt."""
        if self._prompted:
            self._prompted = False
            print()
        print(line, flush=True)

    def typed(self) -> None:
        """A line was entered: the terminal has ended the line of the prompt by itself."""
        self._prompted = False

    def prompt(self) -> None:
        """Ask for a line, unless that was done already."""
        if self.by_hand and not self._prompted:
            print(PROMPT, end="", flush=True)
            self._prompted = True

    def ring(self) -> None:
        """Ring the terminal's bell."""
        if self.by_hand:
            print("\a", end="", flush=True)
