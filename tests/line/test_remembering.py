"""What earlier circles bring: whose turn a hat is, what was not reached, the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.agendas import DEBRIEF
from support.clock import HandClock
from support.files import do, session, who
from typist import PEOPLE, Typist

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Discussion, Opening
from facilitator.core.events import Hat
from facilitator.line import remembering

VAN = Agenda(
    title="Van",
    steps=(
        Opening(title="Welcome", minutes=5),
        Discussion(title="The van", prompt="Who drives?", minutes=15),
        Discussion(title="The roof", prompt="Who climbs?", minutes=10),
    ),
)
DAY = 86_400_000


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """A second circle gathers; at the first Ana facilitated, Bo took notes, the van waited."""
    clock = HandClock()
    with session(tmp_path / "circle.db", clock=clock) as found:
        do(found, intents.CallMeeting("", VAN), *(intents.Welcome(name) for name in PEOPLE))
        ana, bo = who(found, "Ana"), who(found, "Bo")
        do(found, intents.GiveHat(Hat.FACILITATOR, ana), intents.GiveHat(Hat.NOTE_TAKER, bo))
        do(found, intents.OpenCircle(), intents.CloseCircle())
        clock.move(7 * DAY)
        do(found, intents.CallMeeting("", DEBRIEF), *(intents.Welcome(name) for name in PEOPLE))
        yield Typist(found, clock)


def test_a_gathering_is_told_whose_turn_it_is_and_how_much_waits(typist: Typist) -> None:
    typist.running.run()
    assert "Bo facilitates? not yet." in typist.roll.lines
    assert "2 not reached before. leftovers lists them." in typist.roll.lines


def test_the_hats_are_given_as_suggested(typist: Typist) -> None:
    assert typist("suggested") == ["facilitator: Bo.", "note-taker: Ana."]
    assert typist("suggested") == ["Nobody is suggested just now."]
    hats = {hat: typist.session.names[who] for hat, who in typist.meeting.hats.items()}
    assert hats == {Hat.FACILITATOR: "Bo", Hat.NOTE_TAKER: "Ana"}


def test_whoever_skips_is_not_suggested_this_time(typist: Typist) -> None:
    typist("skip")
    assert typist.status == 2
    told = typist("skip facilitator")
    assert told[0] == "Bo skips facilitator."
    assert "Chidi facilitates? not yet." in told


def test_two_swap_turns_at_a_hat(typist: Typist) -> None:
    typist("swap turns")
    assert typist.status == 2
    assert typist("swap turns facilitator dee") == [
        "Dee and Bo swap turns: facilitator; facilitator: Dee."
    ]
    typist("suggested", "begin", "close", "yes")
    do(
        typist.session,
        intents.CallMeeting("", DEBRIEF),
        *(intents.Welcome(name) for name in PEOPLE),
    )
    assert "Bo facilitates? swapped turns." in remembering.brought(typist.desk)


def test_also_who_has_a_hat_already_can_skip_it(typist: Typist) -> None:
    typist("suggested")
    assert typist("skip facilitator")[0] == "Bo skips facilitator; facilitator: nobody."


def test_what_was_not_reached_is_taken_up_or_let_go_by_its_number(typist: Typist) -> None:
    assert typist("leftovers") == [
        "1 The van: 15 min, Sun 23 Nov",
        "2 The roof: 10 min, Sun 23 Nov",
    ]
    typist("leftovers 1")
    assert [typist.meeting.steps[step].title for step in typist.meeting.plan][4] == "The van"
    typist("leftovers let go 1")
    assert typist("leftovers") == ["Nothing waits from earlier circles."]
    typist("leftovers 1")
    assert typist.status == 2


def test_the_next_time_is_planned_as_suggested(typist: Typist) -> None:
    typist("suggested", "begin")
    told = typist("meet Fri 4 Dec")
    assert told[0] == "Next time: Fri 4 Dec; facilitator nobody yet; note-taker nobody yet."
    assert told[1].endswith("meet suggested plans it.")
    typist("meet suggested")
    planned = typist.meeting.next_meeting
    assert planned.when == "Fri 4 Dec"
    names = typist.session.names
    assert (names[planned.facilitator], names[planned.note_taker]) == ("Chidi", "Dee")
