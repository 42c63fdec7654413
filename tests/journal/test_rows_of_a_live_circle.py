"""The tables after what a live circle meets: the same rows at once as when they are made again."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from hypothesis import given, settings
from support.agendas import ASSEMBLY
from support.evenings import BEGINNINGS, Beginning, pressed, sensible
from support.files import ask, do, rebuilt, session, tables, who
from support.play import Move
from support.strategies import moves

from facilitator.core import intents
from facilitator.core.agenda import Break
from facilitator.core.events import Direction, Hat, Setting, Stop, Undone, Wish
from facilitator.journal.tables import all_slots, differing
from facilitator.journal.touches import touched
from facilitator.session import Session

TEA = Break(title="Tea", minutes=10)
MINUTE = 60_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@settings(max_examples=80)
@given(BEGINNINGS, moves(30, least=12))
def test_a_fact_touches_every_row_that_it_changes(begun: Beginning, played: list[Move]) -> None:
    circle = begun()
    for place, move in enumerate(played):
        before, number = copy.deepcopy(circle.state), len(circle.state.facts)
        if place % 5 == 4:
            circle.send(*pressed(circle, move))
        else:
            sensible(circle, move)
        facts = circle.state.facts[number:]
        if any(isinstance(fact.body, Undone) for fact in facts):
            continue
        slots = set().union(*(touched(fact, circle.state) for fact in facts))
        assert differing(before, circle.state) <= slots, facts


def hand(at: Session, name: str) -> str:
    assert at.meeting is not None
    hands = at.meeting.hands.values()
    return [each.id for each in hands if each.person == who(at, name)][-1]


def everything_happens(at: Session) -> None:
    """A little of all that can be seen in a table."""
    do(at, intents.CallMeeting("", ASSEMBLY, ((Setting.BELL, True),)))
    do(at, *(intents.Welcome(name) for name in ("Ana", "Chidi", "Zoë", "Mo")))
    do(at, intents.GiveHat(Hat.GREETER, who(at, "Mo")), intents.Leave(who(at, "Mo")))
    do(at, intents.SkipInRota(Hat.FACILITATOR, who(at, "Zoë")))
    do(at, intents.SwapTurns(Hat.FACILITATOR, who(at, "Chidi"), who(at, "Ana")))
    do(at, intents.OpenCircle())
    names = ("Ana", "Chidi", "Zoë")
    do(at, *(intents.RaiseHand("step-1", who(at, name), Wish.SPEAK) for name in names))
    do(at, intents.MoveHand(hand(at, "Ana")), intents.LowerHand(hand(at, "Zoë")))
    do(at, intents.CallHand(hand(at, "Chidi")), intents.PauseCircle(stop=Stop.CATCHING_UP))
    do(at, intents.AddStep(TEA, "step-1", "7@old", "step-3"), intents.LetGo("7@old", "step-4"))
    do(at, intents.DropStep("step-4", deferred=True), intents.DropStep("step-1", deferred=True))
    do(at, intents.AddStep(TEA), intents.ExtendStep("step-2", 5))
    assert at.meeting is not None
    do(at, intents.DropStep(at.meeting.plan[0]), intents.GoToStep("step-1", "step-3"))
    do(at, intents.TickOff("step-3", who(at, "Zoë")), intents.GoToStep("step-3", "step-2"))
    do(at, intents.TurnRound([*at.meeting.rounds][-1], who(at, "Zoë"), Direction.COUNTER))
    do(at, intents.Choose(Setting.BELL, False), intents.Choose(Setting.STILL, True))
    do(at, intents.SetClockBack(MINUTE), intents.Leave(who(at, "Ana")))


ROWS: dict[str, list[tuple[object, ...]]] = {
    "hats": [("facilitator", "Ana")],
    "swaps": [("facilitator", "Chidi")],
    "hands": [("Ana", "speak", 1, 0), ("Chidi", "speak", 0, 1), ("Zoë", "speak", 1, 0)],
    "settings": [("bell", 0), ("still", 1)],
    "skips": [("facilitator", "Zoë")],
    "musters": [("step-3", "Zoë")],
    "let_go": [("7@old", "step-4")],
    "rounds": [("Zoë", "counter-sunwise")],
    "steps": [
        ("Muster", 5, "reached", None),
        ("Pantry", 20, "deferred", None),
        ("Tea", 10, "dropped", None),
        ("Tea", 10, "planned", "7@old"),
        ("Twice", 17, "reached", None),
        ("Close", 2, "deferred", None),
    ],
}
COLUMNS = {
    "hats": "hat, person",
    "hands": "person, wish, lowered, turn IS NOT NULL",
    "settings": "setting, chosen",
    "skips": "hat, person",
    "swaps": "hat, person",
    "musters": "step, person",
    "let_go": "from_meeting, from_step",
    "rounds": "start, direction",
    "steps": "title, minutes, fate, from_meeting",
}


@pytest.mark.parametrize("table", ROWS)
def test_a_table_tells_what_happened(path: Path, table: str) -> None:
    with session(path) as at:
        everything_happens(at)
        names = dict(at.names)
    found = ask(path, f"SELECT {COLUMNS[table]} FROM {table}")
    told = [tuple(names.get(value, value) for value in row) for row in found]
    assert sorted(told, key=repr) == sorted(ROWS[table], key=repr)


def test_the_tables_made_again_are_the_same_rows_with_and_without_each_action(path: Path) -> None:
    with session(path) as at:
        everything_happens(at)
        assert {name for name, _ in all_slots(at.state)} >= {*ROWS} - {"hats"}
        assert rebuilt(at.journal) == tables(at.journal.connection)
        undone = 0
        while isinstance(at.undo(), str):
            undone += 1
            found = tables(at.journal.connection)
            assert rebuilt(at.journal) == found
        assert undone >= 30


def test_the_row_of_a_person_tells_of_the_meeting_at_which_they_came_first(path: Path) -> None:
    with session(path) as at:
        do(at, intents.CallMeeting("", ASSEMBLY), intents.Welcome("Ana"))
        assert isinstance(at.undo(), str)
        do(at, intents.Welcome("Ana"))
        first = at.at
        do(at, intents.CallMeeting("", ASSEMBLY), intents.Welcome("Ana"))
        assert at.at != first
        found = at.journal.connection.execute("SELECT meeting FROM people").fetchall()
        assert [row["meeting"] for row in found] == [first]
        before = tables(at.journal.connection)
        assert rebuilt(at.journal) == before


def test_the_terms_of_a_role_that_became_part_of_another_are_that_one_s(path: Path) -> None:
    with session(path) as at:
        do(at, intents.CallMeeting("", ASSEMBLY), intents.Welcome("Ana"), intents.OpenCircle())
        do(at, intents.OfferRole("Pots"), intents.OfferRole("Bring the pots"))
        pots, bring = at.state.roles
        do(at, intents.ClaimRole(pots, who(at, "Ana")), intents.MergeRoles(pots, bring))
        found = at.journal.connection.execute("SELECT role FROM terms").fetchall()
        assert [row["role"] for row in found] == [bring]
        before = tables(at.journal.connection)
        assert rebuilt(at.journal) == before
