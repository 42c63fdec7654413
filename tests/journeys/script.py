"""A scripted circle, key by key, with what each key must have done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from world import World

GATHER, KEYS, LINE, CLOSING, DIALOG = "gather", "keys", "line", "closing", "dialog"
FIELD = {GATHER: "names"}

Presses = tuple[tuple[tuple[str, ...], str], ...]
"""Keys that are pressed one after the other, each time with what is seen then."""


@dataclass(frozen=True)
class Moment:
    """One key: where it is pressed, how it shows, and the world after it.

    Attributes:
        place: the part of the program in which the key is pressed.
        key: the key's name, or a letter.
        seen: a regular expression that fits the screen once the key has done its work.
        after: what the journal says then.
        flows: whether more keys may follow before the screen is looked at.
        proof: whether what is seen says that the work is done.
        lead: the keys that lead to this one; they do nothing yet.
        trail: the keys that lead back to the circle.
    """

    place: str
    key: str
    seen: str
    after: World
    flows: bool = False
    proof: bool = True
    lead: Presses = ()
    trail: Presses = ()


class Script:
    """Writes the moments down one after the other."""

    def __init__(self, plan: tuple[str, ...]) -> None:
        self.first = self.world = World(plan=plan)
        self.moments: list[Moment] = []

    def key(
        self, key: str, seen: str, place: str = KEYS, *, proof: bool = True, **changes: Any
    ) -> None:
        """A key that does something at once."""
        self.world = replace(self.world, **changes)
        self.moments.append(Moment(place, key, seen, self.world, proof=proof and bool(seen)))

    def words(self, words: str, seen: str, place: str = LINE, **changes: Any) -> None:
        """Words typed letter by letter, and entered."""
        for end in range(1, len(words) + 1):
            self.world = replace(self.world, draft=words[:end])
            typed = rf"[▏│] +{re.escape(words[:end].rstrip())}( |$)"
            proof = not words[end - 1].isspace()
            self.moments.append(
                Moment(place, words[end - 1], typed, self.world, flows=True, proof=proof)
            )
        self.world = replace(self.world, draft="", **changes)
        self.moments.append(Moment(place, "enter", seen, self.world, flows=True))

    def chosen(
        self,
        key: str,
        *asked: tuple[str, str],
        seen: str,
        proof: bool = True,
        trail: Presses = (),
        **changes: Any,
    ) -> None:
        """Something picked or typed in dialogs: nothing happens before the last Enter.

        Args:
            key: what opens the first one.
            asked: the title of each dialog, and the letters typed into it.
            seen: what is seen when the last dialog is gone, or with the trail, when it is done.
            proof: whether that says that the work is done.
            trail: the keys that lead back to the circle.
            changes: what is different in the world then.
        """
        self.world = replace(self.world, **changes)
        lead: list[tuple[tuple[str, ...], str]] = []
        for title, words in asked:
            box = f"╭─ {re.escape(title)}"
            lead.append(((key,), box))
            # What was typed there before a kill is kept: it goes first.
            typed = rf"{box}[^\n]*\n[^\n]*\n[^\n]*│ +{re.escape(words)} +│"
            lead.append((("ctrl+u", *words), typed if words else box))
            key = "enter"
        seen = seen if trail else gone(asked[-1][0], seen)
        self.moments.append(
            Moment(KEYS, "enter", seen, self.world, proof=proof, lead=tuple(lead), trail=trail)
        )

    def step(self, title: str, seen: str, *, floor: str = "round", rounds: str = "") -> None:
        """The circle goes to the next step, where nobody has been heard yet."""
        begun = (rounds,) if rounds else ()
        fresh: dict[str, Any] = {"heard": (), "asked_again": False, "given": 0, "mustered": ()}
        self.key("n", seen, step=title, floor=floor, rounds=begun, **fresh)

    def name(self, name: str) -> None:
        """Somebody sits down."""
        seats = (*self.world.seats, name)
        self.words(name, rf"· {name}", GATHER, seats=seats)

    def line(self, words: str) -> None:
        """Something is written down."""
        said = re.escape(words.lstrip("!= ").split("@")[0].strip())
        self.words(words, rf"\d\d:\d\d .*{said}", lines=(*self.world.lines, words))

    def agreed(self, words: str) -> None:
        """A wording is read back, and recorded when all agree."""
        wording = words.lstrip("= ")
        self.words(words, "is this agreed", read_back=wording)
        lines = (*self.world.lines, words)
        said = rf"\d\d:\d\d .*{re.escape(wording)}"
        self.key("enter", said, DIALOG, read_back="", lines=lines)

    def turn(self, key: str, who: str, how: str, then: str, given: int) -> None:
        """The turn passes from one to another."""
        heard = (*self.world.heard, f"{who} {how}") if who else self.world.heard
        passed = ", ".join(each.split()[0] for each in heard if each.endswith(" passed"))
        ended = f"not yet heard: {passed}" if passed else "everyone has been heard"
        seen = rf"▶ {then}" if then else ended
        self.key(key, seen, speaker=then, heard=heard, given=given, standing=False)

    def stands(self, key: str, stop: str, seen: str) -> None:
        """Every clock stops, and goes on when the key is pressed again."""
        self.key(key, seen, stop=stop, standing=True)
        self.key(key, without(seen), stop="", standing=False)


def without(words: str) -> str:
    """A regular expression for a screen that does not show something."""
    return rf"\A(?s:(?!.*{words}))"


def gone(title: str, seen: str) -> str:
    """A regular expression for something seen on a screen from which a dialog has gone."""
    return rf"{without(f'╭─ {re.escape(title)}')}(?s:.*){seen}"


def bursts(moments: list[Moment], first: int, most: int) -> Iterator[Moment]:
    """The moments from one on that may be typed in one go."""
    for moment in moments[first : first + most]:
        if moment.place != moments[first].place:
            return
        yield moment
        if not moment.flows:
            return
