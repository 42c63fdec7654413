"""What minutes say of skills: who used, wishes for and learned which, and who practices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reading import blocks, body_of
from support.files import do, session, who
from support.prepared import opened
from support.skills import PEOPLE, SHARE, known

from facilitator.core import intents
from facilitator.core.events import Sense
from facilitator.minutes.data import as_data
from facilitator.minutes.markdown import markdown
from facilitator.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def told(at: Session) -> str:
    assert at.meeting is not None
    return markdown(at.state, at.meeting, at.names, at.now())


def section(at: Session, title: str) -> list[str]:
    """The lines of a section, as they stand in the file."""
    text = told(at)
    if f"## {title}\n" not in text:
        return []
    return text.split(f"## {title}\n")[1].split("\n## ")[0].strip().splitlines()


def test_each_skill_stands_in_a_line_with_who_said_what(path: Path) -> None:
    with session(path) as at:
        opened(*PEOPLE, agenda=SHARE)(at)
        known(at)
        do(at, intents.LearnSkill(who(at, "Dee"), "first aid", who(at, "Bo")))
        assert section(at, "Skills") == [
            "- First aid: used by **Ana**; taught by **Bo**; wished for by **Chidi** and **Dee**; "
            "learned by **Dee** (from Bo)",
            "- Keeping the book: used by **Ana**; wished for by **Eli**",
            "- Cooking for 100: used by **Chidi**",
            "- Facilitating: wished for by **Dee**",
        ]
        assert section(at, "Pairings") == ["- **Bo** shows First aid to **Dee** (learned)"]


def test_what_was_mended_in_the_same_meeting_is_not_told(path: Path) -> None:
    with session(path) as at:
        opened(*PEOPLE, agenda=SHARE)(at)
        ana = who(at, "Ana")
        do(at, intents.FileSkill(ana, ("Cooking", "Wiring")))
        do(at, intents.WithdrawSkill(ana, "cooking", Sense.USED))
        assert section(at, "Skills") == ["- Wiring: used by **Ana**"]
        do(at, intents.DescribeSkill("wiring", "Electricity"))
        assert section(at, "Skills") == ["- Electricity: used by **Ana**"]


def test_another_meeting_does_not_tell_it_again(path: Path) -> None:
    with session(path) as at:
        opened(*PEOPLE, agenda=SHARE)(at)
        known(at)
        do(at, intents.CloseCircle())
        do(at, intents.CallMeeting("", SHARE), intents.Welcome("Fatima"), intents.OpenCircle())
        assert section(at, "Skills") == section(at, "Pairings") == []


def test_as_json_people_are_named_and_steps_are_known(path: Path) -> None:
    with session(path) as at:
        opened(*PEOPLE, agenda=SHARE)(at)
        bo, dee = who(at, "Bo"), who(at, "Dee")
        do(
            at,
            intents.FileSkill(bo, ("Knots",), Sense.WISHED, "step-1"),
            intents.LearnSkill(bo, "knots", dee),
            intents.MakePairing("wiring", dee, bo),
        )
        assert at.meeting is not None
        data: dict[str, Any] = as_data(at.state, at.meeting, at.names, at.now())
        wished, learned = data["skills"]
        assert (wished["skill"], wished["how"], wished["step"], wished["teacher"]) == (
            "Knots",
            "wished for",
            "step-1",
            None,
        )
        assert (learned["how"], learned["step"], learned["teacher"]["name"]) == (
            "learned",
            None,
            "Dee",
        )
        [pairing] = data["pairings"]
        assert (pairing["skill"], pairing["teacher"]["name"], pairing["learner"]["name"]) == (
            "wiring",
            "Dee",
            "Bo",
        )
        assert (pairing["ended"], pairing["learned"]) == ("", False)


@pytest.mark.parametrize("name", ["[/] *x*", "# 1. <b>", "\x1b[2J", "a `code` _x_", "- x"])
def test_a_skill_reads_as_it_was_typed(path: Path, name: str) -> None:
    with session(path) as at:
        opened(*PEOPLE, agenda=SHARE)(at)
        ana, bo = who(at, "Ana"), who(at, "Bo")
        do(at, intents.FileSkill(ana, (name,)), intents.MakePairing(name, ana, bo))
        shown = name.replace("\x1b", "␛")
        text = [words for _, words in blocks(body_of(told(at)))]
        assert f"{shown}: used by Ana" in text
        assert f"Ana shows {shown} to Bo" in text
