"""A scripted circle of four, key by key, with what each key must have done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from world import World

NAMES = ("Ana", "Bo", "Chidi", "Dee")
GATHER, KEYS, LINE, CLOSING, DIALOG = "gather", "keys", "line", "closing", "dialog"
FIELD = {GATHER: "names"}


@dataclass(frozen=True)
class Moment:
    """One key: where it is pressed, how it shows, and the world after it.

    Attributes:
        place: the part of the program in which the key is pressed.
        key: the key's name, or a letter.
        seen: a regular expression that fits the screen once the key has done its work; empty if
            that can't be told from the screen.
        after: what the journal says then.
        flows: whether more keys may follow before the screen is looked at.
    """

    place: str
    key: str
    seen: str
    after: World
    flows: bool = False


class Script:
    """Writes the moments down one after the other."""

    def __init__(self) -> None:
        self.world = World()
        self.moments: list[Moment] = []

    def key(self, key: str, seen: str, place: str = KEYS, **changes: Any) -> None:
        """A key that does something at once."""
        self.world = replace(self.world, **changes)
        self.moments.append(Moment(place, key, seen, self.world))

    def words(self, words: str, seen: str, place: str = LINE, **changes: Any) -> None:
        """Words typed letter by letter, and entered."""
        for end in range(1, len(words) + 1):
            self.world = replace(self.world, draft=words[:end])
            typed = rf"[▏│] +{re.escape(words[:end].rstrip())}( |$)"
            self.moments.append(Moment(place, words[end - 1], typed, self.world, flows=True))
        self.world = replace(self.world, draft="", **changes)
        self.moments.append(Moment(place, "enter", seen, self.world, flows=True))

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


def evening() -> list[Moment]:
    """Four people sit down, are heard in two rounds, promise something and come to the close."""
    script = Script()
    for name in NAMES:
        script.name(name)
    script.key("f2", "Welcome, everyone", GATHER, stage="open", step="Welcome")
    script.key("n", "Ana begins", step="Check-in")
    _check_in(script)
    script.key("n", "once more: Bo", asked_again=True)
    script.key("n", "Bo begins", step="What we witnessed", heard=(), asked_again=False)
    _witnessed(script)
    script.key("n", "Chidi begins", step="Skills", heard=())
    return script.moments


def _check_in(script: Script) -> None:
    for who, then in zip(("", *NAMES), (*NAMES, ""), strict=True):
        script.turn("n" if who != "Bo" else "p", who, _how(who), then, 30 if then else 0)
        if then == "Ana":
            script.line("glad to be here")


def _how(who: str) -> str:
    return "passed" if who == "Bo" else "heard"


def _witnessed(script: Script) -> None:
    script.turn("n", "", "", "Bo", 90)
    script.line("the water came in at night")
    script.key("+", "", given=120)
    script.key("space", "go on", standing=True)
    script.key("space", "space pause", standing=False)
    # The second round goes the other way.
    script.turn("n", "Bo", "heard", "Ana", 90)
    before = script.world
    script.agreed("= doors open at five")
    script.turn("p", "Ana", "passed", "Dee", 90)
    script.key("u", "▶ Ana", **_told(before, lines=script.world.lines))
    script.turn("l", "Ana", "later", "Dee", 90)
    script.line("! borrow the pump")
    script.turn("n", "Dee", "heard", "Chidi", 90)
    script.turn("n", "Chidi", "heard", "Ana", 90)
    # She asked to be come back to: what counts is how it came out in the end.
    heard = ("Bo heard", "Dee heard", "Chidi heard", "Ana heard")
    script.key("n", "everyone has been heard", speaker="", heard=heard, given=0)


def _told(world: World, **changes: Any) -> dict[str, Any]:
    then = replace(world, **changes)
    return {"speaker": then.speaker, "heard": then.heard, "given": then.given}


def bursts(moments: list[Moment], first: int, most: int) -> Iterator[Moment]:
    """The moments from one on that may be typed in one go."""
    for moment in moments[first : first + most]:
        if moment.place != moments[first].place:
            return
        yield moment
        if not moment.flows:
            return
