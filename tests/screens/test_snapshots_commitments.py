"""How commitments look: on the first screen, at the opening, in the walk, on their own screen."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenery
from commitment_scenery import cruel, opening, promised, settled, usual
from photographs import Compare, Scene, fixed, pressing
from role_scenery import known
from support.clock import HandClock
from support.prepared import all_of
from support.screens import SMALL, USUAL, Size, program

CRUEL = cruel(*scenery.HOSTILE[:7])
SCENES = {
    "commitments empty": Scene(known(), ("c",), home=True),
    "commitments usual": Scene(promised, ("c",), home=True),
    "commitments filtered": Scene(promised, ("c", "/", *"ana"), home=True),
    "commitments hostile": Scene(CRUEL, ("c",), home=True),
    "commitment usual": Scene(promised, ("c", "enter"), home=True),
    "commitment hostile": Scene(CRUEL, ("c", "enter"), home=True),
    "home due": Scene(promised, home=True),
    "home due hostile": Scene(CRUEL, home=True),
    "due usual": Scene(usual),
    "due hostile": Scene(all_of(CRUEL, opening("Zoë"))),
    "due walk": Scene(usual, ("F",)),
    "due walk hostile": Scene(all_of(CRUEL, opening("Zoë")), ("F",)),
    "became usual": Scene(settled, ("C",)),
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
def test_commitments_look_as_they_did(
    path: Path, snap_compare: Compare, scene: Scene, size: Size
) -> None:
    clock = HandClock()
    with program(path, scene.prepare, home=scene.home, clock=clock) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing(scene, clock))
