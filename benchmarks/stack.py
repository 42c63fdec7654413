"""Keys in an assembly: the next from the stack, a hand raised by name, a line typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.journals import name_in_assembly, write_assembly
from benchmarks.keys import Typed, a_letter
from benchmarks.report import MEDIAN, SLOWEST, Figure
from benchmarks.terminal import Program

GOAL = 3.0
PEOPLE, HANDS = 500, 40

NEXT, HAND, FILTER, RAISED, LETTER = (
    "n (next on the stack)",
    "h (whose hand)",
    "a letter of a name",
    "Enter (the hand is up)",
    "a letter",
)

_PATIENT = 0.35
"""*Next* takes two presses within 0.3 s for one."""

Samples = dict[str, list[float]]


class Assembly:
    """A circle of 500 people in which so many hands are up, and how long its keys took."""

    def __init__(self, program: Program, hands: int = HANDS) -> None:
        """Take the keyboard of a program that shows it.

        Args:
            program: at the circle.
            hands: how many people, from the first on, may have their hand up.
        """
        self.samples: Samples = defaultdict(list)
        self._program = program
        self._people = spread(range(hands + 1, PEOPLE))

    def type(self, count: int) -> Iterator[None]:
        """Type letters in the line, one at each step."""
        self._press("", b"/", b"")
        typed = Typed(self._program)
        for place in range(count):
            self.samples[LETTER].append(typed.letter(a_letter(place)))
            yield
        self._press("", b"\x15", b"")
        self._press("", b"\x1b", b"next")

    def raise_and_call(self) -> None:
        """Somebody makes a point of process, which is heard first."""
        name = name_in_assembly(next(self._people))
        self._press(HAND, b"h", b"Whose hand")
        number = name.split()[1]
        for end in range(1, len(number) + 1):
            self._press(FILTER, number[end - 1].encode(), first_with(number[:end]))
        self._press("", b"!", b"")
        self._press(RAISED, b"\r", b"process")
        self._program.wait(_PATIENT)
        self._press(NEXT, b"n", "▶".encode())

    def _press(self, what: str, key: bytes, shows: bytes) -> None:
        """Press a key; without a name for it, the time is not kept."""
        taken = self._program.press(key, shows)
        if what:
            self.samples[what].append(taken)


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Press the keys of the stack and those of a bare input in turn."""
    path = folder / "assembly.db"
    write_assembly(path, PEOPLE, HANDS)
    samples, bare = press_in_turn(effort, {"": path}, folder / "bytecode")
    return figures(f"{PEOPLE} people, {HANDS} hands", samples[""], bare)


def press_in_turn(
    effort: Effort, journals: Mapping[str, Path], bytecode: Path
) -> tuple[dict[str, Samples], list[float]]:
    """Press the same keys in assemblies, and letters in a bare input between them.

    Returns:
        the milliseconds of each key in each assembly, and those of the bare input.
    """
    bare: list[float] = []
    with ExitStack() as running:
        peer = running.enter_context(Program("benchmarks.peers.line", bytecode=bytecode))
        peer.painted([b"are input"])
        line = Typed(peer)
        assemblies = {}
        for name, path in journals.items():
            program = Program("facilitator", "--db", str(path), "resume", bytecode=bytecode)
            running.enter_context(program).painted(["▶".encode()])
            program.wait(1.0)
            assemblies[name] = Assembly(program)
            # What a program does only with its first keys is no part of the figures.
            assemblies[name].raise_and_call()
            line.letter("x")
            assemblies[name].samples.clear()
        typing = [assembly.type(effort.letters) for assembly in assemblies.values()]
        for place in range(effort.letters):
            bare.append(line.letter(a_letter(place)))
            for each in typing:
                next(each)
        for each in typing:
            list(each)
        for place in range(effort.presses):
            bare.append(line.letter(a_letter(place)))
            for assembly in assemblies.values():
                assembly.raise_and_call()
    return {name: assembly.samples for name, assembly in assemblies.items()}, bare


def figures(where: str, samples: Samples, bare: list[float]) -> list[Figure]:
    """Each key against the bare input, and all of them together."""
    pooled = [sample for kind in samples.values() for sample in kind]
    named = {"all keys": pooled, **{kind: samples[kind] for kind in sorted(samples)}}
    return [
        Figure(
            f"key to screen, {where}, {name}: {words}",
            "ms",
            tuple(taken),
            tuple(bare),
            GOAL,
            share,
        )
        for name, taken in named.items()
        for words, share in (("median", MEDIAN), ("95th percentile", SLOWEST))
    ]


def spread(people: range) -> Iterator[int]:
    """One after the other, from all over the room."""
    # 173 has no divisor in common with their number, so that everyone comes up once.
    for place in range(len(people)):
        yield people[place * 173 % len(people)]


def first_with(digits: str) -> bytes:
    """The name that is shown first when so much of a number is typed."""
    every = (name_in_assembly(place) for place in range(PEOPLE))
    return re.escape(next(name for name in every if digits in name).encode())
