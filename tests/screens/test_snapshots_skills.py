"""How skills look: the screen of the group's skills, and a circle that speaks of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenery
from photographs import Compare, Scene, fixed, pressing
from support.clock import HandClock
from support.files import do, who
from support.prepared import all_of, gathered, going_to, opened, sending
from support.screens import SECOND, SMALL, USUAL, Size, program
from support.skills import AFTER_ACTION, PAIR, SHARE, TEACH, held, known, sharing, spoken

from facilitator.core import intents
from facilitator.core.events import Sense
from facilitator.session import Session

CLOSED = sending(intents.CloseCircle())


def cruel(at: Session) -> None:
    """Hostile names of people and of skills."""
    opened(*scenery.HOSTILE[:7], agenda=AFTER_ACTION)(at)
    people = list(at.names)
    for place, person in enumerate(people):
        name = scenery.HOSTILE[(place + 1) % 8]
        do(at, intents.FileSkill(person, (name,)))
        wished = scenery.HOSTILE[(place + 3) % 8]
        do(at, intents.FileSkill(person, (wished,), Sense.WISHED))
    do(at, intents.MakePairing(scenery.HOSTILE[0], people[0], people[1]))


def learned(at: Session) -> None:
    do(at, intents.LearnSkill(who(at, "Dee"), "First aid", who(at, "Bo")))


CRUEL = all_of(cruel, CLOSED)
SCENES = {
    "skills empty": Scene(all_of(opened("Ana"), CLOSED), ("k",), home=True),
    "skills usual": Scene(held, ("k", "end"), home=True),
    "skills people": Scene(held, ("k", "v"), home=True),
    "skills filtered": Scene(held, ("k", "/", *"only"), home=True),
    "skills hostile": Scene(CRUEL, ("k",), home=True),
    "skills hostile people": Scene(CRUEL, ("k", "v"), home=True),
    "skill usual": Scene(held, ("k", "end", "enter"), home=True),
    "skill hostile": Scene(CRUEL, ("k", "enter"), home=True),
    "skill pairs": Scene(held, ("k", "p"), home=True),
    "skill not so": Scene(held, ("k", "end", "x"), home=True),
    "home share": Scene(held, later=50 * 3_600 * SECOND, home=True),
    "home share hostile": Scene(CRUEL, home=True),
    "used usual": Scene(all_of(spoken(), known), ("/", *"+ first aid, wiring"), later=46 * SECOND),
    "used empty": Scene(spoken()),
    "teach usual": Scene(spoken(TEACH)),
    "pairs usual": Scene(all_of(sharing(PAIR), known, learned)),
    "pairs hostile": Scene(
        all_of(
            CRUEL,
            gathered(*scenery.HOSTILE[:7], agenda=SHARE),
            sending(intents.OpenCircle()),
            going_to(PAIR),
        )
    ),
}
CASES = [
    pytest.param(scene, size, id=f"{name} {size[0]}x{size[1]}")
    for name, scene in SCENES.items()
    for size in (SMALL, USUAL)
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return fixed(tmp_path, monkeypatch)


@pytest.mark.parametrize(("scene", "size"), CASES)
def test_skills_look_as_they_did(
    path: Path, snap_compare: Compare, scene: Scene, size: Size
) -> None:
    clock = HandClock()
    with program(path, scene.prepare, home=scene.home, clock=clock) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing(scene, clock))
