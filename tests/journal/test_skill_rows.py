"""The tables of skills and pairings, as another program reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import DEBRIEF
from support.clock import HandClock
from support.files import ask, do, rebuilt, session, tables, who

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Occasion
from facilitator.core.events import RoleKind, Sense, SkillSort
from facilitator.core.intents import FileSkill, LearnSkill, MakePairing
from facilitator.core.skills.sharing import Held, next_share
from facilitator.session import Session

AFTER_ACTION = Agenda(title="Debrief", occasion=Occasion.DEBRIEF, steps=DEBRIEF.steps)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def held(at: Session) -> None:
    """A debrief, and what was done about skills after it, between meetings."""
    do(at, intents.CallMeeting("", AFTER_ACTION))
    do(at, *(intents.Welcome(name) for name in ("Ana", "Bo", "Chidi")), intents.OpenCircle())
    ana, bo, chidi = (who(at, name) for name in ("Ana", "Bo", "Chidi"))
    do(
        at,
        FileSkill(ana, ("First aid", "Cooking"), step="step-3"),
        FileSkill(bo, ("first aid",), Sense.WISHED, "step-3"),
        FileSkill(chidi, ("Bandaging",), Sense.WISHED, "step-3"),
        MakePairing("first aid", ana, bo, "step-3"),
        intents.CloseCircle(),
    )
    at.enter("")
    do(
        at,
        FileSkill(ana, ("cooking",), Sense.TEACHES),
        LearnSkill(bo, "cooking", ana),
        intents.DescribeSkill("first aid", sort=SkillSort.PRACTICAL),
    )


def told(path: Path) -> list[tuple[object, ...]]:
    names = dict(ask(path, "SELECT person, name FROM identity"))
    rows = ask(
        path,
        "SELECT skill, sort, person, how, meeting IS NOT NULL, teacher FROM skills "
        "ORDER BY skill, how, person",
    )
    return [tuple(names.get(value, value) for value in row) for row in rows]


def test_a_row_says_who_does_what_with_a_skill(path: Path) -> None:
    with session(path) as at:
        held(at)
        assert told(path) == [
            ("Bandaging", None, "Chidi", "wished", 1, None),
            ("Cooking", None, "Bo", "learned", 0, "Ana"),
            ("Cooking", None, "Ana", "teaches", 0, None),
            ("Cooking", None, "Ana", "used", 1, None),
            ("First aid", "practical", "Bo", "learning", 1, "Ana"),
            ("First aid", "practical", "Ana", "used", 1, None),
            ("First aid", "practical", "Bo", "wished", 1, None),
        ]
        assert ask(path, "SELECT occasion FROM meetings") == [("debrief",)]
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_a_merged_skill_leaves_no_row_of_its_own(path: Path) -> None:
    with session(path) as at:
        held(at)
        do(at, intents.DescribeSkill("bandaging", "first aid"))
        do(at, intents.DescribeSkill("first aid", "First aid and rescue"))
        assert {row[0] for row in told(path)} == {"Cooking", "First aid and rescue"}
        assert ask(path, "SELECT skill, ended FROM pairings") == [("First aid and rescue", None)]
        assert rebuilt(at.journal) == tables(at.journal.connection)
        do(at, LearnSkill(who(at, "Bo"), "bandaging", who(at, "Ana")))
        assert ask(path, "SELECT ended IS NOT NULL, learned FROM pairings") == [(1, 1)]
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_with_and_without_each_action_the_rows_made_again_are_the_same(path: Path) -> None:
    with session(path) as at:
        held(at)
        do(at, intents.DescribeSkill("bandaging", "first aid"))
        undone = 0
        while isinstance(at.undo(), str):
            undone += 1
            assert rebuilt(at.journal) == tables(at.journal.connection)
        assert undone == 4


def test_what_is_passed_on_with_a_role_is_in_the_table(path: Path) -> None:
    with session(path) as at:
        held(at)
        do(at, intents.OfferRole("Pantry", role_kind=RoleKind.STEWARDSHIP, skills=("Keys",)))
        role = next(iter(at.state.roles.values()))
        do(at, intents.ClaimRole(role.id, who(at, "Ana")))
        term = at.state.roles[role.id].terms[0].id
        do(
            at,
            intents.NameSuccessor(term, who(at, "Bo")),
            intents.BeginShadowing(term),
            intents.TickSkill(term, "Keys"),
            intents.ConfirmSkill(term, "Keys"),
        )
        assert told(path)[-1] == ("Keys", None, "Bo", "learned", 0, "Ana")
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_skills_are_known_at_every_later_meeting(path: Path) -> None:
    with session(path) as at:
        held(at)
        bo = who(at, "Bo")
        do(at, intents.CallMeeting("", DEBRIEF), intents.Welcome("Dee"), intents.OpenCircle())
        assert at.meeting is not None
        aid = at.state.skills.named("first aid")
        assert aid is not None
        assert bo in aid.wishes
        assert not at.meeting.skills_said
        do(at, FileSkill(bo, ("first aid",), Sense.WISHED))
        assert len(at.meeting.skills_said) == 1
        assert ask(path, "SELECT count(*) FROM skills WHERE how = 'wished'") == [(2,)]


def test_the_occasions_of_closed_meetings_say_when_skills_are_shared_next(path: Path) -> None:
    clock = HandClock()
    with session(path, clock=clock) as at:
        assert at.group.occasions() == []
        do(at, intents.CallMeeting("", AFTER_ACTION), intents.Welcome("Ana", newcomer=True))
        do(at, intents.OpenCircle())
        debrief = at.meeting
        assert debrief is not None
        assert at.group.occasions() == []
        clock.move(90 * 60_000)
        do(at, intents.CloseCircle())
        do(at, intents.CallMeeting("", DEBRIEF), intents.Welcome("Ana"))
        do(at, intents.OpenCircle(), intents.CloseCircle())
        assert at.group.occasions() == [
            Held(debrief.id, Occasion.DEBRIEF, clock.now(), debrief.utc_offset)
        ]
        share = next_share(at.state, at.group.occasions())
        assert share is not None
        assert share.due == "2025-11-25"


def test_who_came_as_a_newcomer_last_is_one_until_they_come_again(path: Path) -> None:
    clock = HandClock()
    with session(path, clock=clock) as at:
        do(at, intents.CallMeeting("", DEBRIEF), intents.Welcome("Ana", newcomer=True))
        do(at, intents.Welcome("Bo"), intents.Welcome("Dee", newcomer=True))
        do(at, intents.OpenCircle(), intents.CloseCircle())
        assert at.group.newcomers() == {who(at, "Ana"), who(at, "Dee")}
        clock.move(7 * 24 * 3_600_000)
        do(at, intents.CallMeeting("", DEBRIEF), intents.Welcome("ana"))
        assert at.group.newcomers() == {who(at, "Dee")}
