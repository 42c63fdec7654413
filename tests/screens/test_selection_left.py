"""A selection is not left by a slip of a finger while something stands in its way."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, who
from support.prepared import opened
from support.screens import SMALL, desk

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Selection
from facilitator.core.walking import what_next
from facilitator.session import Session

AGENDA = Agenda(
    title="Choice",
    steps=(
        Selection(title="A steward", role="Pantry"),
        Closing(title="Close"),
    ),
)


def objected(session: Session) -> None:
    """Bo is proposed, everyone was asked, and Dee objects."""
    opened("Ana", "Bo", "Dee", agenda=AGENDA)(session)
    do(session, intents.Propose("step-1", who(session, "Bo")))
    meeting = session.meeting
    assert meeting is not None
    proposal = next(iter(meeting.proposals))
    do(session, intents.Object(proposal, who(session, "Dee"), ("no evenings",)))
    while isinstance(wish := what_next(meeting), intents.BeginTurn | intents.EndTurn):
        do(session, wish)
        meeting = session.meeting
        assert meeting is not None


@pytest.mark.parametrize("key", ["n", "]"])
async def test_a_selection_with_an_objection_is_left_only_after_a_question(
    tmp_path: Path, key: str
) -> None:
    async with desk(tmp_path / "circle.db", objected) as at:
        await at.press(key)
        assert "Leave this selection?" in at.shown()
        assert "Dee objects to Bo." in at.shown()
        await at.press("escape")
        assert at.meeting.step_id == "step-1"
        await at.after(1_000)
        await at.press(key, "enter")
        assert at.meeting.step_id == "step-2"


async def test_the_key_of_a_voice_is_in_the_bar_until_somebody_is_chosen(tmp_path: Path) -> None:
    people = opened("Ana", "Bo", agenda=AGENDA)
    async with desk(tmp_path / "circle.db", people, size=SMALL) as at:
        await at.next()
        assert "v nominate" in at.text("KeyBar")
        assert "u undo" in at.text("KeyBar")
        await at.press("v", "enter")
        await at.enter("calm")
        while "it is agreed" not in at.text("KeyBar"):
            assert " v " in at.text("KeyBar")
            await at.next()
        await at.next()
        assert "v" not in at.bar()
        assert "Pantry: Ana until" in at.text("#say")
