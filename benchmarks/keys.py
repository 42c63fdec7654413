"""From a key press on the circle until the screen shows what it did."""

from __future__ import annotations

from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.journals import write_running_circle
from benchmarks.report import MEDIAN, SLOWEST, Figure
from benchmarks.terminal import Program

GOALS = {12: 2.0, 500: 3.0}

LETTER, PAUSE, MORE, NEXT = "a letter", "space (pause, go on)", "+ (30 s more)", "n (next)"

_ALPHABET = "bcdfghjklmpqrstvwxz"
# A longer line would be scrolled, or wider than what is styled alike.
_LINE_HOLDS = 20
_PATIENT = 0.35
"""*Next* takes two presses within 0.3 s for one."""

# The sign of a pause, as a character and as the top of a large figure.
_PAUSED = "‖|╻╻".encode()
# What the key bar or the seats show after each kind of *next*.
_AFTER_NEXT = "▶|end turn|next step| speaks".encode()

_Samples = dict[str, list[float]]


class Typed:
    """A line that letters are typed in; each is looked for with those before it."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._line = ""

    def letter(self, letter: str) -> float:
        """Type a letter; the milliseconds until it is shown."""
        if len(self._line) == _LINE_HOLDS:
            self._program.press(b"\x15", b"")
            self._line = ""
        self._line += letter
        # The cursor stands behind the letter, and what is before it has one style.
        return self._program.press(letter.encode(), self._line.encode())


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Press the same keys in turn in a bare input and in circles of 12 and of 500 people."""
    samples: dict[int, _Samples] = {people: defaultdict(list) for people in GOALS}
    bare: list[float] = []
    with ExitStack() as running:

        def start(module: str, *arguments: str) -> Program:
            program = Program(module, *arguments, bytecode=folder / "bytecode")
            return running.enter_context(program)

        peer = start("benchmarks.peers.line")
        peer.painted([b"are input"])
        circles: dict[int, Program] = {}
        for people in GOALS:
            journal = folder / f"{people}.db"
            write_running_circle(journal, people)
            circles[people] = start("facilitator", "--db", str(journal), "resume")
            circles[people].painted(["▶ Ana".encode()])

        line = Typed(peer)
        _warm_up(line, circles)
        _type(effort.letters, line, circles, samples, bare)
        _steer(effort.presses, line, circles, samples, bare)
    return [figure for people in GOALS for figure in _figures(people, samples[people], bare)]


def _type(
    count: int,
    line: Typed,
    circles: dict[int, Program],
    samples: dict[int, _Samples],
    bare: list[float],
) -> None:
    """Type letters in the bare line and in the lines of the circles, in turn."""
    for program in circles.values():
        program.press(b"/", b"")
    lines = {people: Typed(program) for people, program in circles.items()}
    for place in range(count):
        bare.append(line.letter(a_letter(place)))
        for people, typed in lines.items():
            samples[people][LETTER].append(typed.letter(a_letter(place)))
    for program in circles.values():
        program.press(b"\x15", b"")
        program.press(b"\x1b", b"next")


def _steer(
    count: int,
    line: Typed,
    circles: dict[int, Program],
    samples: dict[int, _Samples],
    bare: list[float],
) -> None:
    """Press the keys of the circle while nothing is typed there."""
    for place in range(count):
        bare.append(line.letter(a_letter(place)))
        for people, program in circles.items():
            _pause_and_extend(program, samples[people])
    for place in range(count):
        bare.append(line.letter(a_letter(place)))
        for people, program in circles.items():
            program.wait(_PATIENT / 2)
            samples[people][NEXT].append(program.press(b"n", _AFTER_NEXT))


def a_letter(place: int) -> str:
    """One of several letters, none of them twice running."""
    return _ALPHABET[place * 7 % len(_ALPHABET)]


def _warm_up(line: Typed, circles: dict[int, Program]) -> None:
    """What a program does only with its first keys is no part of the figures."""
    for letter in _ALPHABET[:5]:
        line.letter(letter)
    for program in circles.values():
        program.wait(1.0)
        _pause_and_extend(program, defaultdict(list))


def _pause_and_extend(program: Program, samples: _Samples) -> None:
    samples[PAUSE].append(program.press(b" ", _PAUSED))
    # Nothing moves while the clock stands still: whatever is written next is the answer.
    samples[MORE].append(program.press(b"+", b""))
    samples[PAUSE].append(program.press(b" ", b""))


def _figures(people: int, samples: _Samples, bare: list[float]) -> list[Figure]:
    pooled = [sample for kind in samples.values() for sample in kind]
    named = {"all keys": pooled, **samples}
    return [
        Figure(
            f"key to screen, {people} people, {name}: {words}",
            "ms",
            tuple(taken),
            tuple(bare),
            GOALS[people],
            share,
        )
        for name, taken in named.items()
        for words, share in (("median", MEDIAN), ("95th percentile", SLOWEST))
    ]
