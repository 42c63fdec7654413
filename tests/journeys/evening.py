"""A debrief of four, key by key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from script import GATHER, Script
from world import World

NAMES = ("Ana", "Bo", "Chidi", "Dee")
PLAN = (
    "Welcome",
    "Check-in",
    "What we witnessed",
    "Skills",
    "What we build",
    "Roles for two weeks",
    "What we promised",
    "Check-out",
    "Close",
)


def debrief() -> Script:
    """Four people sit down, are heard in two rounds, promise something and come to the close."""
    script = Script(PLAN)
    for name in NAMES:
        script.name(name)
    script.key("f2", "Welcome, everyone", GATHER, stage="open", step="Welcome")
    script.step("Check-in", "Ana begins", rounds="Ana sunwise 0")
    _check_in(script)
    script.key("n", "once more: Bo", asked_again=True)
    script.step("What we witnessed", "Bo begins", rounds="Bo counter-sunwise 0")
    _witnessed(script)
    script.step("Skills", "Chidi begins", rounds="Chidi sunwise 0")
    return script


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
